/** A line of text, as long as the chain takes it: its length is counted in bytes. */
import { type FieldFaceProps, FieldFrame } from './field-frame.tsx'
import type { Chosen } from './typed.ts'

export interface TextLineFieldProps extends FieldFaceProps {
  readonly value: Chosen
  readonly onChange: (text: string) => void
  readonly onBlur: () => void
  /** The most bytes. */
  readonly most: number | undefined
}

export function TextLineField({ value, onChange, onBlur, most, ...face }: TextLineFieldProps) {
  const text = typeof value.json === 'string' ? value.json : ''
  const used = bytesOf(text)
  const isOver = most !== undefined && used > most
  return (
    <FieldFrame
      {...face}
      problem={isOver ? `Too long by ${used - most} bytes.` : face.problem}
      aside={
        most !== undefined &&
        used > most / 2 && (
          <span aria-hidden>
            {used} of {most}
          </span>
        )
      }
    >
      {(shared) => (
        <input
          {...shared}
          type="text"
          className="plain"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => onChange(target.value)}
          onBlur={onBlur}
        />
      )}
    </FieldFrame>
  )
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
