/** The site in the tab that a person looks at. */
import { useEffect, useState } from 'react'
import type { Origin } from '#shared/domain/site.ts'
import { useWallet } from '../../wallet.ts'

/** Null where there is none that can use the wallet, or where it is not known yet. Asked again when the window is come back to. */
export function useInFront(): Origin | null {
  const { background } = useWallet()
  const [origin, setOrigin] = useState<Origin | null>(null)
  useEffect(() => {
    let isOver = false
    const ask = () =>
      void background['sites.inFront'](undefined).then((answer) => {
        if (!isOver) setOrigin(answer.ok ? answer.value.origin : null)
      })
    ask()
    addEventListener('focus', ask)
    return () => {
      isOver = true
      removeEventListener('focus', ask)
    }
  }, [background])
  return origin
}
