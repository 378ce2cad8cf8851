/** A subnet, picked from those the chain has. */
import { useState } from 'react'
import { Netuid } from '#shared/domain/units.ts'
import { useKnown } from '../../reading/known.ts'
import { Amount } from '../../ui/amount.tsx'
import { Picked } from '../../ui/list/picked.tsx'
import { SubnetBadge, SubnetName } from '../../ui/stake/subnet-badge.tsx'
import { SubnetPicker } from '../subnets/subnet-picker.tsx'
import type { FieldFaceProps } from './field-frame.tsx'
import type { FormContext } from './form-context.ts'
import { PickFrame } from './pick-frame.tsx'
import type { Quote } from './quoter.ts'
import { type Chosen, readChosen } from './typed.ts'

export interface SubnetFieldProps extends FieldFaceProps {
  readonly value: Chosen
  readonly onChange: (netuid: Netuid) => void
  readonly onBlur: () => void
  readonly context: FormContext
  /** Whether root may be picked. */
  readonly hasRoot: boolean
}

export function SubnetField({ value, onChange, onBlur, context, hasRoot, ...face }: SubnetFieldProps) {
  const [isPicking, setPicking] = useState(false)
  const known = useKnown(context.network)
  const netuid = readChosen(Netuid, value.json)
  const subnet = netuid === undefined ? undefined : known.subnet(netuid)
  return (
    <>
      <PickFrame
        {...face}
        onBlur={onBlur}
        onPick={() => setPicking(true)}
        invite="Which subnet?"
        picked={
          netuid === undefined ? undefined : (
            <Picked
              start={<SubnetBadge netuid={netuid} symbol={subnet?.symbol} isSpoken />}
              title={<SubnetName netuid={netuid} name={subnet?.name} />}
              sub={
                netuid === 0
                  ? 'TAO stays TAO'
                  : subnet && (
                      <>
                        <Amount value={priceIn(context.quote, netuid) ?? subnet.price} /> per α
                      </>
                    )
              }
            />
          )
        }
      />
      {isPicking && (
        <SubnetPicker
          network={context.network}
          hasRoot={hasRoot}
          chosen={netuid}
          onChoose={onChange}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  )
}

/** The estimate's own price is of the newest block; the list's may be older. */
function priceIn(quote: Quote | undefined, netuid: Netuid): bigint | undefined {
  const [trade] = quote?.trades ?? []
  return trade !== undefined && 'alpha' in trade.gets && trade.gets.netuid === netuid ? trade.spot : undefined
}
