/** The first screen: what there is, where that stands, and what can be done. */
import { ArrowDownLeft, ArrowUp, ArrowUpRight, LayoutGrid, type LucideIcon } from 'lucide-react'
import { latePart } from '../../lazy-screen.tsx'
import { useNavigation } from '../../navigation.ts'
import { Screen } from '../../ui/screen.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { WalletNav } from '../../wallet-nav.tsx'
import { HomeHead } from './head.tsx'
import { addressesIn, sumOf } from './holdings.ts'
import { NetworkStrip } from './network-pill.tsx'
import { standingOf } from './standing.ts'
import { StandingNote } from './standing-note.tsx'
import { Total } from './total.tsx'
import { useNow } from './use-now.ts'
import { useScope } from './use-scope.ts'
import { WaitingNote } from './waiting-note.tsx'
import './home.css'

/** What is staked is read once the total is painted, and takes nothing from it. */
const ValueLine = latePart(
  () => import('../positions/value-line.tsx'),
  (module) => module.ValueLine,
)
const ClaimCard = latePart(
  () => import('../positions/claim-card.tsx'),
  (module) => module.ClaimCard,
)
const Stakes = latePart(
  () => import('../positions/stakes.tsx'),
  (module) => module.Stakes,
)
const Recent = latePart(
  () => import('./recent.tsx'),
  (module) => module.Recent,
)
const Notes = latePart(
  () => import('./home-notes.tsx'),
  (module) => module.HomeNotes,
)
const SiteInFront = latePart(
  () => import('../sites/in-front.tsx'),
  (module) => module.SiteInFront,
)

const NoAccount = latePart(
  () => import('./no-account.tsx'),
  (module) => module.NoAccount,
)

export function Home() {
  const { background } = useWallet()
  const { go } = useNavigation()
  const chain = useTopic('chain')
  const view = useTopic('portfolio')
  const { accounts, front, scope, network, canSign, isNone } = useScope()
  const now = useNow()

  const standing = standingOf({ network, chain, view, now })
  const sum = sumOf(standing.picture?.portfolio, accounts, scope)
  const watched = accounts.filter(({ kind }) => kind === 'watch')
  const addresses = addressesIn(accounts, scope)
  const isAll = scope === 'all'

  return (
    <Screen
      title="Portfolio"
      head={
        <>
          <NetworkStrip network={network} />
          <HomeHead {...{ accounts, front, scope, standing, network }} />
        </>
      }
      nav={
        <>
          <SiteInFront />
          <WalletNav />
        </>
      }
    >
      <div className="pane">
        <StandingNote
          standing={standing}
          onReconnect={() => void background['chain.reconnect'](undefined)}
          onTrust={(node) => void background['chain.trustLocal'](node)}
          onNetworkSettings={() => go({ kind: 'network' })}
        />
        <Notes />
        <WaitingNote />
        {isNone ? (
          <NoAccount />
        ) : (
          <>
            <Total
              {...{ standing, sum, scope }}
              watched={sumOf(standing.picture?.portfolio, watched, 'all')?.total}
              aside={
                sum && (
                  <ValueLine
                    network={network}
                    address={scope === 'all' ? null : scope}
                    isStaked={sum.positions > 0}
                    isBrief={standing.kind !== 'live'}
                  />
                )
              }
            />
            <div className="actions">
              {canSign && (
                <Action
                  icon={ArrowUpRight}
                  label="Send"
                  onClick={() => go({ kind: 'operation', operation: 'transfer' })}
                />
              )}
              <Action icon={ArrowDownLeft} label="Receive" onClick={() => go({ kind: 'receive' })} />
              {canSign && (
                <>
                  <Action
                    icon={ArrowUp}
                    label="Stake"
                    onClick={() => go({ kind: 'operation', operation: 'add-stake' })}
                  />
                  <Action icon={LayoutGrid} label="More" onClick={() => go({ kind: 'possible' })} />
                </>
              )}
            </div>
          </>
        )}
        <ClaimCard {...{ sum, canSign }} />
      </div>
      <div className="pane">
        <Stakes {...{ network, addresses, sum, canSign, isAll, accounts }} />
        {!isNone && <Recent scope={scope} network={network} isEmpty={sum?.total === 0n} />}
      </div>
    </Screen>
  )
}

interface ActionProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly onClick: () => void
}

function Action({ icon: Icon, label, onClick }: ActionProps) {
  return (
    <button type="button" onClick={onClick}>
      <Icon strokeWidth={1.75} aria-hidden />
      {label}
    </button>
  )
}
