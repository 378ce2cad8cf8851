/** One worker, from its start to its end, as the world outside it sees it. */

export interface Life {
  readonly isAlive: () => boolean
  /** What the worker asks of the world outside it. Asked by a dead one, nothing happens and nothing is answered. */
  step<T>(label: string, effect: () => T | Promise<T>): Promise<T>
  /** The same for what is not waited for. */
  stepNow(label: string, effect: () => void): void
  readonly onEnd: (listener: () => void) => void
}
