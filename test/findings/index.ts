/** The findings of every operation, in the order of the registry. */
import type { FindingTable } from '../build/told.ts'
import { addStakeTable } from './add-stake.ts'
import {
  announceColdkeySwapTable,
  clearColdkeySwapTable,
  disputeColdkeySwapTable,
  swapColdkeyTable,
} from './coldkey-swap.ts'
import { crowdloanContributeTable, crowdloanWithdrawTable } from './crowdloans.ts'
import {
  registerNetworkTable,
  rootRegisterTable,
  setChildkeyTakeTable,
  setRootClaimTypeTable,
  setTakeTable,
  startCallTable,
  submitEncryptedTable,
} from './explained.ts'
import { associateHotkeyTable, registerHotkeyTable, setAutoStakeTable, setIdentityTable } from './hotkeys.ts'
import {
  lockStakeTable,
  moveLockTable,
  setMinCollateralTable,
  setPerpetualLockTable,
  setRejectLockedAlphaTable,
} from './locks.ts'
import { moveStakeTable } from './move-stake.ts'
import { addProxyTable, removeProxyTable } from './proxies.ts'
import { removeStakeTable } from './remove-stake.ts'
import { claimRootTable, claimRootWithHotkeyTable, stakeIntoBasketTable } from './root.ts'
import { swapStakeTable } from './swap-stake.ts'
import { transferTable } from './transfer.ts'
import { transferStakeTable } from './transfer-stake.ts'
import { transferStakeAndHotkeyTable } from './transfer-stake-and-hotkey.ts'
import { unstakeAllTable } from './unstake-all.ts'

export const TABLES: readonly FindingTable[] = [
  addProxyTable,
  addStakeTable,
  announceColdkeySwapTable,
  associateHotkeyTable,
  claimRootTable,
  claimRootWithHotkeyTable,
  clearColdkeySwapTable,
  crowdloanContributeTable,
  crowdloanWithdrawTable,
  disputeColdkeySwapTable,
  lockStakeTable,
  moveLockTable,
  moveStakeTable,
  registerHotkeyTable,
  registerNetworkTable,
  removeProxyTable,
  removeStakeTable,
  rootRegisterTable,
  setAutoStakeTable,
  setChildkeyTakeTable,
  setIdentityTable,
  setMinCollateralTable,
  setPerpetualLockTable,
  setRejectLockedAlphaTable,
  setRootClaimTypeTable,
  setTakeTable,
  stakeIntoBasketTable,
  startCallTable,
  submitEncryptedTable,
  swapColdkeyTable,
  swapStakeTable,
  transferTable,
  transferStakeTable,
  transferStakeAndHotkeyTable,
  unstakeAllTable,
]
