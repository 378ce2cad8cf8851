/** The bar at the foot of the wallet's main places. */
import { BookUser, ChartPie, Settings as Gear, Activity as Pulse, Waypoints } from 'lucide-react'
import { useNavigation } from './navigation.ts'
import type { Place } from './place.ts'
import { NavBar } from './ui/nav-bar.tsx'

const PLACES = [
  { kind: 'home', label: 'Portfolio', icon: ChartPie },
  { kind: 'subnets', label: 'Subnets', icon: Waypoints },
  { kind: 'activity', label: 'Activity', icon: Pulse },
  { kind: 'contacts', label: 'Contacts', icon: BookUser },
  { kind: 'settings', label: 'Settings', icon: Gear },
] as const satisfies readonly { kind: Place['kind']; label: string; icon: unknown }[]

export function WalletNav() {
  const { here, go } = useNavigation()
  return (
    <NavBar
      items={PLACES.map(({ kind, label, icon }) => ({
        label,
        icon,
        here: here.kind === kind,
        onGo: () => go({ kind }),
      }))}
    />
  )
}
