/** The window's client of the background: one port, opened anew whenever the worker has stopped, with every topic asked for again. */
import { fail } from '#shared/domain/result.ts'
import type { Client, Methods } from '#shared/protocol/contract.ts'
import { popupTopics } from '#shared/protocol/popup-contract.ts'
import { type Connection, connect, type Port } from '#shared/protocol/port.ts'
import type { TopicName, Topics, TopicValue } from './use-topic.ts'

export interface Background<C extends Methods> extends Topics {
  /** A call that the worker did not live to answer is asked once more, where asking twice changes nothing. */
  readonly call: Client<C>
}

/**
 * What must not be asked twice: the first may have been done although no answer came. A decision may: one approval
 * yields one signature, and asked again after it was decided it answers the same; and so may a vault be kept again.
 */
const ONCE: ReadonlySet<string> = new Set(['operations.propose', 'plans.propose'])

const RETRY_MS = 150
const LONGEST_RETRY_MS = 5_000

interface Deps {
  /** A new port to the worker, which this wakes. Throws when the extension was replaced under the window. */
  readonly open: () => Port
  readonly after: (ms: number, run: () => void) => void
}

export function createBackground<C extends Methods>(methods: C, { open, after }: Deps): Background<C> {
  type Line = Connection<C, typeof popupTopics>
  const values = new Map<TopicName, unknown>()
  const listeners = new Map<TopicName, Set<() => void>>()
  let line: Line | undefined
  let isFresh = false
  let failures = 0

  const tell = (names: Iterable<TopicName>): void => {
    for (const name of names) for (const listener of listeners.get(name) ?? []) listener()
  }

  const receive = (on: Line, name: TopicName): void => {
    on.watch(name, (value) => {
      failures = 0
      isFresh = true
      values.set(name, value)
      tell([name])
    })
  }

  const reopen = (): void => {
    isFresh = false
    failures += 1
    tell(listeners.keys())
    after(Math.min(RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS), () => {
      try {
        ready()
      } catch {
        reopen()
      }
    })
  }

  /** @throws when no port can be opened */
  const ready = (): Line => {
    if (line !== undefined) return line
    const port = open()
    const opened = connect(port, methods, popupTopics)
    line = opened
    port.onClose(() => {
      line = undefined
      reopen()
    })
    for (const name of listeners.keys()) receive(opened, name)
    return opened
  }

  const call = async (name: string, input: unknown) => {
    const ask = async () => {
      const on = ready()
      const asked: unknown = on.call[name]?.(input as never)
      return { result: await asked, isCut: line !== on }
    }
    try {
      const first = await ask()
      return first.isCut && !ONCE.has(name) ? (await ask()).result : first.result
    } catch {
      return fail({ code: 'bug', details: undefined })
    }
  }

  return {
    call: Object.fromEntries(
      Object.keys(methods).map((name) => [name, (input: unknown) => call(name, input)]),
    ) as unknown as Client<C>,
    get: <K extends TopicName>(name: K) => values.get(name) as TopicValue<K> | undefined,
    isFresh: () => isFresh,
    watch: (name, listener) => {
      const present = listeners.get(name)
      if (present !== undefined) {
        present.add(listener)
        return () => void present.delete(listener)
      }
      const added = new Set([listener])
      listeners.set(name, added)
      try {
        if (line === undefined) ready()
        else receive(line, name)
      } catch {
        reopen()
      }
      // The topic stays asked for: its next reader is then shown the present value at once.
      return () => void added.delete(listener)
    },
  }
}

/** A port to the worker over the browser's messaging. `name` says which role the document has. */
export function chromePort(name: 'wallet' | 'approve'): Port {
  const port = chrome.runtime.connect({ name })
  const closing: (() => void)[] = []
  let isOpen = true
  port.onDisconnect.addListener(() => {
    isOpen = false
    for (const listener of closing) listener()
  })
  return {
    post: (message) => {
      if (isOpen) port.postMessage(message)
    },
    onMessage: (listener) => port.onMessage.addListener(listener),
    onClose: (listener) => void closing.push(listener),
    close: () => port.disconnect(),
  }
}
