/** Looks for one extrinsic in the blocks of its era, over forks and reconnects, reading each block once. */
import type { Hash, Hex } from '#shared/domain/bytes.ts'
import { fromHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { extrinsicHash } from '#shared/runtime/payload.ts'
import type { Blocks } from './blocks.ts'
import type { Block, FollowedExtrinsic } from './chain.ts'
import type { Connection } from './connection.ts'
import type { Header } from './header.ts'

export interface Place {
  readonly block: Header
  readonly index: number
  /** Where its envelope is in that block, if it came in one. */
  readonly envelope?: number
  /** As it stands there, which is not as it was sent where it came in an envelope. */
  readonly extrinsic: Hex | undefined
}

export interface Search {
  /** Where it is among the blocks up to the final one. Undefined means: in none of its era so far. */
  inFinal(connection: Connection, final: Block): Promise<Place | undefined>
  /** Where it is between the final and the best block; `unclear` while the node's two heads do not fit together. */
  inBest(connection: Connection, best: Block, final: Block): Promise<Place | 'unclear' | undefined>
}

export function createSearch(
  blocks: Blocks,
  { hash: wanted, extrinsic: sent, era }: Pick<FollowedExtrinsic, 'hash' | 'extrinsic' | 'era'>,
): Search {
  const sentHash = extrinsicHash(fromHex(sent))
  // By hash, which a block cannot change: what one connection showed holds for the next.
  const looked = new Map<Hash, Place>()
  /** Up to here every final block of its era was looked at in vain. */
  let cleared = era.birth - 1

  const look = async (connection: Connection, { hash, number: height }: Block): Promise<Place> => {
    const known = looked.get(hash)
    if (known !== undefined) return known
    const { extrinsics, bytes, number, parent } = await blocks.read(connection, hash)
    if (number !== height) {
      // Going down from it would never end, or end too soon.
      connection.close('blocks that do not count down')
      throw new WalletError('unreadable', { why: 'blocks that do not count down' })
    }
    const envelope = sentHash === wanted ? -1 : extrinsics.indexOf(sentHash)
    const index = extrinsics.indexOf(wanted)
    const place = {
      block: { number, hash, parent },
      index,
      extrinsic: bytes[index],
      ...(envelope >= 0 && { envelope }),
    }
    looked.set(hash, place)
    return place
  }

  /** Goes from a block down to height `least`; the last one looked at where it is in none. */
  const descend = async (connection: Connection, from: Block, least: number): Promise<Place> => {
    let place = await look(connection, from)
    while (place.index < 0 && place.block.number > least) {
      const { parent: hash, number } = place.block
      place = await look(connection, { hash, number: number - 1 })
    }
    return place
  }

  return {
    inFinal: async (connection, final) => {
      const top = Math.min(final.number, era.death)
      if (top <= cleared) return undefined
      // Long after its era the blocks since are passed over, not walked through.
      const hash = top === final.number ? final.hash : await blocks.hashAt(connection, top)
      const place = await descend(connection, { hash, number: top }, cleared + 1)
      if (place.index >= 0) return place
      cleared = top
      for (const [hash, { block }] of looked) if (block.number <= cleared) looked.delete(hash)
      return undefined
    },
    inBest: async (connection, best, final) => {
      if (best.number <= final.number) return best.hash === final.hash ? undefined : 'unclear'
      const place = await descend(connection, best, final.number + 1)
      if (place.index >= 0) return place
      return place.block.parent === final.hash ? undefined : 'unclear'
    },
  }
}
