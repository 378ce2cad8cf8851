/** A field for an address: shows what is wrong once it is left, and who it is as soon as it is right. */
import { useState } from 'react'
import { type Address, parseAddress } from '#shared/domain/address.ts'
import { WholeAddress } from './address-view.tsx'
import { TextArea } from './field.tsx'
import { addressProblem } from './problems.ts'

export interface AddressInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Besides a malformed address: what the form itself has against this one. */
  readonly error?: string | undefined
  readonly nameOf?: (address: Address) => string | undefined
  readonly autoFocus?: boolean
}

export function AddressInput({ label, value, onChange, error, nameOf, autoFocus }: AddressInputProps) {
  const [isLeft, setLeft] = useState(false)
  const parsed = parseAddress(value)
  // What was pasted is whole: its fault is said at once. Who types is not interrupted.
  const isSaid = !parsed.ok && parsed.error.kind !== 'empty' && (isLeft || value.trim().length > 30)
  const name = parsed.ok ? nameOf?.(parsed.value) : undefined
  return (
    <TextArea
      label={label}
      value={value}
      rows={2}
      code
      onChange={(typed) => onChange(typed.replace(/\s+/g, ''))}
      onBlur={() => setLeft(true)}
      placeholder="5…"
      {...(autoFocus && { autoFocus })}
      error={error ?? (isSaid ? addressProblem(parsed.error) : undefined)}
      hint={
        parsed.ok && (
          <>
            {name !== undefined && <p>This is “{name}”.</p>}
            <WholeAddress address={parsed.value} />
          </>
        )
      }
    />
  )
}
