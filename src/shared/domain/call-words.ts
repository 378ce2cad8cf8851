/** Several calls in one, for who reads it: what they do together, and where each of them stands. */

/** `Unstake 3 times` where all do the same, else `Run 3 calls (Unstake, Stake)`. */
export function callsWords(verbs: readonly string[]): string {
  const kinds = [...new Set(verbs)].join(', ')
  const { length } = verbs
  if (kinds === verbs[0]) return `${kinds} ${length === 1 ? 'once' : `${length} times`}`
  return `Run ${length} calls (${kinds})`
}

/** `Call 37` for `batch[36]`, `Call 2 › proxy` for `batch[1] › proxy`. */
export function placeWords(path: string): string {
  return path.replace(/\w+\[(\d+)\]/g, (_, at: string) => `call ${Number(at) + 1}`).replace(/^call/, 'Call')
}
