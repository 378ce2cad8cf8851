/** A recipient: pasted, typed, or chosen among those known; once whole, shown with its picture and its ends marked. */
import { ClipboardPaste, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Address } from '#shared/domain/address.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { IconButton } from '../../ui/button.tsx'
import { focusFirst } from '../../ui/focus.ts'
import type { Names } from '../../ui/spans.tsx'
import { AddressPicker, type Choices } from './address-picker.tsx'
import { type FieldFaceProps, FieldFrame } from './field-frame.tsx'
import { addressIn, type Written } from './typed.ts'

/** How many characters people look at: the first, prefix left out, and the last. */
const ENDS = 5

export interface AddressFieldProps extends FieldFaceProps {
  readonly value: Written
  readonly onChange: (text: string) => void
  readonly onBlur: () => void
  /** Whom one might mean, where that is anybody. */
  readonly known: Choices | undefined
  readonly autoFocus?: boolean
}

export function AddressField(props: AddressFieldProps) {
  const { value, onChange, onBlur, known, autoFocus, ...face } = props
  const [isPicking, setPicking] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const [isCleared, setCleared] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const goesOn = useRef(false)
  // No address has a space in it; what wraps where it was copied from brings some along.
  const put = (text: string) => onChange(text.replace(/\s+/g, ''))
  /** What came whole is not typed on: the field shows it, and the focus goes on to the next. */
  const putWhole = (text: string) => {
    goesOn.current = true
    put(text)
    setEditing(false)
  }
  const clear = () => {
    setCleared(true)
    put('')
  }
  const address = addressIn(value.text)
  const isChosen = address !== undefined && !isEditing
  useEffect(() => {
    if (!isChosen || !goesOn.current) return
    goesOn.current = false
    fieldAfter(box.current)?.focus()
  }, [isChosen])
  return (
    <div className="stack" ref={box}>
      <FieldFrame
        {...face}
        aside={
          known !== undefined &&
          Object.values(known).some(({ length }) => length > 0) && (
            <button type="button" className="chip" onClick={() => setPicking(true)}>
              Choose
            </button>
          )
        }
      >
        {(shared) =>
          isChosen ? (
            <Chosen address={address} names={face.names} id={shared.id} onClear={clear} />
          ) : (
            <div className="address-input">
              <div className="typing">
                <textarea
                  {...shared}
                  rows={2}
                  spellCheck={false}
                  autoComplete="off"
                  autoCapitalize="off"
                  ref={autoFocus === true || isCleared ? focusFirst : null}
                  placeholder="5…"
                  value={value.text}
                  onFocus={() => setEditing(true)}
                  onChange={({ target }) => {
                    const isPasted = target.value.length - value.text.length > 1
                    if (isPasted) putWhole(target.value)
                    else put(target.value)
                  }}
                  onBlur={() => {
                    setEditing(false)
                    onBlur()
                  }}
                />
              </div>
              <PasteButton onPaste={putWhole} />
            </div>
          )
        }
      </FieldFrame>
      {isPicking && known !== undefined && (
        <AddressPicker {...known} onChoose={putWhole} onClose={() => setPicking(false)} />
      )}
    </div>
  )
}

/** The next field of the form to type into. */
function fieldAfter(box: HTMLElement | null): HTMLElement | undefined {
  const fields = [...(box?.closest('form')?.querySelectorAll<HTMLElement>('input, textarea') ?? [])]
  return fields.find(
    (field) =>
      box !== null &&
      (box.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      !box.contains(field),
  )
}

interface ChosenProps {
  readonly address: Address
  readonly names: Names
  readonly id: string
  readonly onClear: () => void
}

function Chosen({ address, names, id, onClear }: ChosenProps) {
  const name = names(address)
  return (
    <div className="chosen">
      <Avatar address={address} size={32} />
      <div className="grow">
        {name !== undefined && <b className="cut">{name}</b>}
        <output id={id} className="whole">
          <b>{address.slice(0, ENDS)}</b>
          {address.slice(ENDS, -ENDS)}
          <b>{address.slice(-ENDS)}</b>
        </output>
      </div>
      <IconButton icon={X} label="Another address" onClick={onClear} />
    </div>
  )
}

/** The clipboard is read only when this is pressed; without the right to, the browser's own paste remains. */
function PasteButton({ onPaste }: { readonly onPaste: (text: string) => void }) {
  const [isRefused, setRefused] = useState(false)
  const paste = () => {
    navigator.clipboard.readText().then(onPaste, () => setRefused(true))
  }
  return (
    <IconButton
      icon={ClipboardPaste}
      label={isRefused ? 'Press Ctrl+V in the field' : 'Paste'}
      disabled={isRefused}
      onClick={paste}
    />
  )
}
