/** A relay between a page that is asked for and worker ports that end when they are told to; the clock stands still. */
import type { ToPage } from '../../src/content/page-frames.ts'
import { createRelay, type WorkerLine } from '../../src/content/relay.ts'
import type { FromRelay } from '../../src/shared/protocol/site-contract.ts'
import { createManualClock } from './manual-clock.ts'

/** One port to a worker, as the worker sees it. */
interface Line {
  readonly posts: FromRelay[]
  readonly tell: (message: unknown) => void
  /** The worker stops. */
  readonly end: () => void
  isClosed: boolean
}

export function aRelay({ isActive = true } = {}) {
  const clock = createManualClock()
  const lines: Line[] = []
  const heard: ToPage[] = []
  const world = { isReplaced: false }
  let ids = 0
  const relay = createRelay({
    connect: () => {
      if (world.isReplaced) throw new Error('Extension context invalidated.')
      const told: ((message: unknown) => void)[] = []
      const ends: (() => void)[] = []
      const posts: FromRelay[] = []
      const line: Line = {
        posts,
        tell: (message) => {
          for (const listener of told) listener(message)
        },
        end: () => {
          for (const listener of ends) listener()
        },
        isClosed: false,
      }
      lines.push(line)
      const port: WorkerLine = {
        post: (message) => void posts.push(message),
        onMessage: (listener) => void told.push(listener),
        onClose: (listener) => void ends.push(listener),
        close: () => {
          line.isClosed = true
        },
      }
      return port
    },
    isThere: () => !world.isReplaced,
    toPage: (message) => heard.push(message),
    newId: () => {
      ids += 1
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`
    },
    after: (ms, run) => void clock.after(ms, run),
  })
  if (isActive) relay.activate()
  const ask = (id: number, method = 'signPayload', input = '{}') => relay.fromPage({ id, method, input })
  const line = (): Line => lines.at(-1) ?? fails()
  /** The relay's own number for what the page asked last. */
  const lastId = (): string => {
    const asked = line().posts.findLast((post) => post.kind === 'ask')
    return asked?.kind === 'ask' ? asked.id : fails()
  }
  const answer = (id: string, value = '"signed"') =>
    line().tell({ kind: 'answer', id, answer: { ok: true, value } })
  const told = (kind: FromRelay['kind']) => line().posts.filter((post) => post.kind === kind)
  return { relay, clock, lines, heard, world, ask, line, lastId, answer, told }
}

function fails(): never {
  throw new Error('there is none')
}
