// devnet_*: the switches over RPC. They are not listed in rpc_methods, and no fault strikes them.
import { readAddress } from '../chain/address.ts'
import { type Hex, isHex } from '../chain/bytes.ts'
import type { Controls, Fate } from '../controls.ts'
import { readFault } from '../faults.ts'
import type { CallChanges } from '../runtime/upgrade.ts'
import { invalidParams, type Methods, RpcError } from './method.ts'

const FATES: readonly Fate[] = ['same', 'later', 'drop']
// What one request may ask for, so that a slip of the hand does not stop the process.
const MAX_SEAL = 10_000
const MAX_BLOCK = 1_000_000
const MAX_GRANTS = 20_000

export function controlMethods(controls: Controls): Methods {
  return {
    devnet_seal: ([count = 1]) => controls.seal(whole(count, 1, MAX_SEAL)),
    devnet_pause: () => controls.pause(),
    devnet_resume: () => controls.resume(),
    devnet_faucet: ([address, rao]) =>
      refusing(() => controls.faucet(accountParam(address), amountParam(rao))),
    devnet_setBalance: ([address, rao]) =>
      refusing(() => controls.setBalance(accountParam(address), amountParam(rao))),
    devnet_grantStakes: ([addresses, count]) => {
      if (!Array.isArray(addresses) || addresses.length === 0)
        throw invalidParams('a list of addresses expected')
      const accounts = addresses.map((address: unknown) => accountParam(address))
      return refusing(() => controls.grantStakes(accounts, whole(count, 1, MAX_GRANTS)))
    },
    devnet_movePrice: ([netuid, percent]) =>
      refusing(() => controls.movePrice(whole(netuid, 0, 0xffff), whole(percent, 1, 1000))),
    devnet_fault: ([fault]) => {
      refusing(() => controls.fault(readFault(fault)))
    },
    devnet_clearFaults: () => controls.clearFaults(),
    devnet_reorg: ([depth = 1, fate = 'same']) => {
      const known = FATES.find((each) => each === fate)
      if (!known) throw invalidParams(`fate is one of ${FATES.join(', ')}`)
      return refusing(() => controls.reorg({ depth: whole(depth, 1, MAX_SEAL), fate: known }))
    },
    devnet_upgrade: ([spec, calls]) =>
      refusing(() =>
        controls.upgrade(
          optional(spec, (value) => whole(value, 1, 0xffffffff)),
          optional(calls, callChanges),
        ),
      ),
    devnet_enterSafeMode: ([blocks]) =>
      refusing(() => controls.enterSafeMode(optional(blocks, (count) => whole(count, 1, MAX_BLOCK)))),
    devnet_leaveSafeMode: () => refusing(controls.leaveSafeMode),
    devnet_setColdkeySwapDelays: ([announcement, reannouncement]) => {
      const delay = (value: unknown) => optional(value, (count) => whole(count, 0, MAX_BLOCK))
      const delays = { announcement: delay(announcement), reannouncement: delay(reannouncement) }
      return refusing(() => controls.setColdkeySwapDelays(delays))
    },
    devnet_resetColdkeySwap: ([address]) => refusing(() => controls.resetColdkeySwap(accountParam(address))),
    devnet_requests: () => controls.requests(),
    devnet_forgetRequests: () => controls.forgetRequests(),
    devnet_dropConnections: (_params, call) => call.afterReply(controls.dropConnections),
    devnet_stopFollows: () => controls.stopFollows(),
  }
}

/** What a switch throws is the caller's mistake. */
function refusing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof RpcError ? error : invalidParams(String(error))
  }
}

/** Left out, or null where a later one is given. */
const optional = <T>(value: unknown, read: (given: unknown) => T): T | undefined =>
  value === undefined || value === null ? undefined : read(value)

/** Which calls a release has other than the last: `{ removed, added, extended }`, each a list of `Pallet.call`. */
function callChanges(value: unknown): CallChanges {
  const given = value as Readonly<Record<string, unknown>>
  const list = (name: string): readonly string[] => {
    const names = given[name] ?? []
    if (!Array.isArray(names) || !names.every((each) => typeof each === 'string'))
      throw invalidParams(`${name} is a list of names`)
    return names
  }
  return { removed: list('removed'), added: list('added'), extended: list('extended') }
}

/** An account as SS58 or as 0x hex of 32 bytes. */
function accountParam(value: unknown): Hex {
  if (isHex(value) && value.length === 66) return value
  try {
    return readAddress(String(value))
  } catch {
    throw invalidParams('address expected')
  }
}

/** Rao as a decimal string, or as a number that is exact. */
function amountParam(value: unknown): bigint {
  if (typeof value === 'string' && /^[0-9]{1,19}$/.test(value)) return BigInt(value)
  return BigInt(whole(value, 0, Number.MAX_SAFE_INTEGER))
}

function whole(value: unknown, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most)
    throw invalidParams(`a whole number from ${least} to ${most} expected`)
  return value
}
