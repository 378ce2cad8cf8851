// For tests of an account that moves to another key: who, the calls, and delays of a few blocks.
import { blake2b256, fromHex, toHex } from '../../chain/bytes.ts'
import { call, devKey, type Key, remark, type TestNode } from '../../testkit.ts'
import { meddle, slots, subtensor } from './staking-kit.ts'

export const eve = devKey('//Eve')
export const ferdie = devKey('//Ferdie')
export const fresh = devKey('//Fresh')
export const hashOf = (key: Key) => toHex(blake2b256(fromHex(key.account)))
export const announce = (key: Key) => subtensor('announce_coldkey_swap', { new_coldkey_hash: hashOf(key) })
export const execute = (key: Key) => subtensor('swap_coldkey_announced', { new_coldkey: key.account })
export const dispute = call('SubtensorModule', 'dispute_coldkey_swap')
export const clear = call('SubtensorModule', 'clear_coldkey_swap_announcement')
export const nothing = remark(new Uint8Array(1))

/** Five blocks until a swap may be done, three more until it may be replaced. */
export function soon(test: TestNode): void {
  meddle(test, (c) => {
    c.write(slots.ColdkeySwapAnnouncementDelay, [], 5)
    c.write(slots.ColdkeySwapReannouncementDelay, [], 3)
  })
}
