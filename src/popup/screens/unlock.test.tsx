/**
 * A wrong password costs a sentence and, after several, a wait that every window knows of.
 * @vitest-environment happy-dom
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '#shared/domain/result.ts'
import { type Drawn, draw, pass, send, type } from '../../../test/build/drawn.tsx'
import type { UnlockAnswer } from '../unlocking.ts'
import { Unlock, type UnlockProps } from './unlock.tsx'

const NOW = 1_800_000_000_000
let open: Drawn | undefined
beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime(NOW)
})
afterEach(async () => {
  await open?.end()
  vi.useRealTimers()
})

async function show(answer: UnlockAnswer, props: Partial<UnlockProps> = {}) {
  const onUnlock = vi.fn(async () => answer)
  const drawn = await draw(
    <Unlock retryAt={0} onOpen={async () => ok(undefined)} onUnlock={onUnlock} {...props} />,
  )
  open = drawn
  const field = () => drawn.place.querySelector('input')
  const submit = async (password: string) => {
    await type(field(), password)
    await send(
      drawn.place.querySelector('form') ?? drawn.place,
      new Event('submit', { bubbles: true, cancelable: true }),
    )
  }
  return { drawn, onUnlock, field, submit }
}

describe('the lock', () => {
  it('8.6-80 keeps what was typed and says that it was wrong', async () => {
    const { drawn, field, submit } = await show({ kind: 'wrong-password', retryAt: 0 })
    await submit('nope')
    expect(drawn.text()).toContain('Wrong password.')
    expect(field()?.value).toBe('nope')
  })
  it('counts a wait down, and takes no password until it is over', async () => {
    const { drawn, onUnlock, submit } = await show({ kind: 'wrong-password', retryAt: NOW + 2000 })
    await submit('nope')
    expect(drawn.hasButton('Try again in 2 seconds')).toBe(true)
    await submit('again')
    expect(onUnlock).toHaveBeenCalledOnce()
    await pass(1000)
    expect(drawn.hasButton('Try again in 1 second')).toBe(true)
    await pass(1000)
    expect(drawn.hasButton('Unlock')).toBe(true)
    await submit('again')
    expect(onUnlock).toHaveBeenCalledTimes(2)
  })
  it('knows of a wait that another window brought about', async () => {
    const { drawn } = await show({ kind: 'unlocked' }, { retryAt: NOW + 60_000 })
    expect(drawn.hasButton('Try again in 1 minute')).toBe(true)
  })
  it('tells a damaged vault from a wrong password', async () => {
    const { drawn, submit } = await show({
      kind: 'failed',
      failure: { code: 'vault-damaged', details: undefined },
    })
    await submit('right')
    expect(drawn.text()).toContain('cannot be read')
    expect(drawn.text()).not.toContain('Wrong password')
  })
  it('says before any password is typed that the room stays shut', async () => {
    const { drawn } = await show(
      { kind: 'unlocked' },
      { onOpen: async () => fail({ code: 'room-unsealed', details: { check: 'network' } }) },
    )
    expect(drawn.text()).toContain('did not pass its own check')
  })
  it('forgets the password once it is open', async () => {
    const { field, submit } = await show({ kind: 'unlocked' })
    await submit('right')
    expect(field()?.value).toBe('')
  })
  it('offers no way to give the wallet up where there is none', async () => {
    const { drawn } = await show({ kind: 'unlocked' })
    expect(drawn.hasButton('I forgot the password')).toBe(false)
  })
})
