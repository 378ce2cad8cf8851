/** A first wallet without keys: an address to look at. */
import { useState } from 'react'
import { parseAddress } from '#shared/domain/address.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { AddressInput } from '../../ui/address-input.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Tag } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useWallet } from '../../wallet.ts'
import { FirstPassword } from './first-password.tsx'

export function WatchFirst({ onBack }: { readonly onBack: () => void }) {
  const { session } = useWallet()
  const [typed, setTyped] = useState('')
  const [isChosen, setChosen] = useState(false)
  const parsed = parseAddress(typed)
  const create = async (name: string, password: string): Promise<Failure | undefined> => {
    if (!parsed.ok) return { code: 'invalid-input', details: { field: 'Address', rule: 'Check it again.' } }
    const made = await session.create(password, null)
    if (!made.ok) return made.error
    const watched = await session.watch(parsed.value, name)
    return watched.ok ? undefined : watched.error
  }
  if (isChosen)
    return <FirstPassword step="2 of 2" says="Watch" onBack={() => setChosen(false)} onDone={create} />
  return (
    <Screen
      title="Watch an address"
      onBack={onBack}
      aside={<Tag>1 of 2</Tag>}
      onSubmit={() => parsed.ok && setChosen(true)}
      foot={
        <Button kind="primary" type="submit" disabled={!parsed.ok}>
          Watch this address
        </Button>
      }
    >
      <AddressInput label="Address" value={typed} onChange={setTyped} autoFocus />
      <Note level="note">
        You see what it holds and nothing more: without its keys nothing can be signed. Keys can be added
        later.
      </Note>
    </Screen>
  )
}
