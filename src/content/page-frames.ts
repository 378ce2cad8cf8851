/** What passes between a page's world and the relay's, over their own port. JSON travels as text: each reader makes a copy. */
import type { SiteError } from '#shared/protocol/site-contract.ts'

/** `input` are the arguments, as JSON. */
export interface FromPage {
  readonly id: number
  readonly method: string
  readonly input: string
}

/** An answer to a request, or the accounts every subscriber sees now. */
export type ToPage =
  | { readonly id: number; readonly value: string }
  | { readonly id: number; readonly error: SiteError }
  | { readonly accounts: string }

export function readFromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const { id, method, input } = message as Record<string, unknown>
  return typeof id === 'number' && typeof method === 'string' && typeof input === 'string'
    ? { id, method, input }
    : undefined
}
