/** Arguments of calls that have no operation: taken only when they are exactly what is expected, never guessed at. */
import { type Codec, fits, type Of, object, text } from '../codec.ts'
import { Address } from '../domain/address.ts'

/** What `tell` makes of arguments of that shape; undefined for any other, an argument more included. */
export function given<C extends Codec<unknown>, R>(
  shape: C,
  tell: (args: Of<C>) => R,
): (args: unknown) => R | undefined {
  return (args) => (fits(shape as Codec<Of<C>>, args) ? tell(args) : undefined)
}

/** Calls without arguments. */
export const NO_ARGUMENTS = object({})

/** MultiAddress by its one variant that names an account. */
export function accountIn(value: unknown): Address | undefined {
  const named = object({ type: text, value: Address })
  return fits(named, value) && value.type === 'Id' ? value.value : undefined
}
