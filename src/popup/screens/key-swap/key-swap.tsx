/** Moving an account to a new key: what is announced, when it can be carried out, what is blocked meanwhile, and how to stop it. */
import { afterBlocks, printBlocks, printTime } from '#shared/domain/blocks.ts'
import type { SwapStanding } from '#shared/domain/standing.ts'
import { useNavigation } from '../../navigation.ts'
import { useSwapStanding } from '../../reading/use-standing.ts'
import { WholeAmount } from '../../ui/amount.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Note } from '../../ui/note.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { printMoment } from '../activity/days.ts'
import { NetworkStrip } from '../home/network-pill.tsx'
import { printBlock } from '../home/standing.ts'
import { useNow } from '../home/use-now.ts'
import { useScope } from '../home/use-scope.ts'
import { From } from '../operation/from.tsx'
import { Unanswered } from '../powers/unanswered.tsx'
import { type Phase, phaseOf } from './phase.ts'

const MINUTE_MS = 60_000

export function KeySwap() {
  const { back, go } = useNavigation()
  const { accounts, front, network } = useScope()
  const { value: swap, failure } = useSwapStanding(front?.address)
  const phase = swap && phaseOf(swap)
  const begin = (operation: string) => go({ kind: 'operation', operation })
  return (
    <Screen
      title="Move to a new key"
      onBack={back}
      stacked
      foot={
        front?.kind === 'local' && phase !== undefined ? <Buttons phase={phase} onBegin={begin} /> : undefined
      }
    >
      <NetworkStrip network={network} />
      <From account={front} accounts={accounts} />
      {swap === undefined && failure === undefined && <SkeletonRows count={3} />}
      <Unanswered failure={failure} isOld={swap !== undefined} what="swaps of a coldkey" />
      {swap !== undefined && phase !== undefined && (
        <>
          <Standing swap={swap} phase={phase} />
          <Terms swap={swap} />
        </>
      )}
    </Screen>
  )
}

function Standing({ swap, phase }: { readonly swap: SwapStanding; readonly phase: Phase }) {
  const now = useNow(MINUTE_MS)
  switch (phase.kind) {
    case 'none':
      return (
        <p className="quiet">
          When a key may have been seen by somebody, the account can move to another: stake, TAO and identity
          go along. It is announced first and carried out days later, so that who did not mean it can stop it.
        </p>
      )
    case 'waiting':
      return (
        <>
          <Note level="danger">
            <p>
              <b>A swap of this account is announced.</b> If that was not you, somebody has your key: dispute
              it now.
            </p>
          </Note>
          <div className="card">
            <Facts>
              <Fact label="Can be carried out">
                {printMoment(afterBlocks(phase.blocks, now))}, in about {printTime(phase.blocks)}
              </Fact>
              <Fact label="From block">{printBlock(swap.announced?.executableAt ?? 0)}</Fact>
            </Facts>
            <Fingerprint swap={swap} />
          </div>
          <Blocked />
        </>
      )
    case 'ready':
      return (
        <>
          <Note level="danger">
            <p>
              <b>The announced swap can be carried out now.</b> If that was not you, dispute it at once.
            </p>
          </Note>
          <div className="card">
            <Facts>
              <Fact label="Can be changed or cleared">
                {phase.untilChange === 0 ? 'now' : `in about ${printTime(phase.untilChange)}`}
              </Fact>
            </Facts>
            <Fingerprint swap={swap} />
          </div>
          <Blocked />
        </>
      )
    case 'disputed':
      return (
        <Note level="danger">
          <p>
            <b>The swap is disputed: the account is frozen.</b> Nothing can be signed with it until the
            chain’s root has decided.
          </p>
        </Note>
      )
  }
}

function Fingerprint({ swap }: { readonly swap: SwapStanding }) {
  return (
    <>
      <span className="line">
        <span className="label grow">Fingerprint of the new key</span>
        <CopyButton text={swap.announced?.hash ?? ''} label="Copy fingerprint" />
      </span>
      <p className="hash">{swap.announced?.hash}</p>
    </>
  )
}

/** SubtensorModule's guard of announced coldkeys, spec 424. */
function Blocked() {
  return (
    <p className="quiet">
      Until then the account can do nothing but carry the swap out, change, clear or dispute it. TAO and stake
      stay where they are and earn on.
    </p>
  )
}

function Terms({ swap: { wait, rest, cost, block } }: { readonly swap: SwapStanding }) {
  return (
    <div className="card">
      <Facts>
        <Fact label="Announcing costs">
          <WholeAmount value={cost} />, not given back
        </Fact>
        <Fact label="Can be done after">{printBlocks(wait)}</Fact>
        <Fact label="Can be taken back">
          {printBlock(rest)} blocks later, about {printTime(rest)}
        </Fact>
      </Facts>
      <p className="as-of-block">
        Of block {printBlock(block.number)}. Proxies and their deposits stay with the old key: take them back
        first.
      </p>
    </div>
  )
}

function Buttons({ phase, onBegin }: { readonly phase: Phase; readonly onBegin: (id: string) => void }) {
  switch (phase.kind) {
    case 'none':
      return <Button onClick={() => onBegin('announce-coldkey-swap')}>Announce a new key</Button>
    case 'waiting':
      return (
        <Button kind="danger" onClick={() => onBegin('dispute-coldkey-swap')}>
          Dispute it
        </Button>
      )
    case 'ready':
      return (
        <>
          <Button onClick={() => onBegin('swap-coldkey')}>Carry it out</Button>
          {phase.untilChange === 0 && <Button onClick={() => onBegin('clear-coldkey-swap')}>Clear it</Button>}
          <Button kind="danger" onClick={() => onBegin('dispute-coldkey-swap')}>
            Dispute it
          </Button>
        </>
      )
    case 'disputed':
      return null
  }
}
