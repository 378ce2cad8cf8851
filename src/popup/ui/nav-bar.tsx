/** The few places a person always may go. */
import type { LucideIcon } from 'lucide-react'

export interface NavItem {
  readonly label: string
  readonly icon: LucideIcon
  /** Whether one stands at it, or somewhere under it. */
  readonly here: 'page' | boolean
  readonly onGo: () => void
}

export function NavBar({ items }: { readonly items: readonly NavItem[] }) {
  return (
    <nav className="nav" aria-label="Main">
      {items.map(({ label, icon: Icon, here, onGo }) => (
        <button key={label} type="button" aria-current={here || undefined} onClick={onGo}>
          <Icon strokeWidth={1.75} aria-hidden />
          {label}
        </button>
      ))}
    </nav>
  )
}
