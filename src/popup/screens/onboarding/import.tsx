/** A first wallet from words or a seed: which account it is, then name and password. */
import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import { EMPTY_DRAFT, readDraft } from '../../forms/derivation.ts'
import { SecretForm } from '../../forms/secret-form.tsx'
import { usePreview } from '../../forms/use-preview.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useWallet } from '../../wallet.ts'
import { FirstPassword } from './first-password.tsx'

export function ImportFirst({ onBack }: { readonly onBack: () => void }) {
  const { session } = useWallet()
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [isChosen, setChosen] = useState(false)
  const preview = usePreview(session, draft)
  const create = async (name: string, password: string): Promise<Failure | undefined> => {
    const read = readDraft(draft)
    if (read === undefined) return { code: 'invalid-secret', details: { why: 'count' } }
    const done = await session.create(password, { ...read, name })
    return done.ok ? undefined : done.error
  }
  if (isChosen)
    return <FirstPassword step="2 of 2" says="Open wallet" onBack={() => setChosen(false)} onDone={create} />
  const isFound = preview.kind === 'found'
  return (
    <Screen
      title="Your keys"
      onBack={onBack}
      aside={<Tag>1 of 2</Tag>}
      onSubmit={() => isFound && setChosen(true)}
      foot={
        <Button kind="primary" type="submit" disabled={!isFound}>
          Use this account
        </Button>
      }
    >
      <SecretForm draft={draft} onChange={setDraft} preview={preview} />
    </Screen>
  )
}
