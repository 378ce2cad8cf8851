/** Words or seed in sight: for a minute, and no longer than the window is looked at. */
import { useEffect, useRef } from 'react'
import { WordsGrid } from '../../forms/words-grid.tsx'
import type { Revealed } from '../../session.ts'
import { Note } from '../../ui/note.tsx'
import { Fact, Facts } from '../../ui/row.tsx'

export interface ShownSecretProps {
  readonly secret: Revealed
  readonly onHide: () => void
}

const SHOWN_MS = 60_000

export function ShownSecret({ secret, onHide }: ShownSecretProps) {
  const hiding = useRef(onHide)
  hiding.current = onHide
  // Once: what is drawn anew around it, as after every click, must not begin the minute again.
  useEffect(() => {
    const hide = () => hiding.current()
    const timer = setTimeout(hide, SHOWN_MS)
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') hide()
    }
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [])
  return (
    <>
      {secret.kind === 'words' ? (
        <WordsGrid words={secret.text.split(' ')} />
      ) : (
        <p className="card hash">{secret.text}</p>
      )}
      <div className="card">
        <Facts>
          <Fact label="Derivation path">{secret.path === '' ? 'none' : <code>{secret.path}</code>}</Fact>
          {secret.password !== '' && (
            <Fact label="Derivation password">
              <code>{secret.password}</code>
            </Fact>
          )}
          <Fact label="Key type">{secret.scheme}</Fact>
        </Facts>
      </div>
      <Note level="caution">
        On paper only. It is hidden again in a minute, or as soon as you look elsewhere.
        {beside(secret)}
      </Note>
    </>
  )
}

/** What has to be written down with the secret, or it opens another account. */
function beside({ path, password }: Revealed): string {
  if (path === '' && password === '') return ''
  const what =
    path === '' ? 'password belongs' : password === '' ? 'path belongs' : 'path and password belong'
  return ` The ${what} to it: write that down too.`
}
