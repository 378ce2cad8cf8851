/** What is said of a chain's error: its name at once, and its words as soon as they are read. */
import { useEffect, useState } from 'react'
import type { ChainError } from './dispatch/words.ts'
import type { Words } from './words.ts'

/** Without words of its own an error is given by name: the fee was paid, nothing else happened. */
export function plainWords({ pallet, error }: ChainError): Words {
  return {
    say: `The chain refused it: ${pallet}.${error}.`,
    next: 'Only the network fee was paid. Nothing else changed.',
  }
}

/** Undefined for what did not fail. The words come from a file of their own: most people never need them. */
export function useDispatchWords(failed: ChainError | undefined): Words | undefined {
  const [known, setKnown] = useState<{ readonly of: string; readonly words: Words | undefined }>()
  const pallet = failed?.pallet ?? ''
  const error = failed?.error ?? ''
  useEffect(() => {
    if (error === '') return
    let isOver = false
    import('./dispatch/words.ts').then(
      ({ knownWords }) => {
        if (!isOver) setKnown({ of: `${pallet}.${error}`, words: knownWords({ pallet, error }) })
      },
      // A window older than the extension's files keeps the name.
      () => {},
    )
    return () => {
      isOver = true
    }
  }, [pallet, error])
  if (failed === undefined) return undefined
  return (known?.of === `${pallet}.${error}` ? known.words : undefined) ?? plainWords(failed)
}
