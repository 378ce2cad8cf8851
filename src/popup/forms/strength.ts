/** How long a password would stand against who stole the file. A rough estimate, and worded as one; the room decides. */

export const LEAST_LENGTH = 10

export interface Strength {
  /** 0 to 4, for a bar. */
  readonly level: 0 | 1 | 2 | 3 | 4
  /** Whether it may be used at all, as far as can be told here. */
  readonly enough: boolean
  readonly say: string
}

/** The room wants fifty bits by its own count, which also knows words; this one is the more lenient. */
const ENOUGH_BITS = 50

export function strengthOf(password: string): Strength {
  const length = [...password].length
  if (length === 0)
    return { level: 0, enough: false, say: `At least ${LEAST_LENGTH} characters. Four random words do well.` }
  if (length < LEAST_LENGTH)
    return {
      level: 1,
      enough: false,
      say: `${LEAST_LENGTH - length} more ${LEAST_LENGTH - length === 1 ? 'character' : 'characters'}.`,
    }
  const bits = guessBits(password)
  if (bits < ENOUGH_BITS)
    return { level: 1, enough: false, say: 'Easy to guess: it repeats itself or uses few signs.' }
  if (bits < 65)
    return { level: 2, enough: true, say: 'Fair, if nobody else ever used it. Longer is better.' }
  if (bits < 85) return { level: 3, enough: true, say: 'Good, if it is not a phrase from somewhere.' }
  return { level: 4, enough: true, say: 'Strong, if it is not a phrase from somewhere.' }
}

/** Characters by the alphabets they come from; one that repeats or continues its neighbour counts for little. */
export function guessBits(password: string): number {
  const perCharacter = Math.log2(alphabetOf(password))
  const codes = [...password.toLowerCase()].map((letter) => letter.codePointAt(0) ?? 0)
  return codes.reduce((bits, code, at) => {
    const before = codes[at - 1]
    const isPredictable = before !== undefined && Math.abs(code - before) <= 1
    const stoodBefore = at > 2 && repeatsAt(codes, at)
    return bits + (isPredictable || stoodBefore ? 1 : perCharacter)
  }, 0)
}

/** Whether this character and the two before it stood together earlier. */
function repeatsAt(codes: readonly number[], at: number): boolean {
  for (let earlier = 2; earlier < at; earlier++)
    if ([0, 1, 2].every((back) => codes[earlier - back] === codes[at - back])) return true
  return false
}

function alphabetOf(password: string): number {
  const classes: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[ -/:-@[-`{-~]/, 33],
    [/[^ -~]/, 64],
  ]
  return classes.reduce((size, [pattern, count]) => size + (pattern.test(password) ? count : 0), 0)
}
