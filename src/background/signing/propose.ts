/** A filled-in form becomes a proposal: the very call, frozen, for a person to review. */

import { decode } from '#shared/codec.ts'
import type { ApprovalId } from '#shared/domain/approval.ts'
import { toHex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { MORTALITY, SHIELDED_MORTALITY } from '#shared/domain/extrinsic.ts'
import { rao } from '#shared/domain/units.ts'
import { buildCall } from '#shared/operations/index.ts'
import { takesEnvelopes } from '#shared/runtime/envelope-call.ts'
import { checkExtensions } from '#shared/runtime/payload.ts'
import type { Approvals } from '../approvals/approvals.ts'
import { orOffline } from '../away.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'
import type { LockState } from '../vault/lock-state.ts'
import { checkOffered, type Draft, offered, type QuoteDeps, quoteOf } from './quote.ts'
import { readValues } from './values.ts'

export interface ProposeDeps extends QuoteDeps {
  readonly approvals: Approvals
  readonly lockState: LockState
  readonly store: Store
}

/**
 * @throws WalletError `invalid-input` naming the field that is missing or the finding that blocks, `not-found` for an
 * operation this runtime does not have, `locked`, `offline`
 */
export async function propose(draft: Draft, deps: ProposeDeps): Promise<ApprovalId> {
  const { shield = false } = draft
  const operation = offered(draft.operation)
  const [missing] = readValues(operation.form.fields, draft.values).missing
  if (missing !== undefined) refuse(missing, 'missing')
  const account = (await deps.accounts()).find(({ address }) => address === draft.account)
  if (account?.kind !== 'local') refuse('account', 'an account that can sign')
  await checkUnlocked(deps)

  const quote = await quoteOf(draft, deps)
  if (quote.params === null) throw new WalletError('offline')
  const blocking = quote.findings.find(({ blocks }) => blocks === true)
  if (blocking !== undefined) refuse(blocking.field ?? '', blocking.id)

  const { runtime, genesis, spec, txVersion, checksMetadata } = await orOffline(deps.chain.live())
  checkExtensions(runtime.extensions)
  const call = buildCall(operation, decode(operation.params, quote.params))
  checkOffered(operation, runtime)
  if (shield && !takesEnvelopes(runtime)) throw new WalletError('not-found', { kind: 'shield' })
  const { network } = await deps.store.get(keys.settings)
  const proposal = {
    account: draft.account,
    genesis,
    spec,
    txVersion,
    call: toHex(runtime.encodeCall(call)),
    tip: rao(0n),
    era: shield ? SHIELDED_MORTALITY : MORTALITY,
    requester: { kind: 'wallet' },
    checksMetadata,
    ...(shield && { shielded: true }),
  } as const
  const { id } = await deps.approvals.ask({ kind: 'proposal', proposal }, network)
  await checkStill(network, deps)
  return id
}

async function checkUnlocked({ lockState }: ProposeDeps): Promise<void> {
  if ((await lockState.openness()).kind === 'locked') throw new WalletError('locked')
}

/** A lock or a switch that came while the proposal was being made must not miss it. */
async function checkStill(network: string, deps: ProposeDeps): Promise<void> {
  if ((await deps.lockState.openness()).kind === 'locked') {
    await deps.approvals.rejectOwn('lock')
    throw new WalletError('locked')
  }
  if ((await deps.store.get(keys.settings)).network !== network) {
    await deps.approvals.rejectOwn('switch')
    throw new WalletError('offline')
  }
}

function refuse(field: string, rule: string): never {
  throw new WalletError('invalid-input', { field, rule })
}
