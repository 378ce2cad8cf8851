/** A new wallet in three steps: words on paper, three of them asked back, a name and a password. */
import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import { AskBack } from '../../forms/ask-back.tsx'
import { NewWords } from '../../forms/new-words.tsx'
import { useWallet } from '../../wallet.ts'
import { FirstPassword } from './first-password.tsx'

export function Create({ onBack }: { readonly onBack: () => void }) {
  const { session } = useWallet()
  const [words, setWords] = useState<readonly string[]>()
  const [step, setStep] = useState<'words' | 'ask-back' | 'password'>('words')
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
      <AskBack
        words={words}
        step="2 of 3"
        onBack={() => setStep('words')}
        onRight={() => setStep('password')}
      />
    )
  const create = async (name: string, password: string): Promise<Failure | undefined> => {
    const done = await session.create(password, {
      name,
      source: { kind: 'words', words: words.join(' '), password: '' },
      derivation: { path: '', scheme: 'sr25519' },
    })
    return done.ok ? undefined : done.error
  }
  return (
    <FirstPassword step="3 of 3" says="Create wallet" onBack={() => setStep('ask-back')} onDone={create} />
  )
}
