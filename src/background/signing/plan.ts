/** Several operations in one batch: what each would bring after those before it, with its limit, and the one call they make. */
import type { Json } from '#shared/codec.ts'
import type { Address } from '#shared/domain/address.ts'
import type { Finding } from '#shared/domain/description.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Call } from '#shared/domain/extrinsic.ts'
import { MOST_LEGS } from '#shared/domain/plan.ts'
import { buyLimit, MOST_TOLERANCE, sellLimit } from '#shared/domain/price.ts'
import { type Rao, type RaoPerAlpha, rao } from '#shared/domain/units.ts'
import type { Fields, Values } from '#shared/operations/fields.ts'
import { blocked } from '#shared/operations/findings.ts'
import type { Flow } from '#shared/operations/flow.ts'
import { ALL_OR_NONE, EACH_BY_ITSELF, type Intent } from '#shared/operations/index.ts'
import type { Output } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import { takesEnvelopes } from '#shared/runtime/envelope-call.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import { isAway } from '../away.ts'
import type { Cost } from '../chain/chain.ts'
import {
  AWAY,
  checkAccount,
  checkOffered,
  type Finished,
  finish,
  isTrade,
  type Offered,
  offered,
  type QuoteDeps,
  shown,
} from './quote.ts'
import { beginSequence, isBlocking, type Priced, type Sequence, type SequenceDeps } from './sequence.ts'
import { readValues } from './values.ts'

export interface Plan {
  readonly account: Address
  readonly legs: readonly { readonly operation: string; readonly values: Readonly<Record<string, Json>> }[]
  readonly whole: boolean
  readonly tolerance: number
  readonly shield?: boolean | undefined
}

type PlanQuote = Output<(typeof walletMethods)['plans.quote']>

interface PricedPlan {
  /** Of the legs that can go through; undefined where none can. */
  readonly call: Call | undefined
  readonly legs: readonly Priced[]
  readonly findings: readonly Finding[]
  readonly fee: Rao | null
  readonly sequence: Sequence
}

/** @throws WalletError `not-found` for what is not offered, `invalid-input` for what makes no plan */
export async function quotePlan(plan: Plan, deps: QuoteDeps): Promise<PlanQuote> {
  await checkAccount(plan.account, deps)
  try {
    const { runtime } = await deps.chain.live()
    const { legs, findings, fee, sequence } = await pricePlan(plan, deps)
    const { own, block } = sequence.start
    const after = sequence.left() - (fee ?? 0n)
    return {
      fee,
      own,
      after: fee === null || after < 0n ? null : rao(after),
      legs: legs.map(({ call: _, ...told }) => told),
      findings,
      block: shown(block),
      shieldable: takesEnvelopes(runtime) && trades(legs),
    }
  } catch (cause) {
    if (isAway(cause))
      return { fee: null, own: null, after: null, legs: [], findings: [AWAY], block: null, shieldable: false }
    throw cause
  }
}

/** @throws WalletError as above, `offline`, `timeout` or `wrong-chain` */
export async function pricePlan(plan: Plan, deps: QuoteDeps): Promise<PricedPlan> {
  const { runtime } = await deps.chain.live()
  const batch = plan.whole ? ALL_OR_NONE : EACH_BY_ITSELF
  if (runtime.argumentsOf(batch)?.join() !== 'calls') throw new WalletError('not-found', { kind: 'call' })
  if (plan.legs.length > MOST_LEGS || plan.tolerance > MOST_TOLERANCE) refuse('legs', 'too many')
  const filled = plan.legs.map((leg) => fill(leg, runtime))
  const sequence = await beginSequence(plan.account, deps)
  // What all of them ask travels together, and is at hand when the turn of each comes.
  await Promise.all(
    filled.map(({ operation, values }) =>
      sequence.reads.ground(operation.asks(operation.form.draft(values), plan.account)),
    ),
  )
  const legs: Priced[] = []
  for (const { operation, values } of filled)
    legs.push(sequence.next(operation, await limited(operation, values, plan, sequence)))
  const sound = legs.filter(({ findings }) => !findings.some(isBlocking))
  const call: Call | undefined =
    sound.length === 0 ? undefined : { name: batch, args: { calls: sound.map((leg) => nested(leg.call)) } }
  const isShielded = plan.shield === true && takesEnvelopes(runtime) && trades(legs)
  if (call === undefined) return { call, legs, fee: null, sequence, findings: [] }
  const cost = await deps.chain.cost(call, plan.account, isShielded)
  const findings = [...sequence.findings(cost.fee), ...weightFindings(cost, sound.length)]
  return { call, legs, fee: cost.fee, sequence, findings }
}

/** CheckWeight, spec 424: what is heavier than this gets into no block. */
function weightFindings({ weight, most }: Cost, count: number): readonly Finding[] {
  if (most === undefined || weight <= most) return []
  const fitting = (BigInt(count) * most) / weight
  return [blocked('too-heavy', [`Too much for one transaction: about ${fitting} of these ${count} fit.`])]
}

/** What the chain says now against a plan that is proposed; of each leg as those before it will have left things. */
export async function planFindings(
  { call, branches }: Extract<Intent, { kind: 'carrier' }>,
  { signer, fee }: { readonly signer: Address; readonly fee: Rao },
  deps: SequenceDeps,
): Promise<readonly Finding[]> {
  const sequence = await beginSequence(signer, deps)
  const found: Finding[] = []
  const method = call.name.slice(call.name.indexOf('.') + 1)
  for (const [at, { intent }] of branches.entries()) {
    if (intent.kind !== 'operation') continue
    const { operation, params } = intent
    const asks = operation.asks(params, signer)
    const { answers } = await sequence.reads.ground(asks)
    const { findings } = sequence.next(operation, { params, facts: answers })
    const place = `${method}[${at}]`
    found.push(
      ...findings.map((each) => ({ ...each, id: `${place}/${each.id}`, text: [`${place}: `, ...each.text] })),
    )
  }
  return [...sequence.findings(fee), ...found]
}

interface Filled {
  readonly operation: Offered
  readonly values: Values<Fields>
}

function fill({ operation: id, values: sent }: Plan['legs'][number], runtime: Runtime): Filled {
  const operation = offered(id)
  checkOffered(operation, runtime)
  if (operation.form.flow === undefined) refuse('legs', 'an operation plans are made of')
  const { values, missing } = readValues(operation.form.fields, sent)
  const [field] = missing
  if (field !== undefined) refuse(field, 'missing')
  return { operation, values }
}

/** Simulated without a limit first: the limit is so much worse than the price that reaches. */
async function limited(
  operation: Offered,
  values: Filled['values'],
  { account, tolerance }: Plan,
  { reads }: Sequence,
): Promise<Finished> {
  const open = await finish(operation, { ...values, limit: { kind: 'none' } }, account, reads)
  const flow: Flow | undefined = operation.form.flow?.(open.params, open.facts)
  if (flow?.reaches === undefined) return open
  const price = limitFor(flow, flow.reaches, tolerance)
  return finish(
    operation,
    { ...values, limit: { kind: 'price', price, allowPartial: false } },
    account,
    reads,
  )
}

function limitFor({ from }: Flow, reaches: RaoPerAlpha, tolerance: number): RaoPerAlpha {
  return from === undefined ? buyLimit(reaches, tolerance) : sellLimit(reaches, tolerance)
}

function trades(legs: readonly Priced[]): boolean {
  return legs.some((leg) => isTrade(leg.trades))
}

/** A call as it stands among the arguments of another. */
function nested({ name, args }: Call): unknown {
  const [pallet = '', method = ''] = name.split('.')
  return { type: pallet, value: { type: method, value: args } }
}

function refuse(field: string, rule: string): never {
  throw new WalletError('invalid-input', { field, rule })
}
