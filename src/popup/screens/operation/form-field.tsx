/** One field of a form by its kind. */
import type { Account, Contact } from '#shared/domain/account.ts'
import type { Finding } from '#shared/domain/description.ts'
import type { Rao } from '#shared/domain/units.ts'
import type { Field } from '#shared/operations/fields.ts'
import { FindingNote } from '../../ui/note.tsx'
import type { Names } from '../../ui/spans.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { AddressField } from './address-field.tsx'
import { AmountField } from './amount-field.tsx'
import type { Typed } from './typed.ts'

export interface FormFieldProps {
  readonly field: Field
  readonly value: Typed
  readonly onChange: (value: Typed) => void
  readonly onBlur: () => void
  readonly problem: string | undefined
  readonly findings: readonly Finding[]
  readonly names: Names
  readonly contacts: readonly Contact[]
  readonly accounts: readonly Account[]
  readonly most: Rao | undefined
  readonly autoFocus: boolean
}

export function FormField({ field, value, findings, names, ...rest }: FormFieldProps) {
  const { onChange, onBlur, problem, contacts, accounts, most, autoFocus } = rest
  const face = { label: field.label, problem, findings, names, autoFocus, onBlur }
  switch (value.kind) {
    case 'address':
      return <AddressField {...face} {...{ value, onChange, contacts, accounts }} />
    case 'amount':
      return <AmountField {...face} {...{ value, onChange, most }} />
    case 'toggle':
      return (
        <>
          <Toggle
            label={field.label}
            hint={field.hint}
            value={value.on}
            onChange={(on) => onChange({ kind: 'toggle', on })}
          />
          {findings.map((finding) => (
            <FindingNote key={finding.id} finding={finding} names={names} />
          ))}
        </>
      )
    default:
      return null
  }
}
