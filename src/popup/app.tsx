/** The gates, in order: no wallet yet, one that does not read, locked; behind them the places. */
import { useEffect, useState } from 'react'
import type { Settings } from '#shared/domain/settings.ts'
import type { VaultStatus } from '#shared/domain/vault.ts'
import { latePart, lazyScreen } from './lazy-screen.tsx'
import { remember } from './memory.ts'
import { Places } from './places.tsx'
import { Silent } from './screens/silent.tsx'
import { Unlock } from './screens/unlock.tsx'
import { useShownOf } from './shown.ts'
import { setTheme } from './theme.ts'
import { useTopic } from './use-topic.ts'
import { useTouch } from './use-touch.ts'
import { useWallet } from './wallet.ts'

const Onboarding = lazyScreen(
  () => import('./screens/onboarding/onboarding.tsx'),
  (module) => module.Onboarding,
)
const Recovery = lazyScreen(
  () => import('./screens/recovery.tsx'),
  (module) => module.Recovery,
)

/** It opens a line to the room: not while the first picture is still being read. */
const VOUCHING_AFTER_MS = 500
const Vouching = latePart(
  () => import('./vouching.tsx'),
  (module) => module.Vouching,
  VOUCHING_AFTER_MS,
)

export function App() {
  const vault = useTopic('vault')
  const settings = useTopic('settings')
  const { session } = useWallet()
  // Who has just given up a damaged vault comes with words in hand.
  const [hasWords, setHasWords] = useState(false)
  useTheme(settings?.theme)
  useLocksAt(vault)
  useShownOf(settings)
  useTouch(vault?.kind === 'unlocked', session.touch)
  switch (vault?.kind) {
    case undefined:
      return <Silent />
    case 'absent':
      return <Onboarding hasWords={hasWords} />
    case 'damaged':
      return <Recovery onErased={() => setHasWords(true)} />
    case 'locked':
      return (
        <Unlock
          retryAt={vault.retryAt}
          onOpen={session.open}
          onUnlock={session.unlock}
          onErased={() => setHasWords(true)}
        />
      )
    case 'unlocked':
      return (
        <>
          <Places />
          <Vouching />
        </>
      )
  }
}

function useTheme(theme: Settings['theme'] | undefined): void {
  useEffect(() => {
    if (theme === undefined) return
    setTheme(document.documentElement, theme)
    remember({ theme })
  }, [theme])
}

/** So that the next window knows, before anything answers, whether it may show what is held. */
function useLocksAt(vault: VaultStatus | undefined): void {
  const locksAt = vault?.kind === 'unlocked' ? vault.locksAt : 0
  useEffect(() => {
    if (vault !== undefined) remember({ locksAt })
  }, [vault, locksAt])
}
