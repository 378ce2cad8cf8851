/** Something waits for a decision, and there is no wallet that could decide: none yet, or one that does not read. */
import { FileWarning, KeyRound } from 'lucide-react'
import { WALLET_PAGE } from '#shared/protocol/places.ts'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import './approval.css'

export interface NoVaultProps {
  readonly kind: 'absent' | 'damaged'
  /** Who asked. */
  readonly origin: string | undefined
  /** What is asked is left as it is. */
  readonly onLeave: () => void
}

const SAYS = {
  absent: {
    title: 'No wallet yet',
    icon: KeyRound,
    mark: 'mark',
    says: 'First make a wallet, or bring your words. This window waits meanwhile, for ten minutes.',
    open: 'Set up Taokey',
  },
  damaged: {
    title: 'The stored vault cannot be read',
    icon: FileWarning,
    mark: 'mark warn',
    says: 'Nothing can be agreed to until it is restored. Taokey says in its own window what can be done.',
    open: 'Open Taokey',
  },
} as const

export function NoVault({ kind, origin, onLeave }: NoVaultProps) {
  const { title, icon: Icon, mark, says, open } = SAYS[kind]
  return (
    <Screen
      title={title}
      head={<div className="head" />}
      stacked
      foot={
        <>
          <a className="button primary" href={WALLET_PAGE} target="_blank" rel="noopener">
            {open}
          </a>
          <Button onClick={onLeave}>Not now</Button>
        </>
      }
    >
      <div className="hero">
        <span className={mark} aria-hidden>
          <Icon strokeWidth={1.75} size={30} />
        </span>
        <h1>{title}</h1>
        {origin !== undefined && (
          <p>
            <b className="origin-name">{origin}</b> waits for your decision.
          </p>
        )}
        <p>{says}</p>
      </div>
    </Screen>
  )
}
