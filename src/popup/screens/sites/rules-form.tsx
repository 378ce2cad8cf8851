/** What a site may ask for without the password: how much may leave a day, and what kinds of things. */
import { useState } from 'react'
import { SITE_ASKS, type SiteAsk, type SiteRules } from '#shared/domain/site-rules.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { amountProblem } from '../../ui/problems.ts'
import { readRules, typedOf } from './rules.ts'

export interface RulesFormProps {
  readonly rules: SiteRules | undefined
  readonly isBusy: boolean
  readonly onSave: (rules: SiteRules | null) => void
}

const SAYS: Readonly<Record<SiteAsk, string>> = {
  pay: 'Send TAO',
  stake: 'Stake, unstake or move stake',
  message: 'Sign a message',
  other: 'Anything else',
}

export function RulesForm({ rules, isBusy, onSave }: RulesFormProps) {
  const [typed, setTyped] = useState(() => typedOf(rules))
  const read = readRules(typed)
  const isSame = read.kind === 'read' && isAlike(read.rules, rules)
  const toggle = (ask: SiteAsk) => {
    const asks = new Set(typed.asks)
    if (!asks.delete(ask)) asks.add(ask)
    setTyped({ ...typed, asks })
  }
  return (
    <form
      className="card stack rules"
      onSubmit={(event) => {
        event.preventDefault()
        if (read.kind === 'read' && !isSame) onSave(read.rules)
      }}
    >
      <h2 className="section">Rules</h2>
      <p className="quiet">
        Everything it asks is reviewed. What is over these rules wants your password as well.
      </p>
      <TextField
        label="Limit a day"
        value={typed.cap}
        inputMode="decimal"
        placeholder="No limit"
        after={<span className="unit">TAO</span>}
        hint="Counted from midnight to midnight, UTC."
        error={read.kind === 'wrong' ? amountProblem(read.problem) : undefined}
        onChange={(cap) => setTyped({ ...typed, cap })}
      />
      <fieldset className="checks">
        <legend className="label">It may ask you to</legend>
        {SITE_ASKS.map((ask) => (
          <label key={ask} className="check short">
            <input type="checkbox" checked={typed.asks.has(ask)} onChange={() => toggle(ask)} />
            <span className="grow">{SAYS[ask]}</span>
          </label>
        ))}
      </fieldset>
      <p className="quiet">
        There is no warning of a first payment where it pays your own contacts and accounts.
      </p>
      {!isSame && (
        <Button type="submit" kind="primary" whole busy={isBusy} disabled={read.kind === 'wrong'}>
          Save rules
        </Button>
      )}
    </form>
  )
}

function isAlike(a: SiteRules | null, b: SiteRules | undefined): boolean {
  const [one, other] = [a, b].map((rules) => typedOf(rules ?? undefined))
  return one?.cap === other?.cap && SITE_ASKS.every((ask) => one?.asks.has(ask) === other?.asks.has(ask))
}
