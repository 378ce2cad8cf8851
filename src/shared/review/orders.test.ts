import { describe, expect, it } from 'vitest'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import type { Address } from '../domain/address.ts'
import { fromHex } from '../domain/bytes.ts'
import { type LimitOrder, readOrder } from '../domain/limit-order.ts'
import { readMetadata } from '../runtime/metadata.ts'
import { explain } from './explain.ts'
import { describeOrder } from './order-card.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const ORDER =
  '00d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48010000005039278c040000ffffffffffffffff0038d360ba01000000ca9a3b8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a480000c40300000000000001'
const SIGNED = `${ORDER}01${'11'.repeat(64)}010500000000000000`

describe.runIf(hasFinney)('a limit order on the chain (DNG-28)', () => {
  const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
  const read = (hex: string) => {
    if (runtime === undefined) throw new Error('no metadata')
    return explain(runtime.decodeCall(fromHex(hex)), { signer: ALICE, own: [ALICE], isSite: true })
  }
  const order = readOrder(fromHex(ORDER)) as LimitOrder

  it('that is taken back is shown like one that is signed', () => {
    const { description, findings } = read(`2002${ORDER}`)
    expect(description.verb).toBe('Cancel')
    expect(description.rows).toEqual(describeOrder(order).rows)
    expect(findings).toMatchObject([{ id: 'cancels', level: 'caution' }])
  })
  it.each([
    ['carried out', `2000${'04'}${SIGNED}01`],
    ['carried out with others on its subnet', `2001${'0100'}04${SIGNED}`],
  ])('that is %s is shown the same, under a danger', (_, hex) => {
    const { description, findings } = read(hex)
    const [first, ...rows] = description.rows
    expect(first).toEqual({ label: 'Order 1', value: describeOrder(order).sentence })
    expect(rows.slice(0, -1).map(({ value }) => value)).toEqual(
      describeOrder(order).rows.map(({ value }) => value),
    )
    expect(rows.at(-1)).toEqual({ label: 'Order 1 · Filled now', value: [{ code: '5' }] })
    expect(findings).toMatchObject([{ id: 'brings-orders', level: 'danger' }])
  })
})

describe('a limit order of version 2', () => {
  it('is shown with its linked amount', () => {
    const { hotkey, netuid, price, expiry, fee, feeRecipient, chainId } = readOrder(
      fromHex(ORDER),
    ) as LimitOrder
    const value = {
      signer: ALICE,
      hotkey,
      netuid,
      order_type: { type: 'TakeProfit', value: undefined },
      amount: { type: 'LinkedPercentage', value: { provider: `0x${'ab'.repeat(32)}`, pct: 5 } },
      limit_price: price,
      expiry,
      fee_rate: fee,
      fee_recipient: feeRecipient,
      relayer: undefined,
      max_slippage: undefined,
      chain_id: chainId,
      partial_fills_enabled: true,
      has_linked_order: true,
    }
    const call = {
      name: 'LimitOrders.cancel_order',
      args: { order: { type: 'V2', value } },
      branches: [],
    } as const
    const { description, findings } = explain(call, { signer: ALICE, own: [], isSite: true })
    expect(description.rows.find(({ label }) => label === 'Amount')?.value).toEqual([
      '0.0000005 % of what the order ',
      { code: `0x${'ab'.repeat(32)}` },
      ' brings',
    ])
    expect(findings.map(({ id }) => id)).toEqual(['cancels'])
  })
})
