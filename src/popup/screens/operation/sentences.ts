/** What is wrong with something typed, as a sentence that says what to do. */
import type { AddressProblem } from '#shared/domain/address.ts'
import type { AmountProblem } from '#shared/domain/units.ts'

export function addressSentence(problem: AddressProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'Paste or choose an address.'
    case 'ethereum':
      return 'This is an Ethereum-style address (0x…). TAO on Bittensor goes to an address that begins with 5.'
    case 'characters':
      return `An address has no ${nameOf(problem.found)} in it. Copy it again, whole.`
    case 'length':
      return 'An address has 48 characters. This has too few or too many: copy it again, whole.'
    case 'checksum':
      return 'One or more characters are wrong: the address does not match its own checksum. Copy it again.'
    case 'other-network':
      return `This address is written for another network (prefix ${problem.prefix}). Ask for the one that begins with 5 (prefix 42).`
  }
}

/** Base58 leaves out what looks alike; that is worth saying by name. */
function nameOf(found: string): string {
  if (found === '0') return 'zero (0)'
  if (found === 'O') return 'capital O'
  if (found === 'I') return 'capital i (I)'
  if (found === 'l') return 'small L (l)'
  if (/\s/.test(found)) return 'space or line break'
  return `“${found}”`
}

export function amountSentence(problem: AmountProblem): string {
  switch (problem) {
    case 'empty':
      return 'Type an amount.'
    case 'not-a-number':
      return 'Type digits and at most one point, like 12.5.'
    case 'too-many-decimals':
      return 'TAO has nine decimals. Take away the digits after the ninth.'
    case 'too-large':
      return 'More than all the TAO there can ever be.'
    case 'zero':
      return 'More than zero.'
  }
}
