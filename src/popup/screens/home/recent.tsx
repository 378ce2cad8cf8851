/** The last few transactions; before there are any, what to do first. */
import { ArrowDownLeft } from 'lucide-react'
import type { NetworkId } from '#shared/domain/network.ts'
import { useNavigation } from '../../navigation.ts'
import { namesWith, useKnown } from '../../reading/known.ts'
import { Button } from '../../ui/button.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { TxRow } from '../activity/tx-row.tsx'
import type { Scope } from './holdings.ts'
import { namesOf } from './names.ts'
import { newestOf } from './newest.ts'
import { useNow } from './use-now.ts'

const COUNT = 3
const MINUTE_MS = 60_000

export interface RecentProps {
  readonly scope: Scope
  readonly network: NetworkId
  /** Known to hold nothing, which is more than not being known to hold something. */
  readonly isEmpty: boolean
}

export function Recent({ scope, network, isEmpty }: RecentProps) {
  const { go } = useNavigation()
  const now = useNow(MINUTE_MS)
  const records = useTopic('activity')
  const accounts = useTopic('accounts') ?? []
  const contacts = useTopic('contacts') ?? []
  const known = useKnown(network)
  if (records === undefined) return <SkeletonRows count={2} />
  const newest = newestOf(records, { scope, network, count: COUNT })
  if (newest.length === 0) return isEmpty ? <Begin onReceive={() => go({ kind: 'receive' })} /> : <Quiet />
  const names = namesWith(namesOf(accounts, contacts), known)
  return (
    <section aria-label="Recent activity">
      <div className="section">
        <h2>Recent</h2>
        <button type="button" className="all-activity" onClick={() => go({ kind: 'activity' })}>
          All activity
        </button>
      </div>
      <div className="rows">
        {newest.map((tx) => (
          <TxRow
            key={tx.id}
            tx={tx}
            names={names}
            now={now}
            isOneAccount={scope !== 'all'}
            onOpen={(id) => go({ kind: 'transaction', id })}
          />
        ))}
      </div>
    </section>
  )
}

function Begin({ onReceive }: { readonly onReceive: () => void }) {
  return (
    <section className="card begin">
      <h2>Bring in some TAO</h2>
      <p className="quiet">
        This account is new to the chain. Send TAO to its address from an exchange or another wallet, and it
        appears here.
      </p>
      <Button small icon={ArrowDownLeft} onClick={onReceive}>
        Show the address
      </Button>
    </section>
  )
}

function Quiet() {
  return <p className="quiet">Nothing sent from here yet. What you send shows here, from agreed to final.</p>
}
