/** A new password, twice, with what it is worth. */
import { PasswordField } from '../ui/field.tsx'
import { strengthOf } from './strength.ts'

export interface NewPassword {
  readonly password: string
  readonly again: string
}

export const NO_PASSWORD: NewPassword = { password: '', again: '' }

export interface PasswordFieldsProps {
  readonly value: NewPassword
  readonly onChange: (value: NewPassword) => void
  /** What the first field is called. */
  readonly label?: string
  /** What the room says of it. */
  readonly error?: string | undefined
  readonly autoFocus?: boolean
}

export function PasswordFields({
  value,
  onChange,
  label = 'Password',
  error,
  autoFocus = false,
}: PasswordFieldsProps) {
  const { level, say } = strengthOf(value.password)
  const differs =
    value.again !== '' && !value.password.startsWith(value.again) && value.again !== value.password
  return (
    <>
      <PasswordField
        label={label}
        isNew
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        error={error}
        autoFocus={autoFocus}
        hint={
          <>
            <span className="strength" data-level={level} aria-hidden>
              <i />
              <i />
              <i />
              <i />
            </span>
            {say}
          </>
        }
      />
      <PasswordField
        label="The same again"
        isNew
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={differs ? 'The two differ.' : undefined}
      />
    </>
  )
}

export function isReady({ password, again }: NewPassword): boolean {
  return password === again && strengthOf(password).enough
}
