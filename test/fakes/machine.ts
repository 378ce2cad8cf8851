/** A computer with a browser on it, and workers that may die at any step: what a worker has not written is gone with it. */
import { WebSocket } from 'ws'
import type { WorkerBrowser } from '../../src/background/start.ts'
import type { WithLock } from '../../src/background/storage/browser.ts'
import type { RealmBrowser } from '../../src/background/vault/realm.ts'
import { createArea } from './area.ts'
import { createDesk, type Desk } from './desk.ts'
import { createFakeIndexedDB, type Databases } from './indexed-db.ts'
import type { Life } from './life.ts'
import { createLocks } from './locks.ts'
import { createRuntime, type FakeRuntime, ID, ORIGIN } from './runtime.ts'

/** At which step a worker dies, and whether the step still takes effect. */
export interface Death {
  /** By its number from 1, or by its name: the first of that name. */
  readonly step: number | string
  readonly when: 'before' | 'after'
}

type Fault = 'local-read' | 'local-write' | 'database-read' | 'database-write'

export interface Machine {
  readonly local: Map<string, unknown>
  readonly session: Map<string, unknown>
  readonly databases: Databases
  /** Alarms by name, with their time. */
  readonly alarms: Map<string, number>
  readonly runtime: FakeRuntime
  /** Windows, tabs and the button on the toolbar. */
  readonly desk: Desk
  readonly faults: Set<Fault>
  /** Every step of the present worker, by name. */
  readonly steps: string[]
  /** The same and every read of storage, of all its workers. */
  readonly done: string[]
  /** Every extrinsic that was handed to a node, in order. */
  readonly submitted: string[]
  /** How many sockets are open to nodes. */
  connections(): number
  now(): number
  /** Moves the wall's clock and rings the alarms that are due. */
  pass(ms: number): void
  /** The state of the computer, as `browser.idle` tells it. */
  idle(state: string): void
  /** A new worker; what was there before is ended. */
  begin(death?: Death): Parts
  end(): void
}

/** What a worker is started with. */
export interface Parts {
  readonly life: Life
  readonly browser: WorkerBrowser
  readonly realmBrowser: Pick<RealmBrowser, 'runtime' | 'offscreen'>
  readonly indexedDB: IDBFactory
  readonly withLock: WithLock
  readonly WebSocket: new (url: string) => WebSocket
  readonly clock: { now(): number; after(ms: number, run: () => void): () => void }
}

export function createMachine(answerRoom: (command: unknown) => Promise<unknown>): Machine {
  const local = new Map<string, unknown>()
  const session = new Map<string, unknown>()
  const databases: Databases = new Map()
  const alarms = new Map<string, number>()
  const faults = new Set<Fault>()
  const steps: string[] = []
  const done: string[] = []
  const submitted: string[] = []
  const sockets = new Set<WebSocket>()
  const locks = createLocks()
  const runtime = createRuntime()
  const desk = createDesk()
  let offset = 0
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  let endLife = (): void => {}
  let hear: { alarm: (name: string) => void; idle: (state: string) => void } = {
    alarm: () => {},
    idle: () => {},
  }
  const now = (): number => Date.now() + offset

  const begin = (death?: Death): Parts => {
    endLife()
    steps.length = 0
    const ends: (() => void)[] = []
    let isAlive = true
    const die = (): void => {
      if (!isAlive) return
      isAlive = false
      for (const end of ends) end()
    }
    endLife = die
    const never = new Promise<never>(() => {})
    const isDeathAt = (label: string): boolean => death?.step === label || death?.step === steps.length
    const enter = (label: string): boolean => {
      if (!isAlive) return false
      steps.push(label)
      done.push(label)
      if (isDeathAt(label) && death?.when === 'before') die()
      return isAlive
    }
    const leave = (label: string): boolean => {
      if (isDeathAt(label) && death?.when === 'after') die()
      return isAlive
    }
    const life: Life = {
      isAlive: () => isAlive,
      onEnd: (listener) => ends.push(listener),
      step: async (label, effect) => {
        if (!enter(label)) return never
        const result = await effect()
        return leave(label) ? result : never
      },
      stepNow: (label, effect) => {
        if (!enter(label)) return
        effect()
        leave(label)
      },
    }

    const area = (name: 'local' | 'session') =>
      createArea({
        name,
        kept: name === 'local' ? local : session,
        life,
        note: (what) => void done.push(what),
        fails: (kind) => name === 'local' && faults.has(`local-${kind}`),
      })
    const told = {
      alarm: [] as ((alarm: { name: string }) => void)[],
      idle: [] as ((state: string) => void)[],
    }
    hear = {
      alarm: (name) => {
        if (isAlive) for (const listener of told.alarm) listener({ name })
      },
      idle: (state) => {
        if (isAlive) for (const listener of told.idle) listener(state)
      },
    }
    const attached = runtime.attach(life, answerRoom)
    ends.push(attached.detach, () => locks.release(life))

    class LifeSocket extends WebSocket {
      constructor(url: string) {
        super(url)
        this.on('error', () => {})
        sockets.add(this)
        this.on('close', () => sockets.delete(this))
        ends.push(() => this.terminate())
      }
      override send(text: string): void {
        if (!isAlive) return
        const { method, params } = JSON.parse(text) as { method: string; params: string[] }
        const really = (): void => super.send(text)
        if (method !== 'author_submitExtrinsic') really()
        else
          life.stepNow('submit', () => {
            submitted.push(params[0] ?? '')
            really()
          })
      }
    }

    return {
      life,
      browser: {
        runtime: attached.runtime,
        storage: { local: area('local'), session: area('session') },
        alarms: {
          create: (name, { when }) => {
            if (isAlive) alarms.set(name, when)
          },
          clear: (name) => {
            if (isAlive) alarms.delete(name)
          },
          onAlarm: { addListener: (listener) => void told.alarm.push(listener) },
        },
        idle: { onStateChanged: { addListener: (listener) => void told.idle.push(listener) } },
        ...desk.attach(life),
      },
      realmBrowser: {
        runtime: attached.runtime,
        offscreen: { createDocument: () => Promise.resolve(), closeDocument: () => Promise.resolve() },
      },
      indexedDB: createFakeIndexedDB(databases, life, (kind) => faults.has(`database-${kind}`)),
      withLock: (name, work) => locks.request(life, name, work),
      WebSocket: LifeSocket,
      clock: {
        now,
        after: (ms, run) => {
          const stop = (): void => {
            clearTimeout(timer)
            timers.delete(due)
          }
          const due = {
            at: now() + ms,
            run: () => {
              stop()
              if (isAlive) run()
            },
          }
          const timer = setTimeout(due.run, ms)
          timer.unref()
          timers.add(due)
          return stop
        },
      },
    }
  }

  return {
    local,
    session,
    databases,
    alarms,
    runtime,
    desk,
    faults,
    steps,
    done,
    submitted,
    connections: () => sockets.size,
    now,
    pass: (ms) => {
      offset += ms
      for (const timer of [...timers].filter(({ at }) => at <= now())) timer.run()
      const due = [...alarms].filter(([, when]) => when <= now()).map(([name]) => name)
      for (const name of due) {
        alarms.delete(name)
        hear.alarm(name)
      }
    },
    idle: (state) => hear.idle(state),
    begin,
    end: () => endLife(),
  }
}

export { ID, ORIGIN }
