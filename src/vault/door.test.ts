import { describe, expect, it } from 'vitest'
import { roomCommands } from '#shared/protocol/room-commands.ts'
import { vaultApproveMethods, vaultWalletMethods } from '#shared/protocol/vault-contract.ts'
import { alice, answerOf, aRoom, fresh, PASSWORD } from '../../test/build/room.ts'

const bug = { ok: false, error: { code: 'bug', details: undefined } }
const walletOnly = Object.keys(vaultWalletMethods).filter((name) => !Object.hasOwn(vaultApproveMethods, name))
const approveOnly = Object.keys(vaultApproveMethods).filter(
  (name) => !Object.hasOwn(vaultWalletMethods, name),
)
const secret = Object.keys({ ...vaultWalletMethods, ...vaultApproveMethods }).filter(
  (name) => !Object.hasOwn(roomCommands, name),
)

async function anOpenRoom() {
  const test = aRoom()
  await test.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice })
  return test
}

describe('the door', () => {
  it.each(walletOnly)('does not know %s on a port of the review', async (name) => {
    expect(await (await anOpenRoom()).ask('approve', name, { count: 12 })).toEqual(bug)
  })
  it.each(approveOnly)('does not know %s on a port of the wallet', async (name) => {
    expect(await (await anOpenRoom()).ask('wallet', name)).toEqual(bug)
  })
  it.each(secret)('does not know %s as a command of the background', async (name) => {
    const { room } = await anOpenRoom()
    expect(await room.command({ name, input: { count: 12 } })).toEqual(bug)
  })
  it('does not know room.sign on any port', async () => {
    const { ask } = await anOpenRoom()
    expect(await ask('wallet', 'room.sign')).toEqual(bug)
    expect(await ask('approve', 'room.sign')).toEqual(bug)
  })
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'room.'])(
    'does not take what every object has for a method: %j',
    async (name) => {
      const { room, ask } = await anOpenRoom()
      expect(await room.command({ name, input: null })).toEqual(bug)
      expect(await ask('wallet', name)).toEqual(bug)
    },
  )
  it.each([undefined, null, 3, 'room.lock', [], {}, { name: 3 }, { input: null }])(
    'passes over a command that is none: %j',
    async (command) => {
      const { room, ends } = await anOpenRoom()
      expect(await room.command(command)).toEqual(bug)
      expect(ends()).toBe(0)
    },
  )
  it('refuses a field its contract does not know', async () => {
    const { ask, bugs } = await anOpenRoom()
    expect(await ask('wallet', 'room.newWords', { count: 12, more: true })).toEqual(bug)
    expect(await ask('wallet', 'room.newWords', { count: 15 })).toEqual(bug)
    expect(bugs).toEqual(['room.newWords', 'room.newWords'])
  })
  it('refuses a vault of a version it does not know, and writes nothing', async () => {
    const { ask, states } = aRoom()
    const made = aRoom()
    const { sealed } = answerOf(
      await made.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: null }),
    )
    const input = { sealed: { ...sealed, v: 2 }, attempts: fresh, password: PASSWORD, autoLockMinutes: 15 }
    expect(await ask('wallet', 'room.unlock', input)).toEqual(bug)
    expect(states).toEqual([])
  })
  it('answers status and lock to the background as to the windows', async () => {
    const { room, wallet, approve, now, ends } = await anOpenRoom()
    const status = { kind: 'unlocked', locksAt: now() + 900_000 }
    expect(await room.command({ name: 'room.status', input: null })).toEqual({ ok: true, value: status })
    expect(answerOf(await wallet['room.status'](undefined))).toEqual(status)
    expect(answerOf(await approve['room.status'](undefined))).toEqual(status)
    expect(await room.command({ name: 'room.lock', input: null })).toEqual({ ok: true, value: null })
    expect(ends()).toBe(1)
  })
  it('says that it ends only once', async () => {
    const { room, wallet, ends } = await anOpenRoom()
    await wallet['room.lock'](undefined)
    await room.command({ name: 'room.lock', input: null })
    expect(ends()).toBe(1)
  })
  it('makes changes one after the other, so that none is lost', async () => {
    const { wallet } = await anOpenRoom()
    const paths = ['//0', '//1', '//2', '//3', '//4']
    const changes = paths.map((path) =>
      wallet['room.addSecret']({ ...alice, derivation: { path, scheme: 'sr25519' }, name: path }),
    )
    const password = wallet['room.changePassword']({
      from: PASSWORD,
      to: `${PASSWORD} again`,
      attempts: fresh,
    })
    const last = wallet['room.addSecret']({
      ...alice,
      derivation: { path: '//5', scheme: 'sr25519' },
      name: 'last',
    })
    await Promise.all([...changes, password])
    const { sealed } = answerOf(await last)
    expect(sealed.accounts.map(({ name }) => name)).toEqual(['Alice', ...paths, 'last'])
    const next = aRoom()
    const unlocked = await next.wallet['room.unlock']({
      sealed,
      attempts: fresh,
      password: `${PASSWORD} again`,
      autoLockMinutes: 15,
    })
    expect(answerOf(unlocked).outcome).toBe('unlocked')
  })
})
