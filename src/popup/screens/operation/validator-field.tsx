/** A validator: one of those in the subnet that was chosen, or of those one stakes with. */
import { useState } from 'react'
import { Address, keyOf, shorten } from '#shared/domain/address.ts'
import { ROOT } from '#shared/domain/units.ts'
import type { Field } from '#shared/operations/fields.ts'
import { useKnown } from '../../reading/known.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { printTake } from '../../ui/chart/change.ts'
import { Picked } from '../../ui/list/picked.tsx'
import { StakedWithPicker } from '../positions/staked-with-picker.tsx'
import { ValidatorPicker } from '../subnets/validator-picker.tsx'
import type { FieldFaceProps } from './field-frame.tsx'
import type { FormContext } from './form-context.ts'
import { PickFrame } from './pick-frame.tsx'
import { type Chosen, readChosen, subnetAbout } from './typed.ts'

export interface ValidatorFieldProps extends FieldFaceProps {
  readonly field: Field
  readonly value: Chosen
  readonly onChange: (hotkey: Address) => void
  readonly onBlur: () => void
  readonly context: FormContext
}

export function ValidatorField({ field, value, onChange, onBlur, context, ...face }: ValidatorFieldProps) {
  const [isPicking, setPicking] = useState(false)
  const known = useKnown(context.network)
  const hotkey = readChosen(Address, value.json)
  const named = hotkey && known.validator(keyOf(hotkey))
  // Who says of no subnet means root.
  const netuid = field.of === undefined ? ROOT : subnetAbout(field, context.typed)
  const picking = {
    network: context.network,
    chosen: hotkey,
    onChoose: onChange,
    onClose: () => setPicking(false),
  }
  return (
    <>
      <PickFrame
        {...face}
        onBlur={onBlur}
        onPick={() => setPicking(true)}
        invite={inviteOf(field)}
        closed={netuid === undefined ? 'Choose the subnet first' : undefined}
        picked={
          hotkey && (
            <Picked
              start={<Avatar address={hotkey} size={36} />}
              title={<bdi>{named?.name || shorten(hotkey)}</bdi>}
              sub={
                <>
                  {named?.take !== undefined && `${printTake(named.take)} take`}
                  {named?.take !== undefined && named.name !== '' && ' · '}
                  {named !== undefined && named.name !== '' && shorten(hotkey)}
                </>
              }
            />
          )
        }
      />
      {isPicking && field.own === true && <StakedWithPicker {...picking} account={context.from?.address} />}
      {isPicking && field.own !== true && netuid !== undefined && (
        <ValidatorPicker {...picking} netuid={netuid} />
      )}
    </>
  )
}

function inviteOf({ of, own }: Field): string {
  if (own === true) return 'With whom of those you stake with?'
  return of === undefined ? 'With whom on root?' : 'With whom?'
}
