/** The one review of anything to be signed: what the room read in the bytes, and what the chain's facts add. */
import { type ReactNode, useState } from 'react'
import type { Address } from '#shared/domain/address.ts'
import type { Approval } from '#shared/domain/approval.ts'
import { placeWords } from '#shared/domain/call-words.ts'
import type { Finding } from '#shared/domain/description.ts'
import type { AnyConsent } from '#shared/domain/extrinsic.ts'
import type { Rao } from '#shared/domain/units.ts'
import type { Review as OwnReview, SiteReview } from '#shared/protocol/vault-contract.ts'
import { AddressView } from '../../ui/address-view.tsx'
import { WholeAmount } from '../../ui/amount.tsx'
import { TextField } from '../../ui/field.tsx'
import { FindingNote, Note } from '../../ui/note.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { type Names, Spans } from '../../ui/spans.tsx'
import { RowFact } from '../activity/row-fact.tsx'
import { Details } from './details.tsx'
import { type Claims, lifetimeOf, reviewNames } from './facts.ts'
import { Effects, Steps } from './steps.tsx'
import { isTyped, TICKED, tickOf } from './weigh.ts'
import '../../forms/account-checks.css'
import '../activity/activity.css'
import './approval.css'

export type RoomReview = OwnReview | SiteReview

export interface ReviewProps {
  readonly approval: Approval
  readonly review: RoomReview
  readonly findings: readonly Finding[]
  readonly fee: Rao | null
  /** Who pays it, where that is not the account that signs. */
  readonly payer: Address | null
  readonly names: Names
  readonly known: Claims
  readonly typed: Readonly<Record<string, string>>
  readonly onType: (word: string, text: string) => void
  /** What stands between a request and agreeing to it besides the findings. */
  readonly over?: ReactNode
}

/** What the buttons are about, for who hears them before they have come by it. */
export const ASKED = 'asked'

/** What is asked and what there is to know of it: who hears the screen is told this as soon as it is read. */
export function Asked({ review, ...props }: Pick<ReviewProps, 'review' | 'findings' | 'names' | 'known'>) {
  const { requester } = review.consent
  const names = reviewNames(review.own, props.names, props.known)
  return (
    <>
      {requester.kind === 'site' && (
        <p className="origin">
          <b>{requester.origin}</b> asks
        </p>
      )}
      <h2 className="say">
        <Spans spans={review.description.sentence} names={names} />
      </h2>
      <div className="signer">
        <AddressView address={review.account.address} name={review.account.name} />
        <span>signs</span>
      </div>
      {props.findings.map((finding, at) => (
        // By place: two may bear one name, and both must be shown.
        <FindingNote key={at} finding={inWords(finding)} names={names} />
      ))}
    </>
  )
}

export function Review(props: ReviewProps) {
  const { approval, review, fee, payer } = props
  const findings = props.findings.map(inWords)
  const { consent } = review
  const names = reviewNames(review.own, props.names, props.known)
  return (
    <>
      <Ticks {...props} findings={findings} names={names} />
      <Words {...props} />
      {props.over}
      <Effects effects={review.effects} names={names} />
      <div className="card">
        <Facts>
          {review.description.rows.map(({ label, value }, at) => (
            <RowFact key={at} label={label} value={value} names={names} />
          ))}
          {consent.kind !== 'message' && <Terms consent={consent} fee={fee} payer={payer} names={names} />}
        </Facts>
      </div>
      <Steps steps={review.steps} names={names} />
      {consent.kind !== 'message' && consent.metadataHash !== null && (
        <Note level="ok">
          Checked by the chain: had your node lied about what this call is, the signature would be refused.
        </Note>
      )}
      <Details approval={approval} review={review} />
    </>
  )
}

/** What is found in a call inside another begins with where that stands. */
function inWords(finding: Finding): Finding {
  const [place, ...text] = finding.text
  return finding.id.includes('/') && typeof place === 'string'
    ? { ...finding, text: [placeWords(place), ...text] }
    : finding
}

interface TermsProps {
  readonly consent: Exclude<AnyConsent, { kind: 'message' }>
  readonly fee: Rao | null
  readonly payer: Address | null
  readonly names: Names
}

/** What no call says: what it costs, and how long the signature counts. */
function Terms({ consent, fee, payer, names }: TermsProps) {
  return (
    <>
      <Fact label={consent.kind === 'shielded' ? 'Network fees, both' : 'Network fee'}>
        {fee === null ? 'not known now' : <WholeAmount value={fee} />}
      </Fact>
      {payer !== null && <RowFact label="Paid by" value={[{ address: payer }]} names={names} />}
      {consent.tip > 0n && (
        <Fact label="Tip">
          <WholeAmount value={consent.tip} />
        </Fact>
      )}
      <Fact label="Valid for">{lifetimeOf(consent)}</Fact>
    </>
  )
}

/** What is agreed to by itself, each with a tick of its own. */
function Ticks({ findings, typed, onType, names }: ReviewProps) {
  return findings
    .filter(({ tick }) => tick === true)
    .map((finding) => (
      <label key={finding.id} className="check understood">
        <input
          type="checkbox"
          checked={typed[tickOf(finding)] === TICKED}
          onChange={(event) => onType(tickOf(finding), event.target.checked ? TICKED : '')}
        />
        <span className="grow">
          I have understood: <Spans spans={finding.text} names={names} />
        </span>
      </label>
    ))
}

/** A word to type for each finding that asks one. */
function Words({ findings, typed, onType }: ReviewProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const words = [...new Set(findings.flatMap(({ type }) => (type === undefined ? [] : [type])))]
  return words.map((word) => {
    const text = typed[word] ?? ''
    const isWrong = left.has(word) && text !== '' && !isTyped(word, text)
    return (
      <TextField
        key={word}
        code
        label={
          <>
            Type <b>{word}</b> to go on
          </>
        }
        value={text}
        onChange={(next) => onType(word, next)}
        onBlur={() => setLeft(new Set([...left, word]))}
        error={isWrong ? `The word is ${word}.` : undefined}
      />
    )
  })
}
