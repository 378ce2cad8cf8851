/** Words or a seed, and which account of it: says what is wrong where it is typed, and shows the address before anything is kept. */

import { AddressView, WholeAddress } from '../ui/address-view.tsx'
import { FailureNote } from '../ui/failure.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { secretProblem } from '../ui/problems.ts'
import { Tabs } from '../ui/tabs.tsx'
import { Progress } from '../ui/waiting.tsx'
import { draftProblem, isShortPhrase, isStillTyping, type SecretDraft } from './derivation.ts'
import type { Preview } from './use-preview.ts'

export interface SecretFormProps {
  readonly draft: SecretDraft
  readonly onChange: (draft: SecretDraft) => void
  readonly preview: Preview
}

export function SecretForm({ draft, onChange, preview }: SecretFormProps) {
  const { secret, path } = errorsOf(draft, preview)
  return (
    <>
      <Tabs
        label="What you have"
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind })}
        options={[
          { value: 'words', label: 'Words' },
          { value: 'seed', label: 'Hex seed' },
        ]}
      />
      {draft.kind === 'words' ? (
        <TextArea
          label="Secret words"
          value={draft.words}
          rows={4}
          code
          autoFocus
          onChange={(words) => onChange({ ...draft, words })}
          error={secret}
          hint="12 to 24 English words, in their order."
        />
      ) : (
        <TextArea
          label="Seed"
          value={draft.seed}
          rows={3}
          code
          autoFocus
          onChange={(seed) => onChange({ ...draft, seed })}
          error={secret}
          hint="64 hexadecimal digits, with or without 0x."
        />
      )}
      <Found preview={preview} />
      <DerivationFields draft={draft} onChange={onChange} error={path} />
    </>
  )
}

function DerivationFields({
  draft,
  onChange,
  error,
}: Pick<SecretFormProps, 'draft' | 'onChange'> & { readonly error: string | undefined }) {
  return (
    <details className="more" open={draft.path !== '' || draft.scheme !== 'sr25519' || error !== undefined}>
      <summary>Path and key type</summary>
      <div className="stack">
        <TextField
          label="Derivation path"
          value={draft.path}
          code
          placeholder="//hard/soft///password"
          onChange={(path) => onChange({ ...draft, path })}
          error={error}
          hint="Leave it empty unless you used one. Every path is another account."
        />
        <div className="field">
          <span className="label">Key type</span>
          <Tabs
            label="Key type"
            value={draft.scheme}
            onChange={(scheme) => onChange({ ...draft, scheme })}
            options={[
              { value: 'sr25519', label: 'sr25519 (usual)' },
              { value: 'ed25519', label: 'ed25519' },
            ]}
          />
        </div>
      </div>
    </details>
  )
}

/** The account in sight, or what stands between. */
function Found({ preview }: { readonly preview: Preview }) {
  switch (preview.kind) {
    case 'nothing':
      return null
    case 'looking':
      return <Progress label="Looking which account this is" />
    case 'wrong':
      return preview.failure.code === 'invalid-secret' ? null : <FailureNote failure={preview.failure} />
    case 'found':
      return (
        <div className="card stack" aria-live="polite">
          <AddressView address={preview.address} name="This is the account" size={32} />
          <WholeAddress address={preview.address} />
        </div>
      )
  }
}

/** Each error under the field it is about. Who is still typing is not told off. */
function errorsOf(
  draft: SecretDraft,
  preview: Preview,
): { readonly secret: string | undefined; readonly path: string | undefined } {
  const own = draftProblem(draft)
  if (preview.kind !== 'wrong' || preview.failure.code !== 'invalid-secret')
    return { secret: undefined, path: own }
  const { details } = preview.failure
  if (details.why === 'path') return { secret: undefined, path: secretProblem(details) }
  const isEarly =
    (details.why === 'word' && isStillTyping(draft, details.word)) ||
    (details.why === 'count' && isShortPhrase(draft))
  return { secret: isEarly ? undefined : secretProblem(details), path: own }
}
