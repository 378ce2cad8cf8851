// set_coldkey_auto_stake_hotkey: where the incentive of one's miners is staked (SubtensorModule, spec 424).
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { fail } from '../context.ts'
import { behaviour, signed } from '../dispatch.ts'
import { requireSubnet } from './subnets.ts'

const slots = slotsOf(SubtensorModule)

export const autoStakeCalls = behaviour(SubtensorModule, {
  set_coldkey_auto_stake_hotkey: (c, origin, { netuid, hotkey }) => {
    const coldkey = signed(origin)
    requireSubnet(c, netuid)
    if (!c.exists(slots.Uids, netuid, hotkey)) throw fail(SubtensorModule, 'HotKeyNotRegisteredInSubNet')
    const before = c.read(slots.AutoStakeDestination, coldkey, netuid)
    if (before === hotkey) throw fail(SubtensorModule, 'SameAutoStakeHotkeyAlreadySet')
    if (before !== undefined) {
      const others = c.read(slots.AutoStakeDestinationColdkeys, before, netuid)
      c.write(
        slots.AutoStakeDestinationColdkeys,
        [before, netuid],
        others.filter((each) => each !== coldkey),
      )
    }
    c.write(slots.AutoStakeDestination, [coldkey, netuid], hotkey)
    const known = c.read(slots.AutoStakeDestinationColdkeys, hotkey, netuid)
    c.write(slots.AutoStakeDestinationColdkeys, [hotkey, netuid], [...known, coldkey])
    c.emit(SubtensorModule, 'AutoStakeDestinationSet', { coldkey, netuid, hotkey })
    return undefined
  },
})
