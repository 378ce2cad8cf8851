// How heavy an extrinsic may be (System.BlockWeights of the runtime; the extension CheckWeight, spec 424).
import type { Release } from './release.ts'

interface Limits {
  readonly per_class: { readonly normal: { readonly max_extrinsic?: { readonly ref_time: bigint } } }
}

/** In picoseconds, what every extrinsic weighs by itself already taken off; undefined where nothing bounds it. */
export function heaviestIn({ runtime }: Release): bigint | undefined {
  const limits: Limits | undefined = runtime.pallets.find(({ name }) => name === 'System')?.constants?.[
    'BlockWeights'
  ]?.value
  return limits?.per_class.normal.max_extrinsic?.ref_time
}
