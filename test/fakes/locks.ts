/** `navigator.locks`: first come, first served, and a worker that dies lets go of what it held or waited for. */
import type { Life } from './life.ts'

interface Request {
  readonly life: Life
  readonly run: () => void
}

export interface Locks {
  request<T>(life: Life, name: string, work: () => Promise<T>): Promise<T>
  release(life: Life): void
}

export function createLocks(): Locks {
  const queues = new Map<string, Request[]>()

  const next = (name: string): void => {
    const queue = queues.get(name) ?? []
    queue.shift()
    queue[0]?.run()
  }

  return {
    request: (life, name, work) =>
      new Promise((resolve, reject) => {
        // Code of a worker that is dead runs on for a moment here; nothing outside hears it.
        if (!life.isAlive()) return
        const run = (): void => {
          work()
            .then(resolve, reject)
            .finally(() => {
              if (life.isAlive()) next(name)
            })
        }
        const queue = queues.get(name) ?? []
        queues.set(name, queue)
        queue.push({ life, run })
        if (queue.length === 1) run()
      }),
    release: (life) => {
      for (const [name, queue] of queues) {
        const [first] = queue
        const left = queue.filter((request) => request.life !== life)
        queues.set(name, left)
        if (first !== left[0]) left[0]?.run()
      }
    },
  }
}
