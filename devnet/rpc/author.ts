// author_* and transaction_*: submitting extrinsics and hearing what becomes of them.
import { randomBytes } from 'node:crypto'
import { toHex } from '../chain/bytes.ts'
import { extrinsicHash } from '../chain/extrinsic.ts'
import type { PoolStatus } from '../chain/pool.ts'
import type { Backend } from './backend.ts'
import { bytesParam, invalidParams, type Method, type Methods } from './method.ts'
import { refusal } from './refusal.ts'

// A node allows a client sixteen broadcasts at once.
const MAX_BROADCASTS = 16

export function authorMethods({ node }: Backend): Methods {
  const { pool, chain } = node

  const submitExtrinsic: Method = ([extrinsic]) => {
    try {
      return pool.submit(bytesParam(extrinsic, 'extrinsic'))
    } catch (error) {
      throw refusal(error, 'submit')
    }
  }

  const submitAndWatch: Method = ([extrinsic], call) => {
    const bytes = bytesParam(extrinsic, 'extrinsic')
    const heard: PoolStatus[] = []
    let tell = (status: PoolStatus): void => void heard.push(status)
    const stop = pool.watch(extrinsicHash(bytes), (status) => tell(status))
    try {
      pool.submit(bytes)
    } catch (error) {
      stop()
      throw refusal(error, 'watch')
    }
    return call.subscribe('author_extrinsicUpdate', (notify) => {
      tell = (status) => notify(statusJson(status))
      for (const status of heard) tell(status)
      return stop
    })
  }

  const broadcasts = new Map<string, () => void>()

  /** transaction_v1_broadcast says nothing about validity: it tries at every block until it is stopped. */
  const broadcast: Method = ([extrinsic], call) => {
    const bytes = bytesParam(extrinsic, 'transaction')
    if (broadcasts.size >= MAX_BROADCASTS) return null
    const attempt = (): void => {
      try {
        pool.submit(bytes)
      } catch {
        // Refused, banned or known already: the client watches blocks, not this method.
      }
    }
    const id = toHex(randomBytes(8))
    broadcasts.set(
      id,
      chain.listen((event) => {
        if (event.kind === 'best') attempt()
      }),
    )
    call.afterReply(attempt)
    call.onClose(() => end(id))
    return id
  }
  const end = (id: string): boolean => {
    broadcasts.get(id)?.()
    return broadcasts.delete(id)
  }
  const stopBroadcast: Method = ([id]) => {
    if (!end(String(id))) throw invalidParams('unknown operation id')
    return null
  }

  const watchV1: Method = ([extrinsic], call) => {
    const bytes = bytesParam(extrinsic, 'transaction')
    return call.subscribe('transactionWatch_v1_watchEvent', (notify) => {
      const stop = pool.watch(extrinsicHash(bytes), (status) => {
        const event = statusV1(status)
        if (event) notify(event)
      })
      try {
        pool.submit(bytes)
      } catch (error) {
        notify({ event: 'invalid', error: String(error) })
        stop()
      }
      return stop
    })
  }
  const unsubscribe: Method = ([id], call) => call.unsubscribe(id)

  return {
    author_submitExtrinsic: submitExtrinsic,
    author_submitAndWatchExtrinsic: submitAndWatch,
    author_unwatchExtrinsic: unsubscribe,
    author_pendingExtrinsics: () => pool.ready().map(toHex),
    transaction_v1_broadcast: broadcast,
    transaction_v1_stop: stopBroadcast,
    transactionWatch_v1_submitAndWatch: watchV1,
    transactionWatch_v1_unwatch: unsubscribe,
  }
}

/** A plain status is a bare string: dedot does not decode `{ ready: null }`. */
function statusJson(status: PoolStatus): unknown {
  switch (status.kind) {
    case 'broadcast':
      return { broadcast: status.peers }
    case 'inBlock':
    case 'retracted':
    case 'finalized':
      return { [status.kind]: status.block }
    default:
      return status.kind
  }
}

function statusV1(status: PoolStatus): unknown {
  switch (status.kind) {
    case 'ready':
      return { event: 'validated' }
    case 'inBlock':
      return { event: 'bestChainBlockIncluded', block: { hash: status.block, index: status.index } }
    case 'retracted':
      return { event: 'bestChainBlockIncluded', block: null }
    case 'finalized':
      return { event: 'finalized', block: { hash: status.block, index: status.index } }
    case 'invalid':
      return { event: 'invalid', error: 'Invalid transaction' }
    case 'dropped':
      return { event: 'dropped', error: 'Dropped from the pool' }
    default:
      return undefined
  }
}
