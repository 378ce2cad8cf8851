import { describe, expect, it } from 'vitest'
import type { Call } from '#shared/domain/extrinsic.ts'
import { alice, endingBenches, nextBlock } from '../../../test/build/devnet-chain.ts'

const bench = endingBenches()

const remark = { type: 'System', value: { type: 'remark', value: { remark: new Uint8Array(4) } } }
const sending = (value: bigint): Call => ({
  name: 'Balances.transfer_keep_alive',
  args: { dest: { type: 'Id', value: alice.address }, value },
})

describe('the fee of a call', () => {
  it('is asked for once while blocks go by, however the amount changes within its length', async () => {
    const b = await bench()
    const { chain, devnet } = b
    const first = await chain.fee(sending(1n), alice.address)
    expect(first).toBeGreaterThan(0n)
    devnet.forgetRequests()
    await nextBlock(b)
    expect(await chain.fee(sending(2n), alice.address)).toBe(first)
    expect(devnet.requests()['state_call'] ?? 0).toBe(0)
  })

  it('is asked for again for a longer one, which costs more', async () => {
    const { chain, devnet } = await bench()
    const short = await chain.fee(sending(1n), alice.address)
    devnet.forgetRequests()
    expect(await chain.fee(sending(10n ** 18n), alice.address)).toBeGreaterThan(short)
    expect(devnet.requests()['state_call']).toBe(1)
  })

  it('is asked for each time where it depends on what is inside', async () => {
    const { chain, devnet } = await bench()
    const batch: Call = { name: 'Utility.batch_all', args: { calls: [remark] } }
    await chain.fee(batch, alice.address)
    devnet.forgetRequests()
    await chain.fee(batch, alice.address)
    expect(devnet.requests()['state_call']).toBe(1)
  })
})
