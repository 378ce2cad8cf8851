/** One subnet as a line: its name, how deep its pool is, and its price with how that went. */
import { BLOCKS_PER_DAY, marketCap, type Subnet } from '#shared/domain/directory.ts'
import { Amount } from '../../ui/amount.tsx'
import { Changed } from '../../ui/chart/changed.tsx'
import { ListRow } from '../../ui/list/list-row.tsx'
import { Star } from '../../ui/list/star.tsx'
import { ShortAmount } from '../../ui/stake/short-amount.tsx'
import { SubnetBadge, SubnetName } from '../../ui/stake/subnet-badge.tsx'
import type { SubnetRow as Row, SubnetSort } from './subnet-rows.ts'

export interface SubnetRowProps {
  readonly row: Row
  readonly tabIndex: 0 | -1
  readonly isChosen?: boolean
  readonly isFavourite: boolean
  /** By what the list is sorted: that is to be seen in every row. */
  readonly by?: SubnetSort
  readonly onFavourite: (isOn: boolean) => void
  readonly onOpen: () => void
}

export function SubnetRow({ row, tabIndex, isChosen, isFavourite, by, onFavourite, onOpen }: SubnetRowProps) {
  const { subnet, change } = row
  const { netuid, name, symbol, price, open } = subnet
  return (
    <ListRow
      tabIndex={tabIndex}
      isChosen={isChosen === true}
      onClick={onOpen}
      beside={
        <Star
          name={name === '' ? `Subnet ${netuid}` : name}
          isOn={isFavourite}
          tabIndex={tabIndex}
          onChange={onFavourite}
        />
      }
      start={<SubnetBadge netuid={netuid} symbol={symbol} />}
      title={<SubnetName netuid={netuid} name={name} />}
      sub={open === false ? 'Trading has not started' : <Sub subnet={subnet} by={by} />}
      value={<Amount value={price} />}
      under={<Changed points={change} />}
    />
  )
}

function Sub({ subnet, by }: { readonly subnet: Subnet; readonly by: SubnetSort | undefined }) {
  switch (by) {
    case 'cap':
      return (
        <>
          Cap <ShortAmount value={marketCap(subnet)} />
        </>
      )
    case 'emission':
      return (
        <>
          Emission <ShortAmount value={subnet.emission.tao * BigInt(BLOCKS_PER_DAY)} /> a day
        </>
      )
    default:
      return (
        <>
          Pool <ShortAmount value={subnet.pool.tao} />
        </>
      )
  }
}
