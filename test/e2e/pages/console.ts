/** What windows and worker write to their consoles while a test runs: a screen that is whole says nothing there. */
import type { BrowserContext, ConsoleMessage, Page, Worker } from 'playwright-core'

const LOUD = new Set(['error', 'warning', 'assert'])

/** Listens to every window and worker, present and to come. The answer hands out what was heard since the last time. */
export function listenIn(context: BrowserContext): () => readonly string[] {
  let heard: string[] = []
  const hear = (message: ConsoleMessage): void => {
    if (LOUD.has(message.type()))
      heard.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  }
  const toPage = (page: Page): void => {
    page.on('console', hear)
    page.on('pageerror', (error) => heard.push(`thrown: ${error.message}`))
  }
  const toWorker = (worker: Worker): void => {
    worker.on('console', hear)
  }
  context.pages().forEach(toPage)
  context.serviceWorkers().forEach(toWorker)
  context.on('page', toPage)
  context.on('serviceworker', toWorker)
  return () => {
    const since = heard
    heard = []
    return since
  }
}
