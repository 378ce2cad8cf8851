/** Takes an account out of the wallet; says first whether a secret goes with it. */
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { useNavigation } from '../../navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { TextField } from '../../ui/field.tsx'
import { HoldButton } from '../../ui/hold-button.tsx'
import { Note } from '../../ui/note.tsx'
import { whatGoes, without } from './arrange.ts'
import type { Arranging } from './use-arrange.ts'

export interface RemoveDialogProps {
  readonly account: Account
  readonly accounts: readonly Account[]
  readonly arranging: Arranging
  readonly onClose: () => void
}

const WORD = 'REMOVE'

export function RemoveDialog({ account, accounts, arranging, onClose }: RemoveDialogProps) {
  const { back } = useNavigation()
  const [typed, setTyped] = useState('')
  const goes = whatGoes(accounts, account)
  const remove = async () => {
    if (!(await arranging.arrange(without(accounts, account.address)))) return
    onClose()
    back()
  }
  const isHeld = goes === 'secret'
  return (
    <Dialog
      title={`Remove “${account.name}”?`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Keep it</Button>
          {isHeld ? (
            <HoldButton disabled={typed.trim().toUpperCase() !== WORD} onHeld={() => void remove()}>
              Hold to remove
            </HoldButton>
          ) : (
            <Button kind="danger" busy={arranging.isBusy} onClick={() => void remove()}>
              Remove
            </Button>
          )}
        </>
      }
    >
      {goes === 'address' && (
        <p className="quiet">You stop watching it. Nothing changes for the account itself.</p>
      )}
      {goes === 'path' && (
        <p className="quiet">
          Its secret stays here with the other accounts made from it. With the path it can be added again.
        </p>
      )}
      {goes === 'secret' && (
        <>
          <Note level="danger">
            Its secret goes with it: no other account here is made from it. Without the words on paper, what
            it holds is lost for ever.
          </Note>
          <TextField label={`Type ${WORD} to go on`} value={typed} onChange={setTyped} />
        </>
      )}
      {arranging.failure !== undefined && <FailureNote failure={arranging.failure} />}
    </Dialog>
  )
}
