/** Time, passed in: deadlines, back-offs and the watch over a silent connection are all made of it. */
export interface Clock {
  /** ms since 1970. */
  now(): number
  /** Runs once after `ms`, unless the returned function is called before. */
  after(ms: number, run: () => void): () => void
}
