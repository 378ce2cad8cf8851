/** The first thing a person sees. */
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import { WALLET_PAGE } from '#shared/protocol/places.ts'
import { isToolbarPopup } from '../../open-in-tab.tsx'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useTopic } from '../../use-topic.ts'
import { NetworkPill } from '../home/network-pill.tsx'

export type Choice = 'create' | 'import' | 'watch' | 'network'

export interface WelcomeProps {
  readonly onChoose: (choice: Choice) => void
}

export function Welcome({ onChoose }: WelcomeProps) {
  const { network } = useTopic('settings') ?? DEFAULT_SETTINGS
  return (
    <Screen
      title="Welcome to Taokey"
      head={
        <div className="head">
          <span className="grow" />
          <button type="button" className="pill" onClick={() => onChoose('network')}>
            <NetworkPill network={network} />
            <span className="unseen">. Network settings</span>
          </button>
        </div>
      }
      stacked
      foot={
        <>
          <Way to="create" kind="primary" onChoose={onChoose}>
            Create a new wallet
          </Way>
          <Way to="import" kind="secondary" onChoose={onChoose}>
            I already have keys
          </Way>
          <Way to="watch" kind="plain" onChoose={onChoose}>
            Only watch an address
          </Way>
          {isToolbarPopup() && (
            <p className="quiet">Goes on in a tab, which does not close when you click elsewhere.</p>
          )}
        </>
      }
    >
      <div className="hero">
        <span className="mark" aria-hidden>
          τ
        </span>
        <h1>Your keys stay in a room with no door.</h1>
        <p>
          Taokey keeps your coldkeys encrypted, opens them only where no network reaches, and shows in plain
          words what you sign.
        </p>
      </div>
    </Screen>
  )
}

interface WayProps extends WelcomeProps {
  readonly to: Choice
  readonly kind: 'primary' | 'secondary' | 'plain'
  readonly children: string
}

/** In a window that closes as soon as one looks elsewhere words would be lost half way: there it leads into a tab. */
function Way({ to, kind, onChoose, children }: WayProps) {
  if (isToolbarPopup())
    return (
      <a className={`button ${kind}`} href={`${WALLET_PAGE}#${to}`} target="_blank" rel="noopener">
        {children}
      </a>
    )
  return (
    <Button kind={kind} onClick={() => onChoose(to)}>
      {children}
    </Button>
  )
}
