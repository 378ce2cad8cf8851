/** An answer of the background that a screen shows: asked for once, and again when its subject or the time has changed. */
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { Result } from '#shared/domain/result.ts'

/** `value` is the last one of the same subject; with a `failure` beside it, it is no longer the newest. */
export interface Answer<T> {
  readonly value: T | undefined
  readonly failure: Failure | undefined
}

export interface Question {
  /** What it is about. Another subject's answer is none. */
  readonly about: string
  /** What makes the last answer old, while it stays in sight: a block, say. */
  readonly asOf?: string | number | undefined
}

const NOTHING: Answer<never> = { value: undefined, failure: undefined }

/** Asks nothing while `question` is undefined. */
export function useAnswer<T>(
  question: Question | undefined,
  ask: () => Promise<Result<T, Failure>>,
): Answer<T> {
  const about = question?.about
  const asOf = question?.asOf
  const [held, setHeld] = useState<{ readonly about: string; readonly answer: Answer<T> }>()
  const asking = useRef(ask)
  asking.current = ask
  useEffect(() => {
    if (about === undefined) return undefined
    // Named here because a new one is what asks again.
    void asOf
    let isWanted = true
    void asking.current().then((result) => {
      if (!isWanted) return
      setHeld((last) => ({
        about,
        answer: result.ok
          ? { value: result.value, failure: undefined }
          : { value: last?.about === about ? last.answer.value : undefined, failure: result.error },
      }))
    })
    return () => {
      isWanted = false
    }
  }, [about, asOf])
  return held !== undefined && held.about === about ? held.answer : NOTHING
}
