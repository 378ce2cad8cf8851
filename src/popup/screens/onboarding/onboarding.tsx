/** From nothing to a first vault: new words, words one has, or an address to watch. */
import { useState } from 'react'
import { Create } from './create.tsx'
import { ImportFirst } from './import.tsx'
import { WatchFirst } from './watch.tsx'
import { Welcome } from './welcome.tsx'

type Step = 'welcome' | 'create' | 'import' | 'watch'

/** `hasWords`: a vault was given up just now, so words come first. */
export function Onboarding({ hasWords }: { readonly hasWords: boolean }) {
  const [step, setStep] = useState<Step>(hasWords ? 'import' : 'welcome')
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
  }
}
