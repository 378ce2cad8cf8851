/** Everything the wallet can do on this chain, and what it cannot do here, each with its reason. */

import type { Offer } from '#shared/domain/offer.ts'
import { operations } from '#shared/operations/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Glyph, Row } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { NetworkStrip } from '../home/network-pill.tsx'
import { groupsOf } from './groups.ts'
import { hiddenWords } from './hidden-words.ts'
import { iconOf } from './icons.ts'
import { operationWords } from './words.ts'

export function Possible() {
  const { back, go } = useNavigation()
  const network = useTopic('settings')?.network ?? 'finney'
  const offers = useTopic('offers')
  const ids = Object.keys(operations)
  const isKnown = offers !== undefined && Object.keys(offers).length > 0
  const groups = groupsOf(ids.filter((id) => offers?.[id]?.kind !== 'hidden'))
  const hidden = ids.flatMap((id) => {
    const offer = offers?.[id]
    return offer?.kind === 'hidden' ? [{ id, offer }] : []
  })
  return (
    <Screen title="What you can do" onBack={back}>
      <NetworkStrip network={network} />
      {!isKnown && (
        <p className="quiet">
          No node has answered yet. Once one does, this shows what can be done on its network.
        </p>
      )}
      {offers === undefined && <SkeletonRows count={4} />}
      {isKnown &&
        groups.map(({ title, ids: within, pages }) => (
          <section key={title} className="stack tight" aria-label={title}>
            <div className="section">
              <h2>{title}</h2>
            </div>
            <div className="card tight rows">
              {pages.map((page) => (
                <Row
                  key={page.title}
                  start={<Glyph icon={page.icon} />}
                  title={page.title}
                  sub={page.about}
                  onClick={() => go(page.place)}
                />
              ))}
              {within.map((id) => {
                const words = operationWords(id)
                return (
                  <Row
                    key={id}
                    start={<Glyph icon={iconOf(id)} />}
                    title={words.title}
                    sub={words.about}
                    onClick={() => go({ kind: 'operation', operation: id })}
                  />
                )
              })}
            </div>
          </section>
        ))}
      {hidden.length > 0 && <HiddenList hidden={hidden} />}
    </Screen>
  )
}

function HiddenList({
  hidden,
}: {
  readonly hidden: readonly { readonly id: string; readonly offer: Extract<Offer, { kind: 'hidden' }> }[]
}) {
  return (
    <details className="more">
      <summary>Not offered here · {hidden.length}</summary>
      <div className="card tight rows">
        {hidden.map(({ id, offer }) => (
          <Row
            key={id}
            title={operationWords(id).title}
            sub={<span className="whole-sentence">{hiddenWords(offer)}</span>}
          />
        ))}
      </div>
    </details>
  )
}
