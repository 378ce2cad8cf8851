/** A topic's source made of a reading and of what makes it out of date. */

/** Calls back at every change until stopped. */
export type OnChange = (listener: () => void) => () => void

/**
 * Reads and sends at once and after every change, in order: of changes that come while it reads, one more reading
 * follows, so that the last value sent is never older than the last change.
 */
export function sourceOf<V>(
  read: () => Promise<V>,
  changes: readonly OnChange[],
  onBug: (cause: unknown) => void,
): (send: (value: V) => void) => () => void {
  return (send) => {
    let isOver = false
    let isReading = false
    let isDue = false
    const run = async (): Promise<void> => {
      isDue = true
      if (isReading) return
      isReading = true
      try {
        while (isDue && !isOver) {
          isDue = false
          const value = await read()
          if (!isOver) send(value)
        }
      } catch (cause) {
        onBug(cause)
      } finally {
        isReading = false
      }
    }
    const stops = changes.map((onChange) => onChange(() => void run()))
    void run()
    return () => {
      isOver = true
      for (const stop of stops) stop()
    }
  }
}
