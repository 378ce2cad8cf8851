/** The last step of adding an account: its name. */
import { type ReactNode, useState } from 'react'
import { NAME_LIMIT, tidyName } from '#shared/domain/account.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Done } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { TextField } from '../../ui/field.tsx'
import { Screen } from '../../ui/screen.tsx'

export interface NameStepProps {
  readonly title: string
  readonly children?: ReactNode
  /** Whether everything else is there. */
  readonly isReady?: boolean
  readonly onBack: () => void
  readonly onAdd: (name: string) => Promise<Done>
  readonly onDone: () => void
}

export function NameStep({ title, children, isReady = true, onBack, onAdd, onDone }: NameStepProps) {
  const [name, setName] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const tidy = tidyName(name)
  const isDone = tidy !== '' && isReady
  const submit = async () => {
    if (!isDone || isBusy) return
    setBusy(true)
    const done = await onAdd(tidy)
    setBusy(false)
    if (done.ok) onDone()
    else setFailure(done.error)
  }
  return (
    <Screen
      title={title}
      onBack={onBack}
      onSubmit={() => void submit()}
      foot={
        <Button kind="primary" type="submit" busy={isBusy} disabled={!isDone}>
          Add account
        </Button>
      }
    >
      {children}
      <TextField
        label="Name"
        value={name}
        maxLength={NAME_LIMIT}
        placeholder="Mining, savings, …"
        autoFocus={children === undefined}
        onChange={setName}
      />
      {failure !== undefined && <FailureNote failure={failure} />}
    </Screen>
  )
}
