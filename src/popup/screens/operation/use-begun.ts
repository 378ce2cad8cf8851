/** What a form begins with: of one that replaces what is published, what that is now. */
import type { Address } from '#shared/domain/address.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import { useIdentity } from '../../reading/use-standing.ts'

export interface Begun {
  /** Not before this may it be sent: what nobody saw would be gone. */
  readonly isKnown: boolean
  /** By the names of its fields. */
  readonly parts: Readonly<Record<string, string>>
  readonly failure: Failure | undefined
}

const NOTHING: Begun = { isKnown: true, parts: {}, failure: undefined }

export function useBegun(
  begins: 'identity' | undefined,
  network: NetworkId,
  account: Address | undefined,
): Begun {
  const { value, failure } = useIdentity(network, begins === undefined ? undefined : account)
  if (begins === undefined) return NOTHING
  return { isKnown: value !== undefined, parts: value?.parts ?? {}, failure }
}
