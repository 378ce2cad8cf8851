/** Another account of words that are here already, at another path. */
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { fail } from '#shared/domain/result.ts'
import { splitPath } from '../../forms/derivation.ts'
import { TextField } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useWallet } from '../../wallet.ts'
import type { AddProps } from './add-new.tsx'
import { nextPath, secretsOf } from './arrange.ts'
import { NameStep } from './name-step.tsx'

export function AddDerived({
  accounts,
  onBack,
  onDone,
}: AddProps & { readonly accounts: readonly Account[] }) {
  const { session } = useWallet()
  const secrets = secretsOf(accounts)
  const [secret, setSecret] = useState(secrets[0]?.secret)
  const [path, setPath] = useState(() => nextPath(accounts, secrets[0]?.secret ?? ''))
  const [scheme, setScheme] = useState<'sr25519' | 'ed25519'>('sr25519')
  const hasPassword = splitPath(path).password !== ''
  return (
    <NameStep
      title="Another path"
      isReady={!hasPassword && secret !== undefined}
      onBack={onBack}
      onDone={onDone}
      onAdd={(name) =>
        secret === undefined
          ? Promise.resolve(fail({ code: 'not-found', details: { kind: 'secret' } }))
          : session.derive(secret, { path: path.trim(), scheme }, name)
      }
    >
      {secrets.length > 1 && (
        <div className="field">
          <label htmlFor="secret-of">From the words of</label>
          <div className="input">
            <select
              id="secret-of"
              value={secret}
              onChange={(event) => {
                const chosen = secrets.find((each) => each.secret === event.target.value)
                if (chosen === undefined) return
                setSecret(chosen.secret)
                setPath(nextPath(accounts, chosen.secret))
              }}
            >
              {secrets.map((each) => (
                <option key={each.secret} value={each.secret}>
                  {each.name}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
      <TextField
        label="Derivation path"
        value={path}
        code
        onChange={setPath}
        error={
          hasPassword ? 'A password after /// belongs to the words: import them with it instead.' : undefined
        }
        hint="Every path is another account. To restore it elsewhere you need the words and this path."
      />
      <div className="field">
        <span className="label">Key type</span>
        <Tabs
          label="Key type"
          value={scheme}
          onChange={setScheme}
          options={[
            { value: 'sr25519', label: 'sr25519 (usual)' },
            { value: 'ed25519', label: 'ed25519' },
          ]}
        />
      </div>
      <Note level="note">Write the path beside your words.</Note>
    </NameStep>
  )
}
