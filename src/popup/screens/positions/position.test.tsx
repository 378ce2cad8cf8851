/**
 * The page of a position: what is done most often stands at its foot, as long as it can be done.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import { addressOfKey } from '#shared/domain/address.ts'
import { ok } from '#shared/domain/result.ts'
import { click, drawnAt } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { aPosition, MAIN, NOW, somePositions, stakedTopics } from '../../../../test/build/staking-topics.ts'
import { Position } from './position.tsx'

const open = drawnAt(NOW)
const position = aPosition()
const address = addressOfKey(position.hotkey)

async function openPosition(isWatched = false) {
  const topics = stakedTopics(somePositions([position]))
  const account = { kind: 'watch', address: MAIN.address, name: 'Main', hidden: false } as const
  return drawScreen(open, <Position {...position} />, {
    background: {
      'history.position': async () => ok({ points: [] }),
      'history.earned': async () => ok({ earned: [] }),
      'operations.quote': async () => ok({ trades: [] }),
    },
    topics: isWatched ? { ...topics, accounts: [account] } : topics,
  })
}

describe('a position', () => {
  it('is added to and taken out of from its foot', async () => {
    for (const [says, operation, filled] of [
      ['Unstake', 'remove-stake', { position: { hotkey: address, netuid: position.netuid } }],
      ['Stake more', 'add-stake', { subnet: position.netuid, validator: address }],
    ] as const) {
      const { button, navigation } = await openPosition()
      await click(button(says))
      expect(navigation.go).toHaveBeenCalledWith({ kind: 'operation', operation, filled })
    }
  })
  it('has no foot where its key is not in the wallet', async () => {
    const { place, text } = await openPosition(true)
    expect(text()).toContain('The key of this account is not in this wallet.')
    expect(place.querySelector('footer')).toBeNull()
  })
})
