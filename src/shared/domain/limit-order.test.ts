import { blake2b } from '@noble/hashes/blake2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALICE, BOB, LINKED, MOST, V1, V2 } from '../../../test/build/limit-orders.ts'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { readMetadata } from '../runtime/metadata.ts'
import { type Address, addressOf } from './address.ts'
import { fromHex, type Hash, toHex } from './bytes.ts'
import { type LimitOrder, ORDER_KINDS, orderBytes, orderId, readOrder } from './limit-order.ts'
import { parseOrder, printOrder } from './order-text.ts'
import { wrapMessage } from './site-message.ts'
import { netuid, raoPerAlpha } from './units.ts'

const DEVICE_VECTORS: readonly (readonly [string, LimitOrder, number, string])[] = [
  ['v1', V1, 396, '3c3ea88b51457189388906eecb582d5ebf481b1af5b66b6b5771e4e84b6e5ed7'],
  ['v2 of a fixed amount', V2, 423, 'b37d9b6e7f33e10d428db66ad581b7f83558e087dbf8e547af8b5b718a45f63a'],
  ['v2 take-profit, linked', LINKED, 512, '4872611a3656ed87cc8d7f3e78b9f6c9e1f70a5d4eaf86a20ae4a916f21f8190'],
  [
    'v2 stop-loss that nobody may bring',
    { ...V2, kind: 'StopLoss', relayers: [], slippage: 0, isPartial: false, isLinked: true },
    373,
    '0384ac179ed6f4e14cea6560368e0c72c705db3638df81ae0a235036a1ee5445',
  ],
  [
    'v2 with the most of everything',
    {
      ...V2,
      amount: { kind: 'fixed', value: MOST },
      price: raoPerAlpha(MOST),
      expiry: MOST,
      fee: 1_000_000_000,
      relayers: [BOB, '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy' as Address],
      slippage: 1_000_000_000,
      chainId: MOST,
      isLinked: true,
    },
    524,
    '755794cb9934648f3939dd1a65c699dcd07105c5544f91f3fdc0dfb578bdec39',
  ],
  [
    'v2, the shortest there is',
    {
      ...V2,
      netuid: netuid(0),
      amount: { kind: 'fixed', value: 0n },
      price: raoPerAlpha(0n),
      expiry: 0n,
      fee: 0,
      relayers: null,
      slippage: null,
      chainId: 0n,
      isPartial: false,
    },
    341,
    '7326e6c0ba508f552307354a82325bd795f36223b88f34b8cce443cb61d8f65d',
  ],
]

/** The order of an attack: 5,000 TAO at any price, all of it as a fee. */
const D3 =
  '0x00d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48010000005039278c040000ffffffffffffffff0038d360ba01000000ca9a3b8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a480000c40300000000000001'

const account = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(addressOf)
const u64 = fc.bigInt({ min: 0n, max: MOST })
const parts = fc.nat(1_000_000_000)
const fixed = u64.map((value) => ({ kind: 'fixed', value }) as const)
const linked = fc
  .tuple(fc.uint8Array({ minLength: 32, maxLength: 32 }), parts)
  .map(([provider, part]) => ({ kind: 'linked', provider: toHex(provider) as Hash, part }) as const)
const anyOrder: fc.Arbitrary<LimitOrder> = fc.boolean().chain((isNew) =>
  fc.record({
    signer: account,
    hotkey: account,
    netuid: fc.nat(65_535).map(netuid),
    kind: fc.constantFrom(...ORDER_KINDS),
    amount: isNew ? fc.oneof(fixed, linked) : fixed,
    price: u64.map(raoPerAlpha),
    expiry: u64,
    fee: parts,
    feeRecipient: account,
    relayers: fc.option(fc.array(account, { maxLength: 10 })),
    slippage: fc.option(parts),
    chainId: u64,
    isPartial: fc.boolean(),
    isLinked: isNew ? fc.boolean() : fc.constant(null),
  }),
)

describe('a limit order', () => {
  it.each(DEVICE_VECTORS)('is written as a hardware wallet was shown it: %s', (_, order, length, hash) => {
    const text = printOrder(order)
    const wrapped = wrapMessage(new TextEncoder().encode(text))
    expect(wrapped).toHaveLength(length)
    expect(toHex(blake2b(wrapped, { dkLen: 32 }))).toBe(`0x${hash}`)
    expect(parseOrder(text)).toEqual(order)
  })
  it('is read from its bytes, to the last (D.3)', () => {
    expect(readOrder(fromHex(D3))).toEqual({
      signer: ALICE,
      hotkey: BOB,
      netuid: 1,
      kind: 'LimitBuy',
      amount: { kind: 'fixed', value: 5_000_000_000_000n },
      price: MOST,
      expiry: 1_900_000_000_000n,
      fee: 1_000_000_000,
      feeRecipient: BOB,
      relayers: null,
      slippage: null,
      chainId: 964n,
      isPartial: true,
      isLinked: null,
    })
  })
  it.each([
    ['v1', V1, null, 139],
    ['v2 of a fixed amount', V2, null, 141],
    ['v2 of a linked amount', LINKED, null, 169],
  ] as const)('is as long as the chain says: %s', (_, order, none, length) => {
    expect(orderBytes({ ...order, relayers: none, slippage: none })).toHaveLength(length)
  })
  it('comes back from its bytes and from its text, whatever it says', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(readOrder(orderBytes(order))).toEqual(order)
        expect(parseOrder(printOrder(order))).toEqual(order)
        expect(printOrder(order)).toMatch(/^[ -~]+$/)
      }),
    )
  })
  it.runIf(hasFinney)('has the bytes the runtime itself gives it', () => {
    const order = {
      type: 'V1',
      value: {
        signer: V1.signer,
        hotkey: V1.hotkey,
        netuid: 64,
        order_type: { type: 'LimitBuy', value: undefined },
        amount: 1_000_000_000n,
        limit_price: 500_000_000n,
        expiry: 1_793_000_000n,
        fee_rate: 8_500_000,
        fee_recipient: V1.feeRecipient,
        relayer: V1.relayers,
        max_slippage: 7_500_000,
        chain_id: 1n,
        partial_fills_enabled: true,
      },
    }
    const call = readMetadata(finneyMetadata()).encodeCall({
      name: 'LimitOrders.cancel_order',
      args: { order },
    })
    expect(toHex(call.slice(2))).toBe(toHex(orderBytes(V1)))
  })
  it('is known by the hash of its bytes', () => {
    expect(orderId(V1)).toBe(toHex(blake2b(orderBytes(V1), { dkLen: 32 })))
    expect(orderId(V1)).not.toBe(orderId({ ...V1, isPartial: false }))
  })
})
