/** A position that may be taken out: ticked or not, what it brings, and why it stays where it does. */
import { addressOfKey, shorten } from '#shared/domain/address.ts'
import { printBasisPoints } from '#shared/domain/price.ts'
import { SubnetBadge, SubnetName } from '../../ui/stake/subnet-badge.tsx'
import { PrivateAmount } from '../home/concealed.tsx'
import type { PositionRow } from '../positions/rows.ts'
import { barOf, type QuotedLeg } from './legs.ts'

export interface ExitRowProps {
  readonly row: PositionRow
  readonly isTicked: boolean
  readonly isDust: boolean
  readonly quoted: QuotedLeg | undefined
  /** Whether nothing of it leaves though it is ticked. */
  readonly stays: boolean
  readonly tabIndex: 0 | -1
  readonly onToggle: () => void
}

export function ExitRow({ row, isTicked, isDust, quoted, stays, tabIndex, onToggle }: ExitRowProps) {
  const { position, name, symbol, validator } = row
  const { netuid, hotkey, worth } = position
  const trade = quoted !== undefined && barOf(quoted) === undefined ? quoted.trades[0] : undefined
  const gets = isTicked && trade !== undefined && 'rao' in trade.gets ? trade.gets.rao : undefined
  return (
    <div className="list-row">
      <label className="row exit-row">
        <input type="checkbox" checked={isTicked} tabIndex={tabIndex} onChange={onToggle} />
        <SubnetBadge netuid={netuid} symbol={symbol} />
        <span className="grow">
          <b className="cut">
            <SubnetName netuid={netuid} name={name} />
          </b>
          <small className="cut">
            <bdi>{validator === '' ? shorten(addressOfKey(hotkey)) : validator}</bdi>
            {isDust && ' · dust'}
          </small>
        </span>
        <span className="value">
          <b className={gets === undefined ? 'faint' : ''}>
            <PrivateAmount value={gets ?? worth} />
          </b>
          <small>
            {isTicked && (stays || (quoted !== undefined && trade === undefined)) ? (
              <span className="tone-doubt">stays</span>
            ) : (
              trade !== undefined && isTicked && netuid !== 0 && `impact ${printBasisPoints(trade.impact)}`
            )}
          </small>
        </span>
      </label>
    </div>
  )
}
