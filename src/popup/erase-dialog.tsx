/** Gives up what is stored here. Only words on paper bring the accounts back, so it takes a word typed and a button held. */
import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import { forget } from './memory.ts'
import { Button } from './ui/button.tsx'
import { Dialog } from './ui/dialog.tsx'
import { FailureNote } from './ui/failure.tsx'
import { TextField } from './ui/field.tsx'
import { HoldButton } from './ui/hold-button.tsx'
import { Note } from './ui/note.tsx'
import { useWallet } from './wallet.ts'

const WORD = 'ERASE'

export interface EraseDialogProps {
  readonly onClose: () => void
  readonly onErased: () => void
}

export function EraseDialog({ onClose, onErased }: EraseDialogProps) {
  const { background } = useWallet()
  const [typed, setTyped] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const erase = async () => {
    const done = await background['vault.reset'](undefined)
    if (!done.ok) return setFailure(done.error)
    forget()
    onErased()
  }
  return (
    <Dialog
      title="Begin again from your words"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <HoldButton disabled={typed.trim().toUpperCase() !== WORD} onHeld={() => void erase()}>
            Hold to erase
          </HoldButton>
        </>
      }
    >
      <p className="quiet">
        Nobody can recover a password. Your TAO lies on the chain, and the secret words you wrote down open it
        again, here or in another wallet, with a new password.
      </p>
      <Note level="danger">
        This erases the keys, contacts, settings and history kept in this browser. Without your words on
        paper, what the accounts hold is lost for ever.
      </Note>
      <TextField label={`Type ${WORD} to go on`} value={typed} onChange={setTyped} />
      {failure !== undefined && <FailureNote failure={failure} />}
    </Dialog>
  )
}
