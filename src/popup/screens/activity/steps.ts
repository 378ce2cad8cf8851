/** The life of a transaction told in steps, and what can still be done about it. */
import type { Outcome } from '#shared/domain/outcome.ts'
import type { ChainStatus } from '#shared/domain/portfolio.ts'
import type { TxRecord, TxState } from '#shared/domain/transaction.ts'
import { plainWords } from '../../ui/dispatch-words.ts'
import type { Words } from '../../ui/words.ts'
import { printBlock } from '../home/standing.ts'

export interface Step {
  readonly title: string
  readonly detail: string
  readonly mark: 'done' | 'now' | 'ahead' | 'failed' | 'doubt'
}

/** Where the chain stands; undefined while it is not known. */
export interface Heads {
  readonly best: number
  readonly final: number
}

export function headsOf(chain: ChainStatus | undefined): Heads | undefined {
  return chain?.kind === 'online' ? { best: chain.best, final: chain.final } : undefined
}

const BLOCK_SECONDS = 12

/** `words` are those for the error it failed with, where it did and they are read. */
export function stepsOf(tx: TxRecord, heads: Heads | undefined, words?: Words): readonly Step[] {
  return [agreed(tx), ...journey(tx, heads, words)]
}

function agreed({ requester }: TxRecord): Step {
  return {
    title: 'You agreed',
    detail: requester.kind === 'wallet' ? 'in this wallet' : `asked by ${requester.origin}`,
    mark: 'done',
  }
}

function journey(tx: TxRecord, heads: Heads | undefined, words?: Words): readonly Step[] {
  const { state } = tx
  const sent: Step = {
    title: tx.envelope === undefined ? 'Signed and sent' : 'Signed, sealed and sent',
    detail: state.kind === 'broadcast' ? timeLeft(tx.era.death, heads?.best) : '',
    mark: 'done',
  }
  switch (state.kind) {
    case 'signed':
      return [{ title: 'Signed', detail: 'being sent', mark: 'now' }, ahead('In a block'), ahead('Final')]
    case 'broadcast':
      return [sent, { title: 'Waiting for a block', detail: 'about 12 s each', mark: 'now' }, ahead('Final')]
    case 'in-block':
      return [
        sent,
        ran(state, words),
        { title: 'Final', detail: toGo(state.at.number, heads?.final), mark: 'now' },
      ]
    case 'final':
      return [
        sent,
        ran(state, words),
        { title: 'Final', detail: 'It can no longer be undone.', mark: 'done' },
      ]
    case 'invalid':
      return [sent, { title: 'Refused by the chain', detail: state.reason, mark: 'failed' }]
    case 'expired':
      if (tx.envelope !== undefined)
        return [
          sent,
          {
            title: 'Not carried out',
            detail:
              'The author it was shielded for did not make it in time. Nothing was sent openly, and nothing happened, but the envelope’s small fee may have been paid.',
            mark: 'failed',
          },
        ]
      return [
        sent,
        {
          title: 'Expired',
          detail: `Its last block, ${printBlock(state.lastBlock)}, passed without it. It can no longer happen.`,
          mark: 'failed',
        },
      ]
    case 'unknown':
      return [
        sent,
        {
          title: 'Out of sight',
          detail:
            'It could not be followed to its end. It may have happened: look at the balance before you repeat it.',
          mark: 'doubt',
        },
      ]
  }
}

function ahead(title: string): Step {
  return { title, detail: '', mark: 'ahead' }
}

function ran({ at, outcome }: Extract<TxState, { kind: 'in-block' | 'final' }>, words?: Words): Step {
  const title = `In block ${printBlock(at.number)}`
  if (outcome.kind === 'done') return { title, detail: 'It ran as agreed.', mark: 'done' }
  // The error of one call says nothing of the others.
  if (outcome.legs?.some(({ kind }) => kind === 'done') === true)
    return {
      title,
      detail: 'A part of it failed there, and a part was carried out: see below.',
      mark: 'failed',
    }
  return { title, detail: `It failed there. ${told(words ?? plainWords(outcome))}`, mark: 'failed' }
}

function told({ say, next }: Words): string {
  return next === undefined ? say : `${say} ${next}`
}

function timeLeft(death: number, best: number | undefined): string {
  const isNear = best !== undefined && best < death
  const within = isNear ? `within about ${printBlocks(death - best)}` : `before block ${printBlock(death)}`
  return `It happens ${within}, or not at all.`
}

function toGo(included: number, final: number | undefined): string {
  if (final === undefined || final >= included) return 'a moment to go'
  const blocks = included - final
  return `${blocks} ${blocks === 1 ? 'block' : 'blocks'} to go, about ${printBlocks(blocks)}`
}

/** Blocks as time, at twelve seconds each: `36 s`, `13 min`. */
export function printBlocks(blocks: number): string {
  const seconds = blocks * BLOCK_SECONDS
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

/** What it did, once a block has it. */
export function outcomeOf(state: TxState): Outcome | undefined {
  return state.kind === 'in-block' || state.kind === 'final' ? state.outcome : undefined
}

export type Tone = 'good' | 'bad' | 'doubt' | 'open'

/** One word for a row of the list, and how it is meant. */
export function summaryOf(state: TxState): { readonly word: string; readonly tone: Tone } {
  switch (state.kind) {
    case 'signed':
      return { word: 'Sending', tone: 'open' }
    case 'broadcast':
      return { word: 'Waiting', tone: 'open' }
    case 'in-block':
      return state.outcome.kind === 'done'
        ? { word: 'In block', tone: 'open' }
        : { word: 'Failed', tone: 'bad' }
    case 'final':
      return state.outcome.kind === 'done' ? { word: 'Done', tone: 'good' } : { word: 'Failed', tone: 'bad' }
    case 'invalid':
      return { word: 'Refused', tone: 'bad' }
    case 'expired':
      return { word: 'Expired', tone: 'bad' }
    case 'unknown':
      return { word: 'Unknown', tone: 'doubt' }
  }
}

/** Sending takes less; what stands longer was signed without a node to take it. */
const SENDING_MS = 20_000

/** The same bytes may be sent again while nobody knows their end; nothing is signed twice. `now` in ms since 1970. */
export function canRetry({ state, sentAt }: TxRecord, now: number): boolean {
  return state.kind === 'unknown' || (state.kind === 'signed' && now - sentAt > SENDING_MS)
}

/** Only what has ended, or cannot be followed, is forgotten. */
export function canForget({ state, open }: TxRecord): boolean {
  return !open || state.kind === 'unknown'
}
