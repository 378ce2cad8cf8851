// The switches for what only root decides on a real chain: safe mode, and the waiting times of coldkey swaps.
import type { Hex } from './chain/bytes.ts'
import type { Node } from './chain/node.ts'
import { slotsOf } from './chain/slots.ts'
import type { Context } from './pallets/context.ts'
import { enterSafeMode, leaveSafeMode, SAFE_MODE_BLOCKS } from './pallets/safe-mode.ts'
import { forgetColdkeySwap } from './pallets/subtensor/coldkey-swap.ts'
import { SubtensorModule } from './runtime/declared/subtensor-module.ts'

const { ColdkeySwapAnnouncementDelay, ColdkeySwapReannouncementDelay } = slotsOf(SubtensorModule)

interface SwapDelays {
  /** Blocks until an announced swap may be executed; 36,000 on the real chain. */
  readonly announcement?: number | undefined
  /** Blocks after that until it may be replaced or cleared; 7,200 on the real chain. */
  readonly reannouncement?: number | undefined
}

/** Each makes a block at once and returns its hash. Each throws what the chain would refuse. */
export interface RootControls {
  /** Lets the chain refuse nearly all calls for so many blocks; a day without a number. */
  readonly enterSafeMode: (blocks?: number) => Hex
  readonly leaveSafeMode: () => Hex
  readonly setColdkeySwapDelays: (delays: SwapDelays) => Hex
  /** Takes announcement and dispute off an account. */
  readonly resetColdkeySwap: (account: Hex) => Hex
}

export function createRootControls(node: Node): RootControls {
  const change = (work: (c: Context) => void): Hex => node.seal({ intervene: work }).hash
  return {
    enterSafeMode: (blocks = SAFE_MODE_BLOCKS) => change((c) => enterSafeMode(c, blocks)),
    leaveSafeMode: () => change(leaveSafeMode),
    setColdkeySwapDelays: ({ announcement, reannouncement }) =>
      change((c) => {
        if (announcement !== undefined) c.write(ColdkeySwapAnnouncementDelay, [], announcement)
        if (reannouncement !== undefined) c.write(ColdkeySwapReannouncementDelay, [], reannouncement)
      }),
    resetColdkeySwap: (account) => change((c) => forgetColdkeySwap(c, account)),
  }
}
