// The calls of pallet_balances (5), spec 424.
import { Balances } from '../runtime/declared/balances.ts'
import { behaviour, lookup, type Origin, requireRoot, signed } from './dispatch.ts'
import { burn, reducibleBalance, transfer } from './money.ts'

const rootOnly = (_c: unknown, origin: Origin): undefined => {
  requireRoot(origin)
  return undefined
}

const mode = (keepAlive: boolean) => (keepAlive ? 'preserve' : 'expendable')

export const balancesCalls = behaviour(Balances, {
  transfer_allow_death: (c, origin, { dest, value }) => {
    transfer(c, signed(origin), lookup(dest), value, 'expendable')
    return undefined
  },
  transfer_keep_alive: (c, origin, { dest, value }) => {
    transfer(c, signed(origin), lookup(dest), value, 'preserve')
    return undefined
  },
  transfer_all: (c, origin, { dest, keep_alive }) => {
    const who = signed(origin)
    // Measured at dispatch: the fee is gone already.
    const all = reducibleBalance(c, who, mode(keep_alive))
    transfer(c, who, lookup(dest), all, mode(keep_alive))
    return undefined
  },
  burn: (c, origin, { value, keep_alive }) => {
    burn(c, signed(origin), value, mode(keep_alive))
    return undefined
  },
  // Accounts of a devnet are of the newest kind from the start, so there is nothing to upgrade.
  upgrade_accounts: (_c, origin) => {
    signed(origin)
    return undefined
  },
  force_transfer: rootOnly,
  force_unreserve: rootOnly,
  force_set_balance: rootOnly,
  force_adjust_total_issuance: rootOnly,
})
