/** All subnets of the chain, to search and sort; and the way to the network as a whole. */
import { Network } from 'lucide-react'
import { useState } from 'react'
import { useNavigation } from '../../navigation.ts'
import { useFavourites } from '../../reading/favourites.ts'
import { IconButton } from '../../ui/button.tsx'
import { counted, countedOf } from '../../ui/list/counted.ts'
import { Search } from '../../ui/list/search.tsx'
import type { Sort } from '../../ui/list/sort.ts'
import { SortTabs } from '../../ui/list/sort-tabs.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { WalletNav } from '../../wallet-nav.tsx'
import { NetworkStrip } from '../home/network-pill.tsx'
import { AsOf } from './as-of.tsx'
import { SubnetList } from './subnet-list.tsx'
import { SUBNET_SORTS, type SubnetSort, shownSubnets } from './subnet-rows.ts'
import { useSubnetRows } from './use-subnet-rows.ts'
import './subnets.css'

export function Subnets() {
  const { go } = useNavigation()
  const network = useTopic('settings')?.network ?? 'finney'
  const isOffline = useTopic('chain')?.kind === 'offline'
  const { directory, rows } = useSubnetRows(network)
  const staked = useTopic('positions')?.positions
  const favourites = useFavourites('subnet', network)
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState<Sort<SubnetSort>>({ by: 'cap', isTurned: false })
  const shown = shownSubnets(rows, { typed, sort, isFavourite: favourites.has })
  return (
    <Screen
      title="Subnets"
      aside={
        <IconButton icon={Network} label="The network as a whole" onClick={() => go({ kind: 'chain' })} />
      }
      nav={<WalletNav />}
    >
      <NetworkStrip network={network} />
      {staked?.network === network && staked.positions.length === 0 && (
        <p className="quiet">
          On a subnet miners compete at one kind of work, and each has a coin of its own, its alpha (α). Who
          stakes there buys alpha with TAO: its price moves, and it earns more alpha while it is staked.
        </p>
      )}
      <Search
        label="Name or number"
        value={typed}
        onChange={setTyped}
        found={counted(shown.length, 'subnet')}
      />
      <SortTabs options={SUBNET_SORTS} value={sort} onChange={setSort} />
      <div className="section">
        <AsOf of={directory} what={countedOf(shown.length, rows.length, 'subnet')} />
        {shown.length > 0 && (
          <span title="In the last 24 hours, as far as this wallet saw them">Price · change seen</span>
        )}
      </div>
      {directory === undefined && !isOffline && <SkeletonRows count={6} />}
      <SubnetList
        rows={shown}
        favourites={favourites}
        by={sort.by}
        onOpen={(netuid) => go({ kind: 'subnet', netuid })}
      />
      {directory !== undefined && shown.length === 0 && (
        <p className="quiet">
          {typed === '' ? 'This chain has no subnets.' : 'No subnet of that name or number.'}
        </p>
      )}
    </Screen>
  )
}
