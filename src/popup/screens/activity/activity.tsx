/** Everything sent from here, by day, newest first. */
import { History } from 'lucide-react'
import { useNavigation } from '../../navigation.ts'
import { namesWith, useKnown } from '../../reading/known.ts'
import { Empty } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { WalletNav } from '../../wallet-nav.tsx'
import { namesOf } from '../home/names.ts'
import { NetworkPill, NetworkStrip } from '../home/network-pill.tsx'
import { useNow } from '../home/use-now.ts'
import { byDay } from './days.ts'
import { TxRow } from './tx-row.tsx'
import '../home/home.css'
import './activity.css'

const MINUTE_MS = 60_000

export function Activity() {
  const { go } = useNavigation()
  const records = useTopic('activity')
  const settings = useTopic('settings')
  const accounts = useTopic('accounts') ?? []
  const contacts = useTopic('contacts') ?? []
  const now = useNow(MINUTE_MS)
  const network = settings?.network ?? 'finney'
  const known = useKnown(network)
  const days =
    records &&
    byDay(
      records.filter((tx) => tx.network === network),
      now,
    )
  const names = namesWith(namesOf(accounts, contacts), known)
  return (
    <Screen title="Activity" aside={<NetworkPill network={network} />} nav={<WalletNav />}>
      <NetworkStrip network={network} />
      {days === undefined && <SkeletonRows count={5} />}
      {days?.length === 0 && (
        <Empty icon={History}>
          <p>Nothing sent from here yet.</p>
          <p className="quiet">Each transaction shows here from the moment you agree until it is final.</p>
          <p className="quiet">What others send you shows in the portfolio.</p>
        </Empty>
      )}
      {days?.map(({ title, records: sent }) => (
        <section key={title} className="day">
          <h2>{title}</h2>
          <ul>
            {sent.map((tx) => (
              <li key={tx.id}>
                <TxRow
                  tx={tx}
                  names={names}
                  now={tx.sentAt}
                  isOneAccount={accounts.length === 1 && accounts[0]?.address === tx.account}
                  onOpen={(id) => go({ kind: 'transaction', id })}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Screen>
  )
}
