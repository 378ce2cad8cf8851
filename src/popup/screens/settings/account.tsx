/** One account: its whole address, its name, whether it is shown, its words, and its end. */
import { Eye, KeyRound, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { type Account, NAME_LIMIT, tidyName } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import { useNavigation } from '../../navigation.ts'
import { WholeAddress } from '../../ui/address-view.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { TextField } from '../../ui/field.tsx'
import { Empty, Fact, Facts, Glyph, Row } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { useTopic } from '../../use-topic.ts'
import { renamed, withHidden } from './arrange.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { type Arranging, useArrange } from './use-arrange.ts'

export function AccountScreen({ address }: { readonly address: Address }) {
  const { back } = useNavigation()
  const accounts = useTopic('accounts') ?? []
  const account = accounts.find((each) => each.address === address)
  const arranging = useArrange()
  return (
    <Screen title={account?.name ?? 'Account'} onBack={back}>
      {account === undefined ? (
        <Empty icon={Eye}>This account is no longer here.</Empty>
      ) : (
        <>
          <div className="pane">
            <div className="card stack">
              <div className="line">
                <Avatar address={address} size={40} />
                <span className="label grow">Address</span>
                <CopyButton text={address} label="Copy address" />
              </div>
              <WholeAddress address={address} />
            </div>
            <Name account={account} accounts={accounts} arranging={arranging} />
            {arranging.failure !== undefined && <FailureNote failure={arranging.failure} />}
          </div>
          <div className="pane">
            <About account={account} />
            <div className="card">
              <Toggle
                label="Show in the portfolio"
                hint="Hidden, it stays here and counts in no total."
                value={!account.hidden}
                onChange={(shown) => void arranging.arrange(withHidden(accounts, address, !shown))}
              />
            </div>
            <Doings account={account} accounts={accounts} arranging={arranging} />
          </div>
        </>
      )}
    </Screen>
  )
}

interface PartProps {
  readonly account: Account
  readonly accounts: readonly Account[]
  readonly arranging: Arranging
}

function Name({ account, accounts, arranging }: PartProps) {
  const [name, setName] = useState(account.name)
  const tidy = tidyName(name)
  const isSame = tidy === account.name
  const save = () => {
    if (tidy !== '' && !isSame) void arranging.arrange(renamed(accounts, account.address, tidy))
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField
        label="Name"
        value={name}
        maxLength={NAME_LIMIT}
        onChange={setName}
        error={tidy === '' ? 'Give it a name.' : undefined}
      />
      {!isSame && (
        <Button type="submit" whole busy={arranging.isBusy} disabled={tidy === ''}>
          Save name
        </Button>
      )}
    </form>
  )
}

function About({ account }: { readonly account: Account }) {
  if (account.kind === 'watch') return <p className="quiet">Watch only: its keys are not here.</p>
  return (
    <Facts>
      <Fact label="Derivation path">{account.path === '' ? 'none' : <code>{account.path}</code>}</Fact>
      <Fact label="Key type">{account.scheme}</Fact>
    </Facts>
  )
}

function Doings({ account, accounts, arranging }: PartProps) {
  const { go } = useNavigation()
  const [isRemoving, setRemoving] = useState(false)
  return (
    <>
      <div className="card tight rows">
        {account.kind === 'local' && (
          <Row
            start={<Glyph icon={KeyRound} />}
            title="Show its secret"
            sub="Words or seed, after the password"
            onClick={() => go({ kind: 'reveal', address: account.address })}
          />
        )}
        <Row
          start={<Glyph icon={Trash2} />}
          title="Remove from this wallet"
          sub="What it holds stays on the chain"
          onClick={() => setRemoving(true)}
        />
      </div>
      {isRemoving && (
        <RemoveDialog {...{ account, accounts, arranging }} onClose={() => setRemoving(false)} />
      )}
    </>
  )
}
