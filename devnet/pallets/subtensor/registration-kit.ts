// For tests of seats and hotkeys: a new miner, who registers it, and a chain that was changed before.
import { createTestNode, type TestNode } from '../../testkit.ts'
import { madeUp } from '../../world/chance.ts'
import type { Context } from '../context.ts'
import { meddle, subtensor } from './staking-kit.ts'

export const hotkey = madeUp('new miner', 1)
export const register = (more: object = {}, name = 'burned_register') =>
  subtensor(name, { netuid: 1, hotkey, ...more })
export const meddled = (change: (c: Context) => void): TestNode => {
  const test = createTestNode()
  meddle(test, change)
  return test
}
