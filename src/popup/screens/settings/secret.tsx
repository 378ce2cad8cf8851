/** Shows the words or seed behind an account: after a warning, the password, and a button held down. */
import { useState } from 'react'
import type { Address } from '#shared/domain/address.ts'
import { useNavigation } from '../../navigation.ts'
import type { Revealed } from '../../session.ts'
import { AddressView } from '../../ui/address-view.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { PasswordField } from '../../ui/field.tsx'
import { HoldButton } from '../../ui/hold-button.tsx'
import { Note } from '../../ui/note.tsx'
import { waitWords } from '../../ui/problems.ts'
import { Screen } from '../../ui/screen.tsx'
import { Progress } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { ShownSecret } from './shown-secret.tsx'
import { useGuarded } from './use-guarded.ts'

export function SecretScreen({ address }: { readonly address: Address }) {
  const { back } = useNavigation()
  const { session } = useWallet()
  const accounts = useTopic('accounts') ?? []
  const [password, setPassword] = useState('')
  const [revealed, setRevealed] = useState<Revealed>()
  const { isBusy, left, error, failure, ask, onTyped } = useGuarded<Revealed>()
  const reveal = async () => {
    const got = await ask(() => session.reveal(address, password))
    if (got === undefined) return
    setPassword('')
    setRevealed(got.value)
  }
  const name = accounts.find((each) => each.address === address)?.name
  if (revealed !== undefined)
    return (
      <Screen title="Secret" onBack={back} foot={<Button onClick={back}>Done</Button>}>
        <ShownSecret secret={revealed} onHide={() => setRevealed(undefined)} />
      </Screen>
    )
  return (
    <Screen
      title="Show its secret"
      onBack={back}
      foot={
        <>
          <Button onClick={back}>Cancel</Button>
          <HoldButton disabled={password === '' || isBusy || left > 0} onHeld={() => void reveal()}>
            {left > 0 ? waitWords(left) : 'Hold to show'}
          </HoldButton>
        </>
      }
    >
      <AddressView address={address} name={name} size={36} />
      <Note level="danger">
        Whoever sees these words owns what they open, for ever. Nobody from Taokey, an exchange or a support
        desk needs them. If somebody asked you to come here, stop.
      </Note>
      <p className="quiet">Be alone, with nobody sharing your screen.</p>
      <PasswordField
        label="Password"
        value={password}
        autoFocus
        onChange={(typed) => {
          setPassword(typed)
          onTyped()
        }}
        error={error}
      />
      {isBusy && <Progress label="Opening" />}
      {failure !== undefined && <FailureNote failure={failure} />}
    </Screen>
  )
}
