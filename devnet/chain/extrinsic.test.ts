// Against vectors made by other tools: bytes of calls, keys and signed extrinsics of spec 424.
import { describe, expect, it } from 'vitest'
import type { Outer } from '../runtime/declare.ts'
import { runtime } from '../runtime/declared/runtime.ts'
import { SubtensorModule } from '../runtime/declared/subtensor-module.ts'
import { System } from '../runtime/declared/system.ts'
import { alice, bob, call } from '../testkit.ts'
import { compactBytes, createReader, fromHex, type Hex, join, toHex } from './bytes.ts'
import { DecodeError, FrameError, type Implicit, readExtrinsic, signingBytes } from './extrinsic.ts'
import { createVerifier, verifySignature } from './signature.ts'
import { keyOf, slotsOf } from './slots.ts'

const A = 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'
const B = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
const ED_B = '0xd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69'
const FINNEY = fromHex('0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03')
const BIRTH = fromHex('0xbee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac4')
const DIGEST = fromHex('0x80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f')
const TRANSFER: Hex = `0x050300${A}02286bee`
const EXTRINSIC: Hex = `0x3d028400${ED_B.slice(2)}006221c5f586c97173542103b4286effb8c433dc6531d8806c21f286cc10266be6443f96f1c274284475367bc66a4c754a53f43de2e5c5a9f3ecd8a4301fa46202e5031c0000${TRANSFER.slice(2)}`

const signed = (implicit: Partial<Implicit>): Implicit => ({
  specVersion: 424,
  transactionVersion: 1,
  genesis: FINNEY,
  birthHash: BIRTH,
  digest: undefined,
  ...implicit,
})

const acc = (id: string) => `0x${id}`
const CALLS: readonly (readonly [string, Outer])[] = [
  [
    `050300${B}02286bee`,
    call('Balances', 'transfer_keep_alive', { dest: { type: 'Id', value: acc(B) }, value: 1_000_000_000n }),
  ],
  [
    `050400${B}00`,
    call('Balances', 'transfer_all', { dest: { type: 'Id', value: acc(B) }, keep_alive: false }),
  ],
  [
    `0702${B}010000ca9a3b00000000`,
    call('SubtensorModule', 'add_stake', { hotkey: acc(B), netuid: 1, amount_staked: 1_000_000_000n }),
  ],
  [
    `0756${A}${B}0100010000ca9a3b00000000`,
    call('SubtensorModule', 'transfer_stake', {
      destination_coldkey: acc(A),
      hotkey: acc(B),
      origin_netuid: 1,
      destination_netuid: 1,
      alpha_amount: 1_000_000_000n,
    }),
  ],
  [
    `100100${B}0800000000`,
    call('Proxy', 'add_proxy', {
      delegate: { type: 'Id', value: acc(B) },
      proxy_type: { type: 'Staking' },
      delay: 0,
    }),
  ],
  ['1e01080102', call('MevShield', 'submit_encrypted', { ciphertext: Uint8Array.of(1, 2) })],
]

describe('calls of spec 424', () => {
  it.each(CALLS)('have the bytes %s', (bytes, outer) => {
    expect(toHex(runtime.call.codec.enc(outer))).toBe(`0x${bytes}`)
    expect(runtime.call.codec.dec(fromHex(`0x${bytes}`))).toEqual(outer)
  })
})

describe('storage keys of spec 424', () => {
  it('name an account', () => {
    expect(keyOf(slotsOf(System).Account, [acc(A)])).toBe(
      `0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9de1e86a9a8c739864cf3cc5ec2bea59f${A}`,
    )
  })

  it('name a stake with three keys of three kinds', () => {
    expect(keyOf(slotsOf(SubtensorModule).AlphaV2, [bob.account, alice.account, 1])).toBe(
      `0x658faa385070e074c85bf6b568cf0555421d8174603a6a6036511a7619b402f04f9aea1afa791265fae359272badc1cf${B}de1e86a9a8c739864cf3cc5ec2bea59f${A}0100`,
    )
  })
})

describe('a received extrinsic', () => {
  it('is cut into exactly what was signed', () => {
    const extrinsic = readExtrinsic(fromHex(EXTRINSIC))
    if (extrinsic.kind !== 'signed') throw new Error('not signed')
    expect(extrinsic).toMatchObject({ signer: ED_B, scheme: 'ed25519', nonce: 7, tip: 0n, mode: 0 })
    expect(extrinsic.era).toEqual({ kind: 'mortal', period: 64, phase: 62 })
    expect(toHex(extrinsic.extraBytes)).toBe('0xe5031c0000')
    expect(toHex(extrinsic.callBytes)).toBe(TRANSFER)
    const message = signingBytes(extrinsic.callBytes, extrinsic.extraBytes, signed({}))
    expect(verifySignature({ ...extrinsic, signer: ED_B, message })).toBe(true)
    const other = signingBytes(extrinsic.callBytes, extrinsic.extraBytes, signed({ specVersion: 425 }))
    expect(verifySignature({ ...extrinsic, signer: ED_B, message: other })).toBe(false)
  })

  it('is refused as a frame when its length is wrong or bytes follow', () => {
    const good = fromHex(EXTRINSIC)
    expect(() => readExtrinsic(good.slice(0, -1))).toThrow(FrameError)
    expect(() => readExtrinsic(join(good, Uint8Array.of(0)))).toThrow(FrameError)
  })

  it('does not decode with an unknown version, signature kind or mode', () => {
    const good = fromHex(EXTRINSIC)
    for (const at of [2, 36]) {
      const bad = good.slice()
      bad[at] = 0x77
      expect(() => readExtrinsic(bad)).toThrow(DecodeError)
    }
    const mode = good.slice()
    mode[2 + 1 + 33 + 65 + 4] = 2
    expect(() => readExtrinsic(mode)).toThrow(DecodeError)
  })
})

describe('signing bytes of spec 424', () => {
  const plain = Uint8Array.of(0xe5, 0x03, 0x1c, 0x00, 0x00)

  it('end with a zero byte in mode 0', () => {
    expect(toHex(signingBytes(fromHex(TRANSFER), plain, signed({})))).toBe(
      `${TRANSFER}e5031c0000a801000001000000${toHex(FINNEY).slice(2)}${toHex(BIRTH).slice(2)}00`,
    )
  })

  const VECTORS = [
    {
      name: 'immortal with a tip',
      call: fromHex(TRANSFER),
      extra: fromHex('0x001c1400'),
      implicit: signed({ birthHash: FINNEY }),
      signature:
        '0x54aeed7f8c81e453d89425b2f039d67e45132902e6273c1932bd06e4536cb75357fa59dc8cf0cc43d50e356a898f4ca91c5da3d475af34a9241935cb4a995e05',
    },
    {
      name: 'mode 1 with the digest of mainnet',
      call: fromHex(TRANSFER),
      extra: fromHex('0xe5031c0001'),
      implicit: signed({ digest: DIGEST }),
      signature:
        '0x989dd86248483d3b3c9f1f177a31533fd68a71b8f282de9deabdafba7c6279fae4076c6b04bad39e136b4af878e6044cc9e62107b5fc6c68bae0c3d65aad3c09',
    },
    {
      name: 'a call so long that its hash is signed',
      call: join(fromHex('0x00008104'), new Uint8Array(288).fill(0x41)),
      extra: plain,
      implicit: signed({}),
      signature:
        '0x8f86f24865de845ca8ac99ad308da6dffab2d64563c6e77e9f92daf41cb72e4c70c194f1603ae347fc1b603aaec575b42107009e50302356066e1f0526726204',
    },
  ]
  it.each(VECTORS)('are what others signed: $name', ({ call: bytes, extra, implicit, signature }) => {
    const message = signingBytes(bytes, extra, implicit)
    const verify = createVerifier()
    const claim = { scheme: 'ed25519', signer: ED_B, signature: fromHex(signature) } as const
    expect(verify({ ...claim, message })).toBe(true)
    // Asked again, the memory answers; asked about other bytes, it does not.
    expect(verify({ ...claim, message })).toBe(true)
    expect(verify({ ...claim, message: join(message, Uint8Array.of(0)) })).toBe(false)
  })
})

describe('compact numbers', () => {
  it.each([0n, 63n, 64n, 16_383n, 16_384n, 1_073_741_823n, 1_073_741_824n, (1n << 64n) - 1n])(
    'are read back: %s',
    (value) => {
      expect(createReader(compactBytes(value)).compact(64)).toBe(value)
    },
  )

  it('are refused in a longer form than needed', () => {
    expect(() => createReader(Uint8Array.of(0x01, 0x00)).compact(32)).toThrow('canonical')
    expect(() => createReader(Uint8Array.of(0x03, 1, 0, 0, 0)).compact(32)).toThrow('canonical')
  })

  it('are refused beyond their type', () => {
    expect(() => createReader(compactBytes(1n << 32n)).compact(32)).toThrow('range')
  })
})
