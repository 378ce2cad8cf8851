/** Answers owed to pages: each is kept with its approval until the very document that asked has heard it. */
import type { Approval } from '#shared/domain/approval.ts'
import type { ReplyAddress } from '#shared/domain/site.ts'
import { EXPIRED } from '#shared/protocol/site-contract.ts'
import { answerOf, refusal } from '../sites/answers.ts'
import type { Lines } from '../sites/lines.ts'
import type { Approvals } from './approvals.ts'

export interface Outbox {
  /** Sends what is owed to every document that has a line. */
  deliver(): Promise<void>
  /** Whether a document has asked this before. */
  isKnown(documentId: string, id: string): Promise<boolean>
  /** A document asks for what it waits for: the answer, or the word that it still waits. */
  resume(documentId: string, ids: readonly string[]): Promise<void>
  heard(documentId: string, id: string): Promise<void>
  /** The document will not hear anything any more: what only it waits for is taken back. */
  withdraw(isGone: (reply: ReplyAddress) => boolean): Promise<void>
  /** Takes back what documents asked that have had no line for too long; discards signatures nobody came for. */
  sweep(): Promise<void>
}

interface Deps {
  readonly approvals: Approvals
  readonly lines: Lines
  readonly clock: () => number
  /** To be woken at that time, in ms since 1970: `sweep` is then called. */
  readonly wakeAt: (when: number) => void
}

/** How long a document may be without a line, after it lost it or after the worker began. */
const SILENCE_MS = 30_000
/** How long a signature waits for the document that asked. */
const SIGNATURE_LIFE_MS = 60_000

export function createOutbox({ approvals, lines, clock, wakeAt }: Deps): Outbox {
  const send = (approval: Approval, { documentId, id }: ReplyAddress): void => {
    const answer = answerOf(approval)
    lines.post(documentId, answer === undefined ? { kind: 'taken', id } : { kind: 'answer', id, answer })
  }

  const owed = async (): Promise<readonly Owed[]> => (await approvals.list()).flatMap(repliesIn)

  const forget = async (isGone: (reply: ReplyAddress, approval: Approval) => boolean): Promise<void> => {
    await approvals.forgetReplies(isGone)
    await approvals.reject(
      ({ request }) => request.kind !== 'proposal' && request.replies.length === 0,
      'gone',
    )
  }

  return {
    deliver: async () => {
      for (const { approval, reply } of await owed())
        if (approval.state.kind !== 'pending') send(approval, reply)
    },
    isKnown: async (documentId, id) =>
      (await owed()).some(({ reply }) => reply.documentId === documentId && reply.id === id),
    resume: async (documentId, ids) => {
      const all = await owed()
      for (const id of ids) {
        const found = all.find(({ reply }) => reply.documentId === documentId && reply.id === id)
        if (found !== undefined) send(found.approval, found.reply)
        else lines.post(documentId, { kind: 'answer', id, answer: refusal(EXPIRED) })
      }
    },
    heard: (documentId, id) =>
      approvals.forgetReplies((reply) => reply.documentId === documentId && reply.id === id),
    withdraw: async (isGone) => {
      if (!(await owed()).some(({ reply }) => isGone(reply))) return
      await approvals.discard((approval) => repliesIn(approval).every(({ reply }) => isGone(reply)))
      await forget(isGone)
    },
    sweep: async () => {
      const now = clock()
      await approvals.discard(({ state }) => state.kind === 'answered' && state.at + SIGNATURE_LIFE_MS <= now)
      const isSilent = ({ documentId }: ReplyAddress): boolean =>
        !lines.isOpen(documentId) && lines.silentSince(documentId) + SILENCE_MS <= now
      await forget((reply, { state }) => state.kind !== 'answered' && isSilent(reply))
      const next = (await owed()).flatMap(({ approval: { state }, reply: { documentId } }) => {
        if (state.kind === 'answered') return [state.at + SIGNATURE_LIFE_MS]
        return lines.isOpen(documentId) ? [] : [lines.silentSince(documentId) + SILENCE_MS]
      })
      if (next.length > 0) wakeAt(Math.min(...next))
    },
  }
}

interface Owed {
  readonly approval: Approval
  readonly reply: ReplyAddress
}

function repliesIn(approval: Approval): readonly Owed[] {
  const { request } = approval
  return request.kind === 'proposal' ? [] : request.replies.map((reply) => ({ approval, reply }))
}
