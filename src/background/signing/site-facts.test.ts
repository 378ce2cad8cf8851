import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Address, addressOf } from '#shared/domain/address.ts'
import type { Call } from '#shared/domain/extrinsic.ts'
import { TAO } from '#shared/domain/units.ts'
import {
  alice,
  type Bench,
  bob,
  type DevKey,
  nextBlock,
  sightingsOf,
  signed,
  startBench,
  transferTo,
  until,
} from '../../../test/build/devnet-chain.ts'
import { aStore } from '../../../test/build/store.ts'
import { createBook } from '../accounts/book.ts'
import { keys } from '../storage/keys.ts'
import { readSiteFacts } from './site-facts.ts'

const stranger = addressOf(new Uint8Array(32).fill(9))
const id = (value: Address) => ({ type: 'Id', value })
const inner = ({ name, args }: Call) => {
  const [pallet = '', method = ''] = name.split('.')
  return { type: pallet, value: { type: method, value: args } }
}
const batch = (...calls: readonly Call[]): Call => ({
  name: 'Utility.batch_all',
  args: { calls: calls.map(inner) },
})
const proxied = (real: Address, call: Call): Call => ({
  name: 'Proxy.proxy',
  args: { real: id(real), force_proxy_type: undefined, call: inner(call) },
})

describe('what the chain says of a site’s transaction', () => {
  let bench: Bench
  let next: number
  beforeAll(async () => {
    bench = await startBench()
    await run(bob, {
      name: 'Proxy.add_proxy',
      args: { delegate: id(alice.address), proxy_type: { type: 'Any' }, delay: 0 },
    })
    await run(alice, transferTo(bob.address, TAO))
    next = await bench.chain.nextNonce(alice.address)
  })
  afterAll(() => bench.end())

  async function run(key: DevKey, call: Call): Promise<void> {
    const heard = sightingsOf(bench.chain, await signed(bench.chain, key, call))
    await until(() => heard.some(({ kind }) => kind === 'broadcast'))
    await nextBlock(bench)
    await until(() => heard.at(-1)?.kind === 'in-block')
    expect(heard.at(-1)).toMatchObject({ outcome: { kind: 'done' } })
  }
  async function factsOf(call: Call, nonce = next, kept = aStore()) {
    const { runtime } = await bench.chain.live()
    const decoded = runtime.decodeCall(runtime.encodeCall(call))
    const book = createBook(kept)
    return readSiteFacts(decoded, { address: alice.address, nonce }, { chain: bench.chain, book })
  }
  const findings = async (call: Call, nonce?: number) =>
    (await factsOf(call, nonce)).findings.map((finding) => [finding.id, finding.level])
  const free = async (of: Address) => (await bench.chain.balances([of])).balances.get(of)?.free ?? 0n

  it('knows the fee, what the account has, and that a stranger would get it (DNG-2)', async () => {
    const facts = await factsOf(transferTo(stranger, TAO))
    expect(facts).toMatchObject({ own: { free: await free(alice.address) }, payer: null })
    expect(facts.fee).toBeGreaterThan(0n)
    expect(facts.findings).toMatchObject([{ id: 'first-time', level: 'caution' }])
  })

  it('says less of who gets it where that is a contact, for every site alike, and again all once it is none', async () => {
    const kept = aStore()
    const told = async () =>
      (await factsOf(batch(transferTo(stranger, TAO)), next, kept)).findings.map(({ id, level }) => [
        id,
        level,
      ])
    await kept.store.set(keys.contacts, [{ address: stranger, name: 'Landlord' }])
    expect(await told()).toEqual([['batch_all[0]/first-time', 'note']])
    await kept.store.set(keys.contacts, [{ address: bob.address, name: 'Landlord' }])
    expect(await told()).toEqual([['batch_all[0]/first-time', 'caution']])
  })

  describe('of its number', () => {
    const none = transferTo(alice.address, 1n)
    const ofNumber = async (nonce: number) =>
      (await findings(none, nonce)).filter(([name]) => name?.endsWith('number'))
    it('8.7-94 is nothing where it is the next one (DNG-21)', async () => {
      expect(await ofNumber(next)).toEqual([])
    })
    it.each([
      ['the next but one', 1, 'later-number', 'caution'],
      ['five later', 5, 'later-number', 'caution'],
      ['six later', 6, 'later-number', 'danger'],
      ['one that was used', -1, 'used-number', 'caution'],
    ] as const)('8.7-94 is said where it is %s (DNG-21)', async (_, ahead, name, level) => {
      expect(await ofNumber(next + ahead)).toEqual([[name, level]])
    })
  })

  describe('of almost all that an account has', () => {
    it('is a danger, also in parts (DNG-2)', async () => {
      const half = (await free(alice.address)) / 2n
      expect(await findings(transferTo(stranger, half))).not.toContainEqual(['almost-all', 'danger'])
      const all = batch(transferTo(stranger, half), transferTo(stranger, half - TAO))
      expect(await findings(all)).toContainEqual(['almost-all', 'danger'])
    })
    it('is a danger also where the parts add up to more than a balance can hold', async () => {
      const most = transferTo(stranger, (1n << 64n) - 1n)
      expect(await findings(batch(most, most))).toContainEqual(['almost-all', 'danger'])
    })
    it('counts for the account that is acted for', async () => {
      const most = (await free(bob.address)) - TAO
      const { findings: found } = await factsOf(proxied(bob.address, transferTo(stranger, most)))
      const { text = [] } = found.find((finding) => finding.id === 'almost-all') ?? {}
      expect(text).toContainEqual({ address: bob.address })
    })
  })

  describe('of a call inside another', () => {
    it('is told with its place (DEC-5)', async () => {
      const asked = batch(transferTo(bob.address, TAO), proxied(bob.address, transferTo(stranger, TAO)))
      const { findings: found } = await factsOf(asked)
      expect(found.map((finding) => finding.id)).toContain('batch_all[0]/first-time')
      expect(found[0]?.text[0]).toBe('batch_all[0], batch_all[1] › proxy: ')
    })
    it('that fails by itself today may succeed after those before it, and is not barred', async () => {
      const tooMuch = transferTo(stranger, 2n * (await free(alice.address)))
      const bars = async (call: Call) =>
        (await factsOf(call)).findings.filter(({ blocks }) => blocks === true)
      expect(await bars(tooMuch)).toHaveLength(1)
      expect(await bars(batch(tooMuch))).toEqual([])
      expect(await findings(batch(tooMuch))).toContainEqual(['batch_all[0]/insufficient', 'caution'])
    })
    it('is asked for up to a number, and then it is said', async () => {
      const many = Array.from({ length: 40 }, () => transferTo(bob.address, 1n))
      expect(await findings(batch(...many))).toContainEqual(['not-looked-up', 'caution'])
    })
  })

  it('8.7-99 names who pays the fee, once the account that is acted for agreed to (DNG-6)', async () => {
    const asked = proxied(bob.address, transferTo(stranger, TAO))
    expect((await factsOf(asked)).payer).toBeNull()
    await run(bob, {
      name: 'Proxy.set_real_pays_fee',
      args: { delegate: id(alice.address), pays_fee: true },
    })
    expect((await factsOf(asked)).payer).toBe(bob.address)
    // Only for the outermost: in a batch the account that signs pays.
    expect((await factsOf(batch(asked))).payer).toBeNull()
  })
})
