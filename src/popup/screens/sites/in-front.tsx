/** The bar over the foot of the first screen: which site is in front, and what it sees. */
import { ChevronRight } from 'lucide-react'
import { useNavigation } from '../../navigation.ts'
import { useTopic } from '../../use-topic.ts'
import { hostOf, saySeen, seenBy, siteOf } from './seen.ts'
import { useInFront } from './use-in-front.ts'
import './sites.css'

export function SiteInFront() {
  const { go } = useNavigation()
  const origin = useInFront()
  const sites = useTopic('sites')
  const accounts = useTopic('accounts')
  if (origin === null || sites === undefined || accounts === undefined) return null
  const site = siteOf(sites, origin)
  const isSeeing = seenBy(site, accounts).length > 0
  return (
    <button
      type="button"
      className={isSeeing ? 'site-bar seeing' : 'site-bar'}
      onClick={() => go({ kind: 'site', origin })}
    >
      <i aria-hidden />
      <b className="cut">{hostOf(origin)}</b>
      <span className="cut grow">{saySeen(site, accounts)}</span>
      <ChevronRight strokeWidth={1.75} aria-hidden />
    </button>
  )
}
