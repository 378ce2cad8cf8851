/** Facts of subnets and of who has a seat in them. */
import { type Address, addressOfKey, keyOf } from '#shared/domain/address.ts'
import { rao } from '#shared/domain/units.ts'
import { bigOf, flagOf, listOf, uintOf } from './decoded.ts'
import { type Answers, addressIn, somebody, storedIn } from './facts-from.ts'
import { netuidsIn } from './facts-held.ts'
import { isOpen } from './facts-swap.ts'

export const subnetFacts: Answers<'subnet' | 'registration' | 'hotkey' | 'seatedHotkeys' | 'standing'> = {
  subnet: async (subnet, from) => {
    const stored = storedIn(from)
    const [exists, open, transfers] = await Promise.all([
      stored.seldom('SubtensorModule.NetworksAdded', subnet),
      isOpen(subnet, from),
      stored.seldom('SubtensorModule.TransferToggle', subnet),
    ])
    if (!flagOf(exists)) return undefined
    return { open, transfers: flagOf(transfers) }
  },
  registration: async (subnet, from) => {
    const stored = storedIn(from)
    const [open, price] = await Promise.all([
      stored.seldom('SubtensorModule.NetworkRegistrationAllowed', subnet),
      stored.now('SubtensorModule.Burn', subnet),
    ])
    return { open: flagOf(open), price: rao(bigOf(price)) }
  },
  hotkey: async ({ hotkey, netuid: subnet }, from) => {
    const stored = storedIn(from)
    const [told, uid, take] = await Promise.all([
      stored.seldom('SubtensorModule.Owner', keyOf(hotkey)),
      stored.seldom('SubtensorModule.Uids', subnet, keyOf(hotkey)),
      stored.seldom('SubtensorModule.Delegates', keyOf(hotkey)),
    ])
    const owner = somebody(told)
    return {
      owner: owner && addressOfKey(owner),
      registered: uid !== undefined,
      take: uintOf(take),
    }
  },
  seatedHotkeys: async (coldkey, from) => {
    const stored = storedIn(from)
    const [owned, netuids] = await Promise.all([
      stored.now('SubtensorModule.OwnedHotkeys', keyOf(coldkey)),
      netuidsIn(from),
    ])
    const hotkeys = listOf(owned, addressIn)
    const seated = await Promise.all(
      hotkeys.map(async (hotkey: Address) => {
        const members = await Promise.all(
          netuids.map((subnet) => stored.now('SubtensorModule.IsNetworkMember', keyOf(hotkey), subnet)),
        )
        return members.some(flagOf)
      }),
    )
    return hotkeys.filter((_, i) => seated[i])
  },
  standing: async (who, from) => {
    const stored = storedIn(from)
    const [hotkeys, owner] = await Promise.all([
      stored.now('SubtensorModule.StakingHotkeys', keyOf(who)),
      stored.now('SubtensorModule.Owner', keyOf(who)),
    ])
    return { staked: listOf(hotkeys, addressIn).length > 0, isHotkey: somebody(owner) !== undefined }
  },
}
