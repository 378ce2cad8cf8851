/** What became of a signature for a site: with the page that asked, on its way there, or given up. */
import { CircleCheck } from 'lucide-react'
import type { Approval } from '#shared/domain/approval.ts'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'

export interface DeliveredProps {
  readonly state: Extract<Approval['state'], { kind: 'connected' | 'answered' | 'undelivered' }>
  readonly origin: string
  readonly onLeave: () => void
}

const SAYS = {
  connected: { title: 'Connected', says: 'sees the accounts you chose.' },
  answered: { title: 'Signed', says: 'has the signature, or gets it when its page answers.' },
  undelivered: { title: 'Not delivered', says: 'was not there to take the signature. It was thrown away.' },
} as const

export function Delivered({ state, origin, onLeave }: DeliveredProps) {
  const { title, says } = SAYS[state.kind]
  return (
    <Screen
      title={title}
      head={<div className="head" />}
      foot={
        <Button kind="primary" onClick={onLeave}>
          Close
        </Button>
      }
    >
      <div className="hero">
        <span className="mark">
          <CircleCheck strokeWidth={1.75} aria-hidden />
        </span>
        <h1>{title}</h1>
        <p>
          <b className="origin-name">{origin}</b> {says}
        </p>
      </div>
    </Screen>
  )
}
