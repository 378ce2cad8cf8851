/** Arguments of calls that are no amounts, addresses or subnets: what the runtime's types look like once decoded. */
import { bounded, literal, nothing, type Of, object, optional, text } from '../codec.ts'
import { Address } from '../domain/address.ts'

export const U16 = bounded<number>(0, 0xffff)
export const U32 = bounded<number>(0, 0xffff_ffff)

/** MultiAddress, of which Subtensor's lookup accepts `Id` alone (spec 424). */
export const Account = object({ type: literal('Id'), value: Address })

/** An enum of names that hold nothing, like ProxyType. */
export const Name = object({ type: text, value: optional(nothing) })

export function account(value: Address): Of<typeof Account> {
  return { type: 'Id', value }
}

export function name(type: string): Of<typeof Name> {
  return { type, value: undefined }
}
