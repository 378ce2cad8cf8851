/** What a form would cost and what speaks against it. An estimate: nothing in it can be signed. */
import { encode, fits, type Json } from '#shared/codec.ts'
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import type { Finding } from '#shared/domain/description.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Call } from '#shared/domain/extrinsic.ts'
import { stakeIn } from '#shared/domain/price.ts'
import { Netuid, type Rao, rao } from '#shared/domain/units.ts'
import type { Asks, Facts } from '#shared/operations/facts.ts'
import type { Fields, Values } from '#shared/operations/fields.ts'
import { type AnyOperation, buildCall, isOperationId, operationOf } from '#shared/operations/index.ts'
import { offerOf } from '#shared/operations/offer.ts'
import type { Output } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import { takesEnvelopes } from '#shared/runtime/envelope-call.ts'
import type { Runtime } from '#shared/runtime/metadata.ts'
import type { Book } from '../accounts/book.ts'
import { isAway } from '../away.ts'
import type { Chain } from '../chain/chain.ts'
import { type FactChain, type Ground, readGround, withFee } from './facts.ts'
import { amountField, type FormValues, readValues } from './values.ts'

export type Quote = Output<(typeof walletMethods)['operations.quote']>

export interface Draft {
  readonly operation: string
  readonly account: Address
  readonly values: Readonly<Record<string, Json>>
  /** Whether it is to go in an envelope, where it can: that costs a fee of its own. */
  readonly shield?: boolean | undefined
}

export interface QuoteDeps {
  readonly chain: FactChain & Pick<Chain, 'live' | 'cost'>
  readonly book: Book
  readonly accounts: () => Promise<readonly Account[]>
}

/** A form that is filled in, with its facts. */
export interface Finished {
  readonly params: unknown
  readonly ground: Ground
  readonly facts: Facts<Asks>
  readonly fee: Rao
}

export type Offered = AnyOperation & { readonly form: NonNullable<AnyOperation['form']> }

const NOTHING: Quote = {
  fee: null,
  own: null,
  most: null,
  after: null,
  params: null,
  trades: [],
  findings: [],
  block: null,
  shieldable: false,
}

export const AWAY: Finding = {
  id: 'offline',
  level: 'caution',
  blocks: true,
  text: ['The network cannot be reached, so neither the fee nor your balance is known now.'],
}

/** @throws WalletError `not-found` for an operation that is not offered, `invalid-input` for a value that is none */
export async function quoteOf(draft: Draft, deps: QuoteDeps): Promise<Quote> {
  const operation = offered(draft.operation)
  const form = readValues(operation.form.fields, draft.values)
  await checkAccount(draft.account, deps)
  try {
    const { runtime } = await deps.chain.live()
    checkOffered(operation, runtime)
    const takes = takesEnvelopes(runtime)
    const from = { signer: draft.account, shield: takes && draft.shield === true }
    const quote = await quoteForm(operation, form, from, deps)
    return { ...quote, shieldable: takes && isTrade(quote.trades) }
  } catch (cause) {
    if (isAway(cause)) return { ...NOTHING, findings: [AWAY] }
    throw cause
  }
}

/** Only a trade with a pool has a price that others could get at before it. */
export function isTrade(trades: Quote['trades']): boolean {
  return trades.some(({ gives, gets }) => 'alpha' in gives || 'alpha' in gets)
}

/** @throws WalletError `not-found` */
export function offered(id: string): Offered {
  const operation = isOperationId(id) ? operationOf(id) : undefined
  if (operation?.form === undefined) throw new WalletError('not-found', { kind: 'operation' })
  return { ...operation, form: operation.form }
}

/** @throws WalletError `not-found` for what this runtime does not have, or has with other arguments */
export function checkOffered(operation: Offered, runtime: Runtime): void {
  if (offerOf(operation, runtime).kind !== 'offered') throw new WalletError('not-found', { kind: 'call' })
}

export async function checkAccount(account: Address, { accounts }: QuoteDeps): Promise<void> {
  if (!(await accounts()).some(({ address }) => address === account))
    throw new WalletError('invalid-input', { field: 'account', rule: 'no account of this wallet' })
}

interface From {
  readonly signer: Address
  /** Whether it goes in an envelope, if it trades. */
  readonly shield: boolean
}

async function quoteForm(
  operation: Offered,
  { values, missing }: FormValues,
  { signer, shield }: From,
  deps: QuoteDeps,
): Promise<Quote> {
  const amount = amountField(operation.form.fields)
  // Before the amount is typed, its maximum stands in for it: the fee and the people in it are the same.
  const isAmountAlone = missing.length === 1 && missing[0] === amount
  if (missing.length > 0 && !isAmountAlone) {
    const { own, block } = await readGround({}, signer, deps)
    return { ...NOTHING, own, block: shown(block) }
  }
  const filled = isAmountAlone && amount !== undefined ? { ...values, [amount]: 'max' } : values
  const { params, ground, facts, fee } = await finish(operation, filled, signer, {
    ground: (asks) => readGround(asks, signer, deps),
    fee: (call, trades) => deps.chain.fee(call, signer, shield && isTrade(trades)),
  })
  const { form } = operation
  const most = amount === undefined ? null : mostOf(operation, amount, { params, facts, values })
  const findings = [...operation.warns(params), ...operation.risks(params, facts, signer)]
  const estimate = { ...NOTHING, fee, own: ground.own, most, block: shown(ground.block) }
  if (missing.length > 0) {
    const isAboutOthers = (field: string | undefined): boolean => field !== undefined && field !== amount
    return { ...estimate, findings: findings.filter(({ field }) => isAboutOthers(field)) }
  }
  const left = ground.own.free - fee - form.spends(params, facts)
  return {
    ...estimate,
    after: left < 0n ? null : rao(left),
    params: encode(operation.params, params),
    trades: form.trades?.(params, facts) ?? [],
    findings,
  }
}

const ROUNDS = 4

/** Where the questions of a form go. */
export interface Reads {
  ground(asks: Asks): Promise<Ground>
  fee(call: Call, trades: Quote['trades']): Promise<Rao>
}

/** @throws WalletError `offline`, `timeout` or `wrong-chain` */
export async function finish(
  operation: Offered,
  values: Values<Fields>,
  signer: Address,
  reads: Reads,
): Promise<Finished> {
  const { form, asks, params: codec } = operation
  const draft: unknown = form.draft(values)
  let params = draft
  let asked: Asks = asks(params, signer)
  let ground = await reads.ground(asked)
  // A maximum depends on the fee, the fee on how the maximum is written, and what it would bring on all of it: two rounds
  // settle it where nothing trades, three where something does; a fourth is spare.
  for (let round = 1; ; round++) {
    const trades = form.trades?.(params, withFee(asked, ground, rao(0n))) ?? []
    const fee = await reads.fee(buildCall(operation, params), trades)
    const facts = withFee(asked, ground, fee)
    const next: unknown = form.finish(draft, values, facts)
    if (round === ROUNDS || sameJson(encode(codec, next), encode(codec, params)))
      return { params: next, ground, facts, fee }
    params = next
    const more: Asks = asks(params, signer)
    if (!sameAsks(asked, more)) ground = await reads.ground(more)
    asked = more
  }
}

/** The most an amount can be, in the unit of its field. */
function mostOf(
  { form }: Offered,
  amount: string,
  { params, facts, values }: Pick<Finished, 'params' | 'facts'> & Pick<FormValues, 'values'>,
): Quote['most'] {
  const most: bigint | undefined = form.most?.(params, facts)
  if (most === undefined) return null
  const field = form.fields[amount]
  if (field?.kind === 'amount') return { rao: rao(most) }
  const about = field?.of === undefined ? undefined : values[field.of]
  const subnet = netuidIn(about)
  return subnet === undefined ? null : stakeIn(subnet, most)
}

/** The subnet that a value of a subnet field, or of a position field, is in. */
function netuidIn(value: unknown): Netuid | undefined {
  if (fits(Netuid, value)) return value
  const inner: unknown =
    typeof value === 'object' && value !== null && 'netuid' in value ? value.netuid : undefined
  return fits(Netuid, inner) ? inner : undefined
}

function sameAsks(a: Asks, b: Asks): boolean {
  const plain = (asks: Asks): string =>
    JSON.stringify(asks, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
  return plain(a) === plain(b)
}

function sameJson(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

export function shown({ number, hash }: Ground['block']): Quote['block'] {
  return { number: String(number), hash }
}
