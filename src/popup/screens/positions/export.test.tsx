/**
 * What is saved as a table, and when there is something to save.
 * @vitest-environment happy-dom
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { click, drawnAt } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { aRecord } from '../../../../test/build/record.ts'
import { aPosition, NOW, somePositions, stakedTopics } from '../../../../test/build/staking-topics.ts'
import { Export } from './export.tsx'
import { activityCsv, positionsCsv } from './tables.ts'

const open = drawnAt(NOW)
const topics = { ...stakedTopics(somePositions([aPosition()])), activity: [aRecord()] }

/** What the browser is handed to save. */
function saved() {
  const files: { name: string; content: Blob }[] = []
  const blobs: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob)
    return 'blob:saved'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const [content] = blobs.splice(0)
    if (content !== undefined) files.push({ name: this.download, content })
  })
  return files
}

describe('a table of one’s own', () => {
  afterEach(() => vi.restoreAllMocks())

  it('of positions and of what was signed is saved under its name and day, as it is written', async () => {
    const files = saved()
    const { button } = await drawScreen(open, <Export />, { background: {}, topics })
    await click(button(/Positions/))
    await click(button(/Activity/))
    const day = new Date(NOW).toISOString().slice(0, 10)
    expect(files.map(({ name }) => name)).toEqual([
      `taokey-positions-${day}.csv`,
      `taokey-activity-${day}.csv`,
    ])
    const beside = { names: topics.names, subnets: topics.directory.directory.subnets }
    const texts = await Promise.all(
      files.map(async ({ content }) =>
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(await content.arrayBuffer()),
      ),
    )
    expect(texts).toEqual([positionsCsv(topics.positions.positions, beside), activityCsv(topics.activity)])
  })

  it('waits for what it is made of', async () => {
    const files = saved()
    const { button } = await drawScreen(open, <Export />, { background: {}, topics: {} })
    await click(button(/Positions/))
    await click(button(/Activity/))
    expect(files).toEqual([])
  })
})
