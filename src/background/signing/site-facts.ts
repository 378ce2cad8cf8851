/** What the chain and the book say of a site's transaction: of each call in it, of its number, and of who pays. */

import { fits } from '#shared/codec.ts'
import type { Address } from '#shared/domain/address.ts'
import type { Finding } from '#shared/domain/description.ts'
import { type Balance, NO_BALANCE } from '#shared/domain/portfolio.ts'
import type { SitePayload } from '#shared/domain/site-payload.ts'
import { type Rao, rao, sum } from '#shared/domain/units.ts'
import type { Asks } from '#shared/operations/facts.ts'
import { caution, danger } from '#shared/operations/findings.ts'
import { type AnyOperation, readCall } from '#shared/operations/index.ts'
import { transfer } from '#shared/operations/transfer.ts'
import { signing } from '#shared/review/actors.ts'
import { type Found, gather } from '#shared/review/gather.ts'
import { type Place, placesFrom } from '#shared/review/places.ts'
import type { DecodedCall } from '#shared/runtime/metadata.ts'
import type { Book } from '../accounts/book.ts'
import type { Chain } from '../chain/chain.ts'
import { type FactChain, type Ground, readGround, withFee } from './facts.ts'
import { feePayer, payingPairs } from './fee-payer.ts'

interface Deps {
  readonly chain: FactChain & Pick<Chain, 'nextNonce'>
  readonly book: Book
}

export interface SiteFacts {
  readonly fee: Rao
  readonly own: Balance
  /** Null when the account that signs pays itself. */
  readonly payer: Address | null
  readonly findings: readonly Finding[]
}

/** Of so many calls in one the chain is asked; nobody reads more. */
const MOST_ASKED = 32

/** @throws WalletError `offline`, `timeout` or `wrong-chain` */
export async function readSiteFacts(
  call: DecodedCall,
  { address: signer, nonce }: Pick<SitePayload, 'address' | 'nonce'>,
  deps: Deps,
): Promise<SiteFacts> {
  const all = placesFrom({ path: '', depth: 0, call, actor: signing(signer) }).flatMap(askedOf)
  const asked = all.slice(0, MOST_ASKED)
  const pairs = payingPairs(call, signer)
  const asks: Asks = Object.fromEntries([
    ...asked.flatMap((each, at) => named(at, each.asks)),
    ...asked.map(({ actor }) => [`free ${actor}`, { fact: 'balance', of: actor }] as const),
    ...pairs.map((of, at) => [`pays ${at}`, { fact: 'paysFees', of }] as const),
  ])
  const [fee, next, ground] = await Promise.all([
    deps.chain.fee(call, signer),
    deps.chain.nextNonce(signer),
    readGround(asks, signer, deps),
  ])
  const payer = feePayer(
    signer,
    pairs,
    pairs.map((_, at) => ground.answers[`pays ${at}`] === true),
  )
  const ofCalls = asked.flatMap((each, at) =>
    risksOf(each, at, { ground, fee: each.actor === payer ? fee : NO_FEE }),
  )
  return {
    fee,
    own: ground.own,
    payer: payer === signer ? null : payer,
    findings: [
      ...gather(ofCalls),
      ...emptyingFindings(asked, ground, signer),
      ...numberFindings(nonce, next),
      ...(all.length > asked.length
        ? [
            caution('not-looked-up', [
              `Of ${all.length - asked.length} more calls in this the chain was not asked.`,
            ]),
          ]
        : []),
    ],
  }
}

const NO_FEE = rao(0n)

interface Asked {
  readonly path: string
  readonly actor: Address
  readonly operation: AnyOperation
  readonly params: unknown
  readonly asks: Asks
}

/** Whom it acts for has to be known. */
function askedOf({ path, call, actor: { address: actor } }: Place): readonly Asked[] {
  const intent = readCall(call)
  if (intent.kind !== 'operation' || actor === undefined) return []
  const { operation, params } = intent
  return [{ path, actor, operation, params, asks: operation.asks(params, actor) }]
}

function named(at: number, asks: Asks): readonly (readonly [string, Asks[string]])[] {
  return Object.entries(asks).map(([name, ask]) => [`${at} ${name}`, ask])
}

function risksOf(
  { path, actor, operation, params, asks }: Asked,
  at: number,
  { ground, fee }: { readonly ground: Ground; readonly fee: Rao },
): readonly Found[] {
  const answers = Object.fromEntries(Object.keys(asks).map((name) => [name, ground.answers[`${at} ${name}`]]))
  const findings: readonly Finding[] = operation.risks(
    params,
    withFee(asks, { ...ground, answers }, fee),
    actor,
  )
  return findings.map((finding) => ({ path, finding: path === '' ? finding : asOfNow(finding) }))
}

/** What stands before it in the same transaction may have changed what makes it fail. */
function asOfNow({ blocks, ...finding }: Finding): Finding {
  return blocks === true
    ? { ...finding, level: 'caution', text: ['As things stand now: ', ...finding.text] }
    : finding
}

/** Within a hundredth, all of it. */
function emptyingFindings(asked: readonly Asked[], { answers }: Ground, signer: Address): readonly Finding[] {
  return [...new Set(asked.map(({ actor }) => actor))].flatMap((actor) => {
    const leaving = sum(asked.flatMap((each) => (each.actor === actor ? sentBy(each) : [])))
    const { free } = (answers[`free ${actor}`] as Balance | undefined) ?? NO_BALANCE
    if (leaving === 0n || leaving * 100n < free * 99n) return []
    const whose = actor === signer ? ['this account'] : [{ address: actor }]
    return [
      danger('almost-all', [
        'Almost everything: ',
        { rao: leaving },
        ' of the ',
        { rao: free },
        ' that ',
        ...whose,
        ' has free.',
      ]),
    ]
  })
}

function sentBy({ params }: Asked): readonly Rao[] {
  return fits(transfer.params, params) && params.amount.kind === 'exactly' ? [params.amount.rao] : []
}

/** More than these ahead of the next one nobody signs by chance. */
const A_FEW = 5

function numberFindings(nonce: number, next: number): readonly Finding[] {
  const ahead = nonce - next
  if (ahead === 0) return []
  if (ahead < 0)
    return [
      caution('used-number', [
        `It bears the number ${nonce}, and this account is at ${next} already: it can only fail, unless another of that number is still on its way.`,
      ]),
    ]
  const text = [
    `It bears the number ${nonce}, and this account is at ${next}: it waits until ${ahead === 1 ? 'one other was' : `${ahead} others were`} sent, and counts then.`,
  ]
  return [ahead > A_FEW ? danger('later-number', text) : caution('later-number', text)]
}
