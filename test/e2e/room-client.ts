/** Puts the popup's own client of the room into a page of the extension, where tests can call it. */

import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { buildAlone } from '../../build/alone.ts'
import type { InPage } from './in-page/client.ts'

declare global {
  // What `in-page/client.ts` leaves in the page it is put into.
  var room: InPage
}

const ROOT = resolve(import.meta.dirname, '../..')
let built: Promise<string> | undefined

/** Adds `room` to the page. It is evaluated by the debugger, past the page's policy, as no page could do it. */
export async function addRoomClient(page: Page): Promise<Page> {
  built ??= buildAlone(ROOT, { name: 'client', entry: 'test/e2e/in-page/client.ts' }).then(({ code }) => code)
  await page.evaluate(await built)
  return page
}
