/** What each operation is called where it stands in a list, and in one line what it is for. */
import { isOperationId, operationOf } from '#shared/operations/index.ts'

/** So many letters are one line beside an icon in the popup. */
export const LINE = 35

/** Its form says it in full. */
const BRIEF: Readonly<Record<string, string>> = {
  transfer: 'To any account, or an exchange',
  'add-stake': 'On root or a subnet',
  'remove-stake': 'Into TAO you can spend at once',
  'unstake-all': 'With one validator, at any price',
  'move-stake': 'In the same subnet, without a trade',
  'swap-stake': 'With the same validator, one fee',
  'transfer-stake': 'To another account, as it is',
  'claim-root': 'What root has earned in the subnets',
  'claim-root-with-hotkey': 'Your part of its basket, to root',
  'stake-into-basket': 'Alpha a validator has chosen',
  'set-auto-stake': 'Who they are staked with, by subnet',
  'lock-stake': 'Backs a hotkey to own the subnet',
  'move-lock': 'For another hotkey, still locked',
  'set-perpetual-lock': 'Whether a lock comes free by itself',
  'set-reject-locked-alpha': 'Whether this account takes it',
  'register-hotkey': 'Buys a seat to mine or validate',
  'associate-hotkey': 'Makes it this account’s, for good',
  'set-identity': 'What stakers read of this account',
}

export interface OperationWords {
  readonly title: string
  readonly about: string | undefined
}

/** What has no form has no title of its own. */
export function operationWords(id: string): OperationWords {
  const form = isOperationId(id) ? operationOf(id).form : undefined
  const plain = id.replaceAll('-', ' ')
  return {
    title: form?.title ?? plain.charAt(0).toUpperCase() + plain.slice(1),
    about: BRIEF[id],
  }
}
