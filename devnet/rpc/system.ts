// system_*, payment_*, chainSpec_* and rpc_methods: who the node says it is, and small questions to the runtime.
import { readAddress } from '../chain/address.ts'
import { byteOrder, compactBytes, createReader, fromHex, type Hex, join, u32Bytes } from '../chain/bytes.ts'
import { TransactionPaymentApi } from '../runtime/declared/apis/transaction-payment-api.ts'
import type { Backend } from './backend.ts'
import { bytesParam, invalidParams, type Method, type Methods, optionalHex } from './method.ts'
import { executionError } from './state.ts'

// Mainnet and testnet call themselves the same; only the genesis hash tells networks apart.
const CHAIN_NAME = 'Bittensor'
const PROPERTIES = { ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' }

export function systemMethods(backend: Backend): Methods {
  const { node } = backend
  const { chain, pool } = node

  const accountNextIndex: Method = ([address]) => {
    if (typeof address !== 'string') throw invalidParams('address expected')
    let account: Hex
    try {
      account = readAddress(address)
    } catch {
      throw invalidParams('address is not SS58')
    }
    const answer = node.callApi('AccountNonceApi_account_nonce', fromHex(account), chain.best())
    const stored = new DataView(answer.buffer, answer.byteOffset).getUint32(0, true)
    return backend.nonce(Math.max(stored, pool.nextNonce(account) ?? 0))
  }

  const ask = (
    name: 'query_info' | 'query_fee_details',
    [extrinsic, hash]: readonly unknown[],
  ): Uint8Array => {
    const bytes = bytesParam(extrinsic, 'extrinsic')
    const block = backend.blockAt(optionalHex(hash, 'at'))
    // Some clients leave the length prefix out here.
    const framed = hasFrame(bytes) ? bytes : join(compactBytes(BigInt(bytes.length)), bytes)
    try {
      return node.callApi(`TransactionPaymentApi_${name}`, join(framed, u32Bytes(framed.length)), block)
    } catch (error) {
      throw executionError(error)
    }
  }
  const queryInfo: Method = (params) => {
    const { weight, class: kind, partial_fee } = INFO.output.codec.dec(ask('query_info', params).slice())
    return {
      weight: { ref_time: Number(weight.ref_time), proof_size: Number(weight.proof_size) },
      class: kind.type.toLowerCase(),
      partialFee: String(partial_fee),
    }
  }
  const queryFeeDetails: Method = (params) => {
    const { inclusion_fee: fee } = DETAILS.output.codec.dec(ask('query_fee_details', params).slice())
    const inclusionFee = fee && {
      baseFee: `0x${fee.base_fee.toString(16)}`,
      lenFee: `0x${fee.len_fee.toString(16)}`,
      adjustedWeightFee: `0x${fee.adjusted_weight_fee.toString(16)}`,
    }
    return { inclusionFee: inclusionFee ?? null }
  }

  return {
    system_chain: () => CHAIN_NAME,
    system_name: () => 'Taokey devnet',
    system_version: () => '4.0.0-devnet',
    system_chainType: () => 'Development',
    system_properties: () => PROPERTIES,
    // A chain of one node has nobody to synchronise with.
    system_health: () => ({ peers: 0, isSyncing: false, shouldHavePeers: false }),
    system_nodeRoles: () => ['Authority'],
    system_localPeerId: () => '12D3KooWDevnet',
    system_localListenAddresses: () => [],
    system_peers: () => [],
    system_syncState: () => ({
      startingBlock: 0,
      currentBlock: chain.best().header.number,
      highestBlock: chain.best().header.number,
    }),
    system_accountNextIndex: accountNextIndex,
    account_nextIndex: accountNextIndex,
    payment_queryInfo: queryInfo,
    payment_queryFeeDetails: queryFeeDetails,
    chainSpec_v1_chainName: () => CHAIN_NAME,
    chainSpec_v1_genesisHash: () => backend.genesisHash(),
    chainSpec_v1_properties: () => PROPERTIES,
  }
}

const { query_info: INFO, query_fee_details: DETAILS } = TransactionPaymentApi.methods

function hasFrame(bytes: Uint8Array): boolean {
  try {
    const reader = createReader(bytes)
    return reader.compact(32) === BigInt(reader.left())
  } catch {
    return false
  }
}

/** Everything that is offered, without the devnet's own switches: a wallet must not find them by asking. */
export const listMethods = (methods: Methods): { methods: string[] } => ({
  methods: Object.keys(methods)
    .filter((name) => !name.startsWith('devnet_'))
    .sort(byteOrder),
})
