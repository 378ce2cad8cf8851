/** What a form and a plan are asked about as, and what is told of them before anything is signed. */
import { boolean, json, list, nullable, object, optional, record, text, uint } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { Hash } from '../domain/bytes.ts'
import { Finding } from '../domain/description.ts'
import { Balance } from '../domain/portfolio.ts'
import { Trades } from '../domain/trade.ts'
import { Money, Rao } from '../domain/units.ts'

/** Fields of the form by name, in the JSON of their codecs; a field not filled in yet is left out. */
export const Draft = object({
  operation: text,
  account: Address,
  values: record(text, json),
  shield: optional(boolean),
})

/**
 * An estimate, which nothing can be signed from. `fee`, `most` and `after` are unknown (null) while the form is
 * not complete or the chain is away. `params` are the operation's, in JSON, when the form is complete; `trades` are what they
 * would exchange now.
 */
export const Quote = object({
  fee: nullable(Rao),
  own: nullable(Balance),
  /** The most the field of an amount, of TAO or alpha, can hold after the fee. */
  most: nullable(Money),
  /** What is free afterwards. */
  after: nullable(Rao),
  params: nullable(json),
  trades: Trades,
  findings: list(Finding),
  block: nullable(object({ number: text, hash: Hash })),
  /** Whether it can go in an envelope, so that nobody sees the trade before it is made. */
  shieldable: boolean,
})

/**
 * Several forms in one batch, in their order. `whole`: all of them or none, else what fails does not stop the others.
 * `tolerance`, in basis points, is how much worse than simulated now each may turn out.
 */
export const Plan = object({
  account: Address,
  legs: list(object({ operation: text, values: record(text, json) })),
  whole: boolean,
  tolerance: uint,
  shield: optional(boolean),
})

/** An estimate for all legs at one block, each as those before it will have left things. */
export const PlanQuote = object({
  fee: nullable(Rao),
  own: nullable(Balance),
  after: nullable(Rao),
  legs: list(object({ trades: Trades, findings: list(Finding) })),
  /** Of the plan as a whole. */
  findings: list(Finding),
  block: nullable(object({ number: text, hash: Hash })),
  shieldable: boolean,
})
