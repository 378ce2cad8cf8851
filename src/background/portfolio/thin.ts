/** Which moments of the past are kept: close together lately, further apart the older they are. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Up to an age, one moment for each stretch of time; beyond the last age nothing. About 1,700 in all. */
const STEPS: readonly { readonly age: number; readonly each: number }[] = [
  { age: 2 * HOUR, each: MINUTE },
  { age: DAY, each: 10 * MINUTE },
  { age: 30 * DAY, each: HOUR },
  { age: 730 * DAY, each: DAY },
]

/** The newest of each stretch stays; what is to come stays too: a clock may have been set back. Times in ms since 1970. */
export function outdated(times: readonly number[], now: number): readonly number[] {
  const taken = new Set<string>()
  return times
    .toSorted((a, b) => b - a)
    .filter((time) => {
      const step = STEPS.find(({ age }) => now - time <= age)
      if (step === undefined) return true
      const stretch = `${step.each} ${Math.floor(time / step.each)}`
      const isTaken = taken.has(stretch)
      taken.add(stretch)
      return isTaken
    })
}
