// TAO that is given back to the emission still to come: it leaves the account and was never issued (SubtensorModule, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { lessOrZero } from '../../economy/fixed-point.ts'
import { Balances } from '../../runtime/declared/balances.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { AccountId, Context } from '../context.ts'
import { reducibleBalance, withdraw } from '../money.ts'

const { TotalIssuance: OfBalances } = slotsOf(Balances)
const { TotalIssuance } = slotsOf(SubtensorModule)

/** Takes `amount` for good. False, and nothing done, where the account would not outlive it. */
export function recycle(c: Context, who: AccountId, amount: bigint): boolean {
  if (amount > reducibleBalance(c, who, 'preserve')) return false
  withdraw(c, who, amount)
  c.write(OfBalances, [], lessOrZero(c.read(OfBalances), amount))
  c.write(TotalIssuance, [], lessOrZero(c.read(TotalIssuance), amount))
  return true
}
