/** Unlocks: the room's count of attempts is stored before anybody is shown the answer. Either document does this. */
import type { Failure } from '#shared/domain/errors.ts'
import type { Client } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import type { vaultWalletMethods } from '#shared/protocol/vault-contract.ts'
import type { Vault } from './vault.ts'

/** What both documents may ask of the background and of the room. */
type SharedBackground = Pick<Client<typeof walletMethods>, 'vault.read' | 'vault.attempts' | 'vault.store'>
type SharedRoom = Pick<
  Vault<Pick<typeof vaultWalletMethods, 'room.unlock' | 'room.touch' | 'room.lock'>>,
  'call' | 'open'
>

/** `retryAt` in ms since 1970; in the past when the next try is free. */
export type UnlockAnswer =
  | { readonly kind: 'unlocked' }
  | { readonly kind: 'wrong-password'; readonly retryAt: number }
  | { readonly kind: 'wait'; readonly retryAt: number }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface Unlocking {
  readonly background: SharedBackground
  readonly room: SharedRoom
  readonly password: string
  readonly autoLockMinutes: number
}

export async function unlock({
  background,
  room,
  password,
  autoLockMinutes,
}: Unlocking): Promise<UnlockAnswer> {
  const read = await background['vault.read'](undefined)
  if (!read.ok) return failed(read.error)
  const { sealed, attempts } = read.value
  if (sealed === null) return failed({ code: 'vault-damaged', details: undefined })
  const opened = await room.open()
  if (!opened.ok) return failed(opened.error)
  const answer = await room.call['room.unlock']({ sealed, attempts, password, autoLockMinutes })
  if (!answer.ok) return failed(answer.error)
  const counted = await background['vault.attempts']({ attempts: answer.value.attempts })
  if (!counted.ok) {
    // A count that was not kept would let the next window try afresh.
    if (answer.value.outcome === 'unlocked') await room.call['room.lock'](undefined)
    return failed(counted.error)
  }
  const { outcome, sealed: strengthened } = answer.value
  if (outcome !== 'unlocked') return { kind: outcome, retryAt: answer.value.attempts.nextAt }
  if (strengthened !== undefined) {
    // The vault before opens as well: a store that fails here is tried again at the next unlock.
    await background['vault.store']({ sealed: strengthened })
  }
  return { kind: 'unlocked' }
}

function failed(failure: Failure): UnlockAnswer {
  return { kind: 'failed', failure }
}
