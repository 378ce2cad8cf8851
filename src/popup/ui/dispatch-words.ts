/** Why a call failed once it was in a block: the chain's error in words, and what to do about it. */
import type { ErrorDetails } from '#shared/domain/errors.ts'
import type { Words } from './words.ts'

/** By pallet and error name (Balances, Token, Proxy and System errors, spec 424). */
const WORDS: Readonly<Record<string, Words>> = {
  'Balances.InsufficientBalance': {
    say: 'The account did not hold enough.',
    next: 'Send less, or add some TAO first.',
  },
  'Balances.LiquidityRestrictions': {
    say: 'Part of the balance is frozen and could not be moved.',
    next: 'Send less than what is free.',
  },
  'Balances.Expendability': {
    say: 'This would have closed the account.',
    next: 'Send a little less, or allow the account to be closed.',
  },
  'Balances.ExistentialDeposit': {
    say: 'The amount was below the least a new account must receive.',
    next: 'Send at least 0.0000005 TAO.',
  },
  'Balances.DeadAccount': {
    say: 'The receiving account does not exist yet and could not be made.',
    next: 'Send at least 0.0000005 TAO.',
  },
  'Token.FundsUnavailable': {
    say: 'The account did not hold enough.',
    next: 'Send less, or add some TAO first.',
  },
  'Token.NotExpendable': {
    say: 'This would have closed the account.',
    next: 'Send a little less, or allow the account to be closed.',
  },
  'Token.BelowMinimum': {
    say: 'The amount was below the least an account must hold.',
    next: 'Send at least 0.0000005 TAO.',
  },
  'Token.Frozen': {
    say: 'Part of the balance is frozen and could not be moved.',
    next: 'Send less than what is free.',
  },
  'System.CallFiltered': {
    say: 'The chain does not allow this call at present.',
    next: 'Try again later.',
  },
}

/** Without words of its own an error is given by name: the fee was paid, nothing else happened. */
export function dispatchWords({ pallet, error }: ErrorDetails['dispatch-failed']): Words {
  return (
    WORDS[`${pallet}.${error}`] ?? {
      say: `The chain refused it: ${pallet}.${error}.`,
      next: 'Only the network fee was paid. Nothing else changed.',
    }
  )
}
