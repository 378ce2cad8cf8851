/** The room as the bridge sees it: a frame, messages into it, and what came back, in order and in time. */

import {
  type BootReport,
  type RoomRole,
  type RoomStatus,
  readFromRoom,
  type ToRoom,
} from '#shared/protocol/room-messages.ts'

/** What the bridge needs of the window the room is framed in. */
export interface RoomFrame {
  post(message: ToRoom, ports?: readonly MessagePort[]): void
  onMessage(listener: (message: unknown) => void): void
}

export interface Room {
  /** Hands a port to the room. `open` is told how the room started, before the port is away. */
  handOver(port: MessagePort, role: RoomRole, open: (boot: BootReport) => void): void
  /** Asks and waits; undefined when the room ended, or said nothing in time. */
  ask(command: unknown): Promise<unknown>
  /** Ends the room whatever it is doing; the page starts another. */
  onStatus(listener: (status: RoomStatus) => void): void
  onEnd(listener: (boot: string) => void): void
}

interface Waiting {
  port: MessagePort
  role: RoomRole
  open: (boot: BootReport) => void
}

const PATIENCE_MS = 30_000
const MOST_WAITING = 64

/** Speaks with the room in `frame`. */
export function createRoom(frame: RoomFrame): Room {
  let boot: BootReport | undefined
  let lastId = 0
  let waiting: Waiting[] = []
  const asked = new Map<number, (result: unknown) => void>()
  const statusListeners: ((status: RoomStatus) => void)[] = []
  const endListeners: ((boot: string) => void)[] = []

  const deliver = ({ port, role, open }: Waiting, report: BootReport) => {
    open(report)
    // A room that found itself unsealed serves nobody, so that no password is typed into it.
    if (report.ok) frame.post({ kind: 'port', role }, [port])
    else port.close()
  }

  const end = () => {
    const ended = boot
    boot = undefined
    for (const settle of asked.values()) settle(undefined)
    asked.clear()
    if (ended !== undefined) for (const listener of endListeners) listener(ended.id)
    for (const listener of statusListeners) listener({ kind: 'locked' })
  }

  frame.onMessage((data) => {
    const message = readFromRoom(data)
    switch (message?.kind) {
      case 'ready':
        if (boot !== undefined) end()
        boot = message.boot
        for (const each of waiting) deliver(each, boot)
        waiting = []
        for (const listener of statusListeners) listener({ kind: 'locked' })
        break
      case 'answer':
        asked.get(message.id)?.(message.result)
        asked.delete(message.id)
        break
      case 'state':
        if (boot !== undefined) for (const listener of statusListeners) listener(message.status)
        break
      case 'end':
        end()
        break
      case undefined:
        break
    }
  })

  return {
    handOver(port, role, open) {
      const one = { port, role, open }
      if (boot !== undefined) deliver(one, boot)
      else if (waiting.length < MOST_WAITING) waiting.push(one)
      else port.close()
    },
    ask(command) {
      if (boot?.ok !== true || asked.size >= MOST_WAITING) return Promise.resolve(undefined)
      lastId += 1
      const id = lastId
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          asked.delete(id)
          resolve(undefined)
        }, PATIENCE_MS)
        asked.set(id, (result) => {
          clearTimeout(timer)
          resolve(result)
        })
        frame.post({ kind: 'command', id, command })
      })
    },
    onStatus: (listener) => void statusListeners.push(listener),
    onEnd: (listener) => void endListeners.push(listener),
  }
}
