/** What lies under the words of a review, for who wants to compare it with something else. */
import type { ReactNode } from 'react'
import type { Approval } from '#shared/domain/approval.ts'
import type { AnyConsent } from '#shared/domain/extrinsic.ts'
import type { Review, SiteReview } from '#shared/protocol/vault-contract.ts'
import { WholeAmount } from '../../ui/amount.tsx'
import { CallName } from '../../ui/call-name.tsx'

export interface DetailsProps {
  readonly approval: Approval
  readonly review: Review | SiteReview
}

export function Details({ approval, review }: DetailsProps) {
  const { consent } = review
  return (
    <details className="card details">
      <summary>
        <CallName name={review.callName} />
        <span className="muted">Details</span>
      </summary>
      <dl>
        {consent.kind === 'message' ? (
          <Raw label="Exactly what is signed">{consent.bytes}</Raw>
        ) : (
          <OfCall consent={consent} metadataHash={review.metadataHash} />
        )}
        <Raw label="What you agree to (blake2b-256)">{review.digest}</Raw>
        <Raw label="Signing account">{consent.account}</Raw>
        <Raw label="Request">{approval.id}</Raw>
      </dl>
    </details>
  )
}

interface OfCallProps {
  readonly consent: Exclude<AnyConsent, { kind: 'message' }>
  readonly metadataHash: string | null
}

function OfCall({ consent, metadataHash }: OfCallProps) {
  return (
    <>
      <Raw label="Call">{consent.call}</Raw>
      {consent.kind === 'payload' && <Raw label="Exactly what is signed">{consent.payload}</Raw>}
      {consent.kind === 'payload' && <Raw label="Nonce">{consent.nonce}</Raw>}
      <Raw label="Chain (genesis)">{consent.genesis}</Raw>
      <Raw label="Runtime">
        spec {consent.spec}, transactions version {consent.txVersion}
      </Raw>
      <Raw label="Tip">
        <WholeAmount value={consent.tip} />
      </Raw>
      <Raw label="Metadata this was read with (RFC-78)">
        {metadataHash}
        {consent.metadataHash === null ? ', not part of the signature' : ', part of the signature'}
      </Raw>
    </>
  )
}

function Raw({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="raw">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
