/** The facts of one position: with whom, how much can leave, what it has brought, and what selling all of it would bring. */
import type { Account } from '#shared/domain/account.ts'
import { addressOfKey } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { Availability, Positions, StakePosition } from '#shared/domain/positions.ts'
import { type Price, worthAt } from '#shared/domain/positions.ts'
import { printBasisPoints } from '#shared/domain/price.ts'
import { useNavigation } from '../../navigation.ts'
import { useKnown } from '../../reading/known.ts'
import { useAnswer } from '../../reading/use-answer.ts'
import { Amount } from '../../ui/amount.tsx'
import { printChange, printTake } from '../../ui/chart/change.ts'
import { Note } from '../../ui/note.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { useWallet } from '../../wallet.ts'
import { PrivateAmount } from '../home/concealed.tsx'
import { useNow } from '../home/use-now.ts'
import { dayWords } from './past-words.ts'
import { idOf } from './rows.ts'
import { yearlyShare } from './yields.ts'

const HOUR_MS = 3600_000
const EVERY_BLOCKS = 25

export interface PositionFactsProps {
  readonly network: NetworkId
  readonly position: StakePosition
  readonly positions: Positions
  readonly account: Account | undefined
  readonly availability: Availability | undefined
}

export function PositionFacts(props: PositionFactsProps) {
  const { network, position, positions, availability } = props
  const { netuid, hotkey, registered } = position
  const { go } = useNavigation()
  const known = useKnown(network)
  const unit = netuid === 0 ? 'τ' : 'α'
  const take = known.validator(hotkey)?.take
  const price = positions.prices.find((each: Price) => each.netuid === netuid)?.price
  return (
    <>
      {!registered && netuid !== 0 && (
        <Note level="caution">
          This validator has no seat in the subnet any more: what is staked with it here earns nothing. It can
          be moved to another.
        </Note>
      )}
      <div className="card">
        <Facts>
          <Fact label="Validator">
            <button type="button" className="link" onClick={() => go({ kind: 'validator', netuid, hotkey })}>
              <bdi>{known.nameOf(hotkey)}</bdi>
            </button>
            {take !== undefined && ` · ${printTake(take)} take`}
          </Fact>
          {netuid !== 0 && (
            <Fact label="Price">
              {price === undefined ? <span className="faint">–</span> : <Amount value={price} />}
            </Fact>
          )}
          <Earnings network={network} position={position} block={positions.block.number} />
          {availability !== undefined && (
            <>
              <Fact label={netuid === 0 ? 'Can be taken out' : 'Can leave the subnet'}>
                <PrivateAmount value={least(availability.available, position.alpha)} unit={unit} />
              </Fact>
              {availability.locked > 0n && (
                <Fact label="Locked in this subnet">
                  <PrivateAmount value={availability.locked} unit={unit} />
                </Fact>
              )}
            </>
          )}
          <Claimable {...props} />
          {netuid !== 0 && <Exit {...props} />}
        </Facts>
      </div>
    </>
  )
}

function Earnings({
  network,
  position,
  block,
}: Pick<PositionFactsProps, 'network' | 'position'> & { readonly block: number }) {
  const { background } = useWallet()
  const now = useNow(HOUR_MS)
  const { coldkey, hotkey, netuid, alpha } = position
  const { value } = useAnswer(
    { about: `${network} ${idOf(position)}`, asOf: Math.floor(block / EVERY_BLOCKS) },
    () => background['history.position']({ coldkey, hotkey, netuid, from: 0 }),
  )
  const earned = value?.earned
  if (earned == null) return <Fact label="Earned">seen from now on</Fact>
  const perYear = yearlyShare({ alpha, earned: earned.alpha, over: earned.until - earned.since })
  return (
    <>
      <Fact label={`Earned since ${dayWords(earned.since, now)}`}>
        {earned.alpha === 0n ? (
          'nothing yet'
        ) : (
          <span className="good">
            + <PrivateAmount value={earned.alpha} unit={netuid === 0 ? 'τ' : 'α'} />
          </span>
        )}
        {earned.alpha > 0n && !earned.sure && ' at most'}
      </Fact>
      {perYear !== undefined && <Fact label="At this pace, in a year">{printChange(perYear)}</Fact>}
    </>
  )
}

/** What root owes this position, or the account as a whole where the runtime does not tell validators apart. */
function Claimable({ position, positions }: Pick<PositionFactsProps, 'position' | 'positions'>) {
  if (position.netuid !== 0) return null
  const own = positions.claims?.filter(
    ({ coldkey, hotkey }) =>
      coldkey === position.coldkey && (hotkey === undefined || hotkey === position.hotkey),
  )
  const worth = own?.reduce((sum, claim) => sum + claim.worth, 0n) ?? 0n
  if (worth === 0n) return null
  return (
    <Fact label="Dividends to claim">
      <PrivateAmount value={worth} />
    </Fact>
  )
}

/** Asked of the chain as if all of it were sold now; nothing where that cannot be asked. */
function Exit({ network, position, positions, account }: PositionFactsProps) {
  const { background } = useWallet()
  const { coldkey, hotkey, netuid, alpha } = position
  const price = positions.prices.find((each: Price) => each.netuid === netuid)?.price
  const question =
    account === undefined
      ? undefined
      : {
          about: `${network} ${idOf(position)} ${alpha}`,
          asOf: Math.floor(positions.block.number / EVERY_BLOCKS),
        }
  const trade = useAnswer(question, () =>
    background['operations.quote']({
      operation: 'remove-stake',
      account: coldkey,
      values: {
        position: { hotkey: addressOfKey(hotkey), netuid },
        amount: 'max',
        limit: { kind: 'none' },
      },
    }),
  ).value?.trades[0]
  if (trade === undefined || !('rao' in trade.gets)) return null
  return (
    <>
      <Fact label="If you took it all out now">
        <PrivateAmount value={trade.gets.rao} />
      </Fact>
      {price !== undefined && worthAt(alpha, price, netuid) > 0n && (
        <Fact label="Price impact of that">{printBasisPoints(trade.impact)}</Fact>
      )}
    </>
  )
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
