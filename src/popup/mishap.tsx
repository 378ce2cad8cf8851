/** Catches what breaks while a screen is drawn: the window says so instead of going blank. */
import { Component, type ReactNode } from 'react'
import { openWallet } from './navigation.ts'
import { Button } from './ui/button.tsx'
import { Note } from './ui/note.tsx'

export class Mishap extends Component<{ readonly children: ReactNode }, { readonly hasHappened: boolean }> {
  override state = { hasHappened: false }

  static getDerivedStateFromError(): { readonly hasHappened: boolean } {
    return { hasHappened: true }
  }

  override render(): ReactNode {
    if (!this.state.hasHappened) return this.props.children
    return (
      <div className="screen">
        <main className="body">
          <Note level="danger" alert>
            <p>
              <b>This screen could not be drawn.</b>
            </p>
            <p>Nothing is lost. What was agreed to before, if anything was, is told in Activity.</p>
          </Note>
          <Button
            kind="primary"
            whole
            // Not back to the place where it happened.
            onClick={() => openWallet({ kind: 'home' })}
          >
            Open the wallet anew
          </Button>
        </main>
      </div>
    )
  }
}
