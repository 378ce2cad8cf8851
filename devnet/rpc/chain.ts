// chain_*: blocks and headers by hash or height, and the subscriptions to new, all and final heads.
import { toHex } from '../chain/bytes.ts'
import { headerJson } from '../chain/header.ts'
import type { Backend } from './backend.ts'
import { invalidParams, type Method, type Methods, optionalHex } from './method.ts'

export function chainMethods(backend: Backend): Methods {
  const { chain } = backend.node

  const hashAt = (value: unknown): string | null => {
    if (value === undefined || value === null) return chain.best().hash
    if (Array.isArray(value)) throw invalidParams('lists are answered one by one')
    const number = typeof value === 'string' ? Number(value) : value
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0)
      throw invalidParams('block number expected')
    return number === 0 ? backend.genesisHash() : (chain.hashAt(number) ?? null)
  }
  const getBlockHash: Method = ([value]) => (Array.isArray(value) ? value.map(hashAt) : hashAt(value))

  const blockOf = (value: unknown) => {
    const hash = optionalHex(value, 'hash')
    return hash === undefined ? chain.best() : chain.block(hash)
  }
  const getHeader: Method = ([value]) => {
    const block = blockOf(value)
    return block ? headerJson(block.header) : null
  }
  const getBlock: Method = ([value]) => {
    const block = blockOf(value)
    if (!block) return null
    const extrinsics = block.extrinsics.map(toHex)
    return { block: { header: headerJson(block.header), extrinsics }, justifications: null }
  }
  const finalizedHead: Method = () => chain.finalized().hash

  const subscribeNew: Method = (_params, call) =>
    call.subscribe('chain_newHead', (notify) => {
      notify(headerJson(chain.best().header))
      return chain.listen((event) => {
        if (event.kind === 'best') notify(headerJson(event.block.header))
      })
    })
  const subscribeAll: Method = (_params, call) =>
    call.subscribe('chain_allHead', (notify) => {
      notify(headerJson(chain.best().header))
      return chain.listen((event) => {
        if (event.kind === 'imported') notify(headerJson(event.block.header))
      })
    })
  const subscribeFinalized: Method = (_params, call) =>
    call.subscribe('chain_finalizedHead', (notify) => {
      notify(headerJson(chain.finalized().header))
      return chain.listen((event) => {
        if (event.kind === 'finalized') for (const { header } of event.blocks) notify(headerJson(header))
      })
    })
  const unsubscribe: Method = ([id], call) => call.unsubscribe(id)

  return {
    chain_getBlockHash: getBlockHash,
    chain_getHead: getBlockHash,
    chain_getHeader: getHeader,
    chain_getBlock: getBlock,
    chain_getFinalizedHead: finalizedHead,
    chain_getFinalisedHead: finalizedHead,
    chain_subscribeNewHeads: subscribeNew,
    chain_subscribeNewHead: subscribeNew,
    chain_unsubscribeNewHeads: unsubscribe,
    chain_unsubscribeNewHead: unsubscribe,
    chain_subscribeAllHeads: subscribeAll,
    chain_unsubscribeAllHeads: unsubscribe,
    chain_subscribeFinalizedHeads: subscribeFinalized,
    chain_subscribeFinalisedHeads: subscribeFinalized,
    chain_unsubscribeFinalizedHeads: unsubscribe,
    chain_unsubscribeFinalisedHeads: unsubscribe,
  }
}
