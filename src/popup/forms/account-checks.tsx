/** Accounts to tick: which of them somebody else may see. */
import type { Account } from '#shared/domain/account.ts'
import { type Address, shorten } from '#shared/domain/address.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Tag } from '../ui/row.tsx'
import './account-checks.css'

export interface AccountChecksProps {
  readonly label: string
  readonly accounts: readonly Account[]
  readonly ticked: ReadonlySet<Address>
  readonly onChange: (ticked: ReadonlySet<Address>) => void
}

export function AccountChecks({ label, accounts, ticked, onChange }: AccountChecksProps) {
  const toggle = (address: Address) => {
    const next = new Set(ticked)
    if (!next.delete(address)) next.add(address)
    onChange(next)
  }
  return (
    <fieldset className="checks">
      <legend className="label">{label}</legend>
      {accounts.map((account) => (
        <label key={account.address} className="check">
          <input
            type="checkbox"
            checked={ticked.has(account.address)}
            onChange={() => toggle(account.address)}
          />
          <Avatar address={account.address} size={28} />
          <span className="grow">
            <b className="cut">{account.name}</b>
            <small className="mono">{shorten(account.address)}</small>
          </span>
          {account.kind === 'watch' && <Tag>watch only</Tag>}
        </label>
      ))}
    </fieldset>
  )
}
