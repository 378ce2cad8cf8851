/** The names from before there were identities on the chain, read once somebody looks at a list that may need them. */
import { useEffect, useState } from 'react'

type OldNames = typeof import('./old-names.ts')

/** Kept for every list after the first. */
const read: { names?: OldNames } = {}

/** Undefined until they were read, and where this window can no longer read anything. */
export function useOldNames(): OldNames | undefined {
  const [names, setNames] = useState(read.names)
  useEffect(() => {
    if (read.names !== undefined) return
    import('./old-names.ts').then(
      (module) => {
        read.names = module
        setNames(module)
      },
      () => undefined,
    )
  }, [])
  return names
}
