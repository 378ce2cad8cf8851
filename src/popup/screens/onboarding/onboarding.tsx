/** From nothing to a first vault: new words, words one has, or an address to watch. */
import { useEffect, useMemo, useState } from 'react'
import { lazyScreen } from '../../lazy-screen.tsx'
import { type Navigation, NavigationContext } from '../../navigation.ts'
import { type Choice, Welcome } from './welcome.tsx'

const Create = lazyScreen(
  () => import('./create.tsx'),
  (module) => module.Create,
)
const ImportFirst = lazyScreen(
  () => import('./import.tsx'),
  (module) => module.ImportFirst,
)
const WatchFirst = lazyScreen(
  () => import('./watch.tsx'),
  (module) => module.WatchFirst,
)
const Network = lazyScreen(
  () => import('../settings/network.tsx'),
  (module) => module.NetworkScreen,
)

/** `hasWords`: a vault was given up just now, so words come first; it may be known only after this is on the screen. */
export function Onboarding({ hasWords }: { readonly hasWords: boolean }) {
  const [chosen, setStep] = useState<Choice | 'welcome' | undefined>(begunStep)
  // A page that is loaded again begins anew: words that stood in it are gone, and nobody is to take others for them.
  useEffect(() => history.replaceState(history.state, '', location.pathname), [])
  const step = chosen ?? (hasWords ? 'import' : 'welcome')
  const toWelcome = () => setStep('welcome')
  switch (step) {
    case 'welcome':
      return <Welcome onChoose={setStep} />
    case 'create':
      return <Create onBack={toWelcome} />
    case 'import':
      return <ImportFirst onBack={toWelcome} />
    case 'watch':
      return <WatchFirst onBack={toWelcome} />
    case 'network':
      return <FirstNetwork onBack={toWelcome} />
  }
}

/** What was chosen in the toolbar's popup, which has handed it on to this tab. */
function begunStep(): Choice | undefined {
  return (['create', 'import', 'watch'] as const).find((step) => location.hash === `#${step}`)
}

/** The network can be chosen before there is a wallet: nothing else of the settings can. */
function FirstNetwork({ onBack }: { readonly onBack: () => void }) {
  const navigation = useMemo<Navigation>(
    () => ({ here: { kind: 'settings' }, go: onBack, back: onBack }),
    [onBack],
  )
  return (
    <NavigationContext value={navigation}>
      <Network />
    </NavigationContext>
  )
}
