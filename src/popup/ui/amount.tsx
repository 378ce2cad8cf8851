/** Prints amounts: the whole part bright, decimals dim, the unit before; every digit is one tap away. */
import { useState } from 'react'
import { printParts, printTao } from '#shared/domain/units.ts'

/** Enough to decide by; the rest is a tap away. */
const DIGITS = 4

export interface AmountProps {
  /** In 10⁻⁹ of the unit, never negative. */
  readonly value: bigint
  readonly unit?: 'τ' | 'α' | undefined
  /** How many decimals; all that mean something when left out and the amount would look like nothing. */
  readonly digits?: number
}

/** An amount within a line. All its digits are in its title. */
export function Amount({ value, unit = 'τ', digits }: AmountProps) {
  return (
    <span className="amount" title={`${unit} ${printTao(value)}`}>
      <Digits value={value} unit={unit} digits={digits ?? shownDigits(value)} />
    </span>
  )
}

/** Every digit that means something. */
export function WholeAmount({ value, unit = 'τ' }: Omit<AmountProps, 'digits'>) {
  return (
    <span className="amount">
      <Digits value={value} unit={unit} digits={meaningDigits(value)} />
    </span>
  )
}

/** What decides of it, without the zeros behind: for one line among many. All its digits are in its title. */
export function BriefAmount({ value, unit = 'τ' }: Omit<AmountProps, 'digits'>) {
  return <Amount value={value} unit={unit} digits={Math.min(meaningDigits(value), shownDigits(value))} />
}

/** The one number of a screen; pressing it shows all digits and hides them again. */
export function BigAmount({ value, unit = 'τ', digits }: AmountProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? 9 : (digits ?? shownDigits(value))
  const { whole } = printParts(value)
  const isLong = whole.length + shown > 14
  return (
    <button
      type="button"
      className={isLong ? 'amount big long' : 'amount big'}
      title={isWhole ? 'Show fewer digits' : 'Show all digits'}
      aria-pressed={isWhole}
      onClick={() => setWhole(!isWhole)}
    >
      <Digits value={value} unit={unit} digits={shown} />
    </button>
  )
}

function Digits({ value, unit, digits }: Required<AmountProps>) {
  const { whole, decimals } = printParts(value, digits)
  return (
    <>
      <span className="unit">{unit}</span>
      {whole}
      {decimals !== '' && <span className="decimals">.{decimals}</span>}
    </>
  )
}

/** Four decimals, or more for an amount that would otherwise read as nothing. */
export function shownDigits(value: bigint): number {
  const { whole, decimals } = printParts(value)
  const first = decimals.search(/[1-9]/)
  return whole === '0' && first >= DIGITS ? Math.min(9, first + 2) : DIGITS
}

function meaningDigits(value: bigint): number {
  return printParts(value).decimals.replace(/0+$/, '').length
}
