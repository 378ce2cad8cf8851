/**
 * Another password: once it is changed the screen says so.
 * @vitest-environment happy-dom
 */
import { expect, it } from 'vitest'
import { drawnAt, pass, send, type } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { NOW } from '../../../../test/build/staking-topics.ts'
import { PasswordScreen } from './password.tsx'

const open = drawnAt(NOW)

it('a password that was changed is said to be so, and the focus is at the head of that', async () => {
  const { place, text } = await drawScreen(open, <PasswordScreen />, {
    background: {},
    session: { changePassword: async () => ({ kind: 'done', value: undefined }) },
    topics: {},
  })
  for (const [at, field] of [...place.querySelectorAll('input')].entries())
    await type(field, at === 0 ? 'the old one' : 'hedge orbit lantern seven')
  await send(place.querySelector('form') ?? place, new Event('submit', { bubbles: true, cancelable: true }))
  await pass(1)
  expect(text()).toContain('From now on the new password opens this wallet.')
  expect(document.activeElement).toBe(place.querySelector('h1'))
})
