/** Every site a person has connected or blocked. */
import { Ban, Globe, type LucideIcon, Unplug } from 'lucide-react'
import type { Origin, Site } from '#shared/domain/site.ts'
import { useNavigation } from '../../navigation.ts'
import { Empty, Glyph, Row } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { hostOf, inOrder, saySeen, seenBy, siteOf } from './seen.ts'
import { useInFront } from './use-in-front.ts'
import './sites.css'

export function Sites() {
  const { back } = useNavigation()
  const sites = useTopic('sites')
  const front = useInFront()
  const rest = inOrder(sites ?? []).filter(({ origin }) => origin !== front)
  return (
    <Screen title="Sites" onBack={back}>
      {front !== null && sites !== undefined && (
        <section className="stack">
          <h2 className="section">In front of you</h2>
          <div className="card tight rows">
            <SiteRow origin={front} site={siteOf(sites, front)} />
          </div>
        </section>
      )}
      {sites === undefined && <SkeletonRows count={3} />}
      {sites?.length === 0 && (
        <Empty icon={Globe}>
          <p>No site sees anything of this wallet.</p>
          <p>One that wants to asks you first, in a window of Taokey’s own.</p>
        </Empty>
      )}
      {rest.length > 0 && (
        <ul className="card tight rows">
          {rest.map((site) => (
            <li key={site.origin}>
              <SiteRow origin={site.origin} site={site} />
            </li>
          ))}
        </ul>
      )}
    </Screen>
  )
}

function SiteRow({ origin, site }: { readonly origin: Origin; readonly site: Site | undefined }) {
  const { go } = useNavigation()
  const accounts = useTopic('accounts') ?? []
  return (
    <Row
      start={<Glyph icon={iconOf(site, seenBy(site, accounts).length > 0)} />}
      title={hostOf(origin)}
      sub={saySeen(site, accounts)}
      onClick={() => go({ kind: 'site', origin })}
    />
  )
}

function iconOf(site: Site | undefined, isSeeing: boolean): LucideIcon {
  if (site?.kind === 'blocked') return Ban
  return isSeeing ? Globe : Unplug
}
