/** An approval that came to nothing, and why. */
import { ShieldCheck } from 'lucide-react'
import type { ApprovalState } from '#shared/domain/approval.ts'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'

type Why = Extract<ApprovalState, { kind: 'rejected' }>['why'] | 'outdated' | 'nothing'

const SAYS: Readonly<Record<Why, { readonly title: string; readonly why: string }>> = {
  user: { title: 'Rejected', why: 'You rejected this.' },
  lock: {
    title: 'Locked meanwhile',
    why: 'The wallet was locked before you agreed, which takes back what it had proposed.',
  },
  switch: {
    title: 'Changed meanwhile',
    why: 'The account or the network was changed before you agreed, which takes back what was proposed.',
  },
  expired: { title: 'Expired', why: 'It waited ten minutes for you.' },
  closed: { title: 'Cancelled', why: 'The window that showed this was closed.' },
  gone: { title: 'The page is gone', why: 'The page that asked was closed, or went elsewhere.' },
  revoked: { title: 'No longer shared', why: 'The site may not see this account any more.' },
  blocked: { title: 'Blocked', why: 'You blocked this site.' },
  digest: {
    title: 'Refused',
    why: 'The site asked with another description of the runtime than the one your node gives.',
  },
  outdated: {
    title: 'The network moved on',
    why: 'It runs another runtime now than the one this was made for. The site has to ask again.',
  },
  nothing: { title: 'Nothing waits', why: 'There is nothing to decide here any more.' },
}

export interface EndedProps {
  readonly why: Why
  readonly onLeave: () => void
  /** A site asked: what was shown is left, not the wallet. */
  readonly isSite?: boolean
}

export function Ended({ why, onLeave, isSite = false }: EndedProps) {
  const { title, why: reason } = SAYS[why]
  return (
    <Screen
      title={title}
      head={<div className="head" />}
      foot={
        <Button kind="primary" onClick={onLeave}>
          {isSite ? 'Close' : 'To the wallet'}
        </Button>
      }
    >
      <div className="hero">
        <span className="mark">
          <ShieldCheck strokeWidth={1.75} aria-hidden />
        </span>
        <h1>{title}</h1>
        <p>{reason} Nothing was signed.</p>
      </div>
    </Screen>
  )
}
