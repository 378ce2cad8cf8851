import { describe, expect, it } from 'vitest'
import { ensureOneRoom, type OffscreenDocuments } from './one-room.ts'

const OURS = 'chrome-extension://own/bridge/bridge.html'
const later = () => new Promise<void>((done) => setTimeout(done, 0))

/** A browser that keeps one offscreen document at most, and takes a turn for everything. */
function browser(start?: string) {
  let open = start
  const log: string[] = []
  const documents: OffscreenDocuments = {
    async list() {
      await later()
      return open === undefined ? [] : [open]
    },
    async create() {
      if (open !== undefined) throw new Error('Only a single offscreen document may be created.')
      open = OURS
      log.push('created')
      await later()
    },
    async close() {
      await later()
      if (open === undefined) throw new Error('No current offscreen document.')
      open = undefined
      log.push('closed')
    },
  }
  return { documents, log, open: () => open }
}

describe('the one room', () => {
  it('is created where there is none', async () => {
    const { documents, log } = browser()
    await ensureOneRoom(OURS, documents, later)
    expect(log).toEqual(['created'])
  })
  it('is left alone where it is', async () => {
    const { documents, log } = browser(OURS)
    await ensureOneRoom(OURS, documents, later)
    expect(log).toEqual([])
  })
  it('takes the place of another document, also of one whose address only begins like ours', async () => {
    for (const other of [`${OURS}?x`, `${OURS}#x`, 'chrome-extension://own/popup/index.html']) {
      const { documents, log, open } = browser(other)
      await ensureOneRoom(OURS, documents, later)
      expect(log).toEqual(['closed', 'created'])
      expect(open()).toBe(OURS)
    }
  })
  it('is created once when twelve ask at once', async () => {
    const { documents, log } = browser()
    await Promise.all(Array.from({ length: 12 }, () => ensureOneRoom(OURS, documents, later)))
    expect(log).toEqual(['created'])
  })
  it('is given up with the browser’s refusal when it never comes', async () => {
    const refusal = new Error('no')
    const documents = { ...browser().documents, create: () => Promise.reject(refusal) }
    await expect(ensureOneRoom(OURS, documents, later)).rejects.toMatchObject({ cause: refusal })
  })
})
