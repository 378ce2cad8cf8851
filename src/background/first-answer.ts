/** What takes the worker's time waits until the window that woke it knows how the vault is. */

export interface FirstAnswer {
  /** A window has come, and will ask. */
  expect(): void
  /** It has been told. */
  give(): void
  /** Resolves when it has been told, or when nobody had come by the time there was an answer. */
  readonly given: Promise<void>
}

/**
 * @param answered resolves when the worker knows how the vault is
 * @param patience resolves when that, or a window that asks nothing, is not waited for any longer
 * @param breath begun when a window has been told: what it asked with the same breath is answered first
 */
export function createFirstAnswer(
  answered: Promise<unknown>,
  patience: Promise<void>,
  breath: () => Promise<void>,
): FirstAnswer {
  let give = (): void => {}
  const told = new Promise<void>((done) => {
    give = done
  })
  let isExpected = false
  return {
    expect: () => {
      isExpected = true
    },
    give,
    given: Promise.race([patience, answered.then(() => (isExpected ? told.then(breath) : undefined))]),
  }
}
