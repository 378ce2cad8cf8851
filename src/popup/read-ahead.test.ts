/** What a window reads before its screens stand: what is in front alone, once, and only where it can be decided on. */
import { describe, expect, it } from 'vitest'
import type { Approval } from '#shared/domain/approval.ts'
import { fail } from '#shared/domain/result.ts'
import type { VaultStatus } from '#shared/domain/vault.ts'
import { aPayloadRequest } from '../../test/build/site-requests.ts'
import { readAhead } from './read-ahead.ts'
import type { Scope } from './screens/approval/choose.ts'
import type { ReviewRooms } from './screens/approval/read-approval.ts'
import type { TopicName, Topics } from './use-topic.ts'

const site = aPayloadRequest()
const asked = (id: string, request: Approval['request'] = site, askedAt = 0): Approval => ({
  id: id.repeat(16) as Approval['id'],
  network: 'finney',
  request,
  askedAt,
  expiresAt: 600_000,
  state: { kind: 'pending' },
})
const first = asked('0a')
const second = asked('0b', site, 1)
const connect = asked('0c', { kind: 'connect', origin: 'https://a.example', name: 'A', replies: [] } as never)
const UNLOCKED: VaultStatus = { kind: 'unlocked', locksAt: 0 }
const LOCKED: VaultStatus = { kind: 'locked', retryAt: 0 }

/** A window with a worker that says what it is told to say, and answers every reading with a failure of its own. */
function aWindow(scope: Promise<Scope> = Promise.resolve('sites')) {
  const values = new Map<TopicName, unknown>()
  const watching = new Map<TopicName, Set<() => void>>()
  const read: string[] = []
  const topics: Topics = {
    get: ((name: TopicName) => values.get(name)) as Topics['get'],
    isFresh: () => true,
    watch: (name, listener) => {
      const all = watching.get(name) ?? new Set()
      watching.set(name, all.add(listener))
      return () => void all.delete(listener)
    },
  }
  const rooms = {
    background: {
      'approvals.material': async ({ id }: { readonly id: string }) => {
        read.push(id)
        return fail({ code: 'offline', details: undefined } as const)
      },
    },
  } as unknown as ReviewRooms
  const ahead = readAhead(rooms, topics, scope)
  const say = async (name: TopicName, value: unknown): Promise<void> => {
    values.set(name, value)
    for (const listener of [...(watching.get(name) ?? [])]) listener()
    await new Promise((over) => setTimeout(over))
  }
  return { ahead, say, read }
}

describe('what is read ahead', () => {
  it('is what is in front, as soon as approvals and vault are known', async () => {
    const { ahead, say, read } = aWindow()
    await say('approvals', [second, first])
    expect(read).toEqual([])
    await say('vault', UNLOCKED)
    expect(read).toEqual([first.id])
    expect(await ahead(first)).toMatchObject({ kind: 'failed', failure: { code: 'offline' } })
  })

  it('is given once: who asks again wants it as it is then', async () => {
    const { ahead, say, read } = aWindow()
    await say('vault', UNLOCKED)
    await say('approvals', [first])
    void ahead(first)
    expect(ahead(first)).toBeUndefined()
    await say('approvals', [first])
    expect(read).toEqual([first.id])
  })

  it('is not given for another', async () => {
    const { ahead, say } = aWindow()
    await say('vault', UNLOCKED)
    await say('approvals', [first])
    expect(ahead(second)).toBeUndefined()
  })

  it('waits until it is known whose window this is', async () => {
    let tell: (scope: Scope) => void = () => {}
    const { say, read } = aWindow(new Promise((known) => (tell = known)))
    await say('vault', UNLOCKED)
    await say('approvals', [first])
    expect(read).toEqual([])
    tell('sites')
    await say('approvals', [first])
    expect(read).toEqual([first.id])
  })

  it.each([
    ['of a locked wallet', LOCKED, first],
    ['where there are no keys', { kind: 'absent' } as const, first],
    ['of a connection, which no room reads', UNLOCKED, connect],
  ])('is nothing %s', async (_, vault, approval) => {
    const { ahead, say, read } = aWindow()
    await say('vault', vault)
    await say('approvals', [approval])
    expect(read).toEqual([])
    // Nor later: what is in front is then read by its screen.
    await say('vault', UNLOCKED)
    expect(read).toEqual([])
    expect(ahead(approval)).toBeUndefined()
  })

  it('is nothing once the screen stands: it reads for itself', async () => {
    const { ahead, say, read } = aWindow()
    expect(ahead(first)).toBeUndefined()
    await say('vault', UNLOCKED)
    await say('approvals', [first])
    expect(read).toEqual([])
  })
})
