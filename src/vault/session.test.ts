import { describe, expect, it } from 'vitest'
import { cheapKdf, PASSWORD, random } from '../../test/build/room.ts'
import { createVault } from './envelope.ts'
import { createSession, type Session } from './session.ts'

const deps = { random, passwordKey: cheapKdf }

function aSession(): { session: Session; pass: (ms: number) => void } {
  let now = 0
  const session = createSession({
    clock: () => now,
    steady: () => now,
    onState: () => undefined,
    onEnd: () => undefined,
  })
  return {
    session,
    pass: (ms) => {
      now += ms
    },
  }
}
const isWiped = (key: Uint8Array): boolean => key.every((byte) => byte === 0)

describe('the master key', () => {
  it('is wiped at the lock', async () => {
    const { session } = aSession()
    const { masterKey, ...vault } = await createVault(PASSWORD, deps)
    session.start({ ...vault, masterKey }, 15)
    expect(isWiped(masterKey)).toBe(false)
    session.lock()
    expect(isWiped(masterKey)).toBe(true)
  })
  it('is wiped when the time is over, by whatever asks next', async () => {
    const { session, pass } = aSession()
    const vault = await createVault(PASSWORD, deps)
    session.start(vault, 15)
    pass(15 * 60_000)
    expect(session.status()).toEqual({ kind: 'locked' })
    expect(isWiped(vault.masterKey)).toBe(true)
  })
  it('is wiped of a vault that is opened after the lock', async () => {
    const { session } = aSession()
    session.lock()
    const late = await createVault(PASSWORD, deps)
    expect(() => session.start(late, 15)).toThrow()
    expect(isWiped(late.masterKey)).toBe(true)
  })
  it('is wiped of whichever of two opened vaults is not held', async () => {
    const { session } = aSession()
    const older = await createVault(PASSWORD, deps)
    const newer = {
      ...older,
      masterKey: older.masterKey.slice(),
      sealed: { ...older.sealed, rev: older.sealed.rev + 1 },
    }
    session.start(newer, 15)
    session.start(older, 15)
    expect([isWiped(older.masterKey), isWiped(newer.masterKey)]).toEqual([true, false])
    expect(session.vault()).toBe(newer)
  })
})
