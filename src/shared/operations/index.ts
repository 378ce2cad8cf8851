/** Everything the wallet can do or explain, and what a decoded call means in those terms. */
import { fits } from '../codec.ts'
import type { Call } from '../domain/extrinsic.ts'
import type { DecodedCall } from '../runtime/metadata.ts'
import { addProxy } from './add-proxy.ts'
import { addStake } from './add-stake.ts'
import { announceColdkeySwap } from './announce-coldkey-swap.ts'
import { associateHotkey } from './associate-hotkey.ts'
import { claimRoot } from './claim-root.ts'
import { claimRootWithHotkey } from './claim-root-with-hotkey.ts'
import { clearColdkeySwap } from './clear-coldkey-swap.ts'
import { crowdloanContribute } from './crowdloan-contribute.ts'
import { crowdloanWithdraw } from './crowdloan-withdraw.ts'
import type { CallName, CallShapes, Operation } from './define.ts'
import { disputeColdkeySwap } from './dispute-coldkey-swap.ts'
import type { Asks } from './facts.ts'
import type { Fields } from './fields.ts'
import { lockStake } from './lock-stake.ts'
import { moveLock } from './move-lock.ts'
import { moveStake } from './move-stake.ts'
import { registerHotkey } from './register-hotkey.ts'
import { registerNetwork } from './register-network.ts'
import { removeProxy } from './remove-proxy.ts'
import { removeStake } from './remove-stake.ts'
import { rootRegister } from './root-register.ts'
import { setAutoStake } from './set-auto-stake.ts'
import { setChildkeyTake } from './set-childkey-take.ts'
import { setIdentity } from './set-identity.ts'
import { setMinCollateral } from './set-min-collateral.ts'
import { setPerpetualLock } from './set-perpetual-lock.ts'
import { setRejectLockedAlpha } from './set-reject-locked-alpha.ts'
import { setRootClaimType } from './set-root-claim-type.ts'
import { setTake } from './set-take.ts'
import { stakeIntoBasket } from './stake-into-basket.ts'
import { startCall } from './start-call.ts'
import { submitEncrypted } from './submit-encrypted.ts'
import { swapColdkey } from './swap-coldkey.ts'
import { swapStake } from './swap-stake.ts'
import { transfer } from './transfer.ts'
import { transferStake } from './transfer-stake.ts'
import { transferStakeAndHotkey } from './transfer-stake-and-hotkey.ts'
import { unstakeAll } from './unstake-all.ts'

/** One line each, in alphabetical order. */
export const operations = {
  'add-proxy': addProxy,
  'add-stake': addStake,
  'announce-coldkey-swap': announceColdkeySwap,
  'associate-hotkey': associateHotkey,
  'claim-root': claimRoot,
  'claim-root-with-hotkey': claimRootWithHotkey,
  'clear-coldkey-swap': clearColdkeySwap,
  'crowdloan-contribute': crowdloanContribute,
  'crowdloan-withdraw': crowdloanWithdraw,
  'dispute-coldkey-swap': disputeColdkeySwap,
  'lock-stake': lockStake,
  'move-lock': moveLock,
  'move-stake': moveStake,
  'register-hotkey': registerHotkey,
  'register-network': registerNetwork,
  'remove-proxy': removeProxy,
  'remove-stake': removeStake,
  'root-register': rootRegister,
  'set-auto-stake': setAutoStake,
  'set-childkey-take': setChildkeyTake,
  'set-identity': setIdentity,
  'set-min-collateral': setMinCollateral,
  'set-perpetual-lock': setPerpetualLock,
  'set-reject-locked-alpha': setRejectLockedAlpha,
  'set-root-claim-type': setRootClaimType,
  'set-take': setTake,
  'stake-into-basket': stakeIntoBasket,
  'start-call': startCall,
  'submit-encrypted': submitEncrypted,
  'swap-coldkey': swapColdkey,
  'swap-stake': swapStake,
  transfer,
  'transfer-stake': transferStake,
  'transfer-stake-and-hotkey': transferStakeAndHotkey,
  'unstake-all': unstakeAll,
} as const

export type OperationId = keyof typeof operations
/** Operations differ in every type parameter; each file has its own checked. */
export type AnyOperation = Operation<OperationId, unknown, CallShapes, Asks, Fields>

export type Intent =
  | { readonly kind: 'operation'; readonly operation: AnyOperation; readonly params: unknown }
  | { readonly kind: 'carrier'; readonly call: DecodedCall; readonly branches: readonly IntentBranch[] }
  | { readonly kind: 'unknown'; readonly call: Call }
interface IntentBranch {
  readonly path: string
  readonly intent: Intent
}

export function operationOf(id: OperationId): AnyOperation {
  return operations[id]
}

export function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(operations, id)
}

/** The call an operation's params make. */
export function buildCall(operation: AnyOperation, params: unknown): Call {
  const { name, args } = operation.build(params)
  return { name, args: args as Call['args'] }
}

/** What a call means. Arguments that do not check are never guessed at: the call stays unknown. */
export function readCall(
  call: DecodedCall,
  among: Readonly<Record<string, AnyOperation>> = operations,
): Intent {
  if (call.branches.length > 0)
    return {
      kind: 'carrier',
      call,
      branches: call.branches.map((branch) => ({ path: branch.path, intent: readCall(branch.call, among) })),
    }
  for (const operation of Object.values(among)) {
    const shape = operation.calls[call.name as CallName]
    if (shape !== undefined && fits(shape, call.args))
      return { kind: 'operation', operation, params: operation.parse({ name: call.name, args: call.args }) }
  }
  return { kind: 'unknown', call }
}

export const ALL_OR_NONE = 'Utility.batch_all'
export const EACH_BY_ITSELF = 'Utility.force_batch'

/** Side by side and in one batch: only operations of which plans are made, so that nothing else can hide among them. */
export function isPlan(intent: Intent): intent is Extract<Intent, { kind: 'carrier' }> {
  return (
    intent.kind === 'carrier' &&
    (intent.call.name === ALL_OR_NONE || intent.call.name === EACH_BY_ITSELF) &&
    intent.branches.every(
      ({ intent: leg }) => leg.kind === 'operation' && leg.operation.form?.flow !== undefined,
    )
  )
}
