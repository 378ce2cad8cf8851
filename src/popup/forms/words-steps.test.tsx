/**
 * New words are not lost, nor taken for others, unnoticed.
 * @vitest-environment happy-dom
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ok } from '#shared/domain/result.ts'
import { type Drawn, draw } from '../../../test/build/drawn.tsx'
import { type Wallet, WalletContext } from '../wallet.ts'
import { WordsSteps } from './words-steps.tsx'

let drawn: Drawn
beforeEach(() => void vi.stubGlobal('chrome', { extension: { getViews: () => [] } }))
afterEach(() => vi.unstubAllGlobals())

const words = Array.from({ length: 12 }, (_, at) => `word${at}`).join(' ')
const wallet = { session: { newWords: async () => ok(words) } } as unknown as Wallet

/** Whether the browser would ask before it leaves. */
const isHeld = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

describe('new words', () => {
  it('hold the page until they belong to something', async () => {
    expect(isHeld()).toBe(false)
    drawn = await draw(
      <WalletContext value={wallet}>
        <WordsSteps onBack={() => {}}>{() => null}</WordsSteps>
      </WalletContext>,
    )
    expect(drawn.text()).toContain('word11')
    expect(isHeld()).toBe(true)
    await drawn.end()
    expect(isHeld()).toBe(false)
  })
})
