/** What a request comes to is read from its bytes: the kinds of what it asks, and all TAO that leaves. */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import type { Address } from '../domain/address.ts'
import { fromHex } from '../domain/bytes.ts'
import { ORDER_TEXT } from '../domain/order-text.ts'
import { wrapMessage } from '../domain/site-message.ts'
import { MOST_RAO, type Rao, rao, TAO } from '../domain/units.ts'
import { readMetadata } from '../runtime/metadata.ts'
import { askingOf, askingOfMessage } from './asking.ts'

const B = '5GoNkf6WdbxCFnPdAnYYQyCjAKPJgLNxXwPjwTh6DGg6gN3E' as Address
const B_KEY = 'd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69'
const C = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
const PAY = `050300${C}02286bee`
const STAKE = `0702${B_KEY}010000ca9a3b00000000`

describe.runIf(hasFinney)('a call', () => {
  const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
  const asking = (hex: string, tip = 0n) => {
    if (runtime === undefined) throw new Error('no metadata')
    return askingOf(runtime.decodeCall(fromHex(`0x${hex}`)), B, rao(tip))
  }

  it.each([
    ['that pays takes what it pays', PAY, ['pay'], TAO, true],
    ['that stakes takes what it stakes', STAKE, ['stake'], TAO, true],
    ['that is a batch takes what all in it take', `0b0208${PAY}${STAKE}`, ['pay', 'stake'], 2n * TAO, true],
    ['that pays everything cannot be counted', `050400${C}00`, ['pay'], 0n, false],
    ['that unstakes alpha cannot be counted', `0703${C}010000ca9a3b00000000`, ['stake'], 0n, false],
    ['that gives a power cannot be counted', `100100${C}0000000000`, ['other'], 0n, false],
    [
      'for another account takes what is inside, and cannot be counted',
      `100000${B_KEY}00${PAY}`,
      ['other', 'pay'],
      TAO,
      false,
    ],
    ['that is hidden cannot be counted', `100600${B_KEY}${'ab'.repeat(32)}`, ['other'], 0n, false],
    ['that gives stake away is no staking', `0756${C}${B_KEY}0100010000ca9a3b00000000`, ['other'], 0n, false],
  ])('%s', (_, hex, kinds, spends, isWhole) => {
    const asked = asking(hex)
    expect({ ...asked, kinds: asked.kinds.toSorted() }).toEqual({ kinds, spends, isWhole })
  })
  it('takes all there can be at most, whatever its tip says', () => {
    if (runtime === undefined) throw new Error('no metadata')
    const tip = ((1n << 128n) - 1n) as Rao
    expect(askingOf(runtime.decodeCall(fromHex(`0x${PAY}`)), B, tip).spends).toBe(MOST_RAO)
  })
  it('takes its tip as well', () => {
    expect(asking(PAY, 5n).spends).toBe(TAO + 5n)
  })
})

describe('a message', () => {
  const ofText = (text: string) => askingOfMessage(wrapMessage(utf8ToBytes(text)))
  it('takes nothing', () => {
    expect(ofText('hello')).toEqual({ kinds: ['message'], spends: 0n, isWhole: true })
  })
  it.each([
    ['an order in words', `${ORDER_TEXT} and whatever it says`],
    ['as long as the fingerprint of an order', 'x'.repeat(32)],
  ])('that is %s cannot be counted', (_, text) => {
    expect(ofText(text).isWhole).toBe(false)
  })
})
