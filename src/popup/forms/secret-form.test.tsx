/**
 * What is wrong with a secret stands under the field it is about, and the account is shown before it is kept.
 * @vitest-environment happy-dom
 */

import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Address } from '#shared/domain/address.ts'
import type { Failure } from '#shared/domain/errors.ts'
import { fail, ok, type Result } from '#shared/domain/result.ts'
import { type Drawn, draw, pass, type } from '../../../test/build/drawn.tsx'
import type { Session } from '../session.ts'
import { EMPTY_DRAFT } from './derivation.ts'
import { SecretForm } from './secret-form.tsx'
import { usePreview } from './use-preview.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
const TWELVE = Array.from({ length: 12 }, () => 'bottom').join(' ')

let open: Drawn | undefined
beforeEach(() => void vi.useFakeTimers())
afterEach(async () => {
  await open?.end()
  vi.useRealTimers()
})

function Form({ session }: { readonly session: Session }) {
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  return <SecretForm draft={draft} onChange={setDraft} preview={usePreview(session, draft)} />
}

async function show(answer: Result<Address, Failure>) {
  const preview = vi.fn(async () => answer)
  const drawn = await draw(<Form session={{ preview } as unknown as Session} />)
  open = drawn
  const words = async (typed: string) => {
    await type(drawn.place.querySelector('textarea'), typed)
    await pass(300)
  }
  return { drawn, preview, words }
}
const invalid = (details: Failure<'invalid-secret'>['details']) =>
  fail({ code: 'invalid-secret' as const, details })

describe('typed words', () => {
  it('are asked about once the typing pauses', async () => {
    const { drawn, preview } = await show(ok(ALICE))
    await type(drawn.place.querySelector('textarea'), 'bottom')
    await pass(100)
    await type(drawn.place.querySelector('textarea'), 'bottom drive')
    await pass(300)
    expect(preview).toHaveBeenCalledOnce()
  })
  it('show the account they open', async () => {
    const { drawn, words } = await show(ok(ALICE))
    await words(TWELVE)
    expect(drawn.place.querySelector('[role=img]')?.getAttribute('aria-label')).toBe(ALICE)
  })
  it('say which one is wrong', async () => {
    const { drawn, words } = await show(invalid({ why: 'word', word: 3 }))
    await words('bottom drive obbey lake ')
    expect(drawn.text()).toContain('Word 3 is not on the list')
  })
  it('say nothing of the one still being typed', async () => {
    const { drawn, words } = await show(invalid({ why: 'word', word: 3 }))
    await words('bottom drive obb')
    expect(drawn.text()).not.toContain('not on the list')
  })
  it('say nothing of their number before there are twelve', async () => {
    const { drawn, words } = await show(invalid({ why: 'count' }))
    await words('bottom drive ')
    expect(drawn.text()).not.toContain('There should be')
    await words(`${TWELVE} bottom`)
    expect(drawn.text()).toContain('There should be 12, 15, 18, 21 or 24 words.')
  })
  it('say that together they do not check', async () => {
    const { drawn, words } = await show(invalid({ why: 'checksum' }))
    await words(TWELVE)
    expect(drawn.text()).toContain('together they do not check')
  })
})

describe('a path', () => {
  it('that is none is told so under its own field', async () => {
    const { drawn, words } = await show(invalid({ why: 'path' }))
    await words(TWELVE)
    expect(drawn.place.querySelector('details .error')?.textContent).toContain('//hard and /soft')
    expect(drawn.place.querySelector('textarea')?.getAttribute('aria-invalid')).toBe('false')
  })
})

describe('a room that does not answer', () => {
  it('is not taken for wrong words', async () => {
    const { drawn, words } = await show(fail({ code: 'bug', details: undefined }))
    await words(TWELVE)
    expect(drawn.place.querySelector('[role=alert]')?.textContent).toContain('Something went wrong')
  })
})
