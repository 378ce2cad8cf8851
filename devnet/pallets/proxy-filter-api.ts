// ProxyFilterRuntimeApi (spec 424): the proxy types there are, and what each of them permits.
import { type ApiTable, answers } from '../chain/runtime-api.ts'
import type { Runtime } from '../runtime/declare.ts'
import { ProxyFilterRuntimeApi } from '../runtime/declared/apis/proxy-filter-runtime-api.ts'
import { type CallInfo, ProxyType } from '../runtime/declared/types/runtime-common.ts'
import { variantsOf } from '../runtime/named.ts'
import { filterOf, isDeprecated, type Rule } from './proxy-filter.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** The types the runtime declares, by their indexes. */
function types(): readonly { readonly name: string; readonly index: number }[] {
  const declared = ProxyType.def
  return declared.kind === 'variant' ? declared.variants : []
}

/** Pallets and calls that this runtime does not have are left out. */
function told({ pallets }: Runtime, { pallet, call, condition }: Rule): readonly CallInfo[] {
  const found = pallets.find(({ name }) => name === pallet)
  const method =
    call === undefined ? undefined : variantsOf(found?.calls ?? {}).find(({ name }) => name === call)
  if (found === undefined || (call !== undefined && method === undefined)) return []
  return [
    {
      pallet_name: text(pallet),
      pallet_index: found.index,
      call_name: method && text(method.name),
      call_index: method?.index,
      condition:
        condition &&
        (condition.kind === 'less'
          ? { type: 'ParamLessThan', value: { param_name: text(condition.param), limit: condition.limit } }
          : {
              type: 'NestedCallMustBe',
              value: { pallet_name: text(condition.pallet), call_name: text(condition.call) },
            }),
    },
  ]
}

export const proxyFilterApi: ApiTable = answers(ProxyFilterRuntimeApi, {
  get_proxy_types: () =>
    types().map(({ name, index }) => ({ name: text(name), index, deprecated: isDeprecated(name) })),
  get_proxy_filter: ({ proxy_type }, { release }) =>
    types()
      .filter(({ index }) => proxy_type === undefined || index === proxy_type)
      .map(({ name, index }) => {
        const { mode, calls, exceptions } = filterOf(name)
        const all = (rules: readonly Rule[]) => rules.flatMap((rule) => told(release.runtime, rule))
        return {
          ...{ proxy_type: index, name: text(name), deprecated: isDeprecated(name) },
          ...{ filter_mode: { type: mode }, calls: all(calls), exceptions: all(exceptions) },
        }
      }),
})
