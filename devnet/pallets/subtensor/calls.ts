// Dispatch of SubtensorModule: one file per family of calls. A declared call that is in none of them fails loudly.
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import type { PalletCalls } from '../dispatch.ts'
import { addStakeCalls } from './add-stake.ts'
import { autoStakeCalls } from './auto-stake.ts'
import { burnAlphaCalls } from './burn-alpha.ts'
import { claimRootCalls } from './claim-root.ts'
import { coldkeySwapCalls } from './coldkey-swap.ts'
import { hotkeySwapCalls } from './hotkey-swap.ts'
import { identityCalls } from './identity.ts'
import { lockStakeCalls } from './lock-stake.ts'
import { moveStakeCalls } from './move-stake.ts'
import { registrationCalls } from './registration.ts'
import { removeStakeCalls } from './remove-stake.ts'
import { takeCalls } from './take.ts'

const families: readonly PalletCalls[] = [
  addStakeCalls,
  autoStakeCalls,
  burnAlphaCalls,
  claimRootCalls,
  coldkeySwapCalls,
  hotkeySwapCalls,
  identityCalls,
  lockStakeCalls,
  moveStakeCalls,
  registrationCalls,
  removeStakeCalls,
  takeCalls,
]

export const subtensorCalls: PalletCalls = {
  pallet: SubtensorModule.name,
  handlers: Object.fromEntries(families.flatMap(({ handlers }) => Object.entries(handlers))),
}
