/** An amount of TAO or alpha: typed to the last of nine decimals, a share of what there is, or all of it. */
import { type Money, printTao } from '#shared/domain/units.ts'
import { focusFirst } from '../../ui/focus.ts'
import { PrivateAmount } from '../home/concealed.tsx'
import { type FieldFaceProps, FieldFrame } from './field-frame.tsx'
import { MoneyAmount } from './trade-card.tsx'
import { type Counted, typedShare } from './typed.ts'

const SHARES = [25, 50] as const
/** More digits than fit at full size. */
const LONG = 12

export interface AmountFieldProps extends FieldFaceProps {
  readonly value: Counted
  readonly onChange: (text: string, max: boolean) => void
  readonly onBlur: () => void
  readonly unit: 'τ' | 'α'
  /** The most it can hold, after the fee; unknown while no chain answers. */
  readonly most: bigint | undefined
  /** What there is of it, before any fee; said until the most is known. */
  readonly have: bigint | undefined
  readonly autoFocus?: boolean
  /** What it would bring, as far as that is one thing. */
  readonly brings?: Money | undefined
}

export function AmountField(props: AmountFieldProps) {
  const { value, onChange, onBlur, unit, most, have, autoFocus, brings, ...face } = props
  const known = most ?? have
  const text = value.max && most !== undefined ? printTao(most) : value.text
  return (
    <FieldFrame
      {...face}
      aside={
        known !== undefined && (
          <span>
            {most === undefined ? 'You have' : 'At most'} <PrivateAmount value={known} unit={unit} />
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
              ref={autoFocus === true ? focusFirst : null}
              className={text.length > LONG ? 'long' : undefined}
              placeholder={value.max ? 'All of it' : '0'}
              value={text}
              onChange={(event) => onChange(event.target.value, false)}
              onBlur={onBlur}
            />
            <span className="unit">{unit === 'τ' ? 'TAO' : 'α'}</span>
          </div>
          <div className="chips">
            {SHARES.map((percent) => (
              <button
                key={percent}
                type="button"
                className="chip"
                disabled={known === undefined}
                onClick={() => known !== undefined && onChange(typedShare(known, percent), false)}
              >
                {percent}%
              </button>
            ))}
            <button
              type="button"
              className="chip"
              aria-pressed={value.max}
              onClick={() => onChange('', !value.max)}
            >
              Max
            </button>
            {brings !== undefined && (
              <span className="brings">
                ≈ <MoneyAmount money={brings} />
              </span>
            )}
          </div>
        </>
      )}
    </FieldFrame>
  )
}
