// What the runtime says of its proxy types, asked as a client asks it.
import { describe, expect, it } from 'vitest'
import { ProxyFilterRuntimeApi } from '../runtime/declared/apis/proxy-filter-runtime-api.ts'
import { runtime } from '../runtime/declared/runtime.ts'
import type { CallInfo } from '../runtime/declared/types/runtime-common.ts'
import { variantsOf } from '../runtime/named.ts'
import { alice, createTestNode, id, TAO } from '../testkit.ts'
import { permits } from './proxy-filter.ts'
import { ask } from './subtensor/staking-kit.ts'

const test = createTestNode()
const read = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes)
const filters = (proxy_type?: number) =>
  ask(test, ProxyFilterRuntimeApi, 'get_proxy_filter', { proxy_type }).map((each) => ({
    ...each,
    name: read(each.name) ?? '',
  }))
const named = ({ pallet_name, call_name }: CallInfo) => [read(pallet_name), read(call_name) ?? '*'].join('.')

describe('ProxyFilterRuntimeApi', () => {
  it('tells every proxy type by its index, and which of them do nothing any more', () => {
    const types = ask(test, ProxyFilterRuntimeApi, 'get_proxy_types', {})
    expect(types.map(({ index }) => index)).toEqual(types.map((_, index) => index))
    expect(types).toHaveLength(18)
    expect(types.filter(({ deprecated }) => deprecated).map(({ name }) => read(name))).toEqual([
      ...['Senate', 'Triumvirate', 'Governance', 'RootWeights'],
    ])
  })
  it('tells what one of them permits, with the conditions', () => {
    const [small, ...none] = filters(11)
    expect(none).toEqual([])
    expect(small).toMatchObject({ name: 'SmallTransfer', filter_mode: { type: 'Allow' }, exceptions: [] })
    expect(small?.calls.map((each) => [named(each), each.condition?.value])).toEqual([
      ['Balances.transfer_keep_alive', { param_name: expect.anything(), limit: TAO / 2n }],
      ['Balances.transfer_allow_death', { param_name: expect.anything(), limit: TAO / 2n }],
      ['SubtensorModule.transfer_stake', { param_name: expect.anything(), limit: TAO / 2n }],
    ])
    expect(filters(17).map(({ calls }) => calls.map(named))).toEqual([['SubtensorModule.claim_root']])
    expect(filters(200)).toEqual([])
  })
  it('tells of all of them what the pallet goes by', () => {
    for (const { name, filter_mode, calls, exceptions } of filters())
      for (const pallet of runtime.pallets)
        for (const { name: method } of variantsOf(pallet.calls ?? {})) {
          const call = { type: pallet.name, value: { type: method, value: { dest: id(alice) } } }
          const fits = (each: CallInfo) =>
            each.condition === undefined &&
            each.pallet_index === pallet.index &&
            [undefined, method].includes(read(each.call_name))
          const isListed = calls.some(fits) && !exceptions.some(fits)
          const mode = filter_mode.type
          const is = mode === 'AllowAll' || (mode === 'Allow' && isListed) || (mode === 'Deny' && !isListed)
          expect([name, method, permits(name, call)]).toEqual([name, method, is])
        }
  })
})
