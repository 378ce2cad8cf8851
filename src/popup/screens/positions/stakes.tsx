/** What is staked, on the first screen, position by position. */
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import { useNavigation } from '../../navigation.ts'
import { counted, partOf } from '../../ui/list/counted.ts'
import { Search } from '../../ui/list/search.tsx'
import { SortSelect } from '../../ui/list/sort-select.tsx'
import { WindowedList } from '../../ui/list/windowed-list.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { PrivateAmount } from '../home/concealed.tsx'
import type { Sum } from '../home/holdings.ts'
import { usePreference } from '../home/preferences.ts'
import { DustNote } from './dust-note.tsx'
import { PositionRow } from './position-row.tsx'
import { POSITION_SORTS, type PositionSort, shownOf } from './rows.ts'
import { usePositions } from './use-positions.ts'
import './positions.css'

/** From so many on one does not look but search. */
const SEARCH_FROM = 12

export interface StakesProps {
  readonly network: NetworkId
  readonly accounts: readonly Account[]
  /** The accounts in view. */
  readonly addresses: readonly Address[]
  readonly sum: Sum | undefined
  readonly isAll: boolean
  readonly canSign: boolean
}

export function Stakes({ network, accounts, addresses, sum, isAll, canSign }: StakesProps) {
  const { go } = useNavigation()
  const { positions, rows } = usePositions(network, addresses)
  const [sort, setSort] = useState<PositionSort>('worth')
  const [typed, setTyped] = useState('')
  const hidesDust = usePreference('hide-dust')
  if (sum === undefined || (rows.length === 0 && sum.positions === 0)) return null
  const shown = shownOf(rows, { typed, sort: { by: sort, isTurned: false }, hidesDust })
  const isLong = rows.length >= SEARCH_FROM
  const canPlan = rows.length > 1 && canSign && !isAll
  const names = new Map(accounts.map(({ address, name }) => [address, name]))
  return (
    <section className="stack tight" aria-label="Positions">
      <div className="section">
        <h2>{rows.length === 0 ? 'Positions' : `Positions · ${partOf(shown.rows.length, rows.length)}`}</h2>
        <SortSelect options={POSITION_SORTS} value={sort} onChange={setSort} />
      </div>
      {(isLong || canPlan) && (
        <div className="position-tools">
          {isLong && (
            <Search
              label="Find a position"
              value={typed}
              onChange={setTyped}
              found={counted(shown.rows.length, 'position')}
            />
          )}
          {canPlan && (
            <>
              <button
                type="button"
                className="chip"
                aria-label="Take out several"
                onClick={() => go({ kind: 'plan', of: 'exit' })}
              >
                {isLong ? 'Take out' : 'Take out several'}
              </button>
              <button type="button" className="chip" onClick={() => go({ kind: 'plan', of: 'rebalance' })}>
                Rebalance
              </button>
            </>
          )}
        </div>
      )}
      {positions === undefined && <SkeletonRows count={Math.min(4, sum.positions)} />}
      <WindowedList label="Positions" rows={shown.rows} keyOf={({ id }) => id}>
        {(row, tabIndex) => (
          <PositionRow
            row={row}
            tabIndex={tabIndex}
            account={isAll ? names.get(row.position.coldkey) : undefined}
            onOpen={() => {
              const { coldkey, hotkey, netuid } = row.position
              go({ kind: 'position', coldkey, hotkey, netuid })
            }}
          />
        )}
      </WindowedList>
      {rows.length > 0 && shown.rows.length === 0 && typed !== '' && (
        <p className="quiet">No position of that name.</p>
      )}
      <DustNote count={shown.dust} isHidden={hidesDust} worth={<PrivateAmount value={shown.dustWorth} />} />
    </section>
  )
}
