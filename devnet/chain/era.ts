// How long a signed extrinsic may live: the two-byte mortal era and its birth and death blocks (sp_runtime::generic::Era).

export type Era =
  | { readonly kind: 'immortal' }
  | { readonly kind: 'mortal'; readonly period: number; readonly phase: number }

/** Reads the era from its bytes (1 or 2). Throws when the phase is not below the period, as the node's decoder does. */
export function readEra(bytes: Uint8Array): Era {
  const [first = 0, second = 0] = bytes
  if (first === 0) return { kind: 'immortal' }
  const encoded = first | (second << 8)
  const period = 2 << (encoded & 15)
  const phase = (encoded >> 4) * Math.max(period >> 12, 1)
  if (period < 4 || phase >= period) throw new Error('invalid period and phase')
  return { kind: 'mortal', period, phase }
}

/** A mortal era of at least `period` blocks (a power of two from 4 to 65536) around the block `current`. */
export function mortalEra(period: number, current: number): Uint8Array {
  const power = Math.min(Math.max(2 ** Math.ceil(Math.log2(period)), 4), 65_536)
  const factor = Math.max(power >> 12, 1)
  const phase = Math.floor((current % power) / factor)
  const encoded = Math.min(Math.max(Math.log2(power) - 1, 1), 15) | (phase << 4)
  return Uint8Array.of(encoded & 0xff, encoded >> 8)
}

/** The block whose hash was signed: the last one at or before `current` that has the era's phase. */
export const eraBirth = (era: Era, current: number): number =>
  era.kind === 'immortal'
    ? 0
    : Math.floor((Math.max(current, era.phase) - era.phase) / era.period) * era.period + era.phase

/** The first block in which the era no longer holds, or `undefined` when it never ends. */
export const eraDeath = (era: Era, current: number): number | undefined =>
  era.kind === 'immortal' ? undefined : eraBirth(era, current) + era.period
