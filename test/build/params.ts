/** Any params an operation can have, with 0, 1, the largest u64 and every option among them. */
import fc from 'fast-check'
import { addressOf } from '#shared/domain/address.ts'
import { toHex } from '#shared/domain/bytes.ts'
import { MOST_RAO, netuid as netuidOf } from '#shared/domain/units.ts'

type Any = fc.Arbitrary<unknown>

const address = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(addressOf)
const amountTo = (most: bigint) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(0n, 1n, most) },
    { weight: 3, arbitrary: fc.bigInt({ min: 0n, max: most }) },
  )
const amount = amountTo(MOST_RAO)
const uint = (most: number) => fc.oneof(fc.constantFrom(0, 1, most), fc.integer({ min: 0, max: most }))
const u16 = uint(0xffff)
const u32 = uint(0xffff_ffff)
const netuid = u16.map(netuidOf)
const netuids = fc.uniqueArray(netuid, { maxLength: 8 }).map((some) => some.toSorted((a, b) => a - b))
const maybe = (of: Any) => fc.option(of, { nil: undefined })
const bytes = fc.uint8Array({ maxLength: 100 })
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex)
const kind = (name: string, rest: Readonly<Record<string, Any>> = {}) =>
  fc.record({ kind: fc.constant(name), ...rest })

const limit = maybe(fc.record({ price: amount, allowPartial: fc.boolean() }))
/** The largest amount of a position is all of it. */
const quantity = fc.oneof(kind('exactly', { alpha: amountTo(MOST_RAO - 1n) }), kind('all'))
/** Proxy types of spec 424. */
const proxyType = fc.constantFrom(
  ...['Any', 'Owner', 'NonCritical', 'NonTransfer', 'Senate', 'NonFungible', 'Triumvirate', 'Governance'],
  ...['Staking', 'Registration', 'Transfer', 'SmallTransfer', 'RootWeights', 'ChildKeys'],
  ...['SudoUncheckedSetCode', 'SwapHotkey', 'SubnetLeaseBeneficiary', 'RootClaim'],
)
const power = fc.record({ delegate: address, type: proxyType, delay: u32 })
const nothing = fc.constant({})

/** Every entry of the registry needs one: the laws fail for an operation without. */
export const anyParams: Readonly<Record<string, Any>> = {
  'add-proxy': power,
  'add-stake': fc.record({ hotkey: address, netuid, amount, limit }),
  'announce-coldkey-swap': fc.record({ hash }),
  'associate-hotkey': fc.record({ hotkey: address }),
  'claim-root': fc.record({ subnets: netuids }),
  'claim-root-with-hotkey': fc.record({ hotkey: address }),
  'clear-coldkey-swap': nothing,
  'crowdloan-contribute': fc.record({ crowdloan: u32, amount }),
  'crowdloan-withdraw': fc.record({ crowdloan: u32 }),
  'dispute-coldkey-swap': nothing,
  'lock-stake': fc.record({ hotkey: address, netuid, amount }),
  'move-lock': fc.record({ hotkey: address, netuid }),
  'move-stake': fc.record({ hotkey: address, newHotkey: address, from: netuid, to: netuid, quantity }),
  'register-hotkey': fc.record({ netuid, hotkey: address, limit: maybe(amount) }),
  'register-network': fc.record({ hotkey: address }),
  'remove-proxy': power,
  'remove-stake': fc.record({
    hotkey: address,
    netuid,
    sale: fc.oneof(kind('part', { alpha: amount, limit }), kind('all', { limit: maybe(amount) })),
  }),
  'root-register': fc.record({ hotkey: address }),
  'set-auto-stake': fc.record({ netuid, hotkey: address }),
  'set-childkey-take': fc.record({ hotkey: address, netuid, take: u16 }),
  'set-identity': fc.record({
    name: bytes,
    url: bytes,
    github_repo: bytes,
    image: bytes,
    discord: bytes,
    description: bytes,
    additional: bytes,
  }),
  'set-min-collateral': fc.record({ netuid, hotkey: address, least: amount }),
  'set-perpetual-lock': fc.record({ netuid, enabled: fc.boolean() }),
  'set-reject-locked-alpha': fc.record({ enabled: fc.boolean() }),
  'set-root-claim-type': fc.record({
    choice: fc.oneof(
      fc.record({ type: fc.constantFrom('Swap', 'Keep'), value: fc.constant(undefined) }),
      fc.record({ type: fc.constant('KeepSubnets'), value: fc.record({ subnets: netuids }) }),
    ),
  }),
  'set-take': fc.record({ hotkey: address, take: u16, way: fc.constantFrom('up', 'down') }),
  'stake-into-basket': fc.record({ hotkey: address, amount }),
  'start-call': fc.record({ netuid }),
  'submit-encrypted': fc.record({ ciphertext: bytes }),
  'swap-coldkey': fc.record({ to: address }),
  'swap-stake': fc.record({
    hotkey: address,
    from: netuid,
    to: netuid,
    quantity,
    limit: maybe(fc.record({ ratio: amount, allowPartial: fc.boolean() })),
  }),
  transfer: fc.record({
    to: address,
    amount: fc.oneof(kind('exactly', { rao: amount }), kind('all')),
    keepAlive: fc.boolean(),
  }),
  'transfer-stake': fc.record({ to: address, hotkey: address, from: netuid, into: netuid, quantity }),
  'transfer-stake-and-hotkey': fc.record({
    to: address,
    hotkey: address,
    newHotkey: address,
    from: netuid,
    into: netuid,
    quantity,
  }),
  'unstake-all': fc.record({ hotkey: address, into: fc.constantFrom('tao', 'root') }),
}
