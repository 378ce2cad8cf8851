/** One subnet: its price and how that went, its pool, what it emits, who validates, and what one holds there. */
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { Subnet } from '#shared/domain/directory.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { Netuid } from '#shared/domain/units.ts'
import { useNavigation } from '../../navigation.ts'
import { useFavourites } from '../../reading/favourites.ts'
import { useKnown } from '../../reading/known.ts'
import { useAnswer } from '../../reading/use-answer.ts'
import { BigAmount } from '../../ui/amount.tsx'
import { Button } from '../../ui/button.tsx'
import { Changed } from '../../ui/chart/changed.tsx'
import { Curve } from '../../ui/chart/curve.tsx'
import { Star } from '../../ui/list/star.tsx'
import { Note } from '../../ui/note.tsx'
import { Empty, Glyph, Row } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SubnetBadge } from '../../ui/stake/subnet-badge.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useWallet } from '../../wallet.ts'
import { NetworkStrip } from '../home/network-pill.tsx'
import { useNow } from '../home/use-now.ts'
import { useScope } from '../home/use-scope.ts'
import { pastOf, type Range, stretchOf } from '../positions/past.ts'
import { lengthWords, toneOf } from '../positions/past-words.ts'
import { AsOf } from './as-of.tsx'
import { SubnetFacts } from './subnet-facts.tsx'
import { TopValidators } from './top-validators.tsx'
import './subnets.css'

export function SubnetScreen({ netuid }: { readonly netuid: Netuid }) {
  const { back, go } = useNavigation()
  const { network, canSign } = useScope()
  const { directory, subnet: find } = useKnown(network)
  const favourites = useFavourites('subnet', network)
  const subnet = find(netuid)
  const title = subnet?.name || `Subnet ${netuid}`
  if (subnet === undefined || directory === undefined)
    return (
      <Screen title={title} onBack={back}>
        {directory === undefined ? (
          <SkeletonRows count={5} />
        ) : (
          <Empty icon={ShieldCheck}>
            <p>This chain has no subnet {netuid} any more.</p>
          </Empty>
        )}
      </Screen>
    )
  return (
    <Screen
      title={title}
      onBack={back}
      aside={
        <Star name={title} isOn={favourites.has(netuid)} onChange={(isOn) => favourites.set(netuid, isOn)} />
      }
      foot={
        canSign && subnet.open !== false ? (
          <Button
            kind="primary"
            onClick={() => go({ kind: 'operation', operation: 'add-stake', filled: { subnet: netuid } })}
          >
            Stake here
          </Button>
        ) : undefined
      }
    >
      <NetworkStrip network={network} />
      <div className="pane">
        <Head network={network} subnet={subnet} />
        <AsOf of={directory} what="Read from the chain" />
        {subnet.open === false && (
          <Note level="caution">
            Its owner has not started trading: nothing can be staked or taken out yet.
          </Note>
        )}
        <SubnetFacts subnet={subnet} block={directory.block.number} />
      </div>
      <div className="pane">
        <TopValidators network={network} netuid={netuid} />
        <div className="card tight rows">
          <Row
            start={<Glyph icon={ShieldCheck} />}
            title="All validators"
            sub="Search, sort, compare"
            onClick={() => go({ kind: 'validators', netuid })}
          />
        </div>
      </div>
    </Screen>
  )
}

function Head({ network, subnet }: { readonly network: NetworkId; readonly subnet: Subnet }) {
  const { background } = useWallet()
  const [chosen, setRange] = useState<Range>('week')
  const now = useNow(3600_000)
  const { netuid, price, symbol } = subnet
  const { value } = useAnswer({ about: `${network} ${netuid}`, asOf: String(price) }, () =>
    background['history.price']({ netuid, from: 0 }),
  )
  const points = value?.points.map((point) => ({ at: point.at, value: point.price })) ?? []
  const isSeen = pastOf(points) !== undefined
  const { past, range, ranges } = stretchOf(points, chosen, now)
  return (
    <section className="total" aria-label="Price">
      <div className="line">
        <SubnetBadge netuid={netuid} symbol={symbol} />
        <span className="label grow">SN{netuid} · price of one α</span>
      </div>
      <BigAmount value={price} />
      {past !== undefined && (
        <p className="as-of">
          <Changed points={past.change} /> in {lengthWords(past.last.at - past.first.at)}
        </p>
      )}
      {past === undefined ? (
        <p className="quiet">
          {isSeen
            ? 'Nothing was noted in this time.'
            : 'No line yet: prices are noted while the wallet is open.'}
        </p>
      ) : (
        <Curve
          points={past.points}
          height={88}
          tone={toneOf(past.change)}
          label={`Price over ${lengthWords(past.last.at - past.first.at)}`}
        />
      )}
      {isSeen && <Tabs label="Time" options={ranges} value={range} onChange={setRange} />}
    </section>
  )
}
