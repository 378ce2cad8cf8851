/** A person's decision on what a site asked is held against what is so at that moment, and only then is anything signed. */
import { base64 } from '@scure/base'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import type { ApprovalId, ApprovalState } from '#shared/domain/approval.ts'
import type { Hash, Hex } from '#shared/domain/bytes.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Origin } from '#shared/domain/site.ts'
import type { SigningRequest } from '#shared/domain/site-request.ts'
import { rao, TAO } from '#shared/domain/units.ts'
import { readMetadata } from '#shared/runtime/metadata.ts'
import { finneyChain } from '../../../test/build/finney-chain.ts'
import { ALICE, alice, answerOf, aRoom, PASSWORD, random, type TestRoom } from '../../../test/build/room.ts'
import { ACCOUNTS } from '../../../test/build/site-bench.ts'
import { A1, A5, aMessageRequest, aPayloadRequest, B, B1, DAPP } from '../../../test/build/site-requests.ts'
import { aStore } from '../../../test/build/store.ts'
import { createMachine } from '../../../test/fakes/machine.ts'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { createApprovals } from '../approvals/approvals.ts'
import type { Chain } from '../chain/chain.ts'
import { answerOf as answerToPage } from '../sites/answers.ts'
import { createPermissions } from '../sites/permissions.ts'
import { createSpendings } from '../sites/spendings.ts'
import { createLockState } from '../vault/lock-state.ts'
import { createRealm } from '../vault/realm.ts'
import type { Decision } from './sign.ts'
import { createSiteSigner } from './sign-site.ts'

const STALE = (moved: string) => ({ code: 'stale', details: { moved } })

describe.runIf(hasFinney)('a decision on what a site asked', () => {
  const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
  const metadata = hasFinney ? base64.encode(finneyMetadata()) : ''
  let test: Awaited<ReturnType<typeof aSigner>>
  beforeEach(async () => {
    test = await aSigner()
  })

  /** The signer with the real room, stores and permissions; only the chain is what the test says it is. */
  async function aSigner() {
    if (runtime === undefined) throw new Error('no metadata')
    const room = await anOpenRoom()
    const asked: string[] = []
    const machine = createMachine((command) => {
      asked.push((command as { readonly name: string }).name)
      return room.room.command(command)
    })
    const { store, keeper, parts } = aStore(machine)
    const realm = createRealm(parts.realmBrowser, async () => {})
    const world: { accounts: readonly Account[]; chain: Partial<Chain>; asleepUntil: number; cuts: boolean } =
      {
        accounts: ACCOUNTS,
        chain: finneyChain(runtime),
        asleepUntil: 0,
        cuts: false,
      }
    const clock = room.now
    const approvals = createApprovals({ store, withLock: parts.withLock, clock, random, wakeAt: () => {} })
    const accounts = async () => world.accounts
    const permissions = createPermissions({ store, accounts, onAccounts: () => {}, clock })
    const spendings = createSpendings({ store, permissions, clock })
    const lockState = createLockState({ room: realm, keeper, store, clock })
    await permissions.connect(DAPP, [B])
    const offline = () => Promise.reject(new WalletError('offline'))
    /** The room's signature; or all of it but the last byte, so that what is made with it is another transaction. */
    const sign: (typeof realm.call)['room.sign'] = async (input) => {
      const signed = await realm.call['room.sign'](input)
      if (!signed.ok || !world.cuts) return signed
      return { ok: true, value: { ...signed.value, signature: signed.value.signature.slice(0, -2) as Hex } }
    }
    const signer = createSiteSigner({
      chain: {
        live: () => world.chain.live?.() ?? offline(),
        head: () => world.chain.head?.() ?? offline(),
        answers: async () => [world.asleepUntil === 0 ? undefined : world.asleepUntil],
      },
      room: { call: { ...realm.call, 'room.sign': sign } },
      approvals,
      permissions,
      spendings,
      lockState,
      clock,
    })
    /** Asked by the site, shown by the room, and agreed to in its window. */
    const shown = async (request: SigningRequest): Promise<Decision> => {
      const { id } = await approvals.ask(request, 'finney')
      const { digest, metadataHash, spends } = answerOf(
        await room.approve['room.describeSite']({ id, request, metadata, ruled: null }),
      )
      answerOf(await room.approve['room.consent']({ id, digest, verdict: true }))
      return { id, verdict: true, digest, metadataHash, spends: spends ?? undefined }
    }
    const stateOf = async ({ id }: Pick<Decision, 'id'>): Promise<ApprovalState> =>
      (await approvals.get(id)).state
    const heard = async ({ id }: Pick<Decision, 'id'>) => answerToPage(await approvals.get(id))
    const signatures = () => asked.filter((name) => name.startsWith('room.sign')).length
    return {
      ...room,
      lockState,
      world,
      approvals,
      permissions,
      spendings,
      signer,
      shown,
      stateOf,
      heard,
      signatures,
    }
  }

  const pending = { kind: 'pending' }

  it('gives a page no transaction that is not, byte for byte, what it asked (SIG-16)', async () => {
    const decision = await test.shown(aPayloadRequest({ withSignedTransaction: true }))
    test.world.cuts = true
    await expect(test.signer.decide(decision)).rejects.toThrow('an extrinsic that was not asked for')
    expect(await test.stateOf(decision)).toEqual(pending)
    expect(await test.heard(decision)).toBeUndefined()
    test.world.cuts = false
    await test.signer.decide(decision)
    expect(await test.stateOf(decision)).toMatchObject({ kind: 'answered' })
  })

  describe('is carried out', () => {
    it('8.4-37 with the signature of the vector, its kind before it', async () => {
      const decision = await test.shown(aPayloadRequest())
      await test.signer.decide(decision)
      expect(await test.stateOf(decision)).toEqual({
        kind: 'answered',
        signature: A1.signature,
        at: test.now(),
      })
    })
    it('8.5-57 with the bare 64 bytes of a message', async () => {
      const decision = await test.shown(aMessageRequest())
      await test.signer.decide(decision)
      expect(await test.stateOf(decision)).toMatchObject({ kind: 'answered', signature: B1.signature })
    })
    it('with the whole transaction where its page takes it, raised to mode 1', async () => {
      const decision = await test.shown(aPayloadRequest({ withSignedTransaction: true }))
      await test.signer.decide(decision)
      const state = await test.stateOf(decision)
      if (state.kind !== 'answered') throw new Error(state.kind)
      expect(state.signature).toBe(A5.signature)
      expect(state.transaction).toContain(A5.signature.slice(2))
    })
    it('8.6-67 once: what is decided again is signed by nobody', async () => {
      const decision = await test.shown(aPayloadRequest())
      await Promise.all([test.signer.decide(decision), test.signer.decide(decision)])
      await test.signer.decide(decision)
      expect(test.signatures()).toBe(1)
    })
    it('counting for the day of its site what leaves, before its page can have the signature', async () => {
      await test.permissions.setRules(DAPP, { cap: rao(10n * TAO), asks: null })
      await test.signer.decide(await test.shown(aPayloadRequest()))
      expect(await test.spendings.ruled(DAPP)).toMatchObject({ spent: TAO })
    })
  })

  describe('is not carried out, and nothing is signed,', () => {
    const refused = async (decision: Decision, failure: object, then: object = pending): Promise<void> => {
      await expect(test.signer.decide(decision)).rejects.toMatchObject(failure)
      expect(await test.stateOf(decision)).toMatchObject(then)
      expect(test.signatures()).toBe(0)
    }

    it.each([
      ['a transaction', aPayloadRequest()],
      ['a message', aMessageRequest()],
    ] as const)('8.6-66 when the digest is not the one of %s that was stored', async (_, request) => {
      const decision = await test.shown(request)
      const other = (await test.shown(aPayloadRequest({ nonce: '0x08' }))).digest
      for (const digest of [other, `0x${'00'.repeat(32)}` as Hash])
        await refused({ ...decision, digest }, STALE('consent'))
    })
    it('8.6-66 when it names other metadata than it was read with, or none', async () => {
      const decision = await test.shown(aPayloadRequest({ withSignedTransaction: true }))
      for (const metadataHash of [`0x${'00'.repeat(32)}` as Hash, null])
        await refused({ ...decision, metadataHash }, STALE('consent'))
    })
    it('8.6-81 when the site was taken back while it was on the screen', async () => {
      const decision = await test.shown(aPayloadRequest())
      await test.permissions.forget(DAPP)
      await refused(decision, STALE('approval'), { kind: 'rejected', why: 'revoked' })
      expect(await test.heard(decision)).toEqual({
        ok: false,
        error: { code: 4100, message: `The source ${DAPP} has not been enabled yet` },
      })
    })
    it.each<[string, { readonly accounts?: readonly Account[]; readonly shared?: readonly Address[] }]>([
      ['the site sees another account only', { shared: [ALICE] }],
      ['the account left the wallet', { accounts: [] }],
      [
        'the account is only watched now',
        { accounts: [{ kind: 'watch', address: B, name: 'Bob', hidden: false }] },
      ],
    ])('8.6-81 when %s', async (_, { accounts = ACCOUNTS, shared = [B] }) => {
      for (const request of [aPayloadRequest(), aMessageRequest()]) {
        const decision = await test.shown(request)
        test.world.accounts = accounts
        await test.permissions.setAccounts(DAPP, shared)
        await refused(decision, STALE('approval'), { kind: 'rejected', why: 'revoked' })
        test = await aSigner()
      }
    })
    it.each([
      ['spec', { spec: 425 }, 425],
      ['version of transactions', { txVersion: 2 }, 424],
      ['chain', { genesis: `0x${'12'.repeat(32)}` as Hash }, 424],
    ] as const)('8.6-82 when the network has another %s by now', async (_, change, live) => {
      const decision = await test.shown(aPayloadRequest())
      const { chain } = test.world
      test.world.chain = {
        ...chain,
        live: async () => ({ ...(await chain.live?.()), ...change }) as Awaited<ReturnType<Chain['live']>>,
      }
      await refused(decision, STALE('runtime'), { kind: 'outdated', live })
      expect(await test.heard(decision)).toMatchObject({
        error: {
          code: 4902,
          message: `Runtime version mismatch: payload is for 424, network is at ${live}. Reload the page.`,
        },
      })
    })
    it('while no node says which runtime there is; a message needs none', async () => {
      const decision = await test.shown(aPayloadRequest())
      const message = await test.shown(aMessageRequest())
      test.world.chain = {}
      await refused(decision, { code: 'offline' })
      await test.signer.decide(message)
      expect(await test.stateOf(message)).toMatchObject({ kind: 'answered' })
    })
    it('while the chain is in safe mode, and once that is over it is', async () => {
      const decision = await test.shown(aPayloadRequest())
      test.world.asleepUntil = 10_000_000
      await refused(decision, {
        code: 'refused',
        details: { why: 'the chain is in safe mode until block 10000000 and takes no such call' },
      })
      test.world.asleepUntil = 0
      await test.signer.decide(decision)
      expect(await test.stateOf(decision)).toMatchObject({ signature: A1.signature })
    })
    it('when it waited too long', async () => {
      const decision = await test.shown(aPayloadRequest())
      test.pass(10 * 60_000)
      await refused(decision, { code: 'expired' }, { kind: 'rejected', why: 'expired' })
    })
    it('while the wallet is locked', async () => {
      const decision = await test.shown(aPayloadRequest())
      await test.lockState.lock()
      await refused(decision, { code: 'locked' })
    })
    it('when the room was not told by the window that a person agreed', async () => {
      const { id } = await test.approvals.ask(aPayloadRequest(), 'finney')
      const other = await test.shown(aPayloadRequest())
      await expect(test.signer.decide({ ...other, id })).rejects.toMatchObject({ code: 'refused' })
      expect(await test.stateOf({ id })).toEqual(pending)
    })
    it.each([
      ['was rejected', 'user', { code: 'refused', details: { why: 'rejected before' } }],
      ['lost its page', 'gone', STALE('approval')],
      ['was blocked with its site', 'blocked', STALE('approval')],
    ] as const)('when it %s before', async (_, why, failure) => {
      const decision = await test.shown(aPayloadRequest())
      await test.approvals.settle(decision.id, { kind: 'rejected', why })
      await refused(decision, failure, { kind: 'rejected', why })
    })
    it('when there is no such request, or it asks to connect', async () => {
      const decision = await test.shown(aPayloadRequest())
      const id = 'ff'.repeat(16) as ApprovalId
      await expect(test.signer.decide({ ...decision, id })).rejects.toMatchObject({ code: 'not-found' })
      const connect = await test.approvals.ask(
        { kind: 'connect', origin: 'https://other.example' as Origin, replies: [], claimed: '' },
        'finney',
      )
      await refused({ ...decision, id: connect.id }, STALE('approval'))
    })
  })

  describe('that is a rejection', () => {
    it('needs no runtime, no open wallet, and no digest', async () => {
      const { id } = await test.shown(aPayloadRequest())
      test.world.chain = {}
      await test.lockState.lock()
      const digest = `0x${'00'.repeat(32)}` as Hash
      await test.signer.decide({ id, verdict: false, digest, metadataHash: null })
      expect(await test.stateOf({ id })).toEqual({ kind: 'rejected', why: 'user' })
      expect(await test.heard({ id })).toEqual({ ok: false, error: { code: 4001, message: 'Cancelled' } })
    })
    it('8.4-52 of a digest that the room reads otherwise says so to the page', async () => {
      const metadataHash = A5.digest.replace('80', '81') as Hash
      const { id } = await test.approvals.ask(aPayloadRequest({ mode: 1, metadataHash }), 'finney')
      const digest = `0x${'00'.repeat(32)}` as Hash
      await test.signer.decide({ id, verdict: false, digest, metadataHash: A5.digest as Hash })
      expect(await test.heard({ id })).toEqual({
        ok: false,
        error: { code: -32602, message: 'Metadata hash mismatch' },
      })
    })
    it('changes nothing of what was signed, and agreeing nothing of what was rejected', async () => {
      const decision = await test.shown(aPayloadRequest())
      await test.signer.decide(decision)
      await expect(test.signer.decide({ ...decision, verdict: false })).rejects.toMatchObject({
        code: 'refused',
        details: { why: 'decided before' },
      })
      expect(await test.stateOf(decision)).toMatchObject({ kind: 'answered' })
    })
  })
})

async function anOpenRoom(): Promise<TestRoom> {
  const room = aRoom()
  answerOf(await room.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice }))
  const derivation = { path: '//Bob', scheme: 'ed25519' as const }
  answerOf(await room.wallet['room.addSecret']({ ...alice, derivation, name: 'Bob' }))
  return room
}
