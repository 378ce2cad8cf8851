/** What the last window showed of what is held, painted into the static shell before anything has answered. */
import type { Memory } from './memory.ts'

/** @param now ms since 1970 */
export function paintFirstPicture({ locksAt, total }: Memory, now: number, document: Document): void {
  // Locked, nobody is shown what is held before they have opened the wallet.
  if (locksAt <= now) return
  document.documentElement.dataset['shell'] = 'open'
  const place = document.getElementById('first-total')
  const under = document.getElementById('first-block')
  if (typeof total?.whole !== 'string' || place === null || under === null) return
  place.replaceChildren(part('unit', 'τ'), total.whole, part('decimals', `.${total.decimals}`))
  place.hidden = false
  document.getElementById('first-wait')?.remove()
  under.textContent = `As of block ${total.block}`

  function part(className: string, text: string): HTMLElement {
    const element = document.createElement('span')
    element.className = className
    element.textContent = text
    return element
  }
}
