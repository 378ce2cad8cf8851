/** The first thing a person sees. */
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'

export interface WelcomeProps {
  readonly onChoose: (step: 'create' | 'import' | 'watch') => void
}

export function Welcome({ onChoose }: WelcomeProps) {
  return (
    <Screen
      title="Welcome to Taokey"
      head={<div className="head" />}
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
