/** What comes from a form to its review: an id, and under it the bytes of a call. What was typed stays where it was typed. */
import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { validatorHotkey } from '../../devnet/world/ordinary.ts'
import { addressOf } from '../../src/shared/domain/address.ts'
import type { ApprovalId } from '../../src/shared/domain/approval.ts'
import { fromHex } from '../../src/shared/domain/bytes.ts'
import { TAO } from '../../src/shared/domain/units.ts'
import { APPROVE_PAGE } from '../../src/shared/protocol/places.ts'
import { bob } from '../build/devnet-chain.ts'
import { forEachTest, review, transferDraft } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import { anId } from '../build/signing-room.ts'
import type { TestWallet } from '../build/wallet.ts'
import { ID, ORIGIN } from '../fakes/machine.ts'

// Numbers that stand in nothing else.
const SENT = 1_234_567_891n
const STAKED = 98n * TAO + 765_432_109n
const VALIDATOR = addressOf(fromHex(validatorHotkey(1)))

let devnet: Devnet
let wallet: TestWallet
forEachTest(
  (made) => {
    devnet = made.devnet
    wallet = made.wallet
  },
  {
    isOneNode: true,
    // A shielded one needs the key of an author, which is announced for the blocks to come.
    prepare: (node) => node.seal(5),
  },
)

const stake = {
  operation: 'add-stake',
  account: ALICE,
  values: { subnet: 1, validator: VALIDATOR, amount: { exactly: STAKED.toString() } },
}
const ask = {
  transfer: () =>
    wallet.wallet.ask['operations.propose'](transferDraft({ from: ALICE, to: bob.address, rao: SENT })),
  stake: () => wallet.wallet.ask['operations.propose'](stake),
  'shielded stake': () => wallet.wallet.ask['operations.propose']({ ...stake, shield: true }),
  plan: () => {
    const { operation, values } = stake
    const plan = { account: ALICE, legs: [{ operation, values }], whole: true, tolerance: 50 }
    return wallet.wallet.ask['plans.propose'](plan)
  },
} as const
const kinds = Object.keys(ask) as readonly (keyof typeof ask)[]
/** As a form holds them and as a screen would write them. */
const typed = [bob.address, VALIDATOR, 'transfer', 'add-stake', 'exactly', 'tolerance'].concat(
  [SENT, STAKED].flatMap((amount) => [amount.toString(), Number(amount).toLocaleString('en')]),
)

/** What lies in the browser's memory of the approvals, as it was written. */
const stored = () => wallet.machine.session.get('approvals') as readonly Stored[]
interface Stored {
  readonly id: string
  readonly request: { readonly proposal: Readonly<Record<string, unknown>> }
}

/** Everything the worker says over a line of the approval window that asks for all it may ask about one approval. */
async function toldToTheWindow(id: string): Promise<readonly string[]> {
  const sender = { id: ID, origin: ORIGIN, url: `${ORIGIN}${APPROVE_PAGE}`, frameId: 0 }
  const line = wallet.machine.runtime.connect('approve', sender)
  const said: { readonly kind: string; readonly result?: { readonly value?: object } }[] = []
  line.onMessage((message) => said.push(message as (typeof said)[number]))
  line.post({ kind: 'watch', id: 1, name: 'approvals' })
  line.post({ kind: 'call', id: 2, name: 'approvals.material', input: { id } })
  await expect.poll(() => new Set(said.map(({ kind }) => kind))).toEqual(new Set(['answer', 'value']))
  line.close()
  // Findings are worded from the call's bytes, which a test of its own shows; metadata is the chain's.
  return said.map(({ result, ...rest }) =>
    JSON.stringify([rest, { ...result?.value, findings: null, metadata: null }]),
  )
}

describe.each(kinds)('the form of a %s', (kind) => {
  it('is told an id, and nothing else', async () => {
    expect(answerOf(await ask[kind]())).toEqual({ approval: expect.stringMatching(/^[0-9a-f]{32}$/) })
  })

  it('leaves the call’s bytes, who signs, and on what terms of the network', async () => {
    const { approval } = answerOf(await ask[kind]())
    const isShielded = kind === 'shielded stake'
    expect(stored().find(({ id }) => id === approval)).toEqual({
      id: approval,
      network: 'local',
      request: {
        kind: 'proposal',
        proposal: {
          account: ALICE,
          genesis: devnet.genesis,
          spec: expect.any(Number),
          txVersion: expect.any(Number),
          call: expect.stringMatching(/^0x([0-9a-f]{2})+$/),
          tip: '0',
          era: isShielded ? 8 : 64,
          requester: { kind: 'wallet' },
          checksMetadata: true,
          ...(isShielded && { shielded: true }),
        },
      },
      askedAt: expect.any(Number),
      expiresAt: expect.any(Number),
      state: { kind: 'pending' },
    })
  })

  it('leaves nothing of what was typed in any store, and none of it is told to the window', async () => {
    const { approval } = answerOf(await ask[kind]())
    const kept = [...wallet.machine.session, ...wallet.machine.local].map((entry) => JSON.stringify(entry))
    const told = await toldToTheWindow(approval)
    expect(told.join()).toContain(approval)
    for (const text of typed) for (const place of [...kept, ...told]) expect(place).not.toContain(text)
  })

  it('is not needed for its review: the same bytes, put there by nobody’s form, are read the same', async () => {
    const { approval } = answerOf(await ask[kind]())
    const read = async (id: ApprovalId) => ({
      review: await review(wallet.openApprove(), id),
      findings: answerOf(await wallet.approve.ask['approvals.material']({ id })).findings,
    })
    const filledIn = await read(approval)
    wallet.killWorker()
    const proposed = stored().find(({ id }) => id === approval) ?? expect.fail('not stored')
    const id = anId()
    wallet.machine.session.set('approvals', [{ ...proposed, id }])
    expect(await read(id)).toEqual(filledIn)
  })
})
