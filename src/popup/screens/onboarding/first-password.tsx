/** The last step of every way in: a name for the account, and the password that opens it here. */
import { useState } from 'react'
import { tidyName } from '#shared/domain/account.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { isReady, NO_PASSWORD, PasswordFields } from '../../forms/password-fields.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNote, wordsOf } from '../../ui/failure.tsx'
import { TextField } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { Tag } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'

export interface FirstPasswordProps {
  readonly step: string
  readonly says: string
  readonly onBack: () => void
  /** Undefined when it is done; then the wallet opens by itself. */
  readonly onDone: (name: string, password: string) => Promise<Failure | undefined>
}

export function FirstPassword({ step, says, onBack, onDone }: FirstPasswordProps) {
  const [name, setName] = useState('Main coldkey')
  const [typed, setTyped] = useState(NO_PASSWORD)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const isDone = tidyName(name) !== '' && isReady(typed)
  const submit = async () => {
    if (!isDone || isBusy) return
    setBusy(true)
    setFailure(await onDone(tidyName(name), typed.password))
    setBusy(false)
  }
  const isWeak = failure?.code === 'weak-password'
  const weak = isWeak ? wordsOf(failure) : undefined
  return (
    <Screen
      title="Name and password"
      onBack={onBack}
      aside={<Tag>{step}</Tag>}
      onSubmit={() => void submit()}
      foot={
        <Button kind="primary" type="submit" busy={isBusy} disabled={!isDone}>
          {says}
        </Button>
      }
    >
      <TextField
        label="Name of this account"
        value={name}
        onChange={setName}
        error={tidyName(name) === '' ? 'Give it a name.' : undefined}
      />
      <PasswordFields
        value={typed}
        autoFocus
        onChange={(value) => {
          setTyped(value)
          if (isWeak) setFailure(undefined)
        }}
        error={weak && `${weak.say} ${weak.next ?? ''}`}
      />
      <Note level="note">
        The password locks the keys in this browser. It cannot be recovered: without it, your words bring the
        account back.
      </Note>
      {failure !== undefined && !isWeak && <FailureNote failure={failure} />}
    </Screen>
  )
}
