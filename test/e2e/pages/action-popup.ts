/** The popup of the toolbar's button. The driver knows nothing of it: it is spoken to as a debugger would. */
import type { BrowserContext, CDPSession } from 'playwright-core'
import type { Extension } from '../extension.ts'

export interface ActionPopup {
  /** What it shows, in words. */
  text(): Promise<string>
  /** Presses the button that says this. */
  press(name: string): Promise<void>
  isThere(): Promise<boolean>
}

/** Opens it in the window of the tabs, as a press on the button does. */
export async function openActionPopup({ context, id, worker }: Extension): Promise<ActionPopup> {
  const session = await sessionIn(context)
  const before = new Set((await popups(session, id)).map(({ targetId }) => targetId))
  await (await worker()).evaluate(async () => {
    // The window of the review has no toolbar.
    const [tabs] = await chrome.windows.getAll({ windowTypes: ['normal'] })
    await chrome.action.openPopup({ windowId: tabs?.id })
  })
  const { targetId } = await soon('no popup opened', async () =>
    (await popups(session, id)).find((each) => !before.has(each.targetId)),
  )
  const { sessionId } = await session.send('Target.attachToTarget', { targetId })
  let lastId = 0
  const evaluate = (expression: string): Promise<string> => {
    lastId += 1
    const asked = lastId
    return new Promise((done, failed) => {
      session.on('Target.receivedMessageFromTarget', (event) => {
        const { id: answered, result } = JSON.parse(event.message) as Answer
        if (event.sessionId === sessionId && answered === asked) done(result?.result?.value ?? '')
      })
      const params = { expression, returnByValue: true }
      const message = JSON.stringify({ id: asked, method: 'Runtime.evaluate', params })
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(failed)
    })
  }
  return {
    text: () => evaluate('document.body.innerText'),
    press: async (name) => {
      const pressing = `(() => {
        const found = [...document.querySelectorAll('button')].find((each) => each.innerText === ${JSON.stringify(name)})
        found?.click()
        return found === undefined ? '' : 'pressed'
      })()`
      await soon(`no button says “${name}”`, async () => (await evaluate(pressing)) || undefined)
    },
    isThere: async () => (await popups(session, id)).some((each) => each.targetId === targetId),
  }
}

interface Answer {
  readonly id: number
  readonly result?: { readonly result?: { readonly value?: string } }
}

/** What is there within ten seconds. */
async function soon<T>(otherwise: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error(otherwise)
}

async function sessionIn(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser()
  const [page] = context.pages()
  if (browser !== null) return browser.newBrowserCDPSession()
  if (page === undefined) throw new Error('no page')
  return context.newCDPSession(page)
}

/** All of the extension's pages that are no tab of the driver's are among these. */
async function popups(session: CDPSession, id: string) {
  const { targetInfos } = await session.send('Target.getTargets')
  return targetInfos.filter(
    ({ type, url }) => type === 'page' && url.startsWith(`chrome-extension://${id}/popup/`),
  )
}
