/** Another password for the same vault. */
import { useState } from 'react'
import { isReady, NO_PASSWORD, PasswordFields } from '../../forms/password-fields.tsx'
import { useNavigation } from '../../navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote, wordsOf } from '../../ui/failure.tsx'
import { PasswordField } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useWallet } from '../../wallet.ts'
import { useGuarded } from './use-guarded.ts'

export function PasswordScreen() {
  const { back } = useNavigation()
  const { session } = useWallet()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState(NO_PASSWORD)
  const [isDone, setDone] = useState(false)
  const { isBusy, left, error, failure, ask, onTyped } = useGuarded<undefined>()
  const canGo = from !== '' && isReady(to) && left === 0
  const submit = async () => {
    if (!canGo) return
    const got = await ask(() => session.changePassword(from, to.password))
    if (got === undefined) return
    setFrom('')
    setTo(NO_PASSWORD)
    setDone(true)
  }
  const weak = failure?.code === 'weak-password' ? wordsOf(failure) : undefined
  if (isDone)
    return (
      // A screen of its own: the focus begins at its head.
      <Screen key="done" title="Password" onBack={back} foot={<Button onClick={back}>Done</Button>}>
        <Note level="ok" alert>
          Changed. From now on the new password opens this wallet.
        </Note>
      </Screen>
    )
  return (
    <Screen
      title="Change password"
      onBack={back}
      onSubmit={() => void submit()}
      foot={
        <Button kind="primary" type="submit" busy={isBusy} disabled={!canGo}>
          Change password
        </Button>
      }
    >
      <PasswordField
        label="Present password"
        value={from}
        autoFocus
        onChange={(typed) => {
          setFrom(typed)
          onTyped()
        }}
        error={error}
      />
      <PasswordFields
        label="New password"
        value={to}
        onChange={setTo}
        error={weak && `${weak.say} ${weak.next ?? ''}`}
      />
      <Note level="note">
        Your words stay the same. Old copies of this browser’s data open with the old password.
      </Note>
      {failure !== undefined && weak === undefined && <FailureNote failure={failure} />}
    </Screen>
  )
}
