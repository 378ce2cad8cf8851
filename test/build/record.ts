/** A record of a transfer that was signed a moment ago. */
import type { TxRecord } from '../../src/shared/domain/transaction.ts'
import { ALICE } from './room.ts'

export function aRecord(some: Partial<TxRecord> = {}): TxRecord {
  return {
    id: '0'.repeat(32),
    account: ALICE,
    network: 'local',
    genesis: `0x${'11'.repeat(32)}` as TxRecord['genesis'],
    spec: 424,
    description: { verb: 'Send', sentence: ['Send.'], rows: [] },
    requester: { kind: 'wallet' },
    hash: `0x${'33'.repeat(32)}` as TxRecord['hash'],
    nonce: 0,
    signed: '0x00',
    era: { birth: 1, death: 64 },
    sentAt: 1_800_000_000_000,
    state: { kind: 'signed' },
    open: true,
    ...some,
  }
}
