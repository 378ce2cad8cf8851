/** All accounts in their order: where each one leads, and how the order is changed. */

import { ArrowDown, ArrowUp, ArrowUpDown, ArrowUpToLine, Check, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { shorten } from '#shared/domain/address.ts'
import { useNavigation } from '../../navigation.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { TextField } from '../../ui/field.tsx'
import { SEARCH_FROM } from '../../ui/list/search-from.ts'
import { Row, Tag } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { findAccounts } from '../home/holdings.ts'
import { moved, toTop } from './arrange.ts'
import { useArrange } from './use-arrange.ts'

export function AccountsScreen() {
  const { go, back } = useNavigation()
  const accounts = useTopic('accounts')
  const [isOrdering, setOrdering] = useState(false)
  const [typed, setTyped] = useState('')
  const { isBusy, failure, arrange } = useArrange()
  // While they are put in order, all of them are in sight.
  const found = findAccounts(accounts ?? [], isOrdering ? '' : typed)
  return (
    <Screen
      title="Accounts"
      onBack={back}
      aside={
        (accounts?.length ?? 0) > 1 && (
          <IconButton
            icon={isOrdering ? Check : ArrowUpDown}
            label={isOrdering ? 'Done' : 'Change the order'}
            pressed={isOrdering}
            onClick={() => setOrdering(!isOrdering)}
          />
        )
      }
      foot={
        <Button kind="primary" icon={Plus} onClick={() => go({ kind: 'add-account' })}>
          Add account
        </Button>
      }
    >
      {failure !== undefined && <FailureNote failure={failure} />}
      {accounts === undefined && <SkeletonRows count={4} />}
      {accounts?.length === 0 && (
        <p className="quiet">
          There are no accounts yet. Add new words, words you have, or an address to watch.
        </p>
      )}
      {(accounts?.length ?? 0) >= SEARCH_FROM && !isOrdering && (
        <TextField label="Search" value={typed} onChange={setTyped} placeholder="Name or address" />
      )}
      {accounts !== undefined && accounts.length > 0 && found.length === 0 && (
        <p className="quiet" aria-live="polite">
          No account of that name or address.
        </p>
      )}
      {found.length > 0 && (
        <ul className="card tight rows" aria-busy={isBusy}>
          {found.map((account, at) => (
            <li key={account.address}>
              <Row
                start={<Avatar address={account.address} size={32} />}
                title={account.name}
                sub={isOrdering ? <Short account={account} /> : <Under account={account} />}
                {...(isOrdering
                  ? {
                      action: (
                        <Order
                          name={account.name}
                          isFirst={at === 0}
                          isLast={at === found.length - 1}
                          onTop={() => void arrange(toTop(found, at))}
                          onMove={(step) => void arrange(moved(found, at, step))}
                        />
                      ),
                    }
                  : { onClick: () => go({ kind: 'account', address: account.address }) })}
              />
            </li>
          ))}
        </ul>
      )}
    </Screen>
  )
}

function Short({ account }: { readonly account: Account }) {
  return <span className="mono">{shorten(account.address)}</span>
}

function Under({ account }: { readonly account: Account }) {
  return (
    <>
      <Short account={account} /> {account.kind === 'watch' && <Tag>watch only</Tag>}{' '}
      {account.kind === 'local' && account.path !== '' && <Tag>{account.path}</Tag>}{' '}
      {account.hidden && <Tag>hidden</Tag>}
    </>
  )
}

interface OrderProps {
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onTop: () => void
  readonly onMove: (step: -1 | 1) => void
}

function Order({ name, isFirst, isLast, onTop, onMove }: OrderProps) {
  return (
    <span className="line">
      <IconButton icon={ArrowUpToLine} label={`Move ${name} to the top`} disabled={isFirst} onClick={onTop} />
      <IconButton icon={ArrowUp} label={`Move ${name} up`} disabled={isFirst} onClick={() => onMove(-1)} />
      <IconButton icon={ArrowDown} label={`Move ${name} down`} disabled={isLast} onClick={() => onMove(1)} />
    </span>
  )
}
