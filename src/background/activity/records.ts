/** Everything this wallet has signed: each record is written before its bytes go anywhere, and only ever moves on. */
import type { Address } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { advance, isOpen, type TxEvent, type TxRecord } from '#shared/domain/transaction.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'

export interface Records {
  /** Newest first. */
  list(): Promise<readonly TxRecord[]>
  find(id: string): Promise<TxRecord | undefined>
  /** @throws WalletError `duplicate` for an id that is there: one approval, one record */
  add(record: TxRecord): Promise<void>
  advance(id: string, event: TxEvent): Promise<void>
  /** @throws WalletError `not-found`, also for one that may still move on */
  forget(id: string): Promise<void>
  /** The lowest nonce above all that this wallet's open records hold; 0 when there are none. */
  nonceAfter(account: Address, genesis: Hash): Promise<number>
  onChange(listener: () => void): () => void
}

/** Beyond this many the oldest finished ones go. */
const MOST_KEPT = 1000

export function createRecords(store: Store): Records {
  const list = (): Promise<readonly TxRecord[]> => store.get(keys.activity)
  return {
    list,
    find: async (id) => (await list()).find((record) => record.id === id),
    add: async (record) => {
      let isThere = false
      await store.update(keys.activity, (records) => {
        isThere = records.some(({ id }) => id === record.id)
        return isThere ? records : trimmed([record, ...records])
      })
      if (isThere) throw new WalletError('duplicate', { name: record.id })
    },
    advance: async (id, event) => {
      await store.update(keys.activity, (records) => {
        const record = records.find((each) => each.id === id)
        if (record === undefined) return records
        const state = advance(record.state, event)
        if (state === record.state) return records
        return records.map((each) => (each === record ? { ...record, state, open: isOpen(state) } : each))
      })
    },
    forget: async (id) => {
      let isGone = false
      await store.update(keys.activity, (records) => {
        const record = records.find((each) => each.id === id)
        isGone = record !== undefined && (!record.open || record.state.kind === 'unknown')
        return isGone ? records.filter((each) => each !== record) : records
      })
      if (!isGone) throw new WalletError('not-found', { kind: 'finished transaction' })
    },
    nonceAfter: async (account, genesis) => {
      const own = (await list()).filter(
        (record) => record.open && record.account === account && record.genesis === genesis,
      )
      return Math.max(0, ...own.map(({ nonce }) => nonce + 1))
    },
    onChange: (listener) => store.watch(keys.activity, listener),
  }
}

function trimmed(records: readonly TxRecord[]): readonly TxRecord[] {
  const finished = records.filter(({ open }) => !open)
  const gone = new Set(finished.slice(MOST_KEPT))
  return gone.size === 0 ? records : records.filter((record) => !gone.has(record))
}
