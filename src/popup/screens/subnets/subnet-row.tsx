/** One subnet as a line: its name, how deep its pool is, and its price with how that went. */
import { Amount } from '../../ui/amount.tsx'
import { Changed } from '../../ui/chart/changed.tsx'
import { ListRow } from '../../ui/list/list-row.tsx'
import { Star } from '../../ui/list/star.tsx'
import { ShortAmount } from '../../ui/stake/short-amount.tsx'
import { SubnetBadge, SubnetName } from '../../ui/stake/subnet-badge.tsx'
import type { SubnetRow as Row } from './subnet-rows.ts'

export interface SubnetRowProps {
  readonly row: Row
  readonly tabIndex: 0 | -1
  readonly isChosen?: boolean
  readonly isFavourite: boolean
  readonly onFavourite: (isOn: boolean) => void
  readonly onOpen: () => void
}

export function SubnetRow({ row, tabIndex, isChosen, isFavourite, onFavourite, onOpen }: SubnetRowProps) {
  const { subnet, change } = row
  const { netuid, name, symbol, price, pool, open } = subnet
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
      sub={
        open === false ? (
          'Trading has not started'
        ) : (
          <>
            Pool <ShortAmount value={pool.tao} />
          </>
        )
      }
      value={<Amount value={price} />}
      under={<Changed points={change} />}
    />
  )
}
