/** The sign of each operation where it stands in a list. */
import {
  ArrowDown,
  ArrowDownUp,
  ArrowUp,
  ArrowUpRight,
  Ban,
  Infinity as Endless,
  Gift,
  IdCard,
  Link,
  Lock,
  type LucideIcon,
  Pickaxe,
  Repeat,
  ShoppingBasket,
  Ticket,
  UserRound,
  Zap,
} from 'lucide-react'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  transfer: ArrowUpRight,
  'add-stake': ArrowUp,
  'remove-stake': ArrowDown,
  'unstake-all': ArrowDown,
  'move-stake': UserRound,
  'swap-stake': Repeat,
  'transfer-stake': ArrowDownUp,
  'claim-root': Gift,
  'claim-root-with-hotkey': Gift,
  'stake-into-basket': ShoppingBasket,
  'set-auto-stake': Pickaxe,
  'lock-stake': Lock,
  'move-lock': Lock,
  'set-perpetual-lock': Endless,
  'set-reject-locked-alpha': Ban,
  'register-hotkey': Ticket,
  'associate-hotkey': Link,
  'set-identity': IdCard,
}

export function iconOf(id: string): LucideIcon {
  return ICONS[id] ?? Zap
}
