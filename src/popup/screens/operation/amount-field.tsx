/** An amount of TAO: typed to the last of nine decimals, a share of what can be sent, or all of it. */
import { printTao, type Rao } from '#shared/domain/units.ts'
import { PrivateAmount } from '../home/concealed.tsx'
import { type FieldFaceProps, FieldFrame } from './field-frame.tsx'
import { type TypedOf, typedShare } from './typed.ts'

const SHARES = [25, 50] as const
/** More digits than fit at full size. */
const LONG = 12

export interface AmountFieldProps extends FieldFaceProps {
  readonly value: TypedOf<'amount'>
  readonly onChange: (value: TypedOf<'amount'>) => void
  readonly onBlur: () => void
  /** The most it can hold, after the fee; unknown while no chain answers. */
  readonly most: Rao | undefined
  readonly autoFocus?: boolean
}

export function AmountField({ value, onChange, onBlur, most, autoFocus, ...face }: AmountFieldProps) {
  const text = value.max ? (most === undefined ? '' : printTao(most)) : value.text
  return (
    <FieldFrame
      {...face}
      aside={
        most !== undefined && (
          <span>
            Can be sent <PrivateAmount value={most} />
          </span>
        )
      }
    >
      {(shared) => (
        <>
          <div className="amount-input">
            <input
              {...shared}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              spellCheck={false}
              // biome-ignore lint/a11y/noAutofocus: the amount is what a form with its recipient chosen asks for
              autoFocus={autoFocus}
              className={text.length > LONG ? 'long' : undefined}
              placeholder={value.max ? 'All of it' : '0'}
              value={text}
              onChange={(event) => onChange({ kind: 'amount', text: event.target.value, max: false })}
              onBlur={onBlur}
            />
            <span className="unit">TAO</span>
          </div>
          <div className="chips">
            {SHARES.map((percent) => (
              <button
                key={percent}
                type="button"
                className="chip"
                disabled={most === undefined}
                onClick={() => most !== undefined && onChange(typedShare(most, percent))}
              >
                {percent}%
              </button>
            ))}
            <button
              type="button"
              className="chip"
              aria-pressed={value.max}
              onClick={() => onChange({ kind: 'amount', text: '', max: !value.max })}
            >
              Max
            </button>
          </div>
        </>
      )}
    </FieldFrame>
  )
}
