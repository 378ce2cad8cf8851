/** The crowdloans of the chain: how much each has of what it wants, until when, and what one has given. */
import { HandCoins } from 'lucide-react'
import { shorten } from '#shared/domain/address.ts'
import { printTime } from '#shared/domain/blocks.ts'
import type { Crowdloan } from '#shared/domain/standing.ts'
import { useNavigation } from '../../navigation.ts'
import { useCrowdloans } from '../../reading/use-standing.ts'
import { Amount } from '../../ui/amount.tsx'
import { Button } from '../../ui/button.tsx'
import { printShare } from '../../ui/chart/change.ts'
import { Empty, Fact, Facts, Tag } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { PrivateAmount } from '../home/concealed.tsx'
import { NetworkStrip } from '../home/network-pill.tsx'
import { printBlock } from '../home/standing.ts'
import { useScope } from '../home/use-scope.ts'
import { From } from '../operation/from.tsx'
import { Unanswered } from '../powers/unanswered.tsx'
import { givesBack, standingOf } from './stage.ts'

export function Crowdloans() {
  const { back } = useNavigation()
  const { accounts, front, network } = useScope()
  const { value, failure } = useCrowdloans(network, front?.address)
  return (
    <Screen title="Crowdloans" onBack={back}>
      <NetworkStrip network={network} />
      <From account={front} accounts={accounts} />
      {value === undefined && failure === undefined && <SkeletonRows count={3} />}
      <Unanswered failure={failure} isOld={value !== undefined} what="crowdloans" />
      {value?.crowdloans.length === 0 && (
        <Empty icon={HandCoins}>
          <p>There is no crowdloan now.</p>
          <p className="quiet">
            A crowdloan gathers TAO for one thing, a subnet for instance, up to an end block.
          </p>
        </Empty>
      )}
      {value !== undefined && value.crowdloans.length > 0 && (
        <>
          <p className="as-of-block">Of block {printBlock(value.block.number)}</p>
          <ul className="stack">
            {value.crowdloans.map((loan) => (
              <li key={loan.id}>
                <Loan loan={loan} block={value.block.number} canSign={front?.kind === 'local'} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Screen>
  )
}

interface LoanProps {
  readonly loan: Crowdloan
  readonly block: number
  readonly canSign: boolean
}

function Loan({ loan, block, canSign }: LoanProps) {
  const { go } = useNavigation()
  const { id, creator, cap, raised, least, end, contributors, seats, own } = loan
  const stage = standingOf(loan, block)
  const share = cap === 0n ? 0 : Number((raised * 10_000n) / cap)
  const begin = (operation: string) => go({ kind: 'operation', operation, filled: { crowdloan: id } })
  return (
    <section className="card stack tight" aria-label={`Crowdloan ${id}`}>
      <div className="line">
        <b className="grow">Crowdloan {id}</b>
        <Tag>{stage.word}</Tag>
      </div>
      <div className="impact" aria-hidden>
        <i style={{ width: `${Math.min(100, share / 100)}%` }} />
      </div>
      <Facts>
        <Fact label="Raised">
          <Amount value={raised} digits={2} /> of <Amount value={cap} digits={2} />, {printShare(share)}
        </Fact>
        <Fact label="Ends">
          block {printBlock(end)}
          {end > block && `, in about ${printTime(end - block)}`}
        </Fact>
        <Fact label="At least">
          <Amount value={least} />
        </Fact>
        <Fact label="Contributors">
          {contributors} of {seats}
        </Fact>
        <Fact label="By">
          <span className="mono">{shorten(creator)}</span>
        </Fact>
        {own > 0n && (
          <Fact label="You gave">
            <PrivateAmount value={own} />
          </Fact>
        )}
      </Facts>
      {canSign && (
        <div className="line">
          {stage.takes && (
            <Button small onClick={() => begin('crowdloan-contribute')}>
              Contribute
            </Button>
          )}
          {givesBack(loan) && (
            <Button small onClick={() => begin('crowdloan-withdraw')}>
              Withdraw
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
