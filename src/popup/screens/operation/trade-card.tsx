/** What a call would exchange, as the chain simulates it now: what comes, at what price, and what it costs. */
import { printBasisPoints } from '#shared/domain/price.ts'
import type { Trade } from '#shared/domain/trade.ts'
import { type Money, ROOT, sum } from '#shared/domain/units.ts'
import { Amount, WholeAmount } from '../../ui/amount.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { InlineSubnet, type Names } from '../../ui/spans.tsx'

/** From here on the price moves so much that it is amber, and red: basis points. */
const MUCH = 200
const VERY_MUCH = 500
/** As much as fills the bar. */
const FULL = 1000

/** What one trade brings; of several, what each brings and all of them together. */
export function TradesFacts({ trades, names }: { readonly trades: readonly Trade[]; readonly names: Names }) {
  const [one, ...others] = trades
  if (one === undefined) return null
  if (others.length === 0) return <TradeFacts trade={one} />
  const brought = trades.flatMap(({ gets }) => ('rao' in gets ? [gets.rao] : []))
  return (
    <Facts>
      {trades.map(({ gives, gets }, at) => (
        <Fact
          key={at}
          label={
            <>
              From <InlineSubnet netuid={'rao' in gives ? ROOT : gives.netuid} names={names} isWithin />
            </>
          }
        >
          <MoneyAmount money={gets} />
        </Fact>
      ))}
      {brought.length === trades.length && (
        <Fact label="Together, about">
          <b>
            <Amount value={sum(brought)} />
          </b>
        </Fact>
      )}
    </Facts>
  )
}

function TradeFacts({ trade }: { readonly trade: Trade }) {
  const { gives, gets, atLeast, fee, spot, impact } = trade
  const isTrade = spot !== undefined || impact > 0
  // A limit that cannot be met promises nothing: the call would fail, and a finding says so.
  const promised = atLeast !== undefined && amountOf(atLeast) <= amountOf(gets) ? atLeast : undefined
  return (
    <>
      <Facts>
        <Fact label="You get about">
          <b>
            <MoneyAmount money={gets} />
          </b>
        </Fact>
        {promised !== undefined && (
          <Fact label="At least">
            <MoneyAmount money={promised} />
          </Fact>
        )}
        {isTrade && (
          <Fact label="Price impact">
            <span className={impact >= VERY_MUCH ? 'bad' : impact >= MUCH ? 'tone-doubt' : ''}>
              {printBasisPoints(impact)}
            </span>
          </Fact>
        )}
      </Facts>
      {isTrade && (
        <div className="impact" aria-hidden>
          <i
            className={impact >= VERY_MUCH ? 'bad' : impact >= MUCH ? 'much' : ''}
            style={{ width: `${Math.min(100, Math.max(1.5, (impact / FULL) * 100))}%` }}
          />
        </div>
      )}
      <Facts>
        {spot !== undefined && (
          <Fact label="Price now">
            <PricePer price={spot} trade={trade} />
          </Fact>
        )}
        {trade.limit !== undefined && (
          <Fact label={'rao' in gives ? 'Highest price' : 'Lowest price'}>
            <PricePer price={trade.limit} trade={trade} />
          </Fact>
        )}
        {fee !== undefined && (
          <Fact label="Swap fee">
            <MoneyAmount money={fee} />
          </Fact>
        )}
      </Facts>
    </>
  )
}

/** `at most τ 0.1025 per α`: what will be signed. Nothing while it is not known. */
export function LimitPrice({ trade }: { readonly trade: Trade | undefined }) {
  if (trade?.limit === undefined) return null
  return (
    <span className="muted">
      {'rao' in trade.gives ? 'at most ' : 'at least '}
      <PricePer price={trade.limit} trade={trade} />
    </span>
  )
}

function PricePer({ price, trade }: { readonly price: bigint; readonly trade: Trade }) {
  const { gives, gets } = trade
  // From one subnet to another the price is how much of the second one alpha of the first must bring.
  const isRatio = 'alpha' in gives && 'alpha' in gets
  return (
    <>
      {isRatio ? <WholeAmount value={price} unit="α" /> : <WholeAmount value={price} />} per α
      {isRatio && ` of SN${gives.netuid}`}
    </>
  )
}

export function MoneyAmount({ money }: { readonly money: Money }) {
  return 'rao' in money ? <Amount value={money.rao} /> : <Amount value={money.alpha} unit="α" />
}

function amountOf(money: Money): bigint {
  return 'rao' in money ? money.rao : money.alpha
}
