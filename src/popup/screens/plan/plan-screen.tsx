/** What every plan has around it: whose it is, what was found, its terms, its cost, and the way to the review. */
import type { ReactNode } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { useNavigation } from '../../navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { FindingNote } from '../../ui/note.tsx'
import { Facts } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import type { Names } from '../../ui/spans.tsx'
import { useTopic } from '../../use-topic.ts'
import { shownAccounts } from '../home/holdings.ts'
import { NetworkPill, NetworkStrip } from '../home/network-pill.tsx'
import { printBlock } from '../home/standing.ts'
import { WeatherNotes } from '../home/weather-notes.tsx'
import { Estimate, NoEstimate } from '../operation/estimate.tsx'
import { From } from '../operation/from.tsx'
import { PlanTerms } from './plan-terms.tsx'
import type { Terms } from './terms.ts'
import type { LivePlan } from './use-plan.ts'
import '../operation/operation.css'
import './plan.css'

export interface PlanScreenProps {
  readonly title: string
  readonly about: string
  readonly from: Account | undefined
  readonly plan: LivePlan
  readonly terms: Terms
  readonly onTerms: (terms: Terms) => void
  readonly names: Names
  /** What is to be chosen. */
  readonly children: ReactNode
  /** What would come of it, above what it costs. */
  readonly facts: ReactNode
  /** Whether there is anything to do as things stand. */
  readonly isIdle: boolean
}

export function PlanScreen({ title, about, from, plan, terms, names, ...props }: PlanScreenProps) {
  const { back } = useNavigation()
  const accounts = useTopic('accounts') ?? []
  const network = useTopic('settings')?.network
  const chain = useTopic('chain')
  const { quote, failure, isCurrent } = plan.state
  return (
    <Screen
      title={title}
      onBack={back}
      aside={network && <NetworkPill network={network} />}
      onSubmit={() => void plan.goOn()}
      foot={
        <Button kind="primary" type="submit" busy={plan.isBusy} disabled={plan.isBarred}>
          Review
        </Button>
      }
    >
      {network && <NetworkStrip network={network} />}
      <div className="pane">
        <details className="more">
          <summary>What this does</summary>
          <p className="quiet">{about}</p>
        </details>
        <WeatherNotes />
        <From account={from} accounts={shownAccounts(accounts)} />
        {props.children}
      </div>
      <div className="pane">
        <NoEstimate isOffline={chain?.kind === 'offline'} failure={failure} />
        {!props.isIdle && (
          <>
            {quote?.findings
              .filter(({ id }) => id !== 'offline')
              .map((finding) => (
                <FindingNote key={finding.id} finding={finding} names={names} />
              ))}
            <Estimate
              fee={quote?.fee}
              after={quote?.after}
              isCurrent={isCurrent}
              isReady={isCurrent}
              failure={failure}
              asOf={
                quote?.block == null
                  ? 'Not estimated yet'
                  : `Simulated at block ${printBlock(Number(quote.block.number))}, one after another`
              }
            >
              <Facts>{props.facts}</Facts>
            </Estimate>
            <PlanTerms terms={terms} onChange={props.onTerms} isShieldable={quote?.shieldable === true} />
          </>
        )}
        {plan.failure !== undefined && <FailureNote failure={plan.failure} />}
      </div>
    </Screen>
  )
}
