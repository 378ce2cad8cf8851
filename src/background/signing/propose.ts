/** A filled-in form becomes a proposal: the very call, frozen, for a person to review. */

import { decode } from '#shared/codec.ts'
import type { ApprovalId } from '#shared/domain/approval.ts'
import { toHex } from '#shared/domain/bytes.ts'
import type { Finding } from '#shared/domain/description.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { type Call, MORTALITY, SHIELDED_MORTALITY } from '#shared/domain/extrinsic.ts'
import { rao } from '#shared/domain/units.ts'
import { buildCall } from '#shared/operations/index.ts'
import { takesEnvelopes } from '#shared/runtime/envelope-call.ts'
import { checkExtensions } from '#shared/runtime/payload.ts'
import type { Approvals } from '../approvals/approvals.ts'
import { orOffline } from '../away.ts'
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'
import type { LockState } from '../vault/lock-state.ts'
import { type Plan, pricePlan } from './plan.ts'
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
  const operation = offered(draft.operation)
  const [missing] = readValues(operation.form.fields, draft.values).missing
  if (missing !== undefined) refuse(missing, 'missing')
  return proposing(draft, deps, async () => {
    const quote = await quoteOf(draft, deps)
    if (quote.params === null) throw new WalletError('offline')
    refuseBlocked(quote.findings)
    const { runtime } = await orOffline(deps.chain.live())
    checkOffered(operation, runtime)
    return buildCall(operation, decode(operation.params, quote.params))
  })
}

/**
 * As above, for a plan; a finding of one of its legs is named with that leg.
 * @throws WalletError `invalid-input` also for a plan without legs
 */
export function proposePlan(plan: Plan, deps: ProposeDeps): Promise<ApprovalId> {
  return proposing(plan, deps, async () => {
    const { call, legs, findings } = await orOffline(pricePlan(plan, deps))
    if (call === undefined) return refuse('legs', 'missing')
    refuseBlocked([...findings, ...legs.flatMap((leg) => leg.findings)])
    return call
  })
}

async function proposing(
  { account: address, shield = false }: Pick<Draft, 'account' | 'shield'>,
  deps: ProposeDeps,
  build: () => Promise<Call>,
): Promise<ApprovalId> {
  const account = (await deps.accounts()).find((each) => each.address === address)
  if (account?.kind !== 'local') refuse('account', 'an account that can sign')
  await checkUnlocked(deps)

  const call = await build()
  const { runtime, genesis, spec, txVersion, checksMetadata } = await orOffline(deps.chain.live())
  checkExtensions(runtime.extensions)
  if (shield && !takesEnvelopes(runtime)) throw new WalletError('not-found', { kind: 'shield' })
  const { network } = await deps.store.get(keys.settings)
  const proposal = {
    account: address,
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

function refuseBlocked(findings: readonly Finding[]): void {
  const blocking = findings.find(({ blocks }) => blocks === true)
  if (blocking !== undefined) refuse(blocking.field ?? '', blocking.id)
}

function refuse(field: string, rule: string): never {
  throw new WalletError('invalid-input', { field, rule })
}
