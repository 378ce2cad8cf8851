/** What another key is to be allowed, of the powers this runtime knows, each in words. */
import { useState } from 'react'
import { usePowers } from '../../reading/use-standing.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Picked } from '../../ui/list/picked.tsx'
import { moveFocus } from '../../ui/menu.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { PowerWords } from '../powers/power-row.tsx'
import { byReach, powerTitle } from '../powers/titles.ts'
import { Unanswered } from '../powers/unanswered.tsx'
import type { FieldFaceProps } from './field-frame.tsx'
import type { FormContext } from './form-context.ts'
import { PickFrame } from './pick-frame.tsx'
import type { Chosen } from './typed.ts'
import '../powers/powers.css'

export interface ProxyTypeFieldProps extends FieldFaceProps {
  readonly value: Chosen
  readonly onChange: (type: string) => void
  readonly onBlur: () => void
  readonly context: FormContext
}

export function ProxyTypeField({ value, onChange, onBlur, context, ...face }: ProxyTypeFieldProps) {
  const [isPicking, setPicking] = useState(false)
  const { value: powers, failure } = usePowers(context.from?.address)
  const chosen = typeof value.json === 'string' ? value.json : undefined
  const types = powers && byReach(powers.types.filter(({ deprecated }) => !deprecated))
  return (
    <>
      <PickFrame
        {...face}
        onBlur={onBlur}
        onPick={() => setPicking(true)}
        invite="What may it do?"
        picked={chosen === undefined ? undefined : <Picked title={powerTitle(chosen)} sub={chosen} />}
      />
      {chosen !== undefined && <PowerWords type={chosen} />}
      {isPicking && (
        <Dialog
          title="What it may do"
          isTall
          onClose={() => setPicking(false)}
          foot={<Button onClick={() => setPicking(false)}>Close</Button>}
        >
          <div className="scroller">
            {types === undefined && failure === undefined && <SkeletonRows count={4} />}
            <Unanswered failure={failure} isOld={types !== undefined} what="proxies" />
            <ul
              className="stack tight"
              onKeyDown={(event) => moveFocus(event.key, event.currentTarget) && event.preventDefault()}
            >
              {types?.map(({ name }) => (
                <li key={name}>
                  <button
                    type="button"
                    className="list-option power-option"
                    aria-current={name === chosen || undefined}
                    onClick={() => {
                      onChange(name)
                      setPicking(false)
                    }}
                  >
                    <span className="grow">
                      <b>{powerTitle(name)}</b> <small>{name}</small>
                      <PowerWords type={name} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </Dialog>
      )}
    </>
  )
}
