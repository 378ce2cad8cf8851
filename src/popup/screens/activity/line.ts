/** A transaction as one line: what it does, and apart from it how much, so that neither cuts the other short. */
import type { Description, Span } from '#shared/domain/description.ts'

export interface Line {
  readonly title: readonly Span[]
  /** Where the sentence begins with one: `Send τ 10 to …`. */
  readonly amount?: { readonly value: bigint; readonly unit: 'τ' | 'α' }
}

export function lineOf({ sentence }: Pick<Description, 'sentence'>): Line {
  const [verb, amount, ...rest] = sentence
  const [next] = rest
  if (typeof verb !== 'string' || !/^\w+ $/.test(verb)) return { title: sentence }
  if (typeof amount !== 'object' || typeof next !== 'string' || !next.startsWith(' '))
    return { title: sentence }
  if ('rao' in amount) return { title: [verb.trimEnd(), ...rest], amount: { value: amount.rao, unit: 'τ' } }
  if ('alpha' in amount)
    return {
      title: [verb, 'α of ', { netuid: amount.netuid }, ...rest],
      amount: { value: amount.alpha, unit: 'α' },
    }
  return { title: sentence }
}
