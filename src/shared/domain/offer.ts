/** Whether an operation can be had under the live runtime. */
import { literal, type Of, object, text, union } from '../codec.ts'

/** `call` is the one that is not there, or whose arguments are others than the wallet knows. */
export const Offer = union('kind', [
  object({ kind: literal('offered') }),
  object({ kind: literal('hidden'), why: literal(['explained', 'missing', 'changed']), call: text }),
])
export type Offer = Of<typeof Offer>
