/** How many rows a list has, in words. */

/** `one` is what a single row is called. */
export function counted(count: number, one: string): string {
  return countedOf(count, count, one)
}

export function countedOf(shown: number, all: number, one: string): string {
  return `${partOf(shown, all)} ${one}${all === 1 ? '' : 's'}`
}

/** How many are shown, and of how many where some are left out. */
export function partOf(shown: number, all: number): string {
  const [part, whole] = [shown, all].map((count) => count.toLocaleString('en-GB'))
  return part === whole ? `${whole}` : `${part} of ${whole}`
}
