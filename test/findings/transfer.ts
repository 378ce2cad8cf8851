import { NO_BALANCE } from '#shared/domain/portfolio.ts'
import { rao, TAO } from '#shared/domain/units.ts'
import { transfer } from '#shared/operations/transfer.ts'
import { tableOf } from '../build/told.ts'
import { BOB } from '../build/words.ts'
import { FRIEND, recipientTold } from './places.ts'
import { free, PURSE, purseTold } from './purse.ts'

const exactly = (amount: bigint, keepAlive = true) => ({
  amount: { kind: 'exactly', rao: rao(amount) } as const,
  keepAlive,
})
const all = (keepAlive: boolean) => ({ amount: { kind: 'all' } as const, keepAlive })
/** Nine of ten TAO are frozen. */
const frozen = { own: { ...free(10n * TAO), frozen: rao(9n * TAO) } }

export const transferTable = tableOf(transfer, {
  params: { to: BOB, ...exactly(TAO) },
  facts: { ...PURSE, theirs: free(TAO), who: FRIEND },
  told: [
    ...purseTold,
    ...recipientTold,
    {
      id: 'insufficient',
      weight: 'blocks',
      says: 'More than you can send: at most τ9.9998495 after the fee, so that the account stays open.',
      where: { params: exactly(9_999_849_501n) },
      not: { params: exactly(9_999_849_500n) },
    },
    {
      id: 'insufficient',
      weight: 'blocks',
      says: 'More than you can send: at most τ9.99985 after the fee.',
      where: { params: exactly(9_999_850_001n, false) },
      not: { params: exactly(9_999_850_000n, false) },
    },
    {
      id: 'insufficient',
      weight: 'blocks',
      says: 'More than you can send: at most τ0.99985 after the fee, so that the account stays open.',
      where: { params: exactly(999_850_001n), facts: frozen },
      not: { params: exactly(999_850_000n), facts: frozen },
    },
    {
      id: 'below-deposit',
      weight: 'blocks',
      says: 'A new account must receive at least τ0.0000005, or the chain refuses it.',
      where: { params: exactly(499n), facts: { theirs: NO_BALANCE } },
      not: { params: exactly(500n), facts: { theirs: NO_BALANCE } },
    },
    {
      id: 'below-deposit',
      weight: 'blocks',
      says: 'A new account must receive at least τ0.0000005, or the chain refuses it.',
      where: { params: exactly(499n), facts: { theirs: NO_BALANCE } },
      not: { params: exactly(499n), facts: { theirs: free(1n) } },
    },
    {
      id: 'empties',
      weight: 'type EMPTY',
      says: 'What is left is below the minimum balance: the account is closed and the rest is lost.',
      where: { params: exactly(9_999_849_501n, false) },
      not: { params: exactly(9_999_849_500n, false) },
    },
    {
      id: 'empties',
      weight: 'type EMPTY',
      says: 'This takes all TAO from the account and closes it. Stake stays, but without TAO it cannot be moved.',
      where: { params: all(false) },
      not: { params: all(true) },
    },
    {
      id: 'empties',
      weight: 'type EMPTY',
      says: 'This takes all TAO from the account and closes it. Stake stays, but without TAO it cannot be moved.',
      where: { params: exactly(9_999_850_000n, false) },
      not: { params: exactly(9_999_849_500n, false) },
    },
  ],
})
