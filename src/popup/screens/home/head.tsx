/** The head of the first screen: whose money this is, on which network, and the lock. */
import { ChevronDown, Layers, Lock } from 'lucide-react'
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { shorten } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import { useNavigation } from '../../navigation.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { IconButton } from '../../ui/button.tsx'
import { useWallet } from '../../wallet.ts'
import { AccountSwitcher } from './account-switcher.tsx'
import type { Scope } from './holdings.ts'
import { NetworkPill } from './network-pill.tsx'
import { setPreference } from './preferences.ts'
import './head.css'
import type { Standing } from './standing.ts'

export interface HomeHeadProps {
  readonly accounts: readonly Account[]
  readonly front: Account | undefined
  readonly scope: Scope
  readonly standing: Standing
  readonly network: NetworkId
}

export function HomeHead({ accounts, front, scope, standing, network }: HomeHeadProps) {
  const { background, session } = useWallet()
  const { go } = useNavigation()
  const [isChoosing, setChoosing] = useState(false)
  const choose = (chosen: Scope) => {
    setPreference('all-accounts', chosen === 'all')
    if (chosen !== 'all') void background['settings.set']({ settings: { account: chosen } })
  }
  return (
    <header className="head">
      <h1 className="unseen">Portfolio</h1>
      <button type="button" className="front" aria-haspopup="dialog" onClick={() => setChoosing(true)}>
        {scope === 'all' || front === undefined ? (
          <span className="glyph all" aria-hidden>
            <Layers strokeWidth={1.75} />
          </span>
        ) : (
          <Avatar address={front.address} />
        )}
        <span className="grow">
          <b className="cut">{scope === 'all' ? 'All accounts' : front?.name}</b>
          <small>{scope === 'all' ? `${accounts.length} accounts` : front && shorten(front.address)}</small>
        </span>
        <ChevronDown strokeWidth={1.75} aria-hidden />
      </button>
      <button type="button" className="pill" onClick={() => go({ kind: 'network' })}>
        <NetworkPill network={network} standing={standing.kind} />
        <span className="unseen">. Network settings</span>
      </button>
      <IconButton icon={Lock} label="Lock" onClick={() => void session.lock()} />
      {isChoosing && (
        <AccountSwitcher
          accounts={accounts}
          portfolio={standing.picture?.portfolio}
          scope={scope}
          onChoose={choose}
          onManage={() => go({ kind: 'accounts' })}
          onClose={() => setChoosing(false)}
        />
      )}
    </header>
  )
}
