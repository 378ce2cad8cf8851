/** The positions of the accounts in view, named and with what they have brought. */
import { useMemo } from 'react'
import type { Address } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { Positions } from '#shared/domain/positions.ts'
import { useKnown } from '../../reading/known.ts'
import { useAnswer } from '../../reading/use-answer.ts'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { type PositionRow, rowsOf } from './rows.ts'

export interface Held {
  /** Undefined until they were read on this network. */
  readonly positions: Positions | undefined
  readonly rows: readonly PositionRow[]
}

/** What was earned hardly changes from block to block: every five minutes. */
const EARNED_EVERY_BLOCKS = 25

export function usePositions(network: NetworkId, addresses: readonly Address[]): Held {
  const { background } = useWallet()
  const view = useTopic('positions')
  const known = useKnown(network)
  const positions = view?.positions?.network === network ? view.positions : undefined
  const asOf = positions && Math.floor(positions.block.number / EARNED_EVERY_BLOCKS)
  const earned = useAnswer(positions && { about: network, asOf }, () =>
    background['history.earned'](undefined),
  ).value?.earned
  const who = addresses.join(' ')
  const rows = useMemo(
    () =>
      rowsOf({
        positions: positions?.positions ?? [],
        of: new Set(who.split(' ') as Address[]),
        known,
        earned: earned ?? [],
      }),
    [positions, who, known, earned],
  )
  return { positions, rows }
}
