/** Screens drawn into happy-dom, with a person's hands on them. */
/// <reference path="../../src/popup/css.d.ts" />
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, vi } from 'vitest'
import { type TopicName, type Topics, TopicsContext, type TopicValue } from '../../src/popup/use-topic.ts'

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean
}

export interface Drawn {
  readonly place: HTMLElement
  /** Everything that can be read on it. */
  text(): string
  button(name: string | RegExp): HTMLButtonElement
  hasButton(name: string | RegExp): boolean
  /** The one to tick or to choose whose words these are. */
  box(words: RegExp): HTMLInputElement
  redraw(node: ReactNode): Promise<void>
  end(): Promise<void>
}

/** What the tests of a file draw, at a time that stands still; it is taken away after each. */
export function drawnAt(now: number): Drawn[] {
  const open: Drawn[] = []
  beforeEach(() => {
    vi.useFakeTimers({ now })
    localStorage.clear()
  })
  afterEach(async () => {
    for (const drawn of open.splice(0)) await drawn.end()
    vi.useRealTimers()
  })
  return open
}

export async function draw(node: ReactNode): Promise<Drawn> {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  await act(async () => root.render(node))
  const find = (name: string | RegExp): HTMLButtonElement | undefined =>
    [...place.querySelectorAll('button')].find((button) => {
      const says = (button.getAttribute('aria-label') ?? button.textContent ?? '').trim()
      return typeof name === 'string' ? says === name : name.test(says)
    })
  return {
    place,
    text: () => place.textContent ?? '',
    button: (name) => {
      const found = find(name)
      if (found === undefined) throw new Error(`no button ${name}`)
      return found
    },
    hasButton: (name) => find(name) !== undefined,
    box: (name) => {
      const label = [...place.querySelectorAll('label')].find((each) => name.test(each.textContent ?? ''))
      const found = label?.querySelector<HTMLInputElement>('input[type=checkbox], input[type=radio]')
      if (found === null || found === undefined) throw new Error(`no box ${name}`)
      return found
    },
    redraw: async (next) => act(async () => root.render(next)),
    end: async () => {
      await act(async () => root.unmount())
      place.remove()
    },
  }
}

/** Lets time pass, by the fake clock, and whatever it brings be drawn. */
export async function pass(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
  })
}

/** An event as the browser itself makes it when a person acts; `isTrusted: false` as a script makes it. */
export async function send(target: EventTarget, event: Event, isTrusted = true): Promise<void> {
  Object.defineProperty(event, 'isTrusted', { value: isTrusted })
  await act(async () => {
    target.dispatchEvent(event)
  })
}

export async function click(target: EventTarget, isTrusted = true): Promise<void> {
  await send(target, aClick(), isTrusted)
}

/** Two clicks with nothing drawn in between. */
export async function clickTwice(target: EventTarget): Promise<void> {
  await act(async () => {
    for (const event of [aClick(), aClick()]) {
      Object.defineProperty(event, 'isTrusted', { value: true })
      target.dispatchEvent(event)
    }
  })
}

function aClick(): Event {
  return new MouseEvent('click', { bubbles: true, cancelable: true })
}

export async function type(field: Element | null, text: string): Promise<void> {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    throw new Error('no field')
  // React listens to what the browser changed, not to what a script assigned.
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  await act(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Stands in for what the browser tells of sizes: a test says itself that something has another size. */
export function stubSizes(): ReadonlySet<() => void> {
  const watching = new Set<() => void>()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly tell: () => void
      constructor(tell: () => void) {
        this.tell = tell
      }
      observe() {
        watching.add(this.tell)
      }
      disconnect() {
        watching.delete(this.tell)
      }
    },
  )
  return watching
}

/** Topics with given values, which can be changed. */
export interface TestTopics {
  readonly topics: Topics
  put<K extends TopicName>(name: K, value: TopicValue<K>): Promise<void>
  around(node: ReactNode): ReactNode
}

export function someTopics(values: { readonly [K in TopicName]?: TopicValue<K> }): TestTopics {
  const held: Record<string, unknown> = { ...values }
  const listeners = new Set<() => void>()
  const topics: Topics = {
    get: <K extends TopicName>(name: K) => held[name] as TopicValue<K> | undefined,
    isFresh: () => true,
    watch: (_, listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    topics,
    put: async (name, value) => {
      held[name] = value
      await act(async () => {
        for (const listener of listeners) listener()
      })
    },
    around: (node) => <TopicsContext value={topics}>{node}</TopicsContext>,
  }
}
