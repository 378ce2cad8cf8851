import { expect, it } from 'vitest'
import { aStore } from '../../../test/build/store.ts'
import { NETWORKS } from '../../shared/domain/network.ts'
import { createShelf } from '../storage/shelf.ts'
import { createHistory } from './history.ts'
import type { Pictured } from './picture.ts'

const taken = {
  network: 'finney',
  genesis: NETWORKS.finney.genesis,
  block: { number: 7, hash: NETWORKS.finney.genesis },
  readAt: 60_000,
}
const pictured = {
  portfolio: { ...taken, accounts: [] },
  positions: { ...taken, positions: [], prices: [], availability: [], claims: [] },
} as unknown as Pictured

it('the past that was being written when it was erased does not come back', async () => {
  const shelf = createShelf(aStore().parts.indexedDB, 'history')
  const history = createHistory({ shelf, records: { list: async () => [] } })
  const keeping = history.keep(pictured)
  await history.clear()
  await keeping
  expect(await shelf.names()).toEqual([])
  await history.keep(pictured)
  expect(await shelf.names()).not.toEqual([])
})
