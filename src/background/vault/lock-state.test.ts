import { describe, expect, it } from 'vitest'
import { aSealedVault, aStore } from '../../../test/build/store.ts'
import type { RoomStatus } from '../../shared/protocol/room-messages.ts'
import { createLockState, type Room } from './lock-state.ts'

type Answer = Awaited<ReturnType<Room['call']['room.status']>>
const bug: Answer = { ok: false, error: { code: 'bug', details: undefined } }

/** A lock state whose room answers as told, and says what the test says. */
async function aLockState(answer: Answer) {
  const kept = aStore()
  await kept.keeper.store(aSealedVault())
  let say = (_status: RoomStatus): void => {}
  let now = 1_000
  let asked = 0
  const room: Room = {
    call: {
      'room.status': () => {
        asked++
        return Promise.resolve(answer)
      },
      'room.lock': () =>
        Promise.resolve(answer.ok ? { ok: true, value: undefined } : { ok: false, error: answer.error }),
      'room.sign': () => Promise.resolve(bug as never),
      'room.signMessage': () => Promise.resolve(bug as never),
      'room.signShielded': () => Promise.resolve(bug as never),
    },
    onStatus: (listener) => {
      say = listener
    },
  }
  const state = createLockState({ room, ...kept, clock: () => now })
  const heard: string[] = []
  state.onOpenness(({ kind }) => heard.push(kind))
  return {
    state,
    heard,
    asked: () => asked,
    say: (status: RoomStatus) => say(status),
    pass: (ms: number) => {
      now += ms
    },
  }
}

describe('whether the vault is open', () => {
  it('is asked of the room once, and then known', async () => {
    const { state, asked } = await aLockState({ ok: true, value: { kind: 'unlocked', locksAt: 9_000 } })
    expect(await state.status()).toEqual({ kind: 'unlocked', locksAt: 9_000 })
    expect(await state.status()).toEqual({ kind: 'unlocked', locksAt: 9_000 })
    expect(asked()).toBe(1)
  })
  it('is asked of the room once, however many want to know', async () => {
    const { state, asked } = await aLockState({ ok: true, value: { kind: 'unlocked', locksAt: 9_000 } })
    await Promise.all([state.status(), state.status(), state.openness()])
    expect(asked()).toBe(1)
  })
  it('is what the room said last', async () => {
    const { state, say, heard } = await aLockState(bug)
    say({ kind: 'unlocked', locksAt: 9_000 })
    expect(await state.openness()).toEqual({ kind: 'unlocked', locksAt: 9_000 })
    say({ kind: 'locked' })
    expect(await state.openness()).toEqual({ kind: 'locked' })
    expect(heard).toEqual(['unlocked', 'locked'])
  })
  it('is asked again once the deadline has passed', async () => {
    const { state, say, pass, asked } = await aLockState({
      ok: true,
      value: { kind: 'locked', retryAt: 0 },
    })
    say({ kind: 'unlocked', locksAt: 2_000 })
    pass(1_000)
    expect(await state.openness()).toEqual({ kind: 'locked' })
    expect(asked()).toBe(1)
  })
  it('is no while the room does not answer, which is not told as a lock', async () => {
    const { state, heard } = await aLockState(bug)
    expect(await state.openness()).toEqual({ kind: 'locked' })
    expect(heard).toEqual([])
  })
  it('is not taken back by an answer that was given before the room locked', async () => {
    const { state, say, heard } = await aLockState({ ok: true, value: { kind: 'unlocked', locksAt: 9_000 } })
    const asked = state.openness()
    say({ kind: 'locked' })
    expect(await asked).toEqual({ kind: 'locked' })
    expect(heard).toEqual(['locked'])
  })
  it('is told to who watches until they stop', async () => {
    const { state, say } = await aLockState(bug)
    let told = 0
    const stop = state.onChange(() => {
      told++
    })
    say({ kind: 'locked' })
    stop()
    say({ kind: 'unlocked', locksAt: 9_000 })
    expect(told).toBe(1)
  })
})

describe('a lock', () => {
  it('is known at once', async () => {
    const { state, say } = await aLockState({ ok: true, value: { kind: 'unlocked', locksAt: 9_000 } })
    say({ kind: 'unlocked', locksAt: 9_000 })
    await state.lock()
    expect(await state.openness()).toEqual({ kind: 'locked' })
  })
  it('that the room did not answer is a failure, not a lock', async () => {
    const { state, say } = await aLockState(bug)
    say({ kind: 'unlocked', locksAt: 9_000 })
    await expect(state.lock()).rejects.toMatchObject({ code: 'bug' })
    expect(await state.openness()).toMatchObject({ kind: 'unlocked' })
  })
})
