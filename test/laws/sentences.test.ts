/** What each operation says, held against sentences written by hand: for the wallet's own calls, and for bytes from anywhere. */
import { describe, expect, it } from 'vitest'
import { fromHex, toHex } from '#shared/domain/bytes.ts'
import { buildCall, isOperationId, operationOf, operations, readCall } from '#shared/operations/index.ts'
import { explain } from '#shared/review/explain.ts'
import { readMetadata } from '#shared/runtime/metadata.ts'
import { ALICE, BOB, wordsOf } from '../build/words.ts'
import { finneyMetadata, hasFinney } from '../fixtures/finney.ts'

const HASH = '0x94772f97f5f6b539aac74e798bc395119f39603402d0c85bc9eda5dfc5ae2160'
const text = (typed: string) => Uint8Array.from(Buffer.from(typed))
const all = { kind: 'all' }
const some = (alpha: bigint) => ({ kind: 'exactly', alpha })
const limit = (price: bigint, allowPartial = false) => ({ price, allowPartial })
const TAO = 1_000_000_000n
const NOBODY = {
  name: text(''),
  url: text(''),
  github_repo: text(''),
  image: text(''),
  discord: text(''),
  description: text(''),
  additional: text(''),
}

type Told = readonly [
  id: string,
  params: Record<string, unknown>,
  verb: string,
  sentence: string,
  rows: readonly string[],
]

const TOLD: readonly Told[] = [
  [
    'add-stake',
    { hotkey: BOB, netuid: 0, amount: 5n * TAO },
    'Stake',
    'Stake τ5 with Bob on Root.',
    ['Validator: Bob', 'Subnet: Root', 'Amount: τ5'],
  ],
  [
    'add-stake',
    { hotkey: BOB, netuid: 64, amount: 5n * TAO },
    'Stake',
    'Stake τ5 with Bob on Subnet 64.',
    ['Validator: Bob', 'Subnet: Subnet 64', 'Amount: τ5', 'Highest price: None: whatever the price is then'],
  ],
  [
    'add-stake',
    { hotkey: BOB, netuid: 64, amount: 1n, limit: limit(21_300_000n) },
    'Stake',
    'Stake τ0.000000001 with Bob on Subnet 64, at no more than τ0.0213 per α.',
    [
      'Validator: Bob',
      'Subnet: Subnet 64',
      'Amount: τ0.000000001',
      'Highest price: τ0.0213 per α',
      'If not all fits within it: Nothing is exchanged',
    ],
  ],
  [
    'add-stake',
    { hotkey: BOB, netuid: 64, amount: TAO, limit: limit(1n, true) },
    'Stake',
    'Stake τ1 with Bob on Subnet 64, at no more than τ0.000000001 per α.',
    [
      'Validator: Bob',
      'Subnet: Subnet 64',
      'Amount: τ1',
      'Highest price: τ0.000000001 per α',
      'If not all fits within it: The part that fits is exchanged',
    ],
  ],
  [
    'remove-stake',
    { hotkey: BOB, netuid: 1, sale: { kind: 'part', alpha: 2_500_000_000n } },
    'Unstake',
    'Unstake 2.5 α of subnet 1 from Bob.',
    [
      'Validator: Bob',
      'Subnet: Subnet 1',
      'Amount: 2.5 α of subnet 1',
      'Lowest price: None: whatever the price is then',
    ],
  ],
  [
    'remove-stake',
    { hotkey: BOB, netuid: 0, sale: { kind: 'part', alpha: TAO } },
    'Unstake',
    'Unstake τ1 on Root from Bob.',
    ['Validator: Bob', 'Subnet: Root', 'Amount: τ1'],
  ],
  [
    'remove-stake',
    { hotkey: BOB, netuid: 1, sale: { kind: 'all', limit: 40_000_000n } },
    'Unstake',
    'Unstake all there is on Subnet 1 from Bob, at no less than τ0.04 per α.',
    [
      'Validator: Bob',
      'Subnet: Subnet 1',
      'Amount: Everything, as counted when it runs',
      'Lowest price: τ0.04 per α',
      'If not all fits within it: Nothing is exchanged',
    ],
  ],
  [
    'remove-stake',
    { hotkey: BOB, netuid: 1, sale: { kind: 'part', alpha: TAO, limit: limit(40_000_000n, true) } },
    'Unstake',
    'Unstake 1 α of subnet 1 from Bob, at no less than τ0.04 per α.',
    [
      'Validator: Bob',
      'Subnet: Subnet 1',
      'Amount: 1 α of subnet 1',
      'Lowest price: τ0.04 per α',
      'If not all fits within it: The part that fits is exchanged',
    ],
  ],
  [
    'unstake-all',
    { hotkey: BOB, into: 'tao' },
    'Unstake all',
    'Unstake everything from Bob, on every subnet and on Root.',
    [
      'Validator: Bob',
      'Price limit: None: whatever the prices are then',
      'Left out: What is locked, too little, or on a subnet that does not trade; the chain says nothing of it',
    ],
  ],
  [
    'unstake-all',
    { hotkey: BOB, into: 'root' },
    'Unstake all',
    'Sell all alpha staked with Bob and stake what it brings on Root, with the same validator.',
    [
      'Validator: Bob',
      'Price limit: None: whatever the prices are then',
      'Left out: What is locked, too little, or on a subnet that does not trade; the chain says nothing of it',
    ],
  ],
  [
    'move-stake',
    { hotkey: BOB, newHotkey: ALICE, from: 1, to: 1, quantity: some(TAO) },
    'Move',
    'Move 1 α of subnet 1 from Bob to Alice.',
    ['From validator: Bob', 'To validator: Alice', 'Amount: 1 α of subnet 1', 'Subnet: Subnet 1'],
  ],
  [
    'move-stake',
    { hotkey: BOB, newHotkey: ALICE, from: 0, to: 2, quantity: all },
    'Move',
    'Move all stake on Root from Bob to Alice, into Subnet 2.',
    [
      'From validator: Bob',
      'To validator: Alice',
      'Amount: Everything, as counted when it runs',
      'From subnet: Root',
      'To subnet: Subnet 2',
      'Price limit: None: whatever the prices are then',
    ],
  ],
  [
    'swap-stake',
    { hotkey: BOB, from: 1, to: 2, quantity: all },
    'Swap',
    'Swap all stake on Subnet 1 for stake on Subnet 2, with Bob.',
    [
      'Validator: Bob',
      'From subnet: Subnet 1',
      'To subnet: Subnet 2',
      'Amount: Everything, as counted when it runs',
      'Lowest price: None: whatever the price is then',
    ],
  ],
  [
    'swap-stake',
    {
      hotkey: BOB,
      from: 1,
      to: 2,
      quantity: some(TAO),
      limit: { ratio: 1_990_000_000n, allowPartial: false },
    },
    'Swap',
    'Swap 1 α of subnet 1 for stake on Subnet 2, with Bob, for at least 1.99 α of subnet 2 for each α of Subnet 1.',
    [
      'Validator: Bob',
      'From subnet: Subnet 1',
      'To subnet: Subnet 2',
      'Amount: 1 α of subnet 1',
      'Lowest price: 1.99 α of subnet 2 for each α of Subnet 1',
      'If not all fits within it: Nothing is exchanged',
    ],
  ],
  [
    'swap-stake',
    { hotkey: BOB, from: 0, to: 2, quantity: some(TAO), limit: { ratio: 2n * TAO, allowPartial: true } },
    'Swap',
    'Swap τ1 on Root for stake on Subnet 2, with Bob, for at least 2 α of subnet 2 for each TAO.',
    [
      'Validator: Bob',
      'From subnet: Root',
      'To subnet: Subnet 2',
      'Amount: τ1',
      'Lowest price: 2 α of subnet 2 for each TAO',
      'If not all fits within it: The part that fits is exchanged',
    ],
  ],
  [
    'swap-stake',
    { hotkey: BOB, from: 1, to: 0, quantity: some(TAO), limit: { ratio: 50_000_000n, allowPartial: false } },
    'Swap',
    'Swap 1 α of subnet 1 for stake on Root, with Bob, for at least τ0.05 for each α of Subnet 1.',
    [
      'Validator: Bob',
      'From subnet: Subnet 1',
      'To subnet: Root',
      'Amount: 1 α of subnet 1',
      'Lowest price: τ0.05 for each α of Subnet 1',
      'If not all fits within it: Nothing is exchanged',
    ],
  ],
  [
    'swap-stake',
    { hotkey: BOB, from: 1, to: 2, quantity: some(TAO), limit: { ratio: 0n, allowPartial: true } },
    'Swap',
    'Swap 1 α of subnet 1 for stake on Subnet 2, with Bob.',
    [
      'Validator: Bob',
      'From subnet: Subnet 1',
      'To subnet: Subnet 2',
      'Amount: 1 α of subnet 1',
      'Lowest price: 0 α of subnet 2: no limit',
      'If not all fits within it: The part that fits is exchanged',
    ],
  ],
  [
    'transfer-stake',
    { to: ALICE, hotkey: BOB, from: 1, into: 1, quantity: some(TAO) },
    'Give away',
    'Give 1 α of subnet 1 to Alice.',
    ['To account: Alice', 'Stays with validator: Bob', 'Amount: 1 α of subnet 1', 'Subnet: Subnet 1'],
  ],
  [
    'transfer-stake',
    { to: ALICE, hotkey: BOB, from: 1, into: 2, quantity: all },
    'Give away',
    'Give all stake on Subnet 1 to Alice, swapped for stake on Subnet 2.',
    [
      'To account: Alice',
      'Stays with validator: Bob',
      'Amount: Everything, as counted when it runs',
      'From subnet: Subnet 1',
      'To subnet: Subnet 2',
      'Price limit: None: whatever the prices are then',
    ],
  ],
  [
    'claim-root',
    { subnets: [1, 2] },
    'Claim',
    'Claim what your stake on root has earned.',
    [
      'Earned on: Subnet 1, Subnet 2',
      'Where it goes: To stake with the same validators: on root, or kept as alpha where you chose so. Newer runtimes claim everything, whatever subnets are named',
    ],
  ],
  [
    'claim-root-with-hotkey',
    { hotkey: BOB },
    'Claim',
    'Claim what root has earned you with Bob, and stake it on root there.',
    [
      'Validator: Bob',
      'How: Your part of everything the validator’s basket holds is sold, without a price limit',
    ],
  ],
  [
    'stake-into-basket',
    { hotkey: BOB, amount: TAO },
    'Buy in',
    'Put τ1 into the basket of Bob.',
    ['Validator: Bob', 'Amount: τ1', 'Price limit: None: whatever the prices are then'],
  ],
  [
    'set-auto-stake',
    { netuid: 3, hotkey: BOB },
    'Set',
    'Stake what your miners earn on Subnet 3 with Bob.',
    [
      'Subnet: Subnet 3',
      'Validator: Bob',
      'Concerns: What your own hotkeys earn by mining from now on; nothing that is staked already',
    ],
  ],
  [
    'lock-stake',
    { hotkey: BOB, netuid: 3, amount: TAO },
    'Lock',
    'Lock 1 α of subnet 3 for Bob.',
    ['For hotkey: Bob', 'Subnet: Subnet 3', 'Amount: 1 α of subnet 3'],
  ],
  [
    'move-lock',
    { hotkey: BOB, netuid: 3 },
    'Move lock',
    'Move your lock on Subnet 3 to Bob.',
    ['Subnet: Subnet 3', 'For hotkey: Bob'],
  ],
  [
    'set-perpetual-lock',
    { netuid: 3, enabled: true },
    'Keep locked',
    'Keep your lock on Subnet 3 as it is, for good.',
    ['Subnet: Subnet 3', 'Perpetual: Yes'],
  ],
  [
    'set-perpetual-lock',
    { netuid: 3, enabled: false },
    'Let go',
    'Let your lock on Subnet 3 come free slowly.',
    ['Subnet: Subnet 3', 'Perpetual: No'],
  ],
  [
    'set-reject-locked-alpha',
    { enabled: true },
    'Refuse',
    'Refuse locked stake that others send you.',
    ['Locked stake from others: Refused'],
  ],
  [
    'set-reject-locked-alpha',
    { enabled: false },
    'Accept',
    'Accept locked stake that others send you.',
    ['Locked stake from others: Accepted'],
  ],
  [
    'register-hotkey',
    { netuid: 3, hotkey: BOB },
    'Register',
    'Buy a seat on Subnet 3 for Bob, at whatever it costs then.',
    ['Subnet: Subnet 3', 'Hotkey: Bob', 'Pays at most: No limit'],
  ],
  [
    'register-hotkey',
    { netuid: 3, hotkey: BOB, limit: TAO },
    'Register',
    'Buy a seat on Subnet 3 for Bob, for at most τ1.',
    ['Subnet: Subnet 3', 'Hotkey: Bob', 'Pays at most: τ1'],
  ],
  ['associate-hotkey', { hotkey: BOB }, 'Link', 'Make Bob a hotkey of this account.', ['Hotkey: Bob']],
  [
    'set-identity',
    { ...NOBODY, name: text('Bob\u202e'), url: text('bob.example') },
    'Publish',
    'Publish this identity for this account: Bob\\u{202e}.',
    [
      'Name: Bob\\u{202e}',
      'Website: bob.example',
      'Code: Nothing',
      'Picture: Nothing',
      'Discord: Nothing',
      'Description: Nothing',
      'More: Nothing',
    ],
  ],
  [
    'set-identity',
    NOBODY,
    'Publish',
    'Publish an identity without a name for this account.',
    [
      'Name: Nothing',
      'Website: Nothing',
      'Code: Nothing',
      'Picture: Nothing',
      'Discord: Nothing',
      'Description: Nothing',
      'More: Nothing',
    ],
  ],
  [
    'add-proxy',
    { delegate: BOB, type: 'Staking', delay: 0 },
    'Give power',
    'Let Bob act for this account: it may stake, unstake, move and swap stake, with any validator and at any price.',
    [
      'Key: Bob',
      'Kind of power: Staking',
      'Without: It cannot send TAO or stake to others. A bad trade can still lose much of it.',
      'Delay: None: it acts at once, without asking again',
    ],
  ],
  [
    'add-proxy',
    { delegate: BOB, type: 'NonCritical', delay: 7200 },
    'Give power',
    'Let Bob act for this account: it may do nearly everything: send TAO and stake away, trade, and give others power.',
    [
      'Key: Bob',
      'Kind of power: NonCritical',
      'Without: It cannot dissolve or register, and cannot hand the account over. That it is called non-critical does not keep your money in.',
      'Delay: Each call is announced 7,200 blocks, about 24 hours before, and can be refused until then',
    ],
  ],
  [
    'add-proxy',
    { delegate: BOB, type: 'Senate', delay: 0 },
    'Give power',
    'Let Bob hold a power that does nothing any more.',
    [
      'Key: Bob',
      'Kind of power: Senate',
      'Without: Nothing that is worth telling',
      'Delay: None: it acts at once, without asking again',
    ],
  ],
  [
    'remove-proxy',
    { delegate: BOB, type: 'Transfer', delay: 0 },
    'Take back',
    'Let Bob no longer act for this account. It could send all TAO and all stake to anybody.',
    ['Key: Bob', 'Kind of power: Transfer', 'Delay: None'],
  ],
  [
    'announce-coldkey-swap',
    { hash: HASH },
    'Announce',
    'Announce that another key takes over everything this account holds.',
    [
      `Fingerprint of the new key: ${HASH}`,
      'Until it is carried out: This account can send nothing but the swap itself, a dispute, and, later, a new announcement or its withdrawal',
    ],
  ],
  [
    'swap-coldkey',
    { to: BOB },
    'Hand over',
    'Hand everything this account holds over to Bob.',
    [
      'New account: Bob',
      'What goes: All TAO that is not reserved, all stake with its locks, hotkeys, subnets, identity and settings',
      'What stays: What is reserved for proxies, announcements and multisigs',
    ],
  ],
  [
    'dispute-coldkey-swap',
    {},
    'Freeze',
    'Dispute the announced swap of this account, and freeze the account.',
    ['Frozen until: The chain’s root key resets it: nobody can send anything until then'],
  ],
  [
    'clear-coldkey-swap',
    {},
    'Withdraw',
    'Withdraw the announced swap of this account.',
    ['Afterwards: The account can send anything again; what announcing cost is gone'],
  ],
  [
    'crowdloan-contribute',
    { crowdloan: 7, amount: TAO },
    'Contribute',
    'Put τ1 into crowdloan 7.',
    ['Crowdloan: 7', 'Amount: τ1 at most: what is too much for its cap is not taken'],
  ],
  [
    'crowdloan-withdraw',
    { crowdloan: 7 },
    'Withdraw',
    'Take back all you put into crowdloan 7.',
    ['Crowdloan: 7'],
  ],
  [
    'set-take',
    { hotkey: BOB, take: 11_796, way: 'up' },
    'Set',
    'Raise what Bob keeps of its stakers’ dividends to 18%.',
    ['Hotkey: Bob', 'Take: 18% (11796 of 65,535)'],
  ],
  [
    'set-take',
    { hotkey: BOB, take: 0, way: 'down' },
    'Set',
    'Lower what Bob keeps of its stakers’ dividends to 0%.',
    ['Hotkey: Bob', 'Take: 0% (0 of 65,535)'],
  ],
  [
    'set-childkey-take',
    { hotkey: BOB, netuid: 3, take: 6554 },
    'Set',
    'Let Bob keep 10% of what stake weight lent to it earns on Subnet 3.',
    ['Hotkey: Bob', 'Subnet: Subnet 3', 'Take: 10% (6554 of 65,535)'],
  ],
  ['root-register', { hotkey: BOB }, 'Register', 'Take a seat on Root for Bob.', ['Hotkey: Bob']],
  [
    'transfer-stake-and-hotkey',
    { to: ALICE, hotkey: BOB, newHotkey: ALICE, from: 1, into: 2, quantity: all },
    'Give away',
    'Give all stake on Subnet 1 to Alice, behind another validator and on Subnet 2.',
    [
      'To account: Alice',
      'From validator: Bob',
      'To validator: Alice',
      'Amount: Everything, as counted when it runs',
      'From subnet: Subnet 1',
      'To subnet: Subnet 2',
    ],
  ],
  [
    'set-min-collateral',
    { netuid: 3, hotkey: BOB, least: TAO },
    'Set',
    'Keep at least 1 α of subnet 3 locked behind Bob.',
    ['Hotkey: Bob', 'Subnet: Subnet 3', 'At least: 1 α of subnet 3'],
  ],
  [
    'set-root-claim-type',
    { choice: { type: 'Swap', value: undefined } },
    'Set',
    'Sell what root earns you for stake on root.',
    [],
  ],
  [
    'set-root-claim-type',
    { choice: { type: 'Keep', value: undefined } },
    'Set',
    'Keep what root earns you as alpha of its subnets.',
    [],
  ],
  [
    'set-root-claim-type',
    { choice: { type: 'KeepSubnets', value: { subnets: [1, 2] } } },
    'Set',
    'Keep what root earns you as alpha of some subnets, and sell the rest for stake on root.',
    ['Kept on: Subnet 1, Subnet 2'],
  ],
  [
    'register-network',
    { hotkey: BOB },
    'Found',
    'Found a new subnet, owned through Bob.',
    ['Owner’s hotkey: Bob', 'Costs: Whatever founding a subnet costs when it runs: this call has no limit'],
  ],
  ['start-call', { netuid: 3 }, 'Start', 'Open trading on Subnet 3.', ['Subnet: Subnet 3']],
  [
    'submit-encrypted',
    { ciphertext: Uint8Array.of(1, 2) },
    'Send sealed',
    'Send an encrypted transaction, which nobody reads before it is in a block.',
    ['Contents: 2 bytes that nobody here can read'],
  ],
  [
    'transfer',
    { to: BOB, amount: { kind: 'exactly', rao: TAO }, keepAlive: true },
    'Send',
    'Send τ1 to Bob.',
    ['To: Bob', 'Amount: τ1', 'Keeps your account alive: Yes'],
  ],
  [
    'transfer',
    { to: BOB, amount: { kind: 'all' }, keepAlive: false },
    'Send',
    'Send all TAO of this account to Bob.',
    [
      'To: Bob',
      'Amount: Everything, as counted when it runs',
      'Keeps your account alive: No: it may be closed, and up to 0.0000005 TAO of dust lost',
    ],
  ],
]

const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined

describe('an operation says', () => {
  it.each(TOLD)('%s: %o', (id, params, verb, sentence, rows) => {
    if (!isOperationId(id)) throw new Error(`no operation ${id}`)
    const operation = operationOf(id)
    const own = operation.describe(params)
    expect(own.verb).toBe(verb)
    expect(wordsOf(own.sentence)).toBe(sentence)
    expect(own.rows.map(({ label, value }) => `${label}: ${wordsOf(value)}`)).toEqual(rows)
    if (runtime === undefined || operation.since !== undefined) return
    // The same from bytes, as a site would hand them over.
    const bytes = runtime.encodeCall(buildCall(operation, params))
    const reader = { signer: ALICE, own: [], isSite: true }
    expect(explain(runtime.decodeCall(bytes), reader).description).toEqual(own)
  })
  it('something for each operation there is', () => {
    expect(new Set(TOLD.map(([id]) => id))).toEqual(new Set(Object.keys(operations)))
  })
})

const B = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
const A = 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'
/** Calls of spec 424, encoded by an implementation that is not this wallet's. */
const BYTES: readonly (readonly [bytes: string, id: string, params: Record<string, unknown>])[] = [
  [`050300${B}02286bee`, 'transfer', { to: BOB, amount: { kind: 'exactly', rao: TAO }, keepAlive: true }],
  [`050400${B}00`, 'transfer', { to: BOB, amount: { kind: 'all' }, keepAlive: false }],
  [`0702${B}010000ca9a3b00000000`, 'add-stake', { hotkey: BOB, netuid: 1, amount: TAO }],
  [
    `0758${B}010000ca9a3b0000000080f0fa020000000000`,
    'add-stake',
    { hotkey: BOB, netuid: 1, amount: TAO, limit: limit(50_000_000n) },
  ],
  [
    `0703${B}010000f9029500000000`,
    'remove-stake',
    { hotkey: BOB, netuid: 1, sale: { kind: 'part', alpha: 2_500_000_000n } },
  ],
  [
    `0767${B}010001005a620200000000`,
    'remove-stake',
    { hotkey: BOB, netuid: 1, sale: { kind: 'all', limit: 40_000_000n } },
  ],
  [`0767${B}010000`, 'remove-stake', { hotkey: BOB, netuid: 1, sale: { kind: 'all' } }],
  [`0753${B}`, 'unstake-all', { hotkey: BOB, into: 'tao' }],
  [
    `0755${B}${A}0100010000ca9a3b00000000`,
    'move-stake',
    { hotkey: BOB, newHotkey: ALICE, from: 1, to: 1, quantity: some(TAO) },
  ],
  [
    `0756${A}${B}0100010000ca9a3b00000000`,
    'transfer-stake',
    { to: ALICE, hotkey: BOB, from: 1, into: 1, quantity: some(TAO) },
  ],
  [
    `075a${B}0100020000ca9a3b00000000000000000000000001`,
    'swap-stake',
    { hotkey: BOB, from: 1, to: 2, quantity: some(TAO), limit: { ratio: 0n, allowPartial: true } },
  ],
  [
    '077a020801000200',
    'set-root-claim-type',
    { choice: { type: 'KeepSubnets', value: { subnets: [1, 2] } } },
  ],
  ['07790801000200', 'claim-root', { subnets: [1, 2] }],
  [`077d${HASH.slice(2)}`, 'announce-coldkey-swap', { hash: HASH }],
  [`100100${B}0800000000`, 'add-proxy', { delegate: BOB, type: 'Staking', delay: 0 }],
  ['1e01080102', 'submit-encrypted', { ciphertext: Uint8Array.of(1, 2) }],
]

describe.skipIf(!hasFinney)('the bytes of a call', () => {
  it.each(BYTES)('%s are %s', (bytes, id, params) => {
    if (!isOperationId(id) || runtime === undefined) throw new Error(`no operation ${id}`)
    expect(toHex(runtime.encodeCall(buildCall(operationOf(id), params)))).toBe(`0x${bytes}`)
    const intent = readCall(runtime.decodeCall(fromHex(bytes)))
    expect(intent).toMatchObject({ kind: 'operation', operation: { id } })
    expect(intent.kind === 'operation' && intent.params).toEqual(params)
  })
})
