/** The window's client of the vault contract, on its own port to the room. The background never sees what passes here. */

import type { Failure } from '#shared/domain/errors.ts'
import { fail, ok, type Result } from '#shared/domain/result.ts'
import type { Client, Methods } from '#shared/protocol/contract.ts'
import { connect } from '#shared/protocol/port.ts'
import { openRoomPort, type RoomFailure, type RoomPort } from './room-port.ts'

export interface Vault<C extends Methods> {
  /**
   * The methods of this window's role. Each opens a line to the room if there is none. A call that reaches no room, or
   * is under way when the room ends, answers `bug`; `room.lock` has then done what it was asked.
   */
  readonly call: Client<C>
  /** Opens the line and says to which room, or why there is none. */
  open(): Promise<Result<{ readonly boot: string }, RoomFailure>>
  /** Called when the room this window spoke to is gone: whatever was unlocked is locked. Returns how to stop. */
  onEnd(listener: () => void): () => void
}

type Ask = (input: unknown) => Promise<Result<unknown, Failure>>
interface Line {
  readonly port: RoomPort
  readonly asks: Readonly<Record<string, Ask>>
}

// Old keyfiles want Argon2i over 512 MiB: 9 s where it was measured, and slower machines exist.
const ANSWER_MS = 90_000
const PULSE_MS = 500
const GRACE_MS = 2_000

/** The client for one role; `methods` is that role's half of the vault contract. */
export function createVault<C extends Methods>(methods: C): Vault<C> {
  const listeners = new Set<() => void>()
  let opening: Promise<Result<Line, RoomFailure>> | undefined

  const openLine = async (): Promise<Result<Line, RoomFailure>> => {
    const opened = await openRoomPort()
    if (!opened.ok) {
      opening = undefined
      return opened
    }
    const port = opened.value
    // Before anyone is told of the end, so that a call made then opens a new line.
    port.onClose(() => {
      opening = undefined
    })
    const asks = connect(port, methods, {}).call as unknown as Line['asks']
    port.onClose(() => {
      for (const listener of listeners) listener()
    })
    return ok({ port, asks })
  }

  const line = (): Promise<Result<Line, RoomFailure>> => {
    opening ??= openLine()
    return opening
  }

  const call = async (name: string, input: unknown): Promise<Result<unknown, Failure>> => {
    const opened = await line()
    if (!opened.ok) return fail({ code: 'bug', details: undefined })
    const { port, asks } = opened.value
    const result = await watched(port, asks[name]?.(input))
    if (name !== 'room.lock') return result
    // The room answers, then ends. Until it has, a new line would still lead into it.
    await port.ended(GRACE_MS)
    return ok(undefined)
  }

  return {
    call: Object.fromEntries(
      Object.keys(methods).map((name) => [name, (input: unknown) => call(name, input)]),
    ) as unknown as Client<C>,
    async open() {
      const opened = await line()
      return opened.ok ? ok({ boot: opened.value.port.boot }) : opened
    },
    onEnd(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The answer; or the line is closed, and with it the call, when the room's document is gone or nothing comes in time. */
async function watched(
  port: RoomPort,
  answer: Promise<Result<unknown, Failure>> | undefined,
): Promise<Result<unknown, Failure>> {
  if (answer === undefined) return fail({ code: 'bug', details: undefined })
  if (!port.isAlive()) port.close()
  const until = Date.now() + ANSWER_MS
  const pulse = setInterval(() => {
    if (!port.isAlive() || Date.now() > until) port.close()
  }, PULSE_MS)
  try {
    return await answer
  } finally {
    clearInterval(pulse)
  }
}
