/** The windows that gave a port to the room: they are told when it ends, and no closed one is held. */

/** A window, as far as it is used. */
interface OpenWindow {
  readonly closed: boolean
  postMessage(message: unknown, target: string): void
}

export interface Windows {
  add(window: OpenWindow): void
  /** Says it to all that are open. */
  tell(message: unknown): void
  /** How many are held. */
  count(): number
}

/** Windows of `origin`, and of nowhere else if one of them should have gone on. */
export function createWindows(origin: string): Windows {
  const held = new Set<OpenWindow>()
  // All of a window's memory would stay with it.
  const letGo = () => {
    for (const window of held) if (window.closed) held.delete(window)
  }
  return {
    add(window) {
      letGo()
      held.add(window)
    },
    tell(message) {
      letGo()
      for (const window of held) window.postMessage(message, origin)
    },
    count: () => held.size,
  }
}
