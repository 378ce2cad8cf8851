/** A picture made from an address: two that differ anywhere look different, also when their ends agree. */
import type { Address } from '#shared/domain/address.ts'

const HUES = ['#3fd3a6', '#7c9cff', '#f2b84b', '#ff7d7d', '#b48cff', '#57c4ee', '#e98fbd', '#a3cc66'] as const

export function Avatar({ address, size = 28 }: { readonly address: Address; readonly size?: number }) {
  return (
    <span
      className="avatar"
      aria-hidden
      style={{ width: size, height: size, backgroundImage: gradientOf(address) }}
    />
  )
}

/** A calm conic gradient of three hues, chosen and turned by a hash of the whole text (FNV-1a). */
export function gradientOf(address: Address): string {
  let hash = 0x811c9dc5
  for (const letter of address) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0
  const hue = (shift: number, apart: number): string =>
    HUES[((hash >>> shift) + apart) % HUES.length] ?? HUES[0]
  const first = hue(0, 0)
  const second = hue(0, 1 + ((hash >>> 3) % 6))
  const third = hue(6, 0)
  const middle = 25 + ((hash >>> 17) % 20)
  const end = 60 + ((hash >>> 22) % 20)
  return `conic-gradient(from ${(hash >>> 9) % 360}deg, ${first}, ${second} ${middle}%, ${third} ${end}%, ${first})`
}
