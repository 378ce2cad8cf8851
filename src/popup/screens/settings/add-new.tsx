/** An account with new words of its own. */
import { useState } from 'react'
import { AskBack } from '../../forms/ask-back.tsx'
import { NewWords } from '../../forms/new-words.tsx'
import { useWallet } from '../../wallet.ts'
import { NameStep } from './name-step.tsx'

export interface AddProps {
  readonly onBack: () => void
  readonly onDone: () => void
}

export function AddNew({ onBack, onDone }: AddProps) {
  const { session } = useWallet()
  const [words, setWords] = useState<readonly string[]>()
  const [step, setStep] = useState<'words' | 'ask-back' | 'name'>('words')
  if (step === 'words' || words === undefined)
    return (
      <NewWords
        words={words}
        onWords={setWords}
        step="1 of 3"
        onBack={onBack}
        onWritten={() => setStep('ask-back')}
      />
    )
  if (step === 'ask-back')
    return (
      <AskBack words={words} step="2 of 3" onBack={() => setStep('words')} onRight={() => setStep('name')} />
    )
  return (
    <NameStep
      title="Name it"
      onBack={() => setStep('ask-back')}
      onDone={onDone}
      onAdd={(name) =>
        session.addSecret({
          name,
          source: { kind: 'words', words: words.join(' '), password: '' },
          derivation: { path: '', scheme: 'sr25519' },
        })
      }
    />
  )
}
