/** Follows what was sent to its end, and takes up what an earlier worker left unfinished. */
import type { NetworkId } from '#shared/domain/network.ts'
import type { TxEvent, TxRecord } from '#shared/domain/transaction.ts'
import type { Chain, Sighting } from '../chain/chain.ts'
import type { Records } from './records.ts'

export interface Follower {
  /** Follows every open record of the present network; what was signed and never seen is sent again, the same bytes. */
  sync(): Promise<void>
  /** Sends the same bytes once more. */
  resend(record: TxRecord): void
}

interface Deps {
  readonly records: Records
  readonly chain: Pick<Chain, 'follow'> & { hold(): () => void }
  readonly network: () => Promise<NetworkId>
  readonly clock: () => number
  /** To be woken at that time, in ms since 1970: `sync` is then called. */
  readonly wakeAt: (when: number) => void
  readonly onBug: (cause: unknown, where: string) => void
}

/** An era is over in 13 minutes: what is older is looked for when somebody opens the wallet, not before. */
const WORTH_A_CONNECTION_MS = 60 * 60_000
/** A worker that was ended while something was on its way is started again this much later. */
const LOOK_AGAIN_MS = 60_000

export function createFollower({ records, chain, network, clock, wakeAt, onBug }: Deps): Follower {
  const following = new Map<string, () => void>()

  const isRecent = ({ sentAt }: TxRecord): boolean => clock() - sentAt < WORTH_A_CONNECTION_MS

  const stop = (id: string): void => {
    following.get(id)?.()
    following.delete(id)
  }

  const follow = (record: TxRecord, broadcast: boolean): void => {
    const { id, signed, genesis, hash, account, nonce, era } = record
    const release = isRecent(record) ? chain.hold() : () => {}
    const unfollow = chain.follow(
      { extrinsic: signed, genesis, hash, account, nonce, era, broadcast },
      (sighting) => {
        records
          .advance(id, eventOf(sighting))
          .catch((cause: unknown) => onBug(cause, 'activity'))
          .finally(() => {
            if (isEnd(sighting)) stop(id)
          })
      },
    )
    following.set(id, () => {
      unfollow()
      release()
    })
  }

  return {
    sync: async () => {
      const here = await network()
      const open = (await records.list()).filter((record) => record.open && record.network === here)
      for (const id of following.keys()) if (!open.some((record) => record.id === id)) stop(id)
      // Oldest first: a node takes nonces in order.
      for (const record of open.toReversed())
        if (!following.has(record.id)) follow(record, record.state.kind === 'signed')
      if (open.some(isRecent)) wakeAt(clock() + LOOK_AGAIN_MS)
    },
    resend: (record) => {
      stop(record.id)
      follow(record, true)
    },
  }
}

function isEnd({ kind }: Sighting): boolean {
  return kind === 'final' || kind === 'refused' || kind === 'era-over'
}

function eventOf(sighting: Sighting): TxEvent {
  switch (sighting.kind) {
    case 'in-block':
      return { kind: 'seen', at: sighting.at, outcome: sighting.outcome, final: false }
    case 'final':
      return { kind: 'seen', at: sighting.at, outcome: sighting.outcome, final: true }
    default:
      return sighting
  }
}
