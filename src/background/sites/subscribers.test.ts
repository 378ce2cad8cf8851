import { beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '#shared/domain/address.ts'
import type { Origin } from '#shared/domain/site.ts'
import { POKE, type ToRelay } from '#shared/protocol/site-contract.ts'
import { ACCOUNTS, C } from '../../../test/build/site-bench.ts'
import { B, DAPP } from '../../../test/build/site-requests.ts'
import { aMachine, aStore, type TestStore } from '../../../test/build/store.ts'
import type { Machine } from '../../../test/fakes/machine.ts'
import type { SiteCaller } from '../doors/site-caller.ts'
import { keys } from '../storage/keys.ts'
import { createLines, type Lines } from './lines.ts'
import { createPermissions, type Permissions } from './permissions.ts'
import { createSubscribers, type Subscribers } from './subscribers.ts'

const OTHER = 'https://other.example' as Origin
const document = (n: number, origin: Origin = DAPP): SiteCaller => ({ origin, tabId: n, documentId: `D${n}` })

let machine: Machine
let store: TestStore['store']
let lines: Lines
let permissions: Permissions
let subscribers: Subscribers
/** What each document heard on its line. */
let heard: Record<string, ToRelay[]>
/** Which documents were asked to open one. */
let poked: string[]
beforeEach(() => {
  machine = aMachine()
  const made = aStore(machine)
  store = made.store
  heard = {}
  poked = []
  lines = createLines(machine.now)
  permissions = createPermissions({
    store,
    accounts: async () => ACCOUNTS,
    onAccounts: () => {},
    clock: machine.now,
  })
  subscribers = createSubscribers({ store, lines, permissions, tabs: made.parts.browser.tabs })
})
const opened = (caller: SiteCaller) =>
  lines.open({
    ...caller,
    post: (message) => {
      heard[caller.documentId] = [...(heard[caller.documentId] ?? []), message]
    },
  })
/** A page without a line, whose relay hears what the worker says to that very document. */
const listening = ({ documentId, tabId }: SiteCaller): void =>
  machine.desk.listenIn(documentId, tabId, (message) => {
    if (message === POKE) poked.push(documentId)
  })
const listOf = (documentId: string): unknown[] =>
  (heard[documentId] ?? []).map((each) => (each.kind === 'accounts' ? JSON.parse(each.accounts) : each))
const known = async () => (await store.get(keys.subscribers)).map(({ documentId }) => documentId)
const seen = (...addresses: readonly Address[]) =>
  addresses.map((address) => expect.objectContaining({ address }) as unknown)

describe('a document that subscribed', () => {
  it('8.3-29 is told what its own site sees, and nothing of another', async () => {
    await permissions.connect(DAPP, [B])
    await permissions.connect(OTHER, [C])
    for (const caller of [document(1), document(2, OTHER), document(3)]) opened(caller)
    await subscribers.add(document(1))
    await subscribers.add(document(2, OTHER))
    await subscribers.tell()
    expect(listOf('D1')).toEqual([seen(B)])
    // Watched only: a site that does not ask for those does not get them.
    expect(listOf('D2')).toEqual([[]])
    expect(listOf('D3')).toEqual([])
  })
  it('8.3-30 is told that nothing is left when its site is taken back', async () => {
    await permissions.connect(DAPP, [B])
    opened(document(1))
    await subscribers.add(document(1))
    await permissions.forget(DAPP)
    await subscribers.tell()
    expect(listOf('D1')).toEqual([[]])
  })
  it('is told once, however often it subscribed', async () => {
    opened(document(1))
    await subscribers.add(document(1))
    await subscribers.add(document(1))
    await subscribers.tell()
    expect(listOf('D1')).toHaveLength(1)
  })
  it('hears nothing more once it is taken off', async () => {
    for (const caller of [document(1), document(2)]) {
      opened(caller)
      await subscribers.add(caller)
    }
    await subscribers.remove(({ documentId }) => documentId === 'D1')
    await subscribers.tell()
    expect([listOf('D1'), listOf('D2')]).toEqual([[], [[]]])
  })
  it('without a line is asked to open one, and is told nothing before', async () => {
    listening(document(1))
    await subscribers.add(document(1))
    await subscribers.tell()
    await expect.poll(() => poked).toEqual(['D1'])
    expect(listOf('D1')).toEqual([])
    expect(await known()).toEqual(['D1'])
  })
  it('8.2-16 that gave its tab to another is forgotten, and the other hears nothing', async () => {
    listening(document(1, OTHER))
    await subscribers.add({ ...document(1), documentId: 'D-before' })
    await subscribers.tell()
    expect(await known()).toEqual([])
    await new Promise((done) => setTimeout(done, 5))
    expect(poked).toEqual([])
  })
  it('is known to the next worker', async () => {
    await subscribers.add(document(1))
    const again = aStore(machine)
    expect(await again.store.get(keys.subscribers)).toEqual([document(1)])
  })
  it('gives way, as the oldest of 256, to a newer one', async () => {
    for (let n = 0; n < 257; n += 1) await subscribers.add(document(n))
    const all = await known()
    expect(all).toHaveLength(256)
    expect([all[0], all.at(-1)]).toEqual(['D1', 'D256'])
  })
})
