/** Adds a contact, or changes or removes one. */
import { Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { NAME_LIMIT, tidyName } from '#shared/domain/account.ts'
import { type Address, parseAddress } from '#shared/domain/address.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { AlikeNote, useAlike } from '../../forms/alike.tsx'
import { useNavigation } from '../../navigation.ts'
import { AddressInput } from '../../ui/address-input.tsx'
import { WholeAddress } from '../../ui/address-view.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { TextField } from '../../ui/field.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'

/** Without an address it is a new contact; so is one whose address is given and has no name yet. */
export function ContactForm({ address }: { readonly address?: Address | undefined }) {
  const { background } = useWallet()
  const { back, go } = useNavigation()
  const known = useTopic('contacts')
  const contacts = known ?? []
  const accounts = useTopic('accounts') ?? []
  const kept = contacts.find((each) => each.address === address)
  const isNew = address === undefined || (known !== undefined && kept === undefined)
  // A window that opens here again knows the contacts a moment later.
  const [changed, setName] = useState<string>()
  const name = changed ?? kept?.name ?? ''
  const [typed, setTyped] = useState<string>(address ?? '')
  const [failure, setFailure] = useState<Failure>()
  const [isRemoving, setRemoving] = useState(false)
  const parsed = parseAddress(typed)
  const taken =
    address === undefined && parsed.ok ? contacts.find((each) => each.address === parsed.value) : undefined
  const isSame = tidyName(name) === kept?.name
  const alike = useAlike(parsed.ok && taken === undefined ? parsed.value : undefined)
  const isMeant = address !== undefined || alike.isMeant
  const isReady = parsed.ok && taken === undefined && tidyName(name) !== '' && !isSame && isMeant
  const save = async () => {
    if (!isReady) return
    const done = await background['contacts.save']({
      contact: { address: parsed.value, name: tidyName(name) },
    })
    if (done.ok) back()
    else setFailure(done.error)
  }
  const remove = async (gone: Address) => {
    const done = await background['contacts.remove']({ address: gone })
    setRemoving(false)
    if (done.ok) back()
    else setFailure(done.error)
  }
  return (
    <Screen
      title={isNew ? 'New contact' : 'Contact'}
      onBack={back}
      aside={
        !isNew && (
          <Menu
            label="More"
            items={[{ label: 'Remove', icon: Trash2, danger: true, onChoose: () => setRemoving(true) }]}
          />
        )
      }
      onSubmit={() => void save()}
      foot={
        <>
          {!isNew && (
            <Button
              kind={isReady ? 'secondary' : 'primary'}
              icon={Send}
              onClick={() => go({ kind: 'operation', operation: 'transfer', filled: { to: address } })}
            >
              Send TAO
            </Button>
          )}
          <Button kind="primary" type="submit" disabled={!isReady}>
            Save contact
          </Button>
        </>
      }
    >
      <TextField label="Name" value={name} maxLength={NAME_LIMIT} autoFocus={isNew} onChange={setName} />
      {address === undefined ? (
        <AddressInput
          label="Address"
          value={typed}
          onChange={setTyped}
          error={taken && `This address is here already, as “${taken.name}”.`}
          nameOf={(found) => accounts.find((each) => each.address === found)?.name}
        />
      ) : (
        <div className="card stack">
          <div className="line">
            <span className="label grow">Address</span>
            <CopyButton text={address} label="Copy address" />
          </div>
          <WholeAddress address={address} />
        </div>
      )}
      <AlikeNote alike={alike} isAsking={address === undefined} />
      {failure !== undefined && <FailureNote failure={failure} />}
      {isRemoving && address !== undefined && (
        <Dialog
          title={`Remove “${name}”?`}
          onClose={() => setRemoving(false)}
          foot={
            <>
              <Button onClick={() => setRemoving(false)}>Keep it</Button>
              <Button kind="danger" onClick={() => void remove(address)}>
                Remove
              </Button>
            </>
          }
        >
          <p className="quiet">Only the name goes. You can add the address again at any time.</p>
        </Dialog>
      )}
    </Screen>
  )
}
