/** An approval that waits for a decision: read by the room, shown, and agreed to or not. */
import { useEffect, useRef, useState } from 'react'
import type { Approval } from '#shared/domain/approval.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { Screen } from '../../ui/screen.tsx'
import type { Names } from '../../ui/spans.tsx'
import { NetworkPill, NetworkStrip } from '../home/network-pill.tsx'
import { useGuarded } from '../settings/use-guarded.ts'
import { AgreeButton } from './agree-button.tsx'
import { agree, prove, reject } from './decide.ts'
import {
  type Claims,
  genesisOf,
  isOfOtherDigest,
  isOver,
  networkFindings,
  networkOf,
  vouching,
} from './facts.ts'
import { createGate } from './gate.ts'
import { Over, reasonsIn } from './over.tsx'
import type { Reviewing, ReviewRooms } from './read-approval.ts'
import { ReadingShape } from './reading-shape.tsx'
import { ASKED, Asked, Review, type RoomReview } from './review.tsx'
import { useGate } from './use-gate.ts'
import { useReviewing } from './use-reviewing.ts'
import { useSafeFocus } from './use-safe-focus.ts'
import { allFindings, demandOf, isTicked, isTyped } from './weigh.ts'

export interface PendingProps {
  readonly rooms: ReviewRooms
  readonly approval: Approval
  /** How many wait, this one included. */
  readonly waiting: number
  readonly names: Names
  readonly known: Claims
  readonly onAgreed: (tx: string | undefined) => void
  readonly onRejected: () => void
  /** The room asks for the password. */
  readonly onLocked: () => void
}

export function Pending({ rooms, approval, waiting, names, known, ...on }: PendingProps) {
  const { reviewing, again } = useReviewing(rooms, approval)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' })
  const [gate] = useState(() => createGate())
  const watched = useRef<HTMLDivElement>(null)
  const agreedTo = useRef<RoomReview>(undefined)
  const [password, setPassword] = useState('')
  const guard = useGuarded<undefined>()

  const findings = findingsOf(approval, reviewing)
  const demand = demandOf(findings)
  const isReady = reviewing.kind === 'read' && !demand.isBarred && progress.kind === 'idle'
  const isOpen = useGate(gate, isReady, watched)
  // What cannot be agreed to at all asks for no password.
  const reasons = reviewing.kind === 'read' && !demand.isBarred ? reasonsIn(reviewing.review) : []
  const isProvable = reasons.length === 0 || (password !== '' && guard.left === 0)
  const isTold =
    demand.words.every((word) => isTyped(word, typed[word])) && isTicked(findings, typed) && isProvable
  const genesis = genesisOf(approval.request)
  const network = genesis === undefined ? undefined : networkOf(genesis)
  useSafeFocus(watched)

  const onAgree = async () => {
    if (reviewing.kind !== 'read') return
    // At once, and not with the next drawing: two presses may come between two drawings.
    gate.set('ready', false)
    setProgress({ kind: 'agreeing' })
    if (reasons.length > 0) {
      const proved = await guard.ask(() => prove(rooms, approval.id, reviewing.review, password))
      setPassword('')
      if (proved === undefined) return setProgress({ kind: 'idle' })
    }
    agreedTo.current = reviewing.review
    const decided = await agree(rooms, approval.id, reviewing.review)
    if (decided.ok) on.onAgreed(decided.value.tx)
    else if (decided.error.code === 'locked') on.onLocked()
    else setProgress({ kind: 'failed', failure: decided.error })
  }
  const onReject = async () => {
    setProgress({ kind: 'rejecting' })
    // A review that could not be read again may still stand agreed to in the room.
    const review = reviewing.kind === 'read' ? reviewing.review : agreedTo.current
    const rejected = await reject(rooms, approval.id, review)
    if (rejected.ok) on.onRejected()
    else setProgress({ kind: 'failed', failure: rejected.error })
  }
  const isMismatch = reviewing.kind === 'read' && isOfOtherDigest(approval, reviewing.review)
  useEffect(() => {
    if (isMismatch) void onReject()
  }, [isMismatch])

  const onAgain = () => {
    setProgress({ kind: 'idle' })
    // A word is typed under what it is about.
    setTyped({})
    if (reviewing.kind === 'failed' && reviewing.failure.code === 'locked') on.onLocked()
    else again()
  }

  const failure =
    progress.kind === 'failed'
      ? progress.failure
      : reviewing.kind === 'failed'
        ? reviewing.failure
        : undefined
  const isDead = failure !== undefined && isOver(failure)
  return (
    <Screen
      title="Review"
      aside={network && <NetworkPill network={network} />}
      foot={
        <>
          <Button busy={progress.kind === 'rejecting'} describedBy={ASKED} onClick={() => void onReject()}>
            {isDead ? 'Back to the wallet' : 'Reject'}
          </Button>
          {failure !== undefined
            ? !isDead && <Button onClick={onAgain}>Review again</Button>
            : !demand.isBarred && (
                <AgreeButton
                  label={reviewing.kind === 'read' ? reviewing.review.description.verb : 'Reading…'}
                  gate={gate}
                  isOpen={isOpen}
                  isWaiting={!isTold}
                  mustHold={demand.mustHold}
                  isBusy={progress.kind === 'agreeing'}
                  onAgree={() => void onAgree()}
                />
              )}
        </>
      }
    >
      {network && <NetworkStrip network={network} />}
      {waiting > 1 && <p className="quiet">1 of {waiting} that wait for you</p>}
      <div ref={watched} className="stack review">
        {failure !== undefined && <FailureNote failure={failure} />}
        {/* There before it is read, so that it is heard once it is. */}
        <div id={ASKED} className="stack" aria-live="polite">
          {reviewing.kind === 'reading' && <ReadingShape />}
          {reviewing.kind === 'read' && <Asked review={reviewing.review} {...{ findings, names, known }} />}
        </div>
        {reviewing.kind === 'read' && (
          <Review
            approval={approval}
            review={reviewing.review}
            findings={findings}
            fee={reviewing.material.fee}
            payer={reviewing.material.payer}
            names={names}
            known={known}
            typed={typed}
            onType={(word, text) => setTyped({ ...typed, [word]: text })}
            over={
              reasons.length > 0 && <Over {...{ reasons, names, password, guard }} onType={setPassword} />
            }
          />
        )}
      </div>
    </Screen>
  )
}

type Progress =
  | { readonly kind: 'idle' | 'agreeing' | 'rejecting' }
  | { readonly kind: 'failed'; readonly failure: Failure }

function findingsOf(approval: Approval, reviewing: Reviewing) {
  if (reviewing.kind !== 'read') return []
  const { review, material } = reviewing
  const vouched = vouching(review.consent)
  const own = [
    ...('genesis' in review.consent ? networkFindings(approval, review.consent.genesis) : []),
    ...review.findings,
    ...(vouched === undefined ? [] : [vouched]),
  ]
  return allFindings(own, material.findings)
}
