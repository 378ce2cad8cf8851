/** How a sentence is written down, and the params that come again and again. */

/** What an operation says of these params: its verb, its sentence, and its rows as `label: value`. */
export type Told = readonly [
  id: string,
  params: Record<string, unknown>,
  verb: string,
  sentence: string,
  rows: readonly string[],
]

export const HASH = '0x94772f97f5f6b539aac74e798bc395119f39603402d0c85bc9eda5dfc5ae2160'
export const all = { kind: 'all' }
export const some = (alpha: bigint) => ({ kind: 'exactly', alpha })
export const limit = (price: bigint, allowPartial = false) => ({ price, allowPartial })
export const text = (typed: string) => Uint8Array.from(Buffer.from(typed))
export const NOBODY = {
  name: text(''),
  url: text(''),
  github_repo: text(''),
  image: text(''),
  discord: text(''),
  description: text(''),
  additional: text(''),
}
