/** One of the account's own positions. */
import { useEffect, useState } from 'react'
import { addressOfKey, shorten } from '#shared/domain/address.ts'
import { type FieldTypes, fieldCodecs } from '#shared/operations/fields.ts'
import { useKnown } from '../../reading/known.ts'
import { Picked } from '../../ui/list/picked.tsx'
import { SubnetBadge, SubnetName } from '../../ui/stake/subnet-badge.tsx'
import { PrivateAmount } from '../home/concealed.tsx'
import { PositionPicker } from '../positions/position-picker.tsx'
import type { PositionRow } from '../positions/rows.ts'
import { usePositions } from '../positions/use-positions.ts'
import type { FieldFaceProps } from './field-frame.tsx'
import type { FormContext } from './form-context.ts'
import { PickFrame } from './pick-frame.tsx'
import { type Chosen, readChosen } from './typed.ts'

export interface PositionFieldProps extends FieldFaceProps {
  readonly value: Chosen
  readonly onChange: (position: FieldTypes['position']) => void
  readonly onBlur: () => void
  readonly context: FormContext
  /** Whether positions on root are among them. */
  readonly hasRoot: boolean
}

export function PositionField({ value, onChange, onBlur, context, hasRoot, ...face }: PositionFieldProps) {
  const [isPicking, setPicking] = useState(false)
  const { from, network } = context
  const known = useKnown(network)
  const { rows, positions } = usePositions(network, from === undefined ? [] : [from.address])
  const among = rows.filter(({ position }) => hasRoot || position.netuid !== 0)
  const chosen = readChosen(fieldCodecs.position, value.json)
  const only = positions !== undefined && among.length === 1 ? among[0] : undefined
  const choose = ({ position }: PositionRow) =>
    onChange({ hotkey: addressOfKey(position.hotkey), netuid: position.netuid })
  // Nobody is asked which of one.
  useEffect(() => {
    if (chosen === undefined && only !== undefined) choose(only)
  })
  const row =
    chosen &&
    among.find(
      ({ position }) => position.netuid === chosen.netuid && addressOfKey(position.hotkey) === chosen.hotkey,
    )
  return (
    <>
      <PickFrame
        {...face}
        onBlur={onBlur}
        onPick={() => setPicking(true)}
        invite="Which position?"
        closed={positions !== undefined && among.length === 0 ? nothing(rows.length) : undefined}
        picked={
          chosen && (
            <Picked
              start={<SubnetBadge netuid={chosen.netuid} symbol={row?.symbol} isSpoken />}
              title={
                <SubnetName netuid={chosen.netuid} name={row?.name ?? known.subnet(chosen.netuid)?.name} />
              }
              sub={
                <>
                  <bdi>{row?.validator || shorten(chosen.hotkey)}</bdi>
                  {row !== undefined && (
                    <>
                      {' · '}
                      <PrivateAmount value={row.position.worth} digits={2} />
                    </>
                  )}
                </>
              }
            />
          )
        }
      />
      {isPicking && (
        <PositionPicker rows={among} chosen={row?.id} onChoose={choose} onClose={() => setPicking(false)} />
      )}
    </>
  )
}

/** Why there is none to pick. */
function nothing(onRoot: number): string {
  return onRoot === 0 ? 'Nothing is staked from this account' : 'Nothing is staked on a subnet'
}
