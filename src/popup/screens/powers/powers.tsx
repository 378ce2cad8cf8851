/** Who may act for an account: each key and its power in words, what that reserves, and how to give or take one. */
import { KeyRound } from 'lucide-react'
import { useNavigation } from '../../navigation.ts'
import { usePowers } from '../../reading/use-standing.ts'
import { WholeAmount } from '../../ui/amount.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty, Fact, Facts } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { namesOf } from '../home/names.ts'
import { NetworkStrip } from '../home/network-pill.tsx'
import { printBlock } from '../home/standing.ts'
import { useScope } from '../home/use-scope.ts'
import { From } from '../operation/from.tsx'
import { PowerRow } from './power-row.tsx'
import { Unanswered } from './unanswered.tsx'
import './powers.css'

export function PowersScreen() {
  const { back, go } = useNavigation()
  const { accounts, front, network } = useScope()
  const contacts = useTopic('contacts') ?? []
  const all = useTopic('accounts') ?? []
  const { value: powers, failure } = usePowers(front?.address)
  const names = namesOf(all, contacts)
  const canSign = front?.kind === 'local'
  return (
    <Screen
      title="Who may act for it"
      onBack={back}
      foot={
        canSign ? (
          <Button kind="primary" onClick={() => go({ kind: 'operation', operation: 'add-proxy' })}>
            Let another key act
          </Button>
        ) : undefined
      }
    >
      <NetworkStrip network={network} />
      <From account={front} accounts={accounts} />
      {powers === undefined && failure === undefined && <SkeletonRows count={2} />}
      <Unanswered failure={failure} isOld={powers !== undefined} what="proxies" />
      {powers?.entries.length === 0 && (
        <Empty icon={KeyRound}>
          <p>No other key may act for this account.</p>
          <p className="quiet">
            A proxy signs with its own key what counts as yours, within the power you give it.
          </p>
        </Empty>
      )}
      {powers !== undefined && powers.entries.length > 0 && (
        <ul className="stack">
          {powers.entries.map((power) => (
            <PowerRow
              key={`${power.delegate} ${power.type} ${power.delay}`}
              power={power}
              name={names(power.delegate)}
              onTakeBack={
                canSign
                  ? () => go({ kind: 'operation', operation: 'remove-proxy', filled: { proxy: power } })
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      {powers !== undefined && (
        <div className="card">
          <Facts>
            <Fact label="Reserved for this">
              <WholeAmount value={powers.deposit} />
            </Fact>
            <Fact label="One more reserves">
              <WholeAmount value={powers.next} />
            </Fact>
            <Fact label="Keys">
              {powers.entries.length} of at most {powers.most}
            </Fact>
          </Facts>
          <p className="as-of-block">
            Of block {printBlock(powers.block.number)}. What is reserved comes back.
          </p>
        </div>
      )}
    </Screen>
  )
}
