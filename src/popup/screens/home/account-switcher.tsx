/** Which account is in front: all that are shown, with what they hold, to choose from and to search. */

import { Layers } from 'lucide-react'
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { type Address, shorten } from '#shared/domain/address.ts'
import type { Portfolio } from '#shared/domain/portfolio.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { SEARCH_FROM } from '../../ui/list/search-from.ts'
import { moveFocus } from '../../ui/menu.tsx'
import { PrivateAmount } from './concealed.tsx'
import { legendDigits } from './digits.ts'
import { findAccounts, type Scope, sumOf } from './holdings.ts'

export interface AccountSwitcherProps {
  readonly accounts: readonly Account[]
  readonly portfolio: Portfolio | undefined
  readonly scope: Scope
  /** Only one account makes sense here. */
  readonly isSingle?: boolean
  readonly onChoose: (scope: Scope) => void
  readonly onManage: () => void
  readonly onClose: () => void
}

export function AccountSwitcher(props: AccountSwitcherProps) {
  const { accounts, portfolio, scope } = props
  const [typed, setTyped] = useState('')
  const found = findAccounts(accounts, typed)
  const choose = (chosen: Scope) => {
    props.onChoose(chosen)
    props.onClose()
  }
  return (
    <Dialog
      title="Accounts"
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>Close</Button>
          <Button onClick={props.onManage}>Manage</Button>
        </>
      }
    >
      {accounts.length >= SEARCH_FROM && (
        <TextField label="Search" value={typed} onChange={setTyped} placeholder="Name or address" />
      )}
      <ul
        className="choices"
        onKeyDown={(event) => moveFocus(event.key, event.currentTarget) && event.preventDefault()}
      >
        {accounts.length > 1 && props.isSingle !== true && typed === '' && (
          <Choice
            isChosen={scope === 'all'}
            onChoose={() => choose('all')}
            title="All accounts"
            sub={`${accounts.length} accounts`}
            total={sumOf(portfolio, accounts, 'all')?.total}
          />
        )}
        {found.map((account) => (
          <Choice
            key={account.address}
            address={account.address}
            isChosen={scope === account.address}
            onChoose={() => choose(account.address)}
            title={account.name}
            isWatched={account.kind === 'watch'}
            sub={shorten(account.address)}
            total={sumOf(portfolio, accounts, account.address)?.total}
          />
        ))}
      </ul>
      <p className="quiet found" aria-live="polite">
        {found.length === 0 && (typed === '' ? 'None is shown.' : 'No account of that name or address.')}
      </p>
    </Dialog>
  )
}

interface ChoiceProps {
  readonly address?: Address
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly title: string
  readonly sub: string
  readonly isWatched?: boolean
  /** Absent while it is not known, which is not nothing. */
  readonly total: bigint | undefined
}

function Choice({ address, isChosen, onChoose, title, sub, isWatched, total }: ChoiceProps) {
  return (
    <li>
      <button type="button" className="choice" aria-current={isChosen || undefined} onClick={onChoose}>
        {address === undefined ? (
          <span className="glyph all" aria-hidden>
            <Layers strokeWidth={1.75} />
          </span>
        ) : (
          <Avatar address={address} size={32} />
        )}
        <span className="grow">
          <b className="cut">{title}</b>
          <small className={address === undefined ? '' : 'mono'}>{sub}</small>
        </span>
        <span className="value">
          {total === undefined ? (
            <span className="faint">not read</span>
          ) : (
            <PrivateAmount value={total} digits={legendDigits(total)} />
          )}
          {isWatched === true && <small>watch only</small>}
        </span>
      </button>
    </li>
  )
}
