/** A form keeps what is typed as it is typed: the toolbar's popup closes as soon as somebody looks elsewhere for an address. */
import { useEffect, useRef } from 'react'
import type { OperationId } from '#shared/operations/index.ts'
import { recall, remember } from '../../memory.ts'
import { leftAs } from '../../navigation.ts'
import type { TypedFields } from './typed.ts'

/** `typed`, as it may be kept, is undefined while nobody has changed anything. */
export function useKept(operation: OperationId, typed: TypedFields | undefined): void {
  const last = useRef('')
  useEffect(() => {
    if (typed === undefined) return
    const key = JSON.stringify(typed)
    if (key === last.current) return
    last.current = key
    remember({ trail: leftAs(recall().trail, { kind: 'operation', operation, typed }) })
  })
}
