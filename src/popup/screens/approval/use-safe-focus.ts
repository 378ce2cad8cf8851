/** Where the focus begins. */
import { useEffect } from 'react'

/** On the safe button: whoever presses a key too early rejects. */
export function useSafeFocus(within: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    within.current?.closest('.screen')?.querySelector<HTMLElement>('.foot button')?.focus()
  }, [within])
}
