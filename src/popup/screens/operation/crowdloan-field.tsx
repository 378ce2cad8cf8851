/** A crowdloan, picked from those the chain has, or any whose number is typed into the search. */
import { useState } from 'react'
import { fieldCodecs } from '#shared/operations/fields.ts'
import { useCrowdloans } from '../../reading/use-standing.ts'
import { Amount } from '../../ui/amount.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Picked } from '../../ui/list/picked.tsx'
import { CrowdloanPicker } from '../crowdloans/crowdloan-picker.tsx'
import { standingOf } from '../crowdloans/stage.ts'
import type { FieldFaceProps } from './field-frame.tsx'
import type { FormContext } from './form-context.ts'
import { PickFrame } from './pick-frame.tsx'
import { type Chosen, readChosen } from './typed.ts'

export interface CrowdloanFieldProps extends FieldFaceProps {
  readonly value: Chosen
  readonly onChange: (id: number) => void
  readonly onBlur: () => void
  readonly context: FormContext
  /** Whether only those are listed that the account can take something back from. */
  readonly isOwn: boolean
}

export function CrowdloanField({ value, onChange, onBlur, context, isOwn, ...face }: CrowdloanFieldProps) {
  const [isPicking, setPicking] = useState(false)
  const { from, network } = context
  const { value: told } = useCrowdloans(network, from?.address)
  const chosen = readChosen(fieldCodecs.crowdloan, value.json)
  const loan = told?.crowdloans.find(({ id }) => id === chosen)
  const stage = told && loan && standingOf(loan, told.block.number)
  return (
    <>
      <PickFrame
        {...face}
        onBlur={onBlur}
        onPick={() => setPicking(true)}
        invite="Which crowdloan?"
        picked={
          chosen === undefined ? undefined : (
            <Picked
              start={loan && <Avatar address={loan.creator} size={36} />}
              title={`Crowdloan ${chosen}`}
              sub={
                stage &&
                loan && (
                  <>
                    {!stage.takes && `${stage.word} · `}
                    <Amount value={loan.raised} digits={2} /> of <Amount value={loan.cap} digits={2} />
                  </>
                )
              }
            />
          )
        }
      />
      {isPicking && (
        <CrowdloanPicker
          network={network}
          account={from?.address}
          isOwn={isOwn}
          chosen={chosen}
          onChoose={onChange}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  )
}
