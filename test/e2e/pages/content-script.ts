/** The world of our content script, as whoever has taken it over would use it. */
import { expect } from 'vitest'
import type { Extension } from '../extension.ts'
import { listen } from '../listening-server.ts'

/** Evaluates in the isolated world that our content script has in a page of a server that knows nothing of it. */
export async function inContentScript(extension: Extension, expression: string): Promise<unknown> {
  const server = await listen()
  const page = await extension.context.newPage()
  const session = await extension.context.newCDPSession(page)
  const worlds: number[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extension.id}`) worlds.push(context.id)
  })
  await session.send('Runtime.enable')
  await page.goto(`http://127.0.0.1:${server.port}/`)
  await expect.poll(() => worlds.length).toBeGreaterThan(0)
  const contextId = worlds[worlds.length - 1] ?? 0
  const { result } = await session.send('Runtime.evaluate', {
    contextId,
    awaitPromise: true,
    returnByValue: true,
    expression,
  })
  await page.close()
  await server.close()
  return result.value
}
