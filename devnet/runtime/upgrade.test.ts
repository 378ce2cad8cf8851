import { Binary, decAnyMetadata, unifyMetadata } from '@polkadot-api/substrate-bindings'
import { describe, expect, it } from 'vitest'
import type { Runtime } from './declare.ts'
import { Balances } from './declared/balances.ts'
import { runtime } from './declared/runtime.ts'
import { System } from './declared/system.ts'
import { decodeAll, encode, hex, toHex } from './decode.ts'
import { genesisCommitment } from './genesis-commitment.ts'
import { generate } from './metadata.ts'
import { variantsOf } from './named.ts'
import { exchangeCalls, renameArgument, upgrade, withCalls } from './upgrade.ts'

const alice = `0x${'d4'.repeat(32)}`
const transfer = {
  type: 'Balances',
  value: { type: 'transfer_keep_alive', value: { dest: { type: 'Id', value: alice }, value: 69n } },
}
const transferBytes = `0x050300${'d4'.repeat(32)}1501`

const specOf = (of: Runtime): number => {
  const { pallets } = unifyMetadata(decAnyMetadata(generate(of, 16).slice()))
  const version = pallets
    .find(({ name }) => name === 'System')
    ?.constants.find(({ name }) => name === 'Version')
  return decodeAll(System.constants.Version.ty, Binary.fromHex(version?.value ?? '0x')).spec_version
}

describe('calls of the declared runtime', () => {
  it('are the bytes of the chain', () => {
    expect(toHex(encode(runtime.call, transfer))).toBe(transferBytes)
    expect(decodeAll(runtime.call, hex(transferBytes))).toEqual(transfer)
  })

  it('may hold calls', () => {
    const batch = { type: 'Utility', value: { type: 'batch_all', value: { calls: [transfer, transfer] } } }
    expect(toHex(encode(runtime.call, batch))).toBe(`0x0b0208${transferBytes.slice(2).repeat(2)}`)
    expect(decodeAll(runtime.call, encode(runtime.call, batch))).toEqual(batch)
  })
})

describe('an upgraded runtime', () => {
  const next = upgrade(runtime, 425)

  it('says its spec version in its metadata', () => {
    expect(specOf(runtime)).toBe(424)
    expect(specOf(next)).toBe(425)
  })

  it('knows an event that the old one does not', () => {
    const event = { type: 'Balances', value: { type: 'Reconciled', value: { spec: 425n } } }
    const encoded = encode(next.event, event)
    expect(decodeAll(next.event, encoded)).toEqual(event)
    expect(() => decodeAll(runtime.event, encoded)).toThrow('no variant of index')
  })

  it('reads and writes calls as before', () => {
    expect(toHex(encode(next.call, transfer))).toBe(transferBytes)
  })

  it('leaves the old one as it was', () => {
    expect(variantsOf(Balances.events).map(({ name }) => name)).not.toContain('Reconciled')
  })
})

describe('lying metadata', () => {
  it('gives a call the index of another', () => {
    const lying = exchangeCalls(runtime, { pallet: 'Balances', call: 'transfer_keep_alive', other: 'burn' })
    expect(decodeAll(lying.call, encode(lying.call, transfer))).toEqual(transfer)
    expect(toHex(encode(lying.call, transfer)).slice(0, 6)).toBe('0x050a')
    expect(generate(lying, 16)).not.toEqual(generate(runtime, 16))
  })

  it('gives an argument another name', () => {
    const lie = { pallet: 'Balances', call: 'transfer_keep_alive', from: 'dest', to: 'source' }
    expect(decodeAll(renameArgument(runtime, lie).call, hex(transferBytes))).toEqual({
      type: 'Balances',
      value: { type: 'transfer_keep_alive', value: { source: { type: 'Id', value: alice }, value: 69n } },
    })
  })

  it('refuses to lie about what is not there', () => {
    const call = 'transfer_keep_alive'
    expect(() => exchangeCalls(runtime, { pallet: 'Balances', call, other: 'nothing' })).toThrow('nothing')
    expect(() => exchangeCalls(runtime, { pallet: 'Nothing', call, other: call })).toThrow(
      'no pallet Nothing',
    )
    expect(() => renameArgument(runtime, { pallet: 'Balances', call, from: 'x', to: 'y' })).toThrow(
      'has no x',
    )
  })
})

describe('a runtime with other calls', () => {
  const keepAlive = 'Balances.transfer_keep_alive'

  it('knows a removed call no more, and the others by the indexes they had', () => {
    const next = withCalls(runtime, { removed: ['Balances.transfer_allow_death'] })
    expect(toHex(encode(next.call, transfer))).toBe(transferBytes)
    expect(() => decodeAll(next.call, hex(`0x0500${transferBytes.slice(6)}`))).toThrow('no variant of index')
  })

  it('has an added call behind all others', () => {
    const next = withCalls(runtime, { added: ['Balances.lend'] })
    const lend = { type: 'Balances', value: { type: 'lend', value: { amount: 1n } } }
    expect(toHex(encode(next.call, lend))).toBe('0x050b0100000000000000')
    expect(() => decodeAll(runtime.call, encode(next.call, lend))).toThrow('no variant of index')
  })

  it('reads one more argument of an extended call, and is another runtime', () => {
    const next = withCalls(runtime, { extended: [keepAlive] })
    expect(() => decodeAll(next.call, hex(transferBytes))).toThrow()
    expect(decodeAll(next.call, hex(`${transferBytes}0700000000000000`))).toMatchObject({
      value: { value: { value: 69n, extra: 7n } },
    })
    expect(generate(next, 16)).not.toEqual(generate(runtime, 16))
  })

  it('is not made of calls that are not there, or are already', () => {
    expect(() => withCalls(runtime, { removed: ['Balances.nothing'] })).toThrow('no Balances.nothing')
    expect(() => withCalls(runtime, { extended: ['Nothing.at_all'] })).toThrow('no pallet Nothing')
    expect(() => withCalls(runtime, { added: [keepAlive] })).toThrow('already')
    expect(() => withCalls(runtime, { added: ['lend'] })).toThrow('Pallet.call')
  })
})

describe('the commitment of the genesis', () => {
  it('is the same for the same declarations', () => {
    expect(genesisCommitment({ ...runtime })).toEqual(genesisCommitment(runtime))
  })

  it('changes with any declaration', () => {
    expect(genesisCommitment(upgrade(runtime, 425))).not.toEqual(genesisCommitment(runtime))
  })
})
