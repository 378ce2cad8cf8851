/** Risk rules that more than one operation shares. */
import type { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import type { Acquaintance } from './fact-shapes.ts'
import { caution, note } from './findings.ts'

/** Who gets it: a stranger, a look-alike of somebody known, or oneself. */
export function recipientFindings(to: Address, signer: Address, who: Acquaintance): readonly Finding[] {
  if (to === signer)
    return [caution('to-self', ['This is the account you send from. Nothing would move but the fee.'], 'to')]
  if (who.lookalike !== undefined) {
    const text = lookalikeText(to, who.lookalike)
    return [
      // Who was paid before is asked for no word each time: of two that look alike, one is right.
      who.sentBefore
        ? { id: 'lookalike', level: 'caution', field: 'to', text }
        : { id: 'lookalike', level: 'danger', field: 'to', type: DIFFERENT, text },
    ]
  }
  if (who.own || who.sentBefore) return []
  if (who.name !== undefined) return [note('first-time', ['You have not sent to this contact before.'], 'to')]
  return [
    caution(
      'first-time',
      ['First time you send to this address. Compare all of it with where you got it.'],
      'to',
    ),
  ]
}

/** What is typed to agree that an address is another than the one it looks like. */
export const DIFFERENT = 'DIFFERENT'

export function lookalikeText(address: Address, known: Address): Finding['text'] {
  return [
    'This looks like another address you know, ',
    { address: known },
    '. This one: ',
    { address, unlike: known },
    ' The other, with what differs marked: ',
    { address: known, unlike: address },
    ' Addresses like this are made to be mistaken.',
  ]
}
