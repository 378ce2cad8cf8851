/** Numbers of blocks as a person reads them: the chain makes one about every twelve seconds (Subtensor, spec 424). */
export const BLOCK_SECONDS = 12
const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** `36,000 blocks, about 5 days`. */
export function printBlocks(blocks: number): string {
  const number = `${blocks.toString().replace(/\B(?=(\d{3})+$)/g, ',')} ${blocks === 1 ? 'block' : 'blocks'}`
  return `${number}, about ${printTime(blocks)}`
}

/** `5 days`, to the nearest; nothing is told closer than the chain keeps it. */
export function printTime(blocks: number): string {
  const seconds = blocks * BLOCK_SECONDS
  const [name, length] = UNITS.find(([, each]) => seconds >= each * 2) ?? ['minute', 60]
  const count = Math.max(1, Math.round(seconds / length))
  return `${count} ${name}${count === 1 ? '' : 's'}`
}

/** When a number of blocks will have passed, if each takes as long as it should. ms since 1970. */
export function afterBlocks(blocks: number, now: number): number {
  return now + blocks * BLOCK_SECONDS * 1000
}
