/** An account from words or a seed a person has. */
import { useState } from 'react'
import { fail } from '#shared/domain/result.ts'
import { EMPTY_DRAFT, readDraft } from '../../forms/derivation.ts'
import { SecretForm } from '../../forms/secret-form.tsx'
import { usePreview } from '../../forms/use-preview.ts'
import { useWallet } from '../../wallet.ts'
import type { AddProps } from './add-new.tsx'
import { NameStep } from './name-step.tsx'

export function AddImported({ onBack, onDone }: AddProps) {
  const { session } = useWallet()
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const preview = usePreview(session, draft)
  return (
    <NameStep
      title="Import"
      isReady={preview.kind === 'found'}
      onBack={onBack}
      onDone={onDone}
      onAdd={(name) => {
        const read = readDraft(draft)
        return read === undefined
          ? Promise.resolve(fail({ code: 'invalid-secret', details: { why: 'count' } }))
          : session.addSecret({ ...read, name })
      }}
    >
      <SecretForm draft={draft} onChange={setDraft} preview={preview} />
    </NameStep>
  )
}
