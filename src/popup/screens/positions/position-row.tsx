/** One position as a line: the subnet, with whom, how much of it, and what it is worth. */
import { addressOfKey, shorten } from '#shared/domain/address.ts'
import { printChange } from '../../ui/chart/change.ts'
import { ListRow } from '../../ui/list/list-row.tsx'
import { SubnetBadge, SubnetName } from '../../ui/stake/subnet-badge.tsx'
import { PrivateAmount } from '../home/concealed.tsx'
import type { PositionRow as Row } from './rows.ts'

export interface PositionRowProps {
  readonly row: Row
  /** Whose it is, where that does not go without saying. */
  readonly account?: string | undefined
  readonly tabIndex: 0 | -1
  readonly onOpen: () => void
  readonly isChosen?: boolean
}

export function PositionRow({ row, account, tabIndex, onOpen, isChosen = false }: PositionRowProps) {
  const { position, name, symbol, validator, perYear } = row
  const { netuid, hotkey, alpha, worth, registered } = position
  return (
    <ListRow
      tabIndex={tabIndex}
      isChosen={isChosen}
      onClick={onOpen}
      start={<SubnetBadge netuid={netuid} symbol={symbol} />}
      title={<SubnetName netuid={netuid} name={name} />}
      sub={
        <>
          {account !== undefined && <>{account} · </>}
          <bdi>{validator === '' ? shorten(addressOfKey(hotkey)) : validator}</bdi>
          {netuid !== 0 && (
            <>
              {' · '}
              <PrivateAmount value={alpha} unit="α" digits={2} />
            </>
          )}
        </>
      }
      value={<PrivateAmount value={worth} />}
      under={
        registered ? (
          perYear !== undefined && <span className="good">{printChange(perYear)} a year</span>
        ) : (
          <span className="tone-doubt">earns nothing</span>
        )
      }
    />
  )
}
