/** Everything sent from here, by day, newest first. */
import { ChevronDown, Download, History } from 'lucide-react'
import { useState } from 'react'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { useNavigation } from '../../navigation.ts'
import { namesWith, useKnown } from '../../reading/known.ts'
import { saveFile } from '../../reading/save-file.ts'
import { IconButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { WalletNav } from '../../wallet-nav.tsx'
import { type Scope, shownAccounts } from '../home/holdings.ts'
import { namesOf } from '../home/names.ts'
import { NetworkPill, NetworkStrip } from '../home/network-pill.tsx'
import { useNow } from '../home/use-now.ts'
import { useScope } from '../home/use-scope.ts'
import { activityCsv } from '../positions/tables.ts'
import { byDay } from './days.ts'
import { TxRow } from './tx-row.tsx'
import '../home/home.css'
import '../positions/positions.css'
import './activity.css'

const MINUTE_MS = 60_000

export function Activity() {
  const { go } = useNavigation()
  const records = useTopic('activity')
  const accounts = useTopic('accounts') ?? []
  const contacts = useTopic('contacts') ?? []
  const now = useNow(MINUTE_MS)
  const { network, scope: inView } = useScope()
  const [chosen, setScope] = useState<Scope>()
  const shown = shownAccounts(accounts)
  // With one account alone there is nothing to choose, and what another did before it was removed stays in sight.
  const scope = shown.length > 1 ? (chosen ?? inView) : 'all'
  const known = useKnown(network)
  const listed = records?.filter((tx) => tx.network === network && (scope === 'all' || tx.account === scope))
  const days = listed && byDay(listed, now)
  const names = namesWith(namesOf(accounts, contacts), known)
  return (
    <Screen
      title="Activity"
      aside={
        <>
          {listed !== undefined && listed.length > 0 && (
            <IconButton icon={Download} label="Save as a table (CSV)" onClick={() => save(listed)} />
          )}
          <NetworkPill network={network} />
        </>
      }
      nav={<WalletNav />}
    >
      <NetworkStrip network={network} />
      {shown.length > 1 && (
        <div className="section">
          <h2>Account</h2>
          <span className="sort-select">
            <select
              aria-label="Account"
              value={scope}
              onChange={({ target }) =>
                setScope(shown.find(({ address }) => address === target.value)?.address ?? 'all')
              }
            >
              <option value="all">All accounts</option>
              {shown.map(({ address, name }) => (
                <option key={address} value={address}>
                  {name}
                </option>
              ))}
            </select>
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          </span>
        </div>
      )}
      {days === undefined && <SkeletonRows count={5} />}
      {days?.length === 0 && (
        <Empty icon={History}>
          <p>{scope === 'all' ? 'Nothing sent from here yet.' : 'Nothing sent from this account yet.'}</p>
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
                  isOneAccount={
                    scope !== 'all' || (accounts.length === 1 && accounts[0]?.address === tx.account)
                  }
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

function save(records: readonly TxRecord[]): void {
  saveFile(`taokey-activity-${new Date().toISOString().slice(0, 10)}.csv`, activityCsv(records), 'text/csv')
}
