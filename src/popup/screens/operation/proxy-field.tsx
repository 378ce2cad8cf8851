/** One of the keys that may act for the account, to take its power back. */
import { useState } from 'react'
import { encode, type Json } from '#shared/codec.ts'
import { shorten } from '#shared/domain/address.ts'
import type { Power } from '#shared/domain/standing.ts'
import { fieldCodecs } from '#shared/operations/fields.ts'
import { usePowers } from '../../reading/use-standing.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Picked } from '../../ui/list/picked.tsx'
import { moveFocus } from '../../ui/menu.tsx'
import type { FieldFaceProps } from './field-frame.tsx'
import type { FormContext } from './form-context.ts'
import { PickFrame } from './pick-frame.tsx'
import { type Chosen, readChosen } from './typed.ts'

export interface ProxyFieldProps extends FieldFaceProps {
  readonly value: Chosen
  readonly onChange: (json: Json) => void
  readonly onBlur: () => void
  readonly context: FormContext
}

export function ProxyField({ value, onChange, onBlur, context, ...face }: ProxyFieldProps) {
  const [isPicking, setPicking] = useState(false)
  const { value: powers } = usePowers(context.from?.address)
  const chosen = readChosen(fieldCodecs.proxy, value.json)
  const shown = (power: Power) => (
    <Picked
      start={<Avatar address={power.delegate} size={36} />}
      title={context.names(power.delegate) ?? shorten(power.delegate)}
      sub={`${power.type}${power.delay === 0 ? '' : `, after ${power.delay} blocks`}`}
    />
  )
  return (
    <>
      <PickFrame
        {...face}
        onBlur={onBlur}
        onPick={() => setPicking(true)}
        invite="Whose power?"
        closed={powers?.entries.length === 0 ? 'No key may act for this account' : undefined}
        picked={chosen && shown(chosen)}
      />
      {isPicking && (
        <Dialog
          title="Whose power to take back"
          onClose={() => setPicking(false)}
          foot={<Button onClick={() => setPicking(false)}>Close</Button>}
        >
          <ul
            className="choices"
            onKeyDown={(event) => moveFocus(event.key, event.currentTarget) && event.preventDefault()}
          >
            {powers?.entries.map((power) => (
              <li key={`${power.delegate} ${power.type} ${power.delay}`}>
                <button
                  type="button"
                  className="choice"
                  onClick={() => {
                    onChange(encode(fieldCodecs.proxy, power))
                    setPicking(false)
                  }}
                >
                  {shown(power)}
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}
