// Fees over RPC, and what the server says of itself.
import { describe, expect, it } from 'vitest'
import { join, toHex, u32Bytes } from '../chain/bytes.ts'
import { runtime } from '../runtime/declared/runtime.ts'
import { startDevnet } from '../start.ts'
import { alice, bob, createTestNode, feeOf, transferTo } from '../testkit.ts'
import { askedDevnet } from './asked-devnet.ts'

const asked = askedDevnet()

describe('fees', () => {
  const signing = { from: alice, call: transferTo(bob, 1_000n) }

  it('are told for a signed extrinsic, dummy signature or not, and are what is then paid', async () => {
    const test = createTestNode()
    const bytes = test.extrinsic(signing)
    const dummy = bytes.slice()
    dummy.fill(1, 37, 37 + 64)
    const told = await asked.client.ask('payment_queryInfo', toHex(bytes))
    expect(await asked.client.ask('payment_queryInfo', toHex(dummy))).toEqual(told)
    expect(told).toMatchObject({ class: 'normal', partialFee: String(feeOf(test.run(signing)[0])) })
  })

  it('are told in parts that add up', async () => {
    const bytes = createTestNode().extrinsic(signing)
    const { partialFee } = (await asked.client.ask('payment_queryInfo', toHex(bytes))) as {
      partialFee: string
    }
    const { inclusionFee } = (await asked.client.ask('payment_queryFeeDetails', toHex(bytes))) as {
      inclusionFee: Record<string, string>
    }
    const sum = Object.values(inclusionFee).reduce((all, part) => all + BigInt(part), 0n)
    expect(sum).toBe(BigInt(partialFee))
    expect(BigInt(inclusionFee['lenFee'] ?? 0)).toBe(BigInt(bytes.length))
  })

  it('are told for a call alone', async () => {
    const input = toHex(join(runtime.call.codec.enc(signing.call), u32Bytes(144)))
    const answer = await asked.client.ask('state_call', 'TransactionPaymentCallApi_query_call_info', input)
    expect(answer).toMatch(/^0x/)
  })
})

describe('the server', () => {
  it('lists its methods, and none of its switches', async () => {
    const { methods } = (await asked.client.ask('rpc_methods')) as { methods: string[] }
    expect(methods).toContain('chainHead_v1_follow')
    expect(methods.filter((name) => name.startsWith('devnet_'))).toEqual([])
  })

  it('refuses unknown methods and messages that are no requests', async () => {
    await expect(asked.client.ask('state_nothing')).rejects.toMatchObject({
      code: -32601,
      message: 'Method not found',
    })
    await expect(asked.client.ask('chain_getHeader', 7)).rejects.toMatchObject({ code: -32602 })
  })

  it('counts what it is asked', async () => {
    asked.devnet.forgetRequests()
    await asked.client.ask('system_chain')
    await asked.client.ask('system_chain')
    expect(asked.devnet.requests()).toEqual({ system_chain: 2 })
  })

  it('has another genesis for another runtime', async () => {
    const other = await startDevnet({ port: 0, blockMs: 0, specVersion: 425 })
    expect(other.genesis).not.toBe(asked.devnet.genesis)
    await other.close()
  })
})
