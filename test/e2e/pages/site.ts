/** A web page that meets the wallet, and the window in which a person decides what it asked. */
import type { BrowserContext, Locator, Page } from 'playwright-core'
import type { Origin } from '#shared/domain/site.ts'
import { APPROVE_PAGE } from '#shared/protocol/places.ts'
import { addRoomClient } from '../room-client.ts'
import { PASSWORD, unlock } from './wallet.ts'

/** What a page's promise came to, as the page itself sees it. */
export type Heard =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly isError: boolean; readonly message: string; readonly code: number }

/** What a page hears of a request that came to nothing. */
export const CANCELLED = { ok: false, isError: true, message: 'Cancelled', code: 4001 }

export type Method =
  | 'enable'
  | 'accounts.get'
  | 'metadata.get'
  | 'metadata.provide'
  | 'signer.signPayload'
  | 'signer.signRaw'

/** What `enable` gives a page. */
export interface Injected {
  readonly accounts: {
    get(): Promise<object[]>
    subscribe(told: (list: object[]) => unknown): () => void
  }
  readonly signer: object
}

const KEY = 'taokey'
const PATIENCE = { timeout: 30_000 }

export async function openSite(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE.timeout)
  await page.goto(url)
  return page
}

/** Calls the wallet as a page's script does. What `enable` gives the page keeps, and the others are called on it. */
export function call(page: Page, method: Method, input?: unknown): Promise<Heard> {
  return page.evaluate(
    async ({ key, method, input }) => {
      type Call = (input: unknown) => Promise<unknown>
      type Group = Record<string, Call>
      const kept = globalThis as typeof globalThis & {
        injectedWeb3?: Record<string, { enable: Call }>
        wallet?: Record<string, Group>
      }
      try {
        if (method === 'enable') {
          kept.wallet = (await kept.injectedWeb3?.[key]?.enable(input)) as Record<string, Group>
          return { ok: true as const, value: Object.keys(kept.wallet) }
        }
        const [group = '', name = ''] = method.split('.')
        return { ok: true as const, value: await kept.wallet?.[group]?.[name]?.(input) }
      } catch (cause) {
        const { message, code } = cause as Error & { code: number }
        return { ok: false as const, isError: cause instanceof Error, message, code }
      }
    },
    { key: KEY, method, input },
  )
}

/** The window in which sites' requests are decided, once it is there. */
export async function approvalWindow(context: BrowserContext): Promise<Page> {
  // Looked for and not heard of: it may be told of before it has its address.
  for (const end = Date.now() + PATIENCE.timeout; Date.now() < end; ) {
    const [window] = openWindows(context)
    window?.setDefaultTimeout(PATIENCE.timeout)
    if (window !== undefined) return window
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('no window asks')
}

/** Until it has left: what is asked next gets a window of its own. */
export async function untilGone(window: Page): Promise<void> {
  while (!window.isClosed()) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Those that are open now. */
export function openWindows(context: BrowserContext): readonly Page[] {
  return context.pages().filter(isApproval)
}

export function countWindows(context: BrowserContext): number {
  return openWindows(context).length
}

function isApproval(page: Page): boolean {
  return page.url().endsWith(APPROVE_PAGE)
}

/** Connects a page as a person does, with the accounts that are ticked to begin with; until the window has left. */
export async function connectSite(page: Page): Promise<void> {
  const asked = call(page, 'enable', 'A test')
  const window = await approvalWindow(page.context())
  await agreeIn(window)
  const heard = await asked
  if (!heard.ok) throw new Error(heard.message)
  await untilGone(window)
}

/** Unlocks where it is asked to, does what the review demands, and agrees. */
export async function agreeIn(window: Page): Promise<void> {
  await unlockIn(window)
  const agree = agreeButton(window)
  await agree.waitFor()
  for (const box of await window.locator('.review input[type=checkbox]').all())
    if ((await box.evaluate((each) => each.closest('fieldset'))) === null) await box.check()
  for (const field of await window.getByLabel(/^Type \S+ to go on/).all()) {
    const label = await field.evaluate((each) => (each as HTMLInputElement).labels?.[0]?.innerText ?? '')
    await field.fill(/^Type (\S+) to go on/.exec(label)?.[1] ?? '')
  }
  await agree.and(window.locator('[aria-disabled="false"]')).waitFor()
  const isHeld = (await agree.innerText()).startsWith('Hold to')
  if (!isHeld) return pressToLeave(agree)
  await agree.hover()
  await window.mouse.down()
  // The site may have had its answer, and the window be gone, before the button is let go.
  const unlessGone = (cause: unknown): void => {
    if (!window.isClosed()) throw cause
  }
  await window.getByText('Keep holding…').waitFor({ state: 'detached' }).catch(unlessGone)
  await window.mouse.up().catch(unlessGone)
}

export async function rejectIn(window: Page): Promise<void> {
  await unlockIn(window)
  await pressToLeave(window.getByRole('button', { name: 'Reject', exact: true }))
}

/** Presses a button that ends its window: that may be gone before the driver has heard that it pressed. */
export async function pressToLeave(last: Locator): Promise<void> {
  await last.click().catch((cause: unknown) => {
    if (!last.page().isClosed()) throw cause
  })
}

/** The one button of the review that agrees. */
export function agreeButton(window: Page) {
  return window.locator('.foot').locator('.button.primary, .button.danger')
}

/** Once the review is read, or its screen to connect: the password before, where it is asked. */
export async function unlockIn(window: Page): Promise<void> {
  const password = window.getByLabel('Password', { exact: true })
  const review = window.locator('.foot').getByRole('button', { name: 'Reject', exact: true })
  await password.or(review).first().waitFor()
  if (await password.isVisible()) await unlock(window, PASSWORD)
}

/** Takes a site's accounts away, as the wallet's own screen of sites does. */
export async function forgetSite(page: Page, origin: Origin): Promise<void> {
  await addRoomClient(page)
  const done = await page.evaluate((origin) => room.background.call['sites.forget']({ origin }), origin)
  if (!done.ok) throw new Error(done.error.code)
}
