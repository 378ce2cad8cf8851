/** The worker's side of its link to the sandboxed page: the start, ports for windows, commands of the background, the end. */

import { fail } from '#shared/domain/result.ts'
import type { Port } from '#shared/protocol/port.ts'
import {
  type BootReport,
  type FromRoom,
  type RoomRole,
  type RoomStatus,
  readToRoom,
} from '#shared/protocol/room-messages.ts'
import type { Room } from './door.ts'
import { closeable, type MessagePortLike } from './message-port.ts'

export interface PageLinkDeps {
  post: (message: FromRoom) => void
  report: Promise<BootReport>
  createRoom: (hooks: { onState: (status: RoomStatus) => void; onEnd: () => void }) => Room
  /** Runs something once what is being answered has been answered. */
  later: (work: () => void) => void
}

export interface PageLink {
  /** Takes a message of the page, with the ports that came with it. */
  receive(data: unknown, ports: readonly MessagePortLike[]): void
  /** Lets the room lock if it is time to. */
  tick(): void
}

/** Says `ready` when the checks are done; serves nobody before that, and nobody at all where one of them failed. */
export function createPageLink({ post, report, createRoom, later }: PageLinkDeps): PageLink {
  const open = new Set<Port>()
  const started = report.then((boot) => {
    post({ kind: 'ready', boot })
    return boot.ok ? createRoom({ onState: (status) => post({ kind: 'state', status }), onEnd }) : undefined
  })

  function onEnd(): void {
    later(() => {
      for (const port of open) port.close()
      open.clear()
      post({ kind: 'end' })
    })
  }

  async function connect(role: RoomRole, ports: readonly MessagePortLike[]): Promise<void> {
    const room = await started
    const [only] = ports
    if (room === undefined || only === undefined || ports.length !== 1) {
      for (const port of ports) port.close()
      return
    }
    const port = closeable(only)
    open.add(port)
    port.onClose(() => open.delete(port))
    room.connect(port, role)
  }

  async function run(id: number, command: unknown): Promise<void> {
    const room = await started
    const result = room ? await room.command(command) : fail({ code: 'bug', details: null })
    post({ kind: 'answer', id, result })
  }

  return {
    receive: (data, ports) => {
      const message = readToRoom(data)
      if (message?.kind === 'port') void connect(message.role, ports)
      else if (message?.kind === 'command') void run(message.id, message.command)
      else for (const port of ports) port.close()
    },
    tick: () => {
      void started.then((room) => room?.tick())
    },
  }
}
