/**
 * 100,000 requests that are nearly right, from a page's call to what a person would read: through provider, relay, door,
 * decoding and review as they ship. Nothing falls over, nothing is signed, and no review says something else than the bytes.
 */
import { base64 } from '@scure/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../src/background/storage/keys.ts'
import { addressOf } from '../../src/shared/domain/address.ts'
import type { Approval } from '../../src/shared/domain/approval.ts'
import { fromHex, type Hex, toHex } from '../../src/shared/domain/bytes.ts'
import type { SitePayload } from '../../src/shared/domain/site-payload.ts'
import type { DecodedCall, Runtime } from '../../src/shared/runtime/metadata.ts'
import { describeSite } from '../../src/vault/describe-site.ts'
import type { OpenVault } from '../../src/vault/envelope.ts'
import { createRuntimes } from '../../src/vault/runtimes.ts'
import { finneyChain } from '../build/finney-chain.ts'
import { aMessage, aPayload, createChance } from '../build/mutations.ts'
import { ACCOUNTS, aSiteBench, type SiteBench } from '../build/site-bench.ts'
import { B } from '../build/site-requests.ts'
import { aSealedVault } from '../build/store.ts'
import { finneyMetadata, hasFinney } from '../fixtures/finney.ts'

const INPUTS = 100_000
const SEED = 20_261_127
/** As many as one site may have waiting. */
const AT_ONCE = 2

const KNOWN_CODES = new Set([4001, 4100, 4902, -32602, -32005, 4900, 4200])

type Heard = { readonly ok: unknown } | { readonly error: unknown }

describe.runIf(hasFinney)('what a page sends', () => {
  const known = createRuntimes().read(hasFinney ? base64.encode(finneyMetadata()) : '')
  const vault = { sealed: aSealedVault({ accounts: [...ACCOUNTS] }) } as OpenVault
  const reached = { decode: 0, review: 0, transfer: 0 }
  const chance = createChance(SEED)
  let bench: SiteBench
  let page: Awaited<ReturnType<SiteBench['connected']>>

  beforeAll(async () => {
    const runtime: Runtime = {
      ...known.runtime,
      decodeCall: (bytes) => {
        const call = known.runtime.decodeCall(bytes)
        reached.decode += 1
        return call
      },
    }
    bench = aSiteBench(finneyChain(runtime))
    page = await bench.connected()
  })
  afterAll(() => expect(bench.bugs).toEqual([]))

  it('is refused, or shown as what it is, and never signed (DEC-2, SIG-3, H-PURE)', {
    // A minute where it was measured: many times that on a machine that is slow and busy.
    timeout: 600_000,
  }, async () => {
    const before = { ...page.counts }
    for (let done = 0; done < INPUTS; done += AT_ONCE) {
      const inputs = Array.from({ length: AT_ONCE }, () =>
        chance.happens(85)
          ? ({ method: 'signPayload', input: aPayload(chance) } as const)
          : ({ method: 'signRaw', input: aMessage(chance) } as const),
      )
      const heard: Heard[] = []
      for (const { method, input } of inputs)
        page.wallet.signer[method](input).then(
          (ok) => heard.push({ ok }),
          (error: unknown) => heard.push({ error }),
        )
      for (const approval of await settled(heard)) {
        review(approval)
        await bench.reject(approval.id)
      }
      while (heard.length < AT_ONCE) await turn()
      await bench.store().set(keys.approvals, [])
      for (const each of heard) check(each)
    }
    const { counts } = page
    const stages = {
      inputs: INPUTS,
      page: counts.page - before.page,
      relay: counts.relay - before.relay,
      door: counts.back - before.back,
      ...reached,
    }
    console.log(`reached: ${JSON.stringify(stages)}`)
    expect(stages.page).toBeGreaterThan(INPUTS * 0.98)
    expect(stages.relay).toBeGreaterThan(INPUTS * 0.98)
    expect(stages.door).toBeGreaterThan(INPUTS * 0.98)
    expect(stages.decode).toBeGreaterThan(INPUTS * 0.1)
    expect(stages.review).toBeGreaterThan(INPUTS * 0.1)
  })

  /** Until each was answered or waits; those that wait. */
  async function settled(heard: readonly Heard[]): Promise<readonly Approval[]> {
    for (;;) {
      await turn()
      const waiting = (await bench.all()).filter(({ state }) => state.kind === 'pending')
      if (waiting.length + heard.length === AT_ONCE) return waiting
    }
  }

  function check(heard: Heard): void {
    if (!('error' in heard)) throw new Error('it was answered with something')
    const { error } = heard
    if (!(error instanceof Error) || error.message === '') throw new Error('no error of the page')
    if (!KNOWN_CODES.has((error as Error & { code: number }).code)) throw new Error(error.message)
  }

  function review({ request }: Approval): void {
    if (request.kind !== 'payload' && request.kind !== 'message') throw new Error(request.kind)
    const shown = describeSite(vault, { request, isRepeated: false, now: 1, ruled: null }, known)
    const { consent } = shown
    reached.review += 1
    if (consent.account !== B) throw new Error('another account')
    if (consent.kind === 'message') {
      if (request.kind !== 'message' || consent.bytes !== wrapped(request.message.data))
        throw new Error('another message')
      return
    }
    if (request.kind !== 'payload') throw new Error('another kind')
    const { payload } = request
    if (consent.payload !== signingBytes({ ...payload, metadataHash: consent.metadataHash }))
      throw new Error('other bytes')
    const call = known.runtime.decodeCall(fromHex(payload.call))
    if (toHex(known.runtime.encodeCall(call)) !== payload.call) throw new Error('another call')
    if (shown.callName !== call.name) throw new Error('another name')
    const inside = countIn(call)
    if (shown.steps.length !== inside) throw new Error(`${shown.steps.length} steps for ${inside} calls`)
    const sent = transferIn(payload.call)
    if (sent === undefined) return
    const { sentence } = shown.description
    expect(sentence).toContainEqual({ address: addressOf(sent.to) })
    expect(sentence).toContainEqual({ rao: sent.amount })
    reached.transfer += 1
  }
})

const turn = (): Promise<void> => new Promise((done) => setImmediate(done))

function countIn({ branches }: DecodedCall): number {
  return branches.reduce((sum, { call }) => sum + 1 + countIn(call), 0)
}

function wrapped(data: Hex): string {
  const text = Buffer.from(data.slice(2), 'hex').toString('latin1')
  const isWrapped = text.startsWith('<Bytes>') && text.endsWith('</Bytes>') && text.length >= 15
  return `0x${Buffer.from(isWrapped ? text : `<Bytes>${text}</Bytes>`, 'latin1').toString('hex')}`
}

/** As the chain puts them together (spec 424), by hand. */
function signingBytes({
  call,
  era,
  nonce,
  tip,
  spec,
  txVersion,
  genesis,
  blockHash,
  metadataHash,
}: SitePayload): string {
  const little = (value: number): string => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return bytes.toString('hex')
  }
  return [
    call,
    era.slice(2),
    compact(BigInt(nonce)),
    compact(tip),
    metadataHash === null ? '00' : '01',
    little(spec),
    little(txVersion),
    genesis.slice(2),
    blockHash.slice(2),
    metadataHash === null ? '00' : `01${metadataHash.slice(2)}`,
  ].join('')
}

function compact(value: bigint): string {
  const little = (wide: bigint, bytes: number): string =>
    Buffer.from(wide.toString(16).padStart(2 * bytes, '0'), 'hex')
      .reverse()
      .toString('hex')
  if (value < 1n << 6n) return little(value << 2n, 1)
  if (value < 1n << 14n) return little((value << 2n) | 1n, 2)
  if (value < 1n << 30n) return little((value << 2n) | 2n, 4)
  const bytes = Math.ceil(value.toString(16).length / 2)
  return `${little(BigInt(((bytes - 4) << 2) | 3), 1)}${little(value, bytes)}`
}

/** Balances.transfer_keep_alive and transfer_allow_death, read by hand. */
function transferIn(call: Hex): { readonly to: Uint8Array; readonly amount: bigint } | undefined {
  const found = /^0x05(?:00|03)00(.{64})((?:..)+)$/.exec(call)
  const [, to = '', value = ''] = found ?? []
  if (found === null) return undefined
  const bytes = Buffer.from(value, 'hex')
  const mode = (bytes[0] ?? 0) & 3
  const reversed = (from: Uint8Array): bigint => BigInt(`0x${Buffer.from(from).reverse().toString('hex')}`)
  const amount = mode === 3 ? reversed(bytes.subarray(1)) : reversed(bytes) >> 2n
  return { to: Buffer.from(to, 'hex'), amount }
}
