/** An account with new words of its own. */
import { sourceOf, WordsSteps } from '../../forms/words-steps.tsx'
import { useWallet } from '../../wallet.ts'
import { NameStep } from './name-step.tsx'

export interface AddProps {
  readonly onBack: () => void
  readonly onDone: () => void
}

export function AddNew({ onBack, onDone }: AddProps) {
  const { session } = useWallet()
  return (
    <WordsSteps onBack={onBack}>
      {(words, back) => (
        <NameStep
          title="Name it"
          onBack={back}
          onDone={onDone}
          onAdd={(name) => session.addSecret({ name, ...sourceOf(words) })}
        />
      )}
    </WordsSteps>
  )
}
