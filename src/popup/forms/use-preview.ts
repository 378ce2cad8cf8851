/** Which account a secret gives, asked of the room while it is typed. Nothing is kept there. */
import { useEffect, useState } from 'react'
import type { Address } from '#shared/domain/address.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Session } from '../session.ts'
import { readDraft, type SecretDraft } from './derivation.ts'

export type Preview =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly address: Address }
  | { readonly kind: 'wrong'; readonly failure: Failure }

const PAUSE_MS = 250

export function usePreview(session: Session, draft: SecretDraft): Preview {
  const [answer, setAnswer] = useState<{ readonly of: SecretDraft; readonly preview: Preview }>()
  const read = readDraft(draft)
  const isEmpty = read === undefined
  useEffect(() => {
    const asked = readDraft(draft)
    if (asked === undefined) return undefined
    let isOver = false
    const timer = setTimeout(() => {
      void session.preview(asked.source, asked.derivation).then((result) => {
        if (isOver) return
        const preview: Preview = result.ok
          ? { kind: 'found', address: result.value }
          : { kind: 'wrong', failure: result.error }
        setAnswer({ of: draft, preview })
      })
    }, PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [session, draft])
  if (isEmpty) return { kind: 'nothing' }
  return answer?.of === draft ? answer.preview : { kind: 'looking' }
}
