/** The signer of what sites ask before a vault room with two accounts, on a chain that is what a test says it is. */
import { base64 } from '@scure/base'
import { createApprovals } from '../../src/background/approvals/approvals.ts'
import type { Chain } from '../../src/background/chain/chain.ts'
import type { Decision } from '../../src/background/signing/sign.ts'
import { createSiteSigner } from '../../src/background/signing/sign-site.ts'
import { answerOf as answerToPage } from '../../src/background/sites/answers.ts'
import { createPermissions } from '../../src/background/sites/permissions.ts'
import { createSpendings } from '../../src/background/sites/spendings.ts'
import { createLockState } from '../../src/background/vault/lock-state.ts'
import { createRealm } from '../../src/background/vault/realm.ts'
import type { Account } from '../../src/shared/domain/account.ts'
import type { ApprovalState } from '../../src/shared/domain/approval.ts'
import type { Hex } from '../../src/shared/domain/bytes.ts'
import { WalletError } from '../../src/shared/domain/errors.ts'
import type { SigningRequest } from '../../src/shared/domain/site-request.ts'
import { readMetadata } from '../../src/shared/runtime/metadata.ts'
import { createMachine } from '../fakes/machine.ts'
import { finneyMetadata, hasFinney } from '../fixtures/finney.ts'
import { finneyChain } from './finney-chain.ts'
import { alice, answerOf, aRoom, PASSWORD, random, type TestRoom } from './room.ts'
import { ACCOUNTS } from './site-bench.ts'
import { B, DAPP } from './site-requests.ts'
import { aStore } from './store.ts'

const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
const metadata = hasFinney ? base64.encode(finneyMetadata()) : ''

/** The state of what nobody has decided. */
export const pending = { kind: 'pending' }

/** The signer with the real room, stores and permissions; only the chain is what the test says it is. */
export async function aSigner() {
  if (runtime === undefined) throw new Error('no metadata')
  const room = await anOpenRoom()
  const asked: string[] = []
  const machine = createMachine((command) => {
    asked.push((command as { readonly name: string }).name)
    return room.room.command(command)
  })
  const { store, keeper, parts } = aStore(machine)
  const realm = createRealm(parts.realmBrowser, async () => {})
  const world: { accounts: readonly Account[]; chain: Partial<Chain>; asleepUntil: number; cuts: boolean } = {
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

async function anOpenRoom(): Promise<TestRoom> {
  const room = aRoom()
  answerOf(await room.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice }))
  const derivation = { path: '//Bob', scheme: 'ed25519' as const }
  answerOf(await room.wallet['room.addSecret']({ ...alice, derivation, name: 'Bob' }))
  return room
}
