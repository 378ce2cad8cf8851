/** Calls that move TAO, or destroy it. */
import { boolean, object, optional, text } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { Rao } from '../domain/units.ts'
import { U32 } from '../operations/arguments.ts'
import { caution, danger, grave } from '../operations/findings.ts'
import { given } from './reading.ts'
import { always, changes, comes, leaves, type Rule, type Rules } from './rule.ts'

const Named = object({ type: text, value: Address })

const EMPTIES = grave('empties', 'EMPTY', ['This takes all TAO there is from the account.'])
export const DESTROYS = danger('destroys', [
  'What this destroys is gone for everybody. Nothing brings it back.',
])

/** A part of an account's TAO to another. Who that is to this wallet is told by the chain's and the book's facts. */
const send: Rule = {
  changes: given(object({ dest: Named, value: Rao }), ({ dest, value }) => [
    leaves({ rao: value }, ' to ', { address: dest.value }),
  ]),
  isOdd: true,
}

/** Balances and Crowdloan, spec 424. */
export const FUNDS: Rules = {
  'Balances.transfer_allow_death': send,
  'Balances.transfer_keep_alive': send,
  'Balances.transfer_all': {
    changes: given(object({ dest: Named, keep_alive: boolean }), ({ dest, keep_alive: keeps }) => [
      leaves(keeps ? 'All TAO but the minimum balance, to ' : 'All TAO, to ', { address: dest.value }),
    ]),
    finds: always(EMPTIES),
    isOdd: true,
  },
  'Balances.burn': {
    says: given(object({ value: Rao, keep_alive: boolean }), ({ value }) => ({
      verb: 'Burn',
      sentence: ['Destroy ', { rao: value }, ' of this account.'],
    })),
    changes: given(object({ value: Rao, keep_alive: boolean }), ({ value }) => [
      leaves({ rao: value }, ', destroyed'),
    ]),
    finds: always(DESTROYS),
    isOdd: true,
  },
  'Crowdloan.create': {
    says: given(
      object({
        deposit: Rao,
        min_contribution: Rao,
        cap: Rao,
        end: U32,
        call: optional(object({})),
        target_address: optional(Address),
      }),
      ({ cap, target_address: target }) => ({
        verb: 'Open',
        sentence: [
          'Open a crowdloan for ',
          { rao: cap },
          ...(target === undefined ? ['.'] : [', which goes to ', { address: target }, '.']),
        ],
      }),
    ),
    finds: always(caution('deposit', ['Its deposit stays in the crowdloan until that is dissolved.'])),
  },
  'Crowdloan.contribute': {
    changes: given(object({ crowdloan_id: U32, amount: Rao }), ({ crowdloan_id: loan, amount }) => [
      leaves('Up to ', { rao: amount }, ` into crowdloan ${loan}`),
    ]),
    finds: always(
      caution('crowdloan', ['Once the crowdloan is finalized, what was given to it is not given back.']),
    ),
  },
  'Crowdloan.withdraw': { changes: () => [comes('What was put into the crowdloan')] },
  'System.remark': {
    says: () => ({ verb: 'Write', sentence: ['Write a remark. Nothing but the fee is spent.'] }),
  },
  'System.remark_with_event': {
    says: () => ({
      verb: 'Write',
      sentence: ['Write a remark that others can look for. Nothing but the fee is spent.'],
    }),
  },
  'SubtensorModule.register_network': {
    changes: () => [leaves('The price of a new subnet, as it is then'), changes('A subnet of your own')],
  },
  'SubtensorModule.burned_register': {
    changes: () => [leaves('The price of a seat, as it is then')],
  },
}
