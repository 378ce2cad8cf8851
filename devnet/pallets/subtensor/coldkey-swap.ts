// The move of an account to another key: announced by its hash, waited for, done, disputed or cleared (SubtensorModule, spec 424).
import { blake2b256, fromHex, toHex } from '../../chain/bytes.ts'
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { type AccountId, type Context, fail } from '../context.ts'
import { behaviour, requireRoot, signed } from '../dispatch.ts'
import { moveColdkey } from './coldkey-move.ts'
import { recycle } from './recycle.ts'

const slots = slotsOf(SubtensorModule)
const COST: bigint = SubtensorModule.constants.KeySwapCost.value

/** The block from which an announcement can be executed, and what it announced. */
function announcementOf(c: Context, coldkey: AccountId): readonly [from: number, hash: string] {
  const announced = c.read(slots.ColdkeySwapAnnouncements, coldkey)
  if (!announced) throw fail(SubtensorModule, 'ColdkeySwapAnnouncementNotFound')
  return announced
}

/** The block from which an announcement may be replaced or cleared. */
const replaceableFrom = (c: Context, executableFrom: number): number =>
  executableFrom + c.read(slots.ColdkeySwapReannouncementDelay)

/** Takes announcement and dispute off an account, as root does. */
export function forgetColdkeySwap(c: Context, coldkey: AccountId): void {
  c.remove(slots.ColdkeySwapAnnouncements, coldkey)
  c.remove(slots.ColdkeySwapDisputes, coldkey)
  c.emit(SubtensorModule, 'ColdkeySwapReset', { who: coldkey })
}

export const coldkeySwapCalls = behaviour(SubtensorModule, {
  announce_coldkey_swap: (c, origin, { new_coldkey_hash }) => {
    const who = signed(origin)
    const announced = c.read(slots.ColdkeySwapAnnouncements, who)
    if (announced) {
      if (c.blockNumber < replaceableFrom(c, announced[0]))
        throw fail(SubtensorModule, 'ColdkeySwapReannouncedTooEarly')
    } else if (!recycle(c, who, COST)) throw fail(SubtensorModule, 'NotEnoughBalanceToPaySwapColdKey')
    const from = c.blockNumber + c.read(slots.ColdkeySwapAnnouncementDelay)
    c.write(slots.ColdkeySwapAnnouncements, [who], [from, new_coldkey_hash])
    c.emit(SubtensorModule, 'ColdkeySwapAnnounced', { who, new_coldkey_hash })
    return undefined
  },
  swap_coldkey_announced: (c, origin, { new_coldkey }) => {
    const who = signed(origin)
    const [from, hash] = announcementOf(c, who)
    if (toHex(blake2b256(fromHex(new_coldkey))) !== hash)
      throw fail(SubtensorModule, 'AnnouncedColdkeyHashDoesNotMatch')
    if (c.blockNumber < from) throw fail(SubtensorModule, 'ColdkeySwapTooEarly')
    c.remove(slots.ColdkeySwapAnnouncements, who)
    moveColdkey(c, who, new_coldkey)
    return undefined
  },
  dispute_coldkey_swap: (c, origin) => {
    const coldkey = signed(origin)
    announcementOf(c, coldkey)
    if (c.exists(slots.ColdkeySwapDisputes, coldkey))
      throw fail(SubtensorModule, 'ColdkeySwapAlreadyDisputed')
    c.write(slots.ColdkeySwapDisputes, [coldkey], c.blockNumber)
    c.emit(SubtensorModule, 'ColdkeySwapDisputed', { coldkey })
    return undefined
  },
  clear_coldkey_swap_announcement: (c, origin) => {
    const who = signed(origin)
    const [from] = announcementOf(c, who)
    if (c.blockNumber < replaceableFrom(c, from)) throw fail(SubtensorModule, 'ColdkeySwapClearTooEarly')
    c.remove(slots.ColdkeySwapAnnouncements, who)
    c.emit(SubtensorModule, 'ColdkeySwapCleared', { who })
    return undefined
  },
  reset_coldkey_swap: (c, origin, { coldkey }) => {
    requireRoot(origin)
    forgetColdkeySwap(c, coldkey)
    return undefined
  },
  schedule_swap_coldkey: () => {
    throw fail(SubtensorModule, 'Deprecated')
  },
})
