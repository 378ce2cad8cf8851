/** Risk rules that more than one operation shares. */
import type { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import type { Acquaintance } from './fact-shapes.ts'

/** Who gets it: a stranger, a look-alike of somebody known, or oneself. */
export function recipientFindings(to: Address, signer: Address, who: Acquaintance): readonly Finding[] {
  if (to === signer)
    return [
      {
        id: 'to-self',
        level: 'caution',
        field: 'to',
        text: ['This is the account you send from. Nothing would move but the fee.'],
      },
    ]
  if (who.lookalike !== undefined)
    return [
      {
        id: 'lookalike',
        level: 'danger',
        field: 'to',
        type: 'DIFFERENT',
        text: [
          'Not the address you know: it begins and ends like ',
          { address: who.lookalike },
          ', and differs in between. Addresses like this are made to be mistaken.',
        ],
      },
    ]
  if (who.own || who.name !== undefined || who.sentBefore) return []
  return [
    {
      id: 'first-time',
      level: 'caution',
      field: 'to',
      text: ['First time you send to this address. Compare all of it with where you got it.'],
    },
  ]
}
