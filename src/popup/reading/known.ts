/** What the chain's own lists say of subnets and validators, to be looked up by number and key. */
import { useMemo } from 'react'
import { type AccountKey, type Address, addressOfKey, keyOf, shorten } from '#shared/domain/address.ts'
import type { Directory, Named, Subnet } from '#shared/domain/directory.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { Netuid } from '#shared/domain/units.ts'
import type { Names } from '../ui/spans.tsx'
import { useTopic } from '../use-topic.ts'
import { useOldNames } from './use-old-names.ts'

export interface Known {
  /** Undefined until it was read on this network. */
  readonly directory: Directory | undefined
  readonly isFresh: boolean
  subnet(netuid: Netuid): Subnet | undefined
  validator(hotkey: AccountKey): Named | undefined
  /** What a validator is called: the name somebody gave it on the chain, else its short address. */
  nameOf(hotkey: AccountKey): string
}

export function useKnown(network: NetworkId): Known {
  const view = useTopic('directory')
  const { validator } = useNamed()
  const old = useOldNames()
  const told = view?.directory?.network === network ? view.directory : undefined
  const directory =
    useMemo(() => told && old && { ...told, subnets: told.subnets.map(old.subnetNamed) }, [told, old]) ?? told
  const subnets = useMemo(
    () => new Map(directory?.subnets.map((subnet) => [subnet.netuid, subnet])),
    [directory],
  )
  return useMemo(
    () => ({
      directory,
      isFresh: view?.fresh === true,
      subnet: (netuid) => subnets.get(netuid),
      validator,
      nameOf: (hotkey) => validator(hotkey)?.name || shorten(addressOfKey(hotkey)),
    }),
    [directory, view?.fresh, subnets, validator],
  )
}

/** Who is behind the hotkeys this wallet has met. */
function useNamed(): Pick<Known, 'validator'> {
  const names = useTopic('names')
  const old = useOldNames()
  return useMemo(() => {
    const validators = new Map(names?.map((named) => [named.hotkey, old?.validatorNamed(named) ?? named]))
    return { validator: (hotkey) => validators.get(hotkey) }
  }, [names, old])
}

/**
 * Names for sentences. What this wallet calls an address goes before what the chain says; a name from the chain stands with
 * the address it is for, because anybody may give himself any name.
 */
export function namesWith(own: Names, { validator, subnet }: Pick<Known, 'validator' | 'subnet'>): Names {
  const nameOf = (address: Address): string | undefined => {
    const name = own(address)
    if (name !== undefined) return name
    const claimed = validator(keyOf(address))?.name
    return claimed === undefined || claimed === '' ? undefined : `${claimed} (${shorten(address)})`
  }
  return Object.assign(nameOf, { subnet: (netuid: Netuid) => subnet(netuid)?.name })
}
