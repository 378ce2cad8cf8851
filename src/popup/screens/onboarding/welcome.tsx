/** The first thing a person sees. */
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
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
          <Button kind="primary" onClick={() => onChoose('create')}>
            Create a new wallet
          </Button>
          <Button onClick={() => onChoose('import')}>I already have keys</Button>
          <Button kind="plain" onClick={() => onChoose('watch')}>
            Only watch an address
          </Button>
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
