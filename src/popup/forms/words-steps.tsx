/** New words in three steps: written on paper, three of them asked back, and then what is done with them. */
import { type ReactNode, useEffect, useState } from 'react'
import { AskBack } from './ask-back.tsx'
import { NewWords } from './new-words.tsx'

export interface WordsStepsProps {
  readonly onBack: () => void
  /** The third step, once the words stand on paper, with the way back to the second. */
  readonly children: (words: readonly string[], back: () => void) => ReactNode
}

export function WordsSteps({ onBack, children }: WordsStepsProps) {
  const [words, setWords] = useState<readonly string[]>()
  const [step, setStep] = useState<1 | 2 | 3>(1)
  useHold(words !== undefined)
  if (step === 1 || words === undefined)
    return (
      <NewWords words={words} onWords={setWords} step="1 of 3" onBack={onBack} onWritten={() => setStep(2)} />
    )
  if (step === 2)
    return <AskBack words={words} step="2 of 3" onBack={() => setStep(1)} onRight={() => setStep(3)} />
  return children(words, () => setStep(2))
}

/** The browser asks before it leaves the page: the words in it are nowhere else but on paper, and belong to nothing yet. */
function useHold(isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return undefined
    const hold = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [isHeld])
}

/** Words as where a first account comes from: without a password of their own, at no path. */
export function sourceOf(words: readonly string[]) {
  return {
    source: { kind: 'words', words: words.join(' '), password: '' },
    derivation: { path: '', scheme: 'sr25519' },
  } as const
}
