/** Fields for text: a label, what is typed, what helps, and what is wrong with it. */
import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { IconButton } from './button.tsx'

export interface FieldProps {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  /** A sentence; shown instead of the hint, and read out when it appears. */
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  /** Monospaced, for addresses, words, paths and the like. */
  readonly code?: boolean
  readonly onBlur?: () => void
}

export interface TextFieldProps extends FieldProps {
  readonly inputMode?: 'text' | 'decimal' | 'url' | 'numeric'
  readonly maxLength?: number
  /** Stands inside, behind what is typed. */
  readonly after?: ReactNode
}

export function TextField(props: TextFieldProps) {
  return <Frame {...props}>{(shared) => <input type="text" {...shared} {...typing(props)} />}</Frame>
}

/** Hidden until asked for. The browser is not to keep it: it is the wallet's, not a site's. */
export function PasswordField(props: FieldProps & { readonly isNew?: boolean }) {
  const [isShown, setShown] = useState(false)
  const toggle = (
    <IconButton
      icon={isShown ? EyeOff : Eye}
      label={isShown ? 'Hide password' : 'Show password'}
      onClick={() => setShown(!isShown)}
    />
  )
  return (
    <Frame {...props} after={toggle}>
      {(shared) => (
        <input
          type={isShown ? 'text' : 'password'}
          {...shared}
          {...typing(props)}
          autoComplete={props.isNew ? 'new-password' : 'current-password'}
        />
      )}
    </Frame>
  )
}

export function TextArea(props: FieldProps & { readonly rows?: number }) {
  return (
    <Frame {...props}>{(shared) => <textarea rows={props.rows ?? 3} {...shared} {...typing(props)} />}</Frame>
  )
}

interface Shared {
  readonly id: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string | undefined
}

/** The label and the lines around any control; `children` gets what ties the control to them. */
function Frame(
  props: Pick<FieldProps, 'label' | 'hint' | 'error' | 'code'> & {
    readonly after?: ReactNode
    readonly children: (shared: Shared) => ReactNode
  },
) {
  const { label, hint, error, code, after, children } = props
  const id = useId()
  const hasError = error !== undefined && error !== ''
  const below = hasError || hint !== undefined
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className={['input', code && 'code', hasError && 'bad'].filter(Boolean).join(' ')}>
        {children({ id, 'aria-invalid': hasError, 'aria-describedby': below ? `${id}-below` : undefined })}
        {after}
      </div>
      <div id={`${id}-below`} aria-live="polite">
        {hasError ? (
          <p className="error">{error}</p>
        ) : (
          hint !== undefined && <div className="hint">{hint}</div>
        )}
      </div>
    </div>
  )
}

function typing(props: TextFieldProps) {
  return {
    value: props.value,
    onChange: (event: { readonly target: { readonly value: string } }) => props.onChange(event.target.value),
    onBlur: props.onBlur,
    placeholder: props.placeholder,
    autoFocus: props.autoFocus,
    disabled: props.disabled,
    inputMode: props.inputMode,
    maxLength: props.maxLength,
    spellCheck: false,
    autoComplete: 'off',
    autoCorrect: 'off',
    autoCapitalize: 'off',
  } as const
}
