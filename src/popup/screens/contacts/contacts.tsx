/** People a person sends to, by name. */

import { BookUser, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '#shared/domain/account.ts'
import { shorten } from '#shared/domain/address.ts'
import { useNavigation } from '../../navigation.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { SEARCH_FROM } from '../../ui/list/search-from.ts'
import { Empty, Row } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { WalletNav } from '../../wallet-nav.tsx'

export function Contacts() {
  const { go } = useNavigation()
  const contacts = useTopic('contacts')
  const [typed, setTyped] = useState('')
  const found = find(contacts ?? [], typed)
  const add = () => go({ kind: 'contact' })
  return (
    <Screen
      title="Contacts"
      aside={<IconButton icon={Plus} label="Add contact" onClick={add} />}
      nav={<WalletNav />}
    >
      {contacts === undefined && <SkeletonRows count={4} />}
      {contacts?.length === 0 && (
        <Empty icon={BookUser}>
          <p>Keep the addresses you send to under a name.</p>
          <p>Taokey then warns you of another address that only looks like one of them.</p>
          <Button small icon={Plus} onClick={add}>
            Add the first
          </Button>
        </Empty>
      )}
      {(contacts?.length ?? 0) >= SEARCH_FROM && (
        <TextField label="Search" value={typed} onChange={setTyped} placeholder="Name or address" />
      )}
      {found.length > 0 && (
        <ul className="card tight rows">
          {found.map(({ address, name }) => (
            <li key={address}>
              <Row
                start={<Avatar address={address} size={32} />}
                title={name}
                sub={<span className="mono">{shorten(address)}</span>}
                onClick={() => go({ kind: 'contact', address })}
              />
            </li>
          ))}
        </ul>
      )}
      {contacts !== undefined && contacts.length > 0 && found.length === 0 && (
        <p className="quiet" aria-live="polite">
          No contact of that name or address.
        </p>
      )}
    </Screen>
  )
}

function find(contacts: readonly Contact[], typed: string): readonly Contact[] {
  const plain = typed.trim().toLowerCase()
  return contacts
    .filter(
      ({ name, address }) => name.toLowerCase().includes(plain) || address.toLowerCase().includes(plain),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
