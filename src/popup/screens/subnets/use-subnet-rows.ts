/** The subnets of the chain, with how their prices went over the last day as far as this wallet saw it. */
import { useMemo } from 'react'
import type { Directory } from '#shared/domain/directory.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import { useKnown } from '../../reading/known.ts'
import { useAnswer } from '../../reading/use-answer.ts'
import { useWallet } from '../../wallet.ts'
import { useNow } from '../home/use-now.ts'
import { type SubnetRow, subnetRows } from './subnet-rows.ts'

const HOUR_MS = 3600_000
const DAY_MS = 24 * HOUR_MS

export interface Subnets {
  /** Undefined until they were read. */
  readonly directory: Directory | undefined
  readonly rows: readonly SubnetRow[]
}

export function useSubnetRows(network: NetworkId): Subnets {
  const { background } = useWallet()
  const { directory } = useKnown(network)
  const from = Math.floor((useNow(HOUR_MS) - DAY_MS) / HOUR_MS) * HOUR_MS
  const since = useAnswer({ about: `${network} ${from}` }, () => background['history.pricesSince']({ from }))
    .value?.points
  const rows = useMemo(
    () => (directory === undefined ? [] : subnetRows(directory, since ?? [])),
    [directory, since],
  )
  return { directory, rows }
}
