/** A new wallet in three steps: words on paper, three of them asked back, a name and a password. */
import type { Failure } from '#shared/domain/errors.ts'
import { sourceOf, WordsSteps } from '../../forms/words-steps.tsx'
import { useWallet } from '../../wallet.ts'
import { FirstPassword } from './first-password.tsx'

export function Create({ onBack }: { readonly onBack: () => void }) {
  const { session } = useWallet()
  return (
    <WordsSteps onBack={onBack}>
      {(words, back) => {
        const create = async (name: string, password: string): Promise<Failure | undefined> => {
          const done = await session.create(password, { name, ...sourceOf(words) })
          return done.ok ? undefined : done.error
        }
        return <FirstPassword step="3 of 3" says="Create wallet" onBack={back} onDone={create} />
      }}
    </WordsSteps>
  )
}
