/** How far the price may move until a trade runs: a tolerance, a price, or no bound; and whether a part of it may do. */
import { useState } from 'react'
import { encode, type Json } from '#shared/codec.ts'
import { printBasisPoints, TOLERANCE } from '#shared/domain/price.ts'
import type { Trade } from '#shared/domain/trade.ts'
import { raoPerAlpha } from '#shared/domain/units.ts'
import { fieldCodecs, type LimitChoice } from '#shared/operations/fields.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { type FieldFaceProps, GroupFrame } from './field-frame.tsx'
import { PRESETS, readPrice, readTolerance, typedChoice } from './tolerance.ts'
import { LimitPrice } from './trade-card.tsx'
import { type Chosen, readChosen } from './typed.ts'

type Mode = LimitChoice['kind']
const MODES = [
  { value: 'tolerance', label: 'Tolerance' },
  { value: 'price', label: 'Price' },
  { value: 'none', label: 'No limit' },
] as const satisfies readonly { value: Mode; label: string }[]

export interface LimitFieldProps extends FieldFaceProps {
  readonly value: Chosen
  readonly onChange: (json: Json) => void
  readonly onBlur: () => void
  /** What would be exchanged as things stand: its limit is what will be signed. */
  readonly trade: Trade | undefined
}

export function LimitField({ value, onChange, onBlur, trade, problem, ...face }: LimitFieldProps) {
  const choice = readChosen(fieldCodecs.limit, value.json)
  const [isOpen, setOpen] = useState(choice === undefined || choice.kind !== 'tolerance')
  const [mode, setMode] = useState<Mode>(choice?.kind ?? 'tolerance')
  const [text, setText] = useState(() => typedChoice(choice))
  const [allowPartial, setAllowPartial] = useState(
    choice !== undefined && choice.kind !== 'none' && choice.allowPartial,
  )
  const [says, setSays] = useState<string>()
  const put = (next: LimitChoice | undefined) =>
    onChange(next === undefined ? null : encode(fieldCodecs.limit, next))
  const read = (typed: string, as: Mode, partial: boolean) => {
    setText(typed)
    if (as === 'none') return put({ kind: 'none' })
    const result = as === 'tolerance' ? readTolerance(typed) : readPrice(typed)
    setSays(result.kind === 'problem' ? result.sentence : undefined)
    put(result.kind === 'problem' ? undefined : choiceOf(as, result.value, partial))
  }
  const turnTo = (as: Mode) => {
    setMode(as)
    setSays(undefined)
    read(as === 'tolerance' ? printBasisPoints(TOLERANCE).replace('%', '') : '', as, allowPartial)
  }
  return (
    <GroupFrame
      {...face}
      problem={says ?? problem}
      aside={
        <button type="button" className="chip" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Less' : 'Change'}
        </button>
      }
    >
      <p className="limit-now">
        <Summary choice={choice} />
        {choice?.kind !== 'none' && <LimitPrice trade={trade} />}
      </p>
      {isOpen && (
        <div className="stack tight">
          <Tabs label="Kind of limit" options={MODES} value={mode} onChange={turnTo} />
          {mode !== 'none' && (
            <>
              <TypedLimit
                mode={mode}
                text={text}
                onBlur={onBlur}
                onType={(typed) => read(typed, mode, allowPartial)}
              />
              <Toggle
                label="A part will do"
                hint="Exchanges what fits within the limit. Otherwise it is all or nothing."
                value={allowPartial}
                onChange={(on) => {
                  setAllowPartial(on)
                  read(text, mode, on)
                }}
              />
            </>
          )}
        </div>
      )}
    </GroupFrame>
  )
}

function choiceOf(mode: 'tolerance' | 'price', value: number | bigint, allowPartial: boolean): LimitChoice {
  return mode === 'tolerance'
    ? { kind: 'tolerance', basisPoints: Number(value), allowPartial }
    : { kind: 'price', price: raoPerAlpha(BigInt(value)), allowPartial }
}

function Summary({ choice }: { readonly choice: LimitChoice | undefined }) {
  switch (choice?.kind) {
    case 'tolerance':
      return <b>{printBasisPoints(choice.basisPoints)} from the price now</b>
    case 'price':
      return <b>A price of your own</b>
    case 'none':
      return <b>No limit: whatever the price is then</b>
    default:
      return <b className="faint">Not set</b>
  }
}

interface TypedLimitProps {
  readonly mode: 'tolerance' | 'price'
  readonly text: string
  readonly onType: (typed: string) => void
  readonly onBlur: () => void
}

export function TypedLimit({ mode, text, onType, onBlur }: TypedLimitProps) {
  return (
    <div className="typed-limit">
      {mode === 'tolerance' &&
        PRESETS.map((points) => {
          const preset = printBasisPoints(points)
          return (
            <button
              key={points}
              type="button"
              className="chip"
              aria-pressed={`${text}%` === preset}
              onClick={() => onType(preset.replace('%', ''))}
            >
              {preset}
            </button>
          )
        })}
      <span className="input">
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          aria-label={mode === 'tolerance' ? 'Tolerance in percent' : 'Limit price in TAO per alpha'}
          placeholder={mode === 'tolerance' ? '0.5' : '0.0'}
          value={text}
          onChange={({ target }) => onType(target.value)}
          onBlur={onBlur}
        />
        <span className="unit">{mode === 'tolerance' ? '%' : 'TAO per α'}</span>
      </span>
    </div>
  )
}
