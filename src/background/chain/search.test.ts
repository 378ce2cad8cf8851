import { describe, expect, it } from 'vitest'
import { type Hash, toHex } from '#shared/domain/bytes.ts'
import { createBlocks } from './blocks.ts'
import type { Connection } from './connection.ts'
import { type Header, readHeader } from './header.ts'
import { createMetadataCache } from './metadata.ts'
import { createSearch } from './search.ts'

const ZEROS = `0x${'00'.repeat(32)}`
const ERA = { birth: 1, death: 64 }

/** A node whose blocks all bear one number, and how many of them it was asked for. */
function aNodeThatStands(count: number, number: number) {
  const told = new Map<Hash, unknown>()
  let parent = ZEROS
  let top: Header | undefined
  for (let at = 0; at < count; at++) {
    const header = {
      number: `0x${number.toString(16)}`,
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
    ask: async (_method: string, [hash]: readonly Hash[], read: (result: unknown) => unknown) => {
      asked += 1
      return read(hash === undefined ? null : (told.get(hash) ?? null))
    },
    close: (why: string) => void closed.push(why),
  } as unknown as Connection
  return { connection, top, closed, asked: () => asked }
}

describe('the search for an extrinsic', () => {
  it('leaves a node whose blocks do not count down, however many it has', async () => {
    const node = aNodeThatStands(50, 60)
    const store = { get: async () => undefined, put: async () => {}, drop: async () => {} }
    const wanted = { hash: ZEROS as Hash, extrinsic: ZEROS as Hash, era: ERA }
    const search = createSearch(createBlocks(createMetadataCache(store)), wanted)
    await expect(search.inFinal(node.connection, node.top)).rejects.toMatchObject({ code: 'unreadable' })
    expect(node.closed).toEqual(['blocks that do not count down'])
    expect(node.asked()).toBe(2)
  })
})
