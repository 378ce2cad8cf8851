/** Buys a hotkey a seat on a subnet. What it costs is gone. */
import { type Of, object, optional } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Finding } from '../domain/description.ts'
import { buyLimit } from '../domain/price.ts'
import { Netuid, Rao, ROOT, rao, raoPerAlpha } from '../domain/units.ts'
import { defineOperation } from './define.ts'
import type { HotkeyState, Registration } from './fact-shapes.ts'
import { purseOf, spendFindings } from './fee-rules.ts'
import { blocked, caution, note } from './findings.ts'
import { subnetFindings } from './subnet-rules.ts'

const Params = object({ netuid: Netuid, hotkey: Address, limit: optional(Rao) })
type Params = Of<typeof Params>

const Seat = { netuid: Netuid, hotkey: Address }
/** The price rises by about a quarter with each registration: one other may come before this one, in basis points. */
const ROOM = 3000

export const registerHotkey = defineOperation({
  id: 'register-hotkey',
  params: Params,
  calls: {
    'SubtensorModule.burned_register': object(Seat),
    'SubtensorModule.register_limit': object({ ...Seat, limit_price: Rao }),
  },
  build: ({ netuid, hotkey, limit }) =>
    limit === undefined
      ? { name: 'SubtensorModule.burned_register', args: { netuid, hotkey } }
      : { name: 'SubtensorModule.register_limit', args: { netuid, hotkey, limit_price: limit } },
  parse: ({ name, args }): Params => ({
    netuid: args.netuid,
    hotkey: args.hotkey,
    limit: name === 'SubtensorModule.register_limit' ? args.limit_price : undefined,
  }),
  asks: ({ netuid, hotkey }, signer) => ({
    ...purseOf(signer),
    subnet: { fact: 'subnet', of: netuid },
    registration: { fact: 'registration', of: netuid },
    seat: { fact: 'hotkey', of: { hotkey, netuid } },
  }),
  describe: ({ netuid, hotkey, limit }) => ({
    verb: 'Register',
    sentence: [
      'Buy a seat on ',
      { netuid },
      ' for ',
      { address: hotkey },
      ...(limit === undefined ? [', at whatever it costs then.'] : [', for at most ', { rao: limit }, '.']),
    ],
    rows: [
      { label: 'Subnet', value: [{ netuid }] },
      { label: 'Hotkey', value: [{ address: hotkey }] },
      { label: 'Pays at most', value: limit === undefined ? ['No limit'] : [{ rao: limit }] },
    ],
  }),
  warns: ({ limit }) => [
    note('burned', ['What the seat costs is not given back, and a seat is lost when others do better.']),
    ...(limit === undefined
      ? [caution('no-limit', ['No limit: others who register first make it dearer.'])]
      : []),
  ],
  risks: (params, facts, signer) => [
    ...(facts.subnet === undefined ? subnetFindings(facts.subnet, params.netuid, 'subnet') : []),
    ...spendFindings(facts.registration.price, facts, 'subnet'),
    ...seatFindings(params, { ...facts, signer }),
  ],
  form: {
    title: 'Register a hotkey',
    about:
      'A seat lets a hotkey mine or validate on a subnet. Its price rises with every registration and falls with time.',
    fields: {
      subnet: { kind: 'subnet', label: 'Subnet', root: false },
      hotkey: { kind: 'hotkey', label: 'Hotkey' },
    },
    draft: ({ subnet, hotkey }): Params => ({ netuid: subnet, hotkey, limit: rao(0n) }),
    finish: (draft, _values, { registration }): Params => ({
      ...draft,
      limit: rao(buyLimit(raoPerAlpha(registration.price), ROOM)),
    }),
    spends: (_params, { registration }) => registration.price,
  },
})

/** The order of the chain's own checks (SubtensorModule.register, spec 424). */
function seatFindings(
  { netuid, limit }: Params,
  {
    registration,
    seat,
    signer,
  }: { readonly registration: Registration; readonly seat: HotkeyState; readonly signer: Address },
): readonly Finding[] {
  if (netuid === ROOT) return [blocked('root', ['Seats on root are not bought this way.'], 'subnet')]
  if (!registration.open) return [blocked('closed', [{ netuid }, ' takes no registrations now.'], 'subnet')]
  if (seat.registered) return [blocked('registered', ['This hotkey has a seat there already.'], 'hotkey')]
  if (seat.owner !== undefined && seat.owner !== signer)
    return [
      blocked(
        'other-owner',
        ['This hotkey belongs to another account, ', { address: seat.owner }, '.'],
        'hotkey',
      ),
    ]
  if (limit !== undefined && registration.price > limit)
    return [
      blocked('limit-passed', [
        'A seat costs ',
        { rao: registration.price },
        ' now, more than the limit of ',
        { rao: limit },
        '.',
      ]),
    ]
  return [note('price', ['A seat costs ', { rao: registration.price }, ' now.'])]
}
