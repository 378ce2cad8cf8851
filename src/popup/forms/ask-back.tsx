/** Three of the words asked back: who can give them has them on paper. */
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Tag } from '../ui/row.tsx'
import { Screen } from '../ui/screen.tsx'

export interface AskBackProps {
  readonly words: readonly string[]
  readonly step?: string
  readonly onBack: () => void
  readonly onRight: () => void
}

export function AskBack({ words, step, onBack, onRight }: AskBackProps) {
  const [places] = useState(() => choosePlaces(words.length))
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const [isTold, setTold] = useState(false)
  const isRight = (place: number) => typed[place]?.trim().toLowerCase() === words[place]
  const submit = () => {
    if (places.every(isRight)) onRight()
    else setTold(true)
  }
  return (
    <Screen
      title="Which words were these?"
      onBack={onBack}
      aside={step !== undefined && <Tag>{step}</Tag>}
      onSubmit={submit}
      foot={
        <Button kind="primary" type="submit">
          Check
        </Button>
      }
    >
      <p className="quiet">Read them from your paper. Going back shows the words again.</p>
      {places.map((place, at) => (
        <TextField
          key={place}
          label={`Word ${place + 1}`}
          value={typed[place] ?? ''}
          code
          autoFocus={at === 0}
          onChange={(word) => {
            setTold(false)
            setTyped({ ...typed, [place]: word })
          }}
          error={isTold && !isRight(place) ? wrong(typed[place], place) : undefined}
        />
      ))}
    </Screen>
  )
}

function wrong(typed: string | undefined, place: number): string {
  return typed === undefined || typed.trim() === ''
    ? 'Type the word.'
    : `This is not word ${place + 1}. Look at your paper.`
}

/** Three different places in their order, one from each third: beginning, middle and end were all written. */
export function choosePlaces(count: number, random: () => number = chance): readonly number[] {
  const third = Math.floor(count / 3)
  return [0, 1, 2].map((part) => part * third + Math.floor(random() * third))
}

/** In [0, 1). Which words are asked is no secret; it only must not be guessable by habit. */
function chance(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
}
