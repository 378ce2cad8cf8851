/**
 * A secret in sight goes out of sight by itself.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import { draw, drawnAt, pass } from '../../../../test/build/drawn.tsx'
import { ShownSecret } from './shown-secret.tsx'

const open = drawnAt(1_700_000_000_000)
const secret = { kind: 'seed', text: '0x00', password: '', path: '', scheme: 'sr25519' } as const

describe('a secret that is shown', () => {
  it('is hidden after a minute, however often it is drawn anew', async () => {
    let isHidden = false
    const shown = () => <ShownSecret secret={secret} onHide={() => (isHidden = true)} />
    const drawn = await draw(shown())
    open.push(drawn)
    for (const _ of [1, 2, 3]) {
      await pass(19_000)
      await drawn.redraw(shown())
    }
    expect(isHidden).toBe(false)
    await pass(3_000)
    expect(isHidden).toBe(true)
  })
})
