/** Fresh words to write down, twelve or twenty-four. */
import { useEffect, useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import { isToolbarPopup, OpenInTab } from '../open-in-tab.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure.tsx'
import { Note } from '../ui/note.tsx'
import { Tag } from '../ui/row.tsx'
import { Screen } from '../ui/screen.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Skeleton } from '../ui/waiting.tsx'
import { useWallet } from '../wallet.ts'
import { WordsGrid } from './words-grid.tsx'

export interface NewWordsProps {
  /** Undefined until the room has made them; kept by the caller, so that going back shows the same. */
  readonly words: readonly string[] | undefined
  readonly onWords: (words: readonly string[]) => void
  readonly step?: string
  readonly onBack: () => void
  readonly onWritten: () => void
}

export function NewWords({ words, onWords, step, onBack, onWritten }: NewWordsProps) {
  const { session } = useWallet()
  const [count, setCount] = useState<12 | 24>(words?.length === 24 ? 24 : 12)
  const [failure, setFailure] = useState<Failure>()
  const isMade = words?.length === count
  useEffect(() => {
    if (isMade) return undefined
    let isOver = false
    void session.newWords(count).then((made) => {
      if (isOver) return
      if (made.ok) onWords(made.value.split(' '))
      setFailure(made.ok ? undefined : made.error)
    })
    return () => {
      isOver = true
    }
  }, [session, count, isMade, onWords])
  return (
    <Screen
      title="Write these down"
      onBack={onBack}
      aside={step !== undefined && <Tag>{step}</Tag>}
      foot={
        <Button kind="primary" disabled={!isMade} onClick={onWritten}>
          I wrote them down
        </Button>
      }
    >
      <p className="quiet">
        On paper, in this order. Whoever has them has your TAO. Nobody at Taokey, or anywhere, will ever ask
        for them.
      </p>
      <Tabs
        label="How many words"
        value={String(count)}
        onChange={(chosen) => setCount(chosen === '24' ? 24 : 12)}
        options={[
          { value: '12', label: '12 words' },
          { value: '24', label: '24 words' },
        ]}
      />
      {failure !== undefined && <FailureNote failure={failure} />}
      {isMade ? <WordsGrid words={words} /> : failure === undefined && <Skeleton height={168} />}
      <p className="quiet">
        Made just now, and others each time: words from a try that was not finished belong to no wallet.
      </p>
      <Note level="caution">No screenshot, no cloud note, no photo. Next, three of them are asked back.</Note>
      {isToolbarPopup() && (
        <Note level="note">
          This small window closes when you click elsewhere, and these words are gone with it.
        </Note>
      )}
      <OpenInTab />
    </Screen>
  )
}
