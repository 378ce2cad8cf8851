/** One validator as a line: who that is, what they keep, what staking with them returned, and how much is staked. */
import { addressOfKey, shorten } from '#shared/domain/address.ts'
import { type Netuid, ROOT } from '#shared/domain/units.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { printShare, printTake } from '../../ui/chart/change.ts'
import { ListRow } from '../../ui/list/list-row.tsx'
import { Star } from '../../ui/list/star.tsx'
import { Tag } from '../../ui/row.tsx'
import { ShortAmount } from '../../ui/stake/short-amount.tsx'
import type { ValidatorRow as Row } from './validator-rows.ts'

/** All that is earned: nothing is left for who stakes. */
const EVERYTHING = 65_535

export interface ValidatorRowProps {
  readonly row: Row
  readonly netuid: Netuid
  readonly tabIndex: 0 | -1
  readonly isChosen?: boolean
  readonly isFavourite: boolean
  readonly onFavourite: (isOn: boolean) => void
  readonly onOpen: () => void
}

export function ValidatorRow(props: ValidatorRowProps) {
  const { row, netuid, tabIndex, isChosen, isFavourite, onFavourite, onOpen } = props
  const { hotkey, name, take, stake, permit } = row.validator
  const address = addressOfKey(hotkey)
  const shown = name === '' ? shorten(address) : name
  return (
    <ListRow
      tabIndex={tabIndex}
      isChosen={isChosen === true}
      onClick={onOpen}
      beside={<Star name={shown} isOn={isFavourite} tabIndex={tabIndex} onChange={onFavourite} />}
      start={<Avatar address={address} size={36} />}
      title={
        <span className="subnet-name">
          <bdi className={name === '' ? 'mono cut' : 'cut'}>{shown}</bdi> {row.isYours && <Tag>yours</Tag>}
          {name === '' && <Tag>no identity</Tag>}
        </span>
      }
      sub={
        take === EVERYTHING ? (
          <span className="tone-doubt">Keeps all rewards</span>
        ) : (
          <>
            {take === undefined ? 'Take not known' : `${printTake(take)} take`}
            {!permit && netuid !== ROOT && ' · may not validate'}
          </>
        )
      }
      {...(netuid === ROOT
        ? { value: <ShortAmount value={stake} unit="τ" /> }
        : {
            value: row.perYear === undefined ? <span className="faint">–</span> : printShare(row.perYear),
            under: <ShortAmount value={stake} unit="α" />,
          })}
    />
  )
}
