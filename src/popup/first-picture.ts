/**
 * The last picture of what is held, painted into the static shell while React is still being read. The one reader of
 * two public stored keys outside the background; a law keeps their names in step.
 */
import { decode } from '#shared/codec.ts'
import { Portfolio, wealthIn, wealthOfAll } from '#shared/domain/portfolio.ts'
import { Settings } from '#shared/domain/settings.ts'
import { printParts, type Rao } from '#shared/domain/units.ts'
import type { Memory } from './memory.ts'

/** As `background/storage/keys.ts` declares them, in the area `local`. */
export const FIRST_KEYS = { portfolio: 'portfolio', settings: 'settings' } as const

/** As `screens/home/preferences.ts` keeps them. */
const HIDES = 'taokey.hide-amounts'
const SUMS_ALL = 'taokey.all-accounts'

export interface FirstPicture {
  readonly memory: Memory
  /** ms since 1970 */
  readonly now: number
  readonly read: (names: string[]) => Promise<Record<string, unknown>>
  readonly preference: (name: string) => string | null
  readonly document: Document
}

/** The shape at once, the number as soon as the store has answered. Nothing here may fail the window. */
export async function paintFirstPicture(from: FirstPicture): Promise<void> {
  const { memory, now, document } = from
  // Locked, nobody is shown what is held before they have opened the wallet.
  if (memory.locksAt <= now) return
  document.documentElement.dataset['shell'] = 'open'
  if (from.preference(HIDES) === 'yes') return
  try {
    const stored = await from.read(Object.values(FIRST_KEYS))
    const portfolio = decode(Portfolio, stored[FIRST_KEYS.portfolio])
    const settings = decode(Settings, stored[FIRST_KEYS.settings])
    if (portfolio.network !== settings.network) return
    const total =
      from.preference(SUMS_ALL) === 'yes' ? wealthOfAll(portfolio) : totalOfOne(portfolio, settings.account)
    if (total !== undefined) paintTotal(document, total, portfolio.block.number)
  } catch {
    // No picture yet, or one of another version: the skeleton stays until the wallet answers.
  }
}

function totalOfOne(portfolio: Portfolio, account: Settings['account']): Rao | undefined {
  return account === null ? undefined : wealthIn(portfolio, account)
}

function paintTotal(document: Document, total: Rao, block: number): void {
  const place = document.getElementById('first-total')
  if (place === null) return
  const { whole, decimals } = printParts(total, 4)
  place.replaceChildren(part('unit', 'τ'), whole, part('decimals', `.${decimals}`))
  place.hidden = false
  document.getElementById('first-wait')?.remove()
  const under = document.getElementById('first-block')
  if (under !== null) under.textContent = `As of block ${block.toLocaleString('en-GB')}`

  function part(className: string, text: string): HTMLElement {
    const element = document.createElement('span')
    element.className = className
    element.textContent = text
    return element
  }
}
