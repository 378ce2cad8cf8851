/** The wallet's main places: the bar at their foot, and in a wide tab the list beside every screen. */
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

export interface WalletNavProps {
  /** Which of the places one came from, where it is not the one in view. */
  readonly root?: Place['kind']
}

export function WalletNav({ root }: WalletNavProps) {
  const { here, go } = useNavigation()
  return (
    <NavBar
      items={PLACES.map(({ kind, label, icon }) => ({
        label,
        icon,
        here: here.kind === kind ? 'page' : root === kind,
        onGo: () => go({ kind }),
      }))}
    />
  )
}
