/** The network as a whole: how much TAO there is of 21 million, what a block adds, when that halves, and where the chain stands. */
import { afterBlocks, BLOCK_SECONDS } from '#shared/domain/blocks.ts'
import { MOST_TAO, type NetworkFacts, nextHalving } from '#shared/domain/network-facts.ts'
import type { ChainStatus } from '#shared/domain/portfolio.ts'
import { useNavigation } from '../../navigation.ts'
import { Amount, BigAmount } from '../../ui/amount.tsx'
import { printShare } from '../../ui/chart/change.ts'
import { Note } from '../../ui/note.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ShortAmount } from '../../ui/stake/short-amount.tsx'
import { Skeleton, SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { NetworkPill, NetworkStrip } from '../home/network-pill.tsx'
import { printAge, printBlock } from '../home/standing.ts'
import { useNow } from '../home/use-now.ts'
import { AsOf } from '../subnets/as-of.tsx'
import { shareOfCap } from './cap.ts'
import './chain.css'

export function ChainScreen() {
  const { back } = useNavigation()
  const network = useTopic('settings')?.network ?? 'finney'
  const chain = useTopic('chain')
  const view = useTopic('network')
  const facts = view?.facts?.network === network ? view.facts : undefined
  const isOffline = chain?.kind === 'offline'
  return (
    <Screen title="The network" onBack={back} aside={<NetworkPill network={network} />}>
      <NetworkStrip network={network} />
      <div className="pane">
        {facts === undefined ? <Coming isOffline={isOffline} /> : <Issued facts={facts} />}
        {facts?.safeModeUntil != null && (
          <Note level="danger">
            The chain is in safe mode until block {printBlock(facts.safeModeUntil)}: it takes next to no calls
            but those that lead out of it.
          </Note>
        )}
      </div>
      <div className="pane">
        {(facts !== undefined || !isOffline) && <AsOf of={facts} what="Read from the chain" />}
        {facts !== undefined && <Money facts={facts} />}
        {/* What is not on its way has no shape that promises it. */}
        {!isOffline && <Blocks chain={chain?.network === network ? chain : undefined} />}
      </div>
    </Screen>
  )
}

function Coming({ isOffline }: { readonly isOffline: boolean }) {
  return isOffline ? (
    <p className="quiet">No node answers: nothing is known of the network now.</p>
  ) : (
    <SkeletonRows count={3} />
  )
}

function Issued({ facts: { issued } }: { readonly facts: NetworkFacts }) {
  if (issued === null) return <p className="quiet">This runtime does not tell how much TAO there is.</p>
  const share = shareOfCap(issued)
  return (
    <section className="total" aria-label="TAO there is">
      <span className="label">TAO there is</span>
      <BigAmount value={issued} digits={2} />
      <div className="cap" aria-hidden>
        <i style={{ width: `${share / 100}%` }} />
      </div>
      <p className="as-of">
        {printShare(share)} of <Amount value={MOST_TAO} digits={0} />, the most there will be
      </p>
    </section>
  )
}

function Money({ facts: { issued, staked, reward, spec } }: { readonly facts: NetworkFacts }) {
  const halving = issued === null ? undefined : nextHalving(issued)
  const now = useNow(60_000)
  return (
    <div className="card">
      <Facts>
        <Fact label="A block adds">
          {reward === null ? 'not told' : <Amount value={reward} digits={3} />}
        </Fact>
        {halving !== undefined && (
          <>
            <Fact label="Halves at">
              <ShortAmount value={halving.at} /> issued
            </Fact>
            <Fact label="That is">
              {printBlock(halving.blocks)} blocks, about{' '}
              {new Date(afterBlocks(halving.blocks, now)).toLocaleDateString('en-GB', {
                month: 'long',
                year: 'numeric',
              })}
            </Fact>
            <Fact label="Then a block adds">
              <Amount value={halving.reward} digits={3} />
            </Fact>
          </>
        )}
        <Fact label="Staked">{staked === null ? 'not told' : <ShortAmount value={staked} />}</Fact>
        <Fact label="Runtime">spec {spec}</Fact>
      </Facts>
      {halving !== undefined && (
        <p className="as-of-block">
          Halvings go by how much TAO there is, not by the clock: TAO that is recycled puts them off.
        </p>
      )}
    </div>
  )
}

function Blocks({ chain }: { readonly chain: ChainStatus | undefined }) {
  const now = useNow()
  if (chain?.kind !== 'online') return <Skeleton height={84} />
  const lag = chain.best - chain.final
  return (
    <div className="card">
      <Facts>
        <Fact label="Newest block">
          {printBlock(chain.best)}, {printAge(Math.max(0, now - chain.bestAt))}
        </Fact>
        <Fact label="Final block">
          {printBlock(chain.final)}
          {lag > 0 && `, ${lag} behind`}
        </Fact>
        <Fact label="A block every">{BLOCK_SECONDS} s</Fact>
        <Fact label="Node">{chain.endpoint.replace(/^wss?:\/\//, '')}</Fact>
      </Facts>
    </div>
  )
}
