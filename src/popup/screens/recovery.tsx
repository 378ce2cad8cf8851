/** A vault was here and no copy of it reads: keep the pieces, then come back with the words. Never a silent new start. */
import { Download, FileWarning } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import { EraseDialog } from '../erase-dialog.tsx'
import { saveFile } from '../reading/save-file.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure.tsx'
import { Note } from '../ui/note.tsx'
import { Screen } from '../ui/screen.tsx'
import { useWallet } from '../wallet.ts'

export function Recovery({ onErased }: { readonly onErased: () => void }) {
  const { background } = useWallet()
  const [saved, setSaved] = useState<'saved' | 'nothing'>()
  const [failure, setFailure] = useState<Failure>()
  const [isErasing, setErasing] = useState(false)
  const save = async () => {
    const read = await background['vault.rawCopies'](undefined)
    if (!read.ok) return setFailure(read.error)
    setFailure(undefined)
    if (read.value.copies.length === 0) return setSaved('nothing')
    saveFile('taokey-damaged-vault.txt', read.value.copies.join('\n\n'))
    setSaved('saved')
  }
  return (
    <Screen
      title="Recovery"
      stacked
      foot={
        <>
          <Button kind="primary" icon={Download} onClick={() => void save()}>
            Save the raw copies
          </Button>
          <Button onClick={() => setErasing(true)}>Restore from words</Button>
        </>
      }
    >
      <div className="hero">
        <span className="mark warn" aria-hidden>
          <FileWarning strokeWidth={1.75} size={30} />
        </span>
        <h1>The stored vault cannot be read</h1>
        <p>
          Both copies this browser kept are missing or damaged. Your TAO is on the chain and safe; your words
          bring the accounts back.
        </p>
      </div>
      {failure !== undefined && <FailureNote failure={failure} />}
      {saved === 'saved' && (
        <Note level="ok" alert>
          Saved. The pieces are still encrypted: with your password, somebody able may read them one day.
        </Note>
      )}
      {saved === 'nothing' && (
        <Note level="caution" alert>
          There is nothing left to save: both copies are gone.
        </Note>
      )}
      {saved === undefined && <Note level="note">Save the copies first, even if you have your words.</Note>}
      {isErasing && <EraseDialog onClose={() => setErasing(false)} onErased={onErased} />}
    </Screen>
  )
}
