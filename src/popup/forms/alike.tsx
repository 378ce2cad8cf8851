/** Whether an address about to be kept could be mistaken for one that is known, and the word that says that it is meant. */
import { useState } from 'react'
import type { Address } from '#shared/domain/address.ts'
import { lookalikeOf, sentTo } from '#shared/domain/known-addresses.ts'
import { DIFFERENT, lookalikeText } from '#shared/operations/rules.ts'
import { isTyped } from '../screens/approval/weigh.ts'
import { TextField } from '../ui/field.tsx'
import { FindingNote } from '../ui/note.tsx'
import { useTopic } from '../use-topic.ts'

export interface Alike {
  /** Whether it is like none that is known, or the word was typed. What is not known yet cannot speak against it. */
  readonly isMeant: boolean
  /** The pair, where there is one. */
  readonly pair: { readonly address: Address; readonly known: Address } | undefined
  readonly nameOf: (address: Address) => string | undefined
  readonly word: string
  readonly setWord: (word: string) => void
}

/** `address` is the one in the field; undefined while it is none, or nothing is to be checked. */
export function useAlike(address: Address | undefined): Alike {
  const accounts = useTopic('accounts')
  const contacts = useTopic('contacts')
  const records = useTopic('activity')
  const [word, setWord] = useState('')
  const [of, setOf] = useState(address)
  // A word is for the address it was typed for.
  if (of !== address) {
    setOf(address)
    setWord('')
  }
  const isKnown = accounts !== undefined && contacts !== undefined && records !== undefined
  const named = [...(accounts ?? []), ...(contacts ?? [])]
  const known =
    address &&
    lookalikeOf(address, {
      accounts: accounts ?? [],
      contacts: contacts ?? [],
      sentTo: sentTo(records ?? []),
    })
  return {
    isMeant: known === undefined ? isKnown : isTyped(DIFFERENT, word),
    pair: address && known && { address, known },
    nameOf: (of) => named.find((each) => each.address === of)?.name,
    word,
    setWord,
  }
}

export interface AlikeNoteProps {
  readonly alike: Alike
  /** Whether the word is asked for. */
  readonly isAsking: boolean
}

/** Both addresses whole, with what differs marked; nothing where it is like none. */
export function AlikeNote({ alike: { pair, nameOf, word, setWord }, isAsking }: AlikeNoteProps) {
  if (pair === undefined) return null
  const text = lookalikeText(pair.address, pair.known)
  return (
    <>
      <FindingNote finding={{ id: 'lookalike', level: 'danger', text }} names={nameOf} />
      {isAsking && (
        <TextField
          code
          label={
            <>
              Type <b>{DIFFERENT}</b> if it is another, and is meant
            </>
          }
          value={word}
          onChange={setWord}
        />
      )}
    </>
  )
}
