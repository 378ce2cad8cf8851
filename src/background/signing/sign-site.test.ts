/** A person's decision on what a site asked is held against what is so at that moment, and only then is anything signed. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import type { ApprovalId } from '#shared/domain/approval.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Origin } from '#shared/domain/site.ts'
import { ALICE } from '../../../test/build/room.ts'
import { ACCOUNTS } from '../../../test/build/site-bench.ts'
import { A1, aMessageRequest, aPayloadRequest, B, DAPP } from '../../../test/build/site-requests.ts'
import { aSigner, pending } from '../../../test/build/site-signer.ts'
import { hasFinney } from '../../../test/fixtures/finney.ts'
import type { Chain } from '../chain/chain.ts'
import type { Decision } from './sign.ts'

const STALE = (moved: string) => ({ code: 'stale', details: { moved } })

describe.runIf(hasFinney)('a decision on what a site asked', () => {
  let test: Awaited<ReturnType<typeof aSigner>>
  beforeEach(async () => {
    test = await aSigner()
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
})
