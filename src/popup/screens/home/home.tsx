/** The first screen: what there is, where that stands, and what can be done. */
import { ArrowDownLeft, ArrowUpRight } from 'lucide-react'
import { useNavigation } from '../../navigation.ts'
import { Screen } from '../../ui/screen.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { WalletNav } from '../../wallet-nav.tsx'
import { HomeHead } from './head.tsx'
import { frontOf, type Scope, shownAccounts, sumOf } from './holdings.ts'
import { NetworkStrip } from './network-pill.tsx'
import { usePreference } from './preferences.ts'
import { Recent } from './recent.tsx'
import { standingOf } from './standing.ts'
import { StandingNote } from './standing-note.tsx'
import { Total } from './total.tsx'
import { useNow } from './use-now.ts'
import { WaitingNote } from './waiting-note.tsx'
import './home.css'

export function Home() {
  const { background } = useWallet()
  const { go } = useNavigation()
  const settings = useTopic('settings')
  const accounts = useTopic('accounts') ?? []
  const chain = useTopic('chain')
  const view = useTopic('portfolio')
  const wantsAll = usePreference('all-accounts')
  const now = useNow()

  const network = settings?.network ?? 'finney'
  const standing = standingOf({ network, chain, view, now })
  const front = frontOf(accounts, settings?.account ?? null)
  const scope: Scope = wantsAll && shownAccounts(accounts).length > 1 ? 'all' : (front?.address ?? 'all')
  const sum = sumOf(standing.picture?.portfolio, accounts, scope)
  const canSign = shownAccounts(accounts).some(({ kind }) => kind === 'local')

  return (
    <Screen
      title="Portfolio"
      head={
        <>
          <NetworkStrip network={network} />
          <HomeHead {...{ accounts: shownAccounts(accounts), front, scope, standing, network }} />
        </>
      }
      nav={<WalletNav />}
    >
      <StandingNote
        standing={standing}
        onReconnect={() => void background['chain.reconnect'](undefined)}
        onTrust={(node) => void background['chain.trustLocal'](node)}
        onNetworkSettings={() => go({ kind: 'network' })}
      />
      <WaitingNote />
      <Total standing={standing} sum={sum} scope={scope} />
      <div className="actions">
        {canSign && (
          <button type="button" onClick={() => go({ kind: 'operation', operation: 'transfer' })}>
            <ArrowUpRight strokeWidth={1.75} aria-hidden />
            Send
          </button>
        )}
        <button type="button" onClick={() => go({ kind: 'receive' })}>
          <ArrowDownLeft strokeWidth={1.75} aria-hidden />
          Receive
        </button>
      </div>
      <Recent scope={scope} network={network} isEmpty={sum?.total === 0n} />
    </Screen>
  )
}
