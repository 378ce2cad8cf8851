/** An amount where there is little room: four digits and a letter for thousands or millions; all of them in its title. */
import { printTao, TAO } from '#shared/domain/units.ts'
import { Amount, type AmountProps } from '../amount.tsx'

const STEPS = [
  { from: 1_000_000_000n, letter: 'B' },
  { from: 1_000_000n, letter: 'M' },
  { from: 10_000n, letter: 'k', per: 1_000n },
] as const

export function ShortAmount({ value, unit = 'τ' }: Omit<AmountProps, 'digits'>) {
  const step = STEPS.find(({ from }) => value >= from * TAO)
  if (step === undefined) return <Amount value={value} unit={unit} digits={value >= 100n * TAO ? 1 : 2} />
  return (
    <span className="amount" title={`${unit} ${printTao(value)}`}>
      <span className="unit">{unit}</span>
      {shortened(value, 'per' in step ? step.per : step.from)}
      {step.letter}
    </span>
  )
}

/** `412.8`, `41.28`, `4.128`: four digits, cut and never rounded up. */
function shortened(value: bigint, per: bigint): string {
  const thousandths = (value * 1000n) / (per * TAO)
  const whole = (thousandths / 1000n).toString()
  const decimals = (thousandths % 1000n)
    .toString()
    .padStart(3, '0')
    .slice(0, Math.max(0, 4 - whole.length))
  return decimals === '' ? whole : `${whole}.${decimals}`
}
