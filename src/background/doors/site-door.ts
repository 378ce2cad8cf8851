/** The door for web pages: whatever a port is named, it reaches the methods of a page and nothing else. */
import {
  BUSY,
  invalid,
  REQUEST_LIMIT,
  readFromRelay,
  SITE_METHODS,
  type SiteAnswer,
  type SiteMethod,
  type ToRelay,
  UNSUPPORTED,
  WRONG_DOCUMENT,
} from '#shared/protocol/site-contract.ts'
import type { Outbox } from '../approvals/outbox.ts'
import { refusal } from '../sites/answers.ts'
import type { Lines } from '../sites/lines.ts'
import type { SiteHandlers } from '../sites/site-handlers.ts'
import type { Subscribers } from '../sites/subscribers.ts'
import type { RuntimePort } from './serve.ts'
import { type SiteCaller, siteOf } from './site-caller.ts'

export interface SiteDoor {
  readonly handlers: SiteHandlers
  readonly outbox: Outbox
  readonly lines: Lines
  readonly subscribers: Pick<Subscribers, 'remove'>
  readonly onBug: (cause: unknown, where: string) => void
}

/** Requests of one document that are being read at a time; what waits for a person is counted elsewhere. */
const MOST_AT_ONCE = 32

/** Serves a relay. A document that cannot use the wallet is told so, whatever it asks. */
export function openSiteDoor(port: RuntimePort, id: string, door: SiteDoor): void {
  const caller = siteOf(port.sender, id)
  let isOpen = true
  port.onDisconnect.addListener(() => {
    isOpen = false
  })
  const post = (message: ToRelay): void => {
    if (isOpen) port.postMessage(message)
  }
  if (caller === undefined) {
    port.onMessage.addListener((message) => {
      const frame = readFromRelay(message)
      if (frame?.kind === 'ask') post({ kind: 'answer', id: frame.id, answer: refusal(WRONG_DOCUMENT) })
    })
    return
  }
  serveSite({ port, caller, post }, door)
}

interface Served {
  readonly port: RuntimePort
  readonly caller: SiteCaller
  readonly post: (message: ToRelay) => void
}

function serveSite({ port, caller, post }: Served, door: SiteDoor): void {
  const { handlers, outbox, lines, subscribers, onBug } = door
  const { documentId } = caller
  port.onDisconnect.addListener(lines.open({ ...caller, post }))
  const reading = new Set<string>()

  const handle = async (id: string, method: string, input: string): Promise<SiteAnswer | 'taken'> => {
    const name = SITE_METHODS.find((each) => each === method)
    if (name === undefined) return refusal(UNSUPPORTED)
    const plain = input.length > REQUEST_LIMIT ? undefined : plainOf(input)
    if (plain === undefined) return refusal(invalid(FIELDS[name]))
    return handlers[name]({ caller, id, input: plain.value })
  }

  const ask = async (id: string, method: string, input: string): Promise<void> => {
    // A relay that has not heard that it was taken asks again.
    if (reading.has(id)) return
    // As it was when this one came: those that come after it take no room from it.
    const isFull = reading.size >= MOST_AT_ONCE
    reading.add(id)
    try {
      if (await outbox.isKnown(documentId, id)) return await outbox.resume(documentId, [id])
      const outcome = isFull ? refusal(BUSY) : await handle(id, method, input)
      post(outcome === 'taken' ? { kind: 'taken', id } : { kind: 'answer', id, answer: outcome })
    } catch (cause) {
      onBug(cause, method)
      // Nothing of what went wrong inside goes out.
      post({ kind: 'answer', id, answer: refusal(invalid('request')) })
    } finally {
      reading.delete(id)
    }
  }

  const quiet = (work: Promise<unknown>, where: string): void => {
    work.catch((cause: unknown) => onBug(cause, where))
  }
  port.onMessage.addListener((message) => {
    const frame = readFromRelay(message)
    switch (frame?.kind) {
      case 'ask':
        void ask(frame.id, frame.method, frame.input)
        break
      case 'resume':
        quiet(outbox.resume(documentId, frame.ids), 'resume')
        break
      case 'heard':
        quiet(outbox.heard(documentId, frame.id), 'heard')
        break
      case 'bye':
        quiet(
          outbox.withdraw((reply) => reply.documentId === documentId),
          'bye',
        )
        quiet(
          subscribers.remove((each) => each.documentId === documentId),
          'bye',
        )
        break
      case undefined:
        break
    }
  })
}

/** What is named to a page whose request is too long or no JSON. */
const FIELDS: Readonly<Record<SiteMethod, string>> = {
  enable: 'name',
  'accounts.get': 'anyType',
  'accounts.subscribe': 'callback',
  'accounts.unsubscribe': 'callback',
  'metadata.get': 'metadata',
  'metadata.provide': 'metadata',
  signPayload: 'payload',
  signRaw: 'data',
}

/** Undefined for text that is no JSON. */
function plainOf(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
