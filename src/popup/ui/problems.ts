/** What is wrong with something typed, as a sentence to stand under its field. */
import type { AddressProblem } from '#shared/domain/address.ts'
import type { ErrorDetails } from '#shared/domain/errors.ts'
import type { AmountProblem } from '#shared/domain/units.ts'

export function addressProblem(problem: AddressProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'Type or paste an address.'
    case 'ethereum':
      return 'This is an Ethereum-style address (0x…). TAO sent from here goes to addresses that begin with 5.'
    case 'characters':
      return `“${problem.found}” does not occur in an address. They hold digits and letters, without 0, O, I and l.`
    case 'length':
      return 'This is not as long as an address: they have 48 characters. A piece may be missing.'
    case 'checksum':
      return 'A character is wrong: the address does not match its own check sum. Copy it again.'
    case 'other-network':
      return `This address is written for another network (prefix ${problem.prefix}). Bittensor’s begin with 5.`
  }
}

export function amountProblem(problem: AmountProblem, of: 'amount' | 'alpha' | 'price' = 'amount'): string {
  switch (problem) {
    case 'empty':
      return of === 'price' ? 'Type a price.' : 'Type an amount.'
    case 'not-a-number':
      return 'Type digits with at most one point, as in 12.5.'
    case 'too-many-decimals':
      return `${of === 'alpha' ? 'Alpha' : 'TAO'} has nine decimals at most.`
    case 'too-large':
      return `There is not that much ${of === 'alpha' ? 'alpha' : 'TAO'}.`
    case 'zero':
      return 'Type more than zero.'
  }
}

/** Names the place of a wrong word, never the word. */
export function secretProblem({ why, word }: ErrorDetails['invalid-secret']): string {
  switch (why) {
    case 'count':
      return 'There should be 12, 15, 18, 21 or 24 words.'
    case 'word':
      return word === undefined
        ? 'One of the words is not on the list these phrases are made of.'
        : `Word ${word} is not on the list these phrases are made of. Check its spelling.`
    case 'checksum':
      return 'Each word exists, but together they do not check. One is wrong, or two have changed places.'
    case 'seed':
      return 'A seed is 64 hexadecimal digits (0-9, a-f), with or without 0x in front.'
    case 'path':
      return 'A path is made of //hard and /soft parts, as in //staking/0.'
  }
}

/** `3 seconds`, `2 minutes`: rounded up, so that the time is over when it says so. */
export function waitWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  const hours = Math.ceil(minutes / 60)
  return hours === 1 ? '1 hour' : `${hours} hours`
}
