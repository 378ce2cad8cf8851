import { describe, expect, it } from 'vitest'
import { type Hash, toHex } from '#shared/domain/bytes.ts'
import { createBlocks } from './blocks.ts'
import type { Connection } from './connection.ts'
import { type Header, readHeader } from './header.ts'
import { createMetadataCache } from './metadata.ts'
import { createSearch } from './search.ts'

const ZEROS = `0x${'00'.repeat(32)}`
const ERA = { birth: 1, death: 64 }

/** A node with that many blocks, the oldest first, whose numbers are as told; and how many of them it was asked for. */
function aNode(count: number, numberOf: (at: number) => number) {
  const told = new Map<Hash, unknown>()
  let parent = ZEROS
  let top: Header | undefined
  for (let at = 0; at < count; at++) {
    const header = {
      number: `0x${numberOf(at).toString(16)}`,
      parentHash: parent,
      stateRoot: toHex(new Uint8Array(32).fill(at)),
      extrinsicsRoot: ZEROS,
      digest: { logs: [] },
    }
    top = readHeader(header)
    if (top === undefined) throw new Error('no header')
    told.set(top.hash, { block: { header, extrinsics: [] } })
    parent = top.hash
  }
  if (top === undefined) throw new Error('no block')
  const closed: string[] = []
  let asked = 0
  const connection = {
    ask: async (method: string, [of]: readonly unknown[], read: (result: unknown) => unknown) => {
      if (method === 'chain_getBlockHash') return read([...told.keys()].find((_, at) => numberOf(at) === of))
      asked += 1
      return read(told.get(of as Hash) ?? null)
    },
    close: (why: string) => void closed.push(why),
  } as unknown as Connection
  return { connection, top, closed, asked: () => asked }
}

describe('the search for an extrinsic', () => {
  const searching = () => {
    const store = { get: async () => undefined, put: async () => {}, drop: async () => {} }
    const wanted = { hash: ZEROS as Hash, extrinsic: ZEROS as Hash, era: ERA }
    return createSearch(createBlocks(createMetadataCache(store)), wanted)
  }
  it('passes over the blocks since its era, however many there are', async () => {
    const node = aNode(200, (at) => at + 1)
    expect(await searching().inFinal(node.connection, node.top)).toBeUndefined()
    expect(node.asked()).toBe(64)
  })
  it('leaves a node whose blocks do not count down, however many it has', async () => {
    const node = aNode(50, () => 60)
    const search = searching()
    await expect(search.inFinal(node.connection, node.top)).rejects.toMatchObject({ code: 'unreadable' })
    expect(node.closed).toEqual(['blocks that do not count down'])
    expect(node.asked()).toBe(2)
  })
})
