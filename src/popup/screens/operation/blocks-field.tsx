/** A number of blocks, with the time it is beside it. */
import { useState } from 'react'
import { printTime } from '#shared/domain/blocks.ts'
import { type FieldFaceProps, FieldFrame } from './field-frame.tsx'
import type { Chosen } from './typed.ts'

/** Blocks are counted in 32 bits. */
const MOST = 0xffff_ffff

export interface BlocksFieldProps extends FieldFaceProps {
  readonly value: Chosen
  /** Null for what is no number. */
  readonly onChange: (value: number | null) => void
  readonly onBlur: () => void
}

export function BlocksField({ value, onChange, onBlur, ...face }: BlocksFieldProps) {
  const number = typeof value.json === 'number' ? value.json : undefined
  const [text, setText] = useState(number === undefined ? '' : String(number))
  const read = (typed: string) => {
    setText(typed)
    const isNumber = /^\d{1,10}$/.test(typed.trim()) && Number(typed) <= MOST
    onChange(isNumber ? Number(typed) : null)
  }
  return (
    <FieldFrame
      {...face}
      aside={number !== undefined && number > 0 && <span>about {printTime(number)}</span>}
    >
      {(shared) => (
        <span className="amount-input">
          <input
            {...shared}
            type="text"
            inputMode="numeric"
            className="plain"
            autoComplete="off"
            value={text}
            onChange={({ target }) => read(target.value)}
            onBlur={onBlur}
          />
          <span className="unit">blocks</span>
        </span>
      )}
    </FieldFrame>
  )
}
