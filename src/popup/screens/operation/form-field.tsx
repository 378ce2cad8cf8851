/** One field of a form by its kind. */
import type { Json } from '#shared/codec.ts'
import { addressOfKey } from '#shared/domain/address.ts'
import type { Finding } from '#shared/domain/description.ts'
import { type Field, fieldCodecs } from '#shared/operations/fields.ts'
import { FindingNote } from '../../ui/note.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { AddressField } from './address-field.tsx'
import { AmountField } from './amount-field.tsx'
import { BlocksField } from './blocks-field.tsx'
import { CrowdloanField } from './crowdloan-field.tsx'
import type { FormContext } from './form-context.ts'
import { LimitField } from './limit-field.tsx'
import { PositionField } from './position-field.tsx'
import { ProxyField } from './proxy-field.tsx'
import { ProxyTypeField } from './proxy-type-field.tsx'
import { SubnetField } from './subnet-field.tsx'
import { SubnetsField } from './subnets-field.tsx'
import { TextLineField } from './text-field.tsx'
import { type Chosen, readChosen, subnetAbout, type Typed } from './typed.ts'
import { ValidatorField } from './validator-field.tsx'

export interface FormFieldProps {
  readonly field: Field
  readonly value: Typed
  readonly onChange: (value: Typed) => void
  readonly onBlur: () => void
  readonly problem: string | undefined
  readonly findings: readonly Finding[]
  readonly context: FormContext
  readonly autoFocus: boolean
}

export function FormField(props: FormFieldProps) {
  const { field, value, onChange, onBlur, problem, findings, context, autoFocus } = props
  const { names, contacts, recent, others, quote, most } = context
  const face = { label: field.label, hint: field.hint, problem, findings, names, onBlur }
  switch (value.kind) {
    case 'address':
    case 'hotkey':
      return (
        <AddressField
          {...face}
          autoFocus={autoFocus}
          value={value}
          onChange={(text) => onChange({ ...value, text })}
          known={value.kind === 'address' ? { recent, contacts, accounts: others } : undefined}
        />
      )
    case 'amount':
    case 'alpha': {
      const isTao = value.kind === 'amount' || subnetAbout(field, context.typed) === 0
      return (
        <AmountField
          {...face}
          autoFocus={autoFocus}
          value={value.max && !context.isAsOpened ? { ...value, text: '' } : value}
          onChange={(text, max) => onChange({ ...value, text, max })}
          unit={isTao ? 'τ' : 'α'}
          most={most}
          have={haveOf(field, context)}
          brings={quote?.trades.length === 1 ? quote.trades[0]?.gets : undefined}
        />
      )
    }
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
      return <ChosenField {...props} value={value} />
  }
}

/** A field whose value is picked or set, not typed. */
function ChosenField({ value, ...props }: FormFieldProps & { readonly value: Chosen }) {
  const { field, onBlur, problem, findings, context } = props
  const { names, typed, quote } = context
  const face = { label: field.label, hint: field.hint, problem, findings, names, onBlur, context }
  const onChange = (json: Json) => props.onChange({ kind: value.kind, json })
  const hasRoot = field.root !== false
  switch (value.kind) {
    case 'subnet':
      return <SubnetField {...face} {...{ value, onChange, hasRoot }} />
    case 'subnets':
      return <SubnetsField {...face} {...{ value, onChange }} most={field.most} />
    case 'validator':
      return <ValidatorField {...face} {...{ value, onChange, field }} />
    case 'position':
      return <PositionField {...face} {...{ value, onChange, hasRoot }} />
    case 'limit':
      // Root has no price that could move.
      return subnetAbout(field, typed) === 0 ? null : (
        <LimitField {...face} {...{ value, onChange }} trade={quote?.trades[0]} />
      )
    case 'text':
      return <TextLineField {...face} {...{ value, onChange }} most={field.most} />
    case 'blocks':
      return <BlocksField {...face} {...{ value, onChange }} />
    case 'crowdloan':
      return <CrowdloanField {...face} {...{ value, onChange }} isOwn={field.own === true} />
    case 'proxy':
      return <ProxyField {...face} {...{ value, onChange }} />
    case 'proxy-type':
      return <ProxyTypeField {...face} {...{ value, onChange }} />
  }
}

/** What there is of what an amount is of: of a position, or free in the account. */
function haveOf(field: Field, { quote, positions, from, typed }: FormContext): bigint | undefined {
  if (field.of === undefined) return quote?.own?.free
  const about = typed[field.of]
  const chosen = about?.kind === 'position' ? readChosen(fieldCodecs.position, about.json) : undefined
  return positions.find(
    ({ coldkey, hotkey, netuid }) =>
      coldkey === from?.address && netuid === chosen?.netuid && addressOfKey(hotkey) === chosen.hotkey,
  )?.alpha
}
