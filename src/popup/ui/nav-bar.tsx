/** The bar at the foot: the few places a person always may go. */
import type { LucideIcon } from 'lucide-react'

export interface NavItem {
  readonly label: string
  readonly icon: LucideIcon
  readonly here: boolean
  readonly onGo: () => void
}

export function NavBar({ items }: { readonly items: readonly NavItem[] }) {
  return (
    <nav className="nav" aria-label="Main">
      {items.map(({ label, icon: Icon, here, onGo }) => (
        <button key={label} type="button" aria-current={here ? 'page' : undefined} onClick={onGo}>
          <Icon strokeWidth={1.75} aria-hidden />
          {label}
        </button>
      ))}
    </nav>
  )
}
