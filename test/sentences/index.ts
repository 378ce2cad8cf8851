/** The sentences of every operation, by what they are about. */
import { coldkeySwap } from './coldkey-swap.ts'
import { crowdloans } from './crowdloans.ts'
import { hotkeys } from './hotkeys.ts'
import { locks } from './locks.ts'
import { movements } from './movements.ts'
import { proxies } from './proxies.ts'
import { root } from './root.ts'
import { sending } from './sending.ts'
import { stake } from './stake.ts'
import type { Told } from './told.ts'

export const SENTENCES: readonly (readonly [about: string, told: readonly Told[]])[] = [
  ['coldkey swaps', coldkeySwap],
  ['crowdloans', crowdloans],
  ['hotkeys', hotkeys],
  ['locks', locks],
  ['movements', movements],
  ['proxies', proxies],
  ['root', root],
  ['sending', sending],
  ['stake', stake],
]
