/** What every call that pays a fee finds: the fee itself, a coldkey swap that holds it back, and more spent than there is. */
import type { Hash } from '#shared/domain/bytes.ts'
import type { Balance } from '#shared/domain/portfolio.ts'
import { type Rao, rao, TAO } from '#shared/domain/units.ts'
import type { AnnouncedSwap } from '#shared/operations/fact-shapes.ts'
import type { Purse } from '#shared/operations/fee-rules.ts'
import type { Change, Told, ToldOf } from '../build/told.ts'

export const free = (amount: bigint): Balance => ({ free: rao(amount), reserved: rao(0n), frozen: rao(0n) })

export const PURSE = {
  own: free(10n * TAO),
  deposit: rao(500n),
  fee: rao(150_000n),
  held: undefined,
}

export const HASH = `0x${'ab'.repeat(32)}` as Hash
export const ANNOUNCED: AnnouncedSwap = { hash: HASH, executableAt: 36_000, disputed: false }
export const DISPUTED: AnnouncedSwap = { ...ANNOUNCED, disputed: true }

/** The fee and the deposit, and one rao less. */
export const ENOUGH = free(150_500n)
export const POOR = free(150_499n)

export const feeTold: ToldOf<Pick<Purse, 'own'>> = {
  id: 'no-fee',
  weight: 'blocks',
  says: 'There is not enough TAO here to pay the network fee of τ0.00015.',
  where: { facts: { own: POOR } },
  not: { facts: { own: ENOUGH } },
}

export const heldTold: readonly ToldOf<{ readonly held: AnnouncedSwap | undefined }>[] = [
  {
    id: 'in-swap',
    weight: 'blocks',
    says: 'A swap of this account to another key is announced: until it is done or withdrawn nothing else can be sent.',
    where: { facts: { held: ANNOUNCED } },
    not: { facts: { held: undefined } },
  },
  {
    id: 'in-swap',
    weight: 'blocks',
    says: 'This account is frozen: the swap of its key is disputed. Nothing can be sent until that is decided.',
    where: { facts: { held: DISPUTED } },
    not: { facts: { held: undefined } },
  },
]

/** Of every call but those of a coldkey swap. */
export const purseTold = [feeTold, ...heldTold]
export const FREE_OF_SWAP = { 'in-swap': 'the chain lets the calls of a coldkey swap through' }

/** For a call that takes TAO; `spending` makes it take just as much. */
export function insufficientTold<P, F>(spending: (amount: Rao) => Change<P, F>): Told<P, F> {
  const most = 9_999_849_500n
  return {
    id: 'insufficient',
    weight: 'blocks',
    says: 'More than there is: at most τ9.9998495 after the fee, so that the account stays open.',
    where: spending(rao(most + 1n)),
    not: spending(rao(most)),
  }
}
