/** Time that a test need not wait for. */
import type { Page } from 'playwright-core'

/**
 * What the wallet has kept of its past, as if it had seen the same an hour earlier too. By itself it keeps a second
 * moment with the next minute of the clock only, and of one alone nothing is told.
 */
export async function seenAnHourAgo(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const remember = (): Promise<boolean> =>
      new Promise((done, failed) => {
        const opening = indexedDB.open('history')
        opening.onerror = () => failed(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const changing = database.transaction('entries', 'readwrite')
          const entries = changing.objectStore('entries')
          const names = entries.getAllKeys()
          const isMoment = (name: string) => /\/\d+$/.test(name)
          names.onsuccess = () => {
            const name = names.result.map(String).find(isMoment)
            if (name === undefined) return
            const read = entries.get(name)
            read.onsuccess = () => {
              const at = read.result.at - 3600_000
              entries.put({ ...read.result, at }, name.replace(/\d+$/, String(at)))
            }
          }
          changing.oncomplete = () => {
            database.close()
            done(names.result.map(String).some(isMoment))
          }
          changing.onabort = () => failed(changing.error)
        }
      })
    // Opened before the wallet has made it, it would be one without a store.
    const isMade = async () => (await indexedDB.databases()).some(({ name }) => name === 'history')
    while (!((await isMade()) && (await remember()))) await new Promise((later) => setTimeout(later, 100))
  })
}
