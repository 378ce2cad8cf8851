/** Which account an operation is for, what is free in it, and how to take another. */
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { balanceIn } from '#shared/domain/portfolio.ts'
import { useNavigation } from '../../navigation.ts'
import { AddressView } from '../../ui/address-view.tsx'
import { Note } from '../../ui/note.tsx'
import { Tag } from '../../ui/row.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { AccountSwitcher } from '../home/account-switcher.tsx'
import { PrivateAmount } from '../home/concealed.tsx'

export interface FromProps {
  readonly account: Account | undefined
  readonly accounts: readonly Account[]
}

export function From({ account, accounts }: FromProps) {
  const { background } = useWallet()
  const navigation = useNavigation()
  const view = useTopic('portfolio')
  const [isChoosing, setChoosing] = useState(false)
  if (account === undefined) return null
  const isWatched = account.kind === 'watch'
  // What is only watched is nothing to change to.
  const signing = accounts.filter(({ kind }) => kind === 'local')
  const balance = balanceIn(view?.portfolio ?? null, account.address)
  return (
    <>
      <div className="line">
        <div className="grow">
          <AddressView
            address={account.address}
            name={account.name}
            tag={isWatched ? <Tag>watch only</Tag> : undefined}
            more={
              balance && (
                <>
                  · <PrivateAmount value={balance.free} /> free
                </>
              )
            }
          />
        </div>
        {signing.some((each) => each !== account) && (
          <button type="button" className="chip" onClick={() => setChoosing(true)}>
            Change
          </button>
        )}
      </div>
      {isWatched && (
        <Note level="caution">
          This address is only watched: its key is not in this wallet, so it can sign nothing.
        </Note>
      )}
      {isChoosing && (
        <AccountSwitcher
          accounts={signing}
          portfolio={view?.portfolio ?? undefined}
          scope={account.address}
          isSingle
          onChoose={(chosen) => {
            if (chosen !== 'all') void background['settings.set']({ settings: { account: chosen } })
          }}
          onManage={() => navigation.go({ kind: 'accounts' })}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}
