/** The page's subscribers to its accounts: when each is told, of what, and what one can do to another. */
import { describe, expect, it } from 'vitest'
import { ALICE, aPage, fails } from '../../test/build/provider-page.ts'

/** What a page's callback or promise does when it is its turn. */
const settled = () => new Promise((done) => setTimeout(done, 0))

describe('a subscriber', () => {
  it('8.3-29 is told once, later, also of an empty list', async () => {
    const { enabled, answer } = aPage()
    const { accounts } = await enabled()
    const told: unknown[] = []
    const stop = accounts.subscribe((list: unknown) => told.push(list))
    expect(typeof stop).toBe('function')
    expect(told).toEqual([])
    answer([])
    await settled()
    expect(told).toEqual([[]])
  })
  it('8.3-29 is told again only of a change', async () => {
    const { enabled, answer, tell } = aPage()
    const { accounts } = await enabled()
    const told: unknown[] = []
    accounts.subscribe((list: unknown) => told.push(list))
    answer(ALICE)
    await settled()
    tell(ALICE)
    tell([])
    expect(told).toEqual([ALICE, []])
  })
  it('8.3-33 that fails, now or later, keeps nothing from another', async () => {
    const { enabled, sent, answer, tell } = aPage()
    const { accounts } = await enabled()
    const told: unknown[] = []
    const unhandled: unknown[] = []
    const note = (cause: unknown) => unhandled.push(cause)
    process.on('unhandledRejection', note)
    accounts.subscribe(() => fails())
    accounts.subscribe(() => Promise.reject(new Error('of the page')))
    accounts.subscribe('no function')
    accounts.subscribe((list: unknown) => told.push(list))
    for (const { id } of sent.slice(-4)) answer(ALICE, id)
    await settled()
    tell([])
    await settled()
    process.off('unhandledRejection', note)
    expect(told).toEqual([ALICE, []])
    expect(unhandled).toEqual([])
  })
  it('that stopped hears nothing more, and may stop twice', async () => {
    const { enabled, sent, answer, tell } = aPage()
    const { accounts } = await enabled()
    const told: string[] = []
    const stopOne = accounts.subscribe(() => told.push('one'))
    const stopOther = accounts.subscribe(() => told.push('other'))
    const [one, other] = sent.slice(-2)
    stopOne()
    stopOne()
    answer(ALICE, one?.id)
    answer(ALICE, other?.id)
    await settled()
    expect(told).toEqual(['other'])
    expect(sent.at(-1)?.method).toBe('accounts.subscribe')
    stopOther()
    tell([])
    expect(told).toEqual(['other'])
    // Nobody listens any more: the wallet need not tell.
    expect(sent.at(-1)?.method).toBe('accounts.unsubscribe')
  })
  it('gets a list that no other subscriber has', async () => {
    const { enabled, tell } = aPage()
    const { accounts } = await enabled()
    const told: unknown[] = []
    const keep = (list: unknown[]) => {
      told.push([...list])
      list.pop()
    }
    accounts.subscribe(keep)
    accounts.subscribe(keep)
    tell(ALICE)
    expect(told).toEqual([ALICE, ALICE])
  })
})
