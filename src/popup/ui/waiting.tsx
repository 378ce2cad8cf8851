/** What stands in while something comes: a shape of the same size, or a bar that shows only after 300 ms. */

export interface SkeletonProps {
  /** In pixels, or as CSS writes it. */
  readonly width?: number | string
  readonly height?: number
}

export function Skeleton({ width = '100%', height = 14 }: SkeletonProps) {
  return <span className="skeleton" aria-hidden style={{ width, height }} />
}

/** As many rows as are to be expected, in the shape of `Row`. */
export function SkeletonRows({ count = 3 }: { readonly count?: number }) {
  return (
    <div className="rows" aria-hidden>
      {Array.from({ length: count }, (_, at) => (
        <div className="row" key={at}>
          <span className="skeleton glyph" />
          <span className="grow stack">
            <Skeleton width="46%" />
          </span>
          <Skeleton width={72} />
        </div>
      ))}
    </div>
  )
}

/** A bar of unknown length. `label` is for who cannot see it. */
export function Progress({ label }: { readonly label: string }) {
  return <div className="progress" role="progressbar" aria-label={label} />
}
