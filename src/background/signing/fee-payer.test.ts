import { describe, expect, it } from 'vitest'
import { type Address, addressOf } from '#shared/domain/address.ts'
import type { DecodedCall } from '#shared/runtime/metadata.ts'
import { feePayer, payingPairs } from './fee-payer.ts'

const key = (byte: number): Address => addressOf(new Uint8Array(32).fill(byte))
const [signer, a, b, c] = [key(1), key(2), key(3), key(4)]

const remark: DecodedCall = { name: 'System.remark', args: {}, branches: [] }
const carrier = (
  name: DecodedCall['name'],
  args: DecodedCall['args'],
  ...calls: DecodedCall[]
): DecodedCall => ({
  name,
  args,
  branches: calls.map((call, at) => ({ path: `calls.${at}`, call, value: undefined })),
})
const proxy = (real: Address, call = remark) =>
  carrier('Proxy.proxy', { real: { type: 'Id', value: real } }, call)
const batch = (...calls: DecodedCall[]) => carrier('Utility.batch', {}, ...calls)

/** @param agreements those that pay, as `real<delegate` */
const payer = (call: DecodedCall, ...agreements: readonly (readonly [Address, Address])[]) => {
  const pairs = payingPairs(call, signer)
  const agreed = pairs.map(({ real, delegate }) => agreements.some(([r, d]) => r === real && d === delegate))
  return feePayer(signer, pairs, agreed)
}

describe('the fee is paid', () => {
  it('by the account that signs, where nobody agreed to', () => {
    expect(payer(remark)).toBe(signer)
    expect(payer(proxy(a))).toBe(signer)
  })
  it('by the account that is acted for, where it agreed to pay for this very key', () => {
    expect(payer(proxy(a), [a, signer])).toBe(a)
    expect(payer(proxy(a), [a, b])).toBe(signer)
  })
  it('one level deeper, where each agreed to pay for the one before', () => {
    expect(payer(proxy(a, proxy(b)), [a, signer], [b, a])).toBe(b)
    expect(payer(proxy(a, proxy(b)), [a, signer])).toBe(a)
    expect(payer(proxy(a, proxy(b)), [b, a])).toBe(signer)
    expect(payer(proxy(a, proxy(b, proxy(c))), [a, signer], [b, a], [c, b])).toBe(b)
  })
  it('for a batch only where all in it act for one account', () => {
    const all = [
      [a, signer],
      [b, a],
    ] as const
    expect(payer(proxy(a, batch(proxy(b), proxy(b))), ...all)).toBe(b)
    expect(payer(proxy(a, batch(proxy(b), proxy(c))), ...all)).toBe(a)
    expect(payer(proxy(a, batch(proxy(b), remark)), ...all)).toBe(a)
    expect(payer(batch(proxy(a)), ...all)).toBe(signer)
  })
  it('by the account that signs, for a call that was announced', () => {
    const announced = carrier('Proxy.proxy_announced', { real: { type: 'Id', value: a } }, remark)
    expect(payer(announced, [a, signer])).toBe(signer)
  })
})
