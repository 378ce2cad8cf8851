// How long a transaction stays valid, as the metadata sees it: 256 variants, of which 255 carry one more byte.
import { lateVariant } from './named.ts'
import type { Ty } from './node.ts'
import { spelt, u8 } from './ty.ts'

export type Era = { type: 'Immortal'; value?: undefined } | { type: `Mortal${number}`; value: number }

export const Era: Ty<Era> = lateVariant('sp_runtime::generic::era::Era', () => [
  { name: 'Immortal', index: 0, fields: [] },
  ...Array.from({ length: 255 }, (_, index) => ({
    name: `Mortal${index + 1}`,
    index: index + 1,
    fields: [{ name: undefined, ty: spelt(u8, '') }],
  })),
])
