/** Own accounts, contacts and those sent to last, to choose a recipient from. */
import { useState } from 'react'
import type { Account, Contact } from '#shared/domain/account.ts'
import { type Address, shorten } from '#shared/domain/address.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { moveFocus } from '../../ui/menu.tsx'
import { printWhen } from '../activity/days.ts'
import type { Recipient } from '../activity/sent.ts'
import { PrivateAmount } from '../home/concealed.tsx'
import { findAccounts } from '../home/holdings.ts'
import { useNow } from '../home/use-now.ts'

const MINUTE_MS = 60_000

export interface Choices {
  /** None of the others. */
  readonly recent: readonly Recipient[]
  readonly contacts: readonly Contact[]
  /** Without the one that sends. */
  readonly accounts: readonly Account[]
}

export interface AddressPickerProps extends Choices {
  readonly onChoose: (address: Address) => void
  readonly onClose: () => void
}

interface Group {
  readonly title: string
  readonly found: readonly { readonly name: string; readonly address: Address; readonly sent?: Recipient }[]
}

export function AddressPicker({ recent, contacts, accounts, onChoose, onClose }: AddressPickerProps) {
  const [typed, setTyped] = useState('')
  const now = useNow(MINUTE_MS)
  const unnamed = recent.map((sent) => ({ name: '', address: sent.address, sent }))
  const groups: readonly Group[] = [
    { title: 'Recent', found: findAccounts(unnamed, typed) },
    { title: 'Contacts', found: findAccounts(contacts, typed) },
    { title: 'Your accounts', found: findAccounts(accounts, typed) },
  ].filter(({ found }) => found.length > 0)
  const choose = (address: Address) => {
    onChoose(address)
    onClose()
  }
  return (
    <Dialog title="Send to" onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
      {recent.length + contacts.length + accounts.length > 6 && (
        <TextField label="Search" value={typed} onChange={setTyped} placeholder="Name or address" />
      )}
      <section
        className="choices"
        aria-label="Known addresses"
        onKeyDown={(event) => moveFocus(event.key, event.currentTarget) && event.preventDefault()}
      >
        {groups.map(({ title, found }) => (
          <section key={title} aria-label={title}>
            <h3 className="section">{title}</h3>
            <ul>
              {found.map(({ address, name, sent }) => (
                <li key={address}>
                  <button type="button" className="choice" onClick={() => choose(address)}>
                    <Avatar address={address} size={32} />
                    <span className="grow">
                      {sent === undefined ? (
                        <>
                          <b className="cut">{name}</b>
                          <small className="mono">{shorten(address)}</small>
                        </>
                      ) : (
                        <>
                          <b className="mono">{shorten(address)}</b>
                          <small>
                            Sent {sent.amount === undefined ? 'all' : <PrivateAmount value={sent.amount} />}
                            {` · ${printWhen(sent.at, now)}`}
                          </small>
                        </>
                      )}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
      <p className="quiet found" aria-live="polite">
        {groups.length === 0 && 'Nobody of that name or address.'}
      </p>
    </Dialog>
  )
}
