/** The review of one transfer, opened with a clock that stands still before rooms that do as they are told. */
import { afterEach, beforeEach, vi } from 'vitest'
import type { Claims } from '../../src/popup/screens/approval/facts.ts'
import { Pending } from '../../src/popup/screens/approval/pending.tsx'
import type { Reviewing, ReviewRooms } from '../../src/popup/screens/approval/read-approval.ts'
import type { Names } from '../../src/popup/ui/spans.tsx'
import { addressOf } from '../../src/shared/domain/address.ts'
import type { Approval } from '../../src/shared/domain/approval.ts'
import type { Hash, Hex } from '../../src/shared/domain/bytes.ts'
import type { Finding } from '../../src/shared/domain/description.ts'
import { consentDigest, consentTo, type Proposal } from '../../src/shared/domain/extrinsic.ts'
import { NETWORKS } from '../../src/shared/domain/network.ts'
import { fail, ok } from '../../src/shared/domain/result.ts'
import { rao } from '../../src/shared/domain/units.ts'
import { transfer } from '../../src/shared/operations/transfer.ts'
import type { Review } from '../../src/shared/protocol/vault-contract.ts'
import { type Drawn, draw, pass, stubSizes } from './drawn.tsx'
import { MAIN, ME } from './staking-topics.ts'

export const METADATA = `0x${'d1'.repeat(32)}` as Hash
export const to = addressOf(new Uint8Array(32).fill(2))
const params = {
  to,
  amount: { kind: 'exactly', rao: rao(10_500_000_001n) },
  keepAlive: true,
} as const
export const proposal: Proposal = {
  account: ME,
  genesis: NETWORKS.finney.genesis as Hash,
  spec: 424,
  txVersion: 1,
  call: '0x0503' as Hex,
  tip: rao(0n),
  era: 64,
  requester: { kind: 'wallet' },
  checksMetadata: true,
}
export const approval: Approval = {
  id: '0a'.repeat(16) as Approval['id'],
  network: 'finney',
  request: { kind: 'proposal', proposal },
  askedAt: 0,
  expiresAt: 600_000,
  state: { kind: 'pending' },
}
const consent = consentTo(proposal, METADATA)
const proposalIn = ({ request }: Approval): Proposal =>
  request.kind === 'proposal' ? request.proposal : proposal
export const review: Review = {
  account: MAIN,
  own: [{ address: ME, name: 'Main' }],
  description: transfer.describe(params),
  steps: [],
  effects: [],
  findings: [],
  consent,
  digest: consentDigest(consent),
  metadataHash: METADATA,
  callName: 'Balances.transfer_keep_alive',
}
export const danger: Finding = { id: 'grave', level: 'danger', text: ['Grave.'] }
export const empties: Finding = { id: 'empties', level: 'danger', type: 'EMPTY', text: ['Empties it.'] }

interface World {
  readonly findings?: readonly Finding[]
  readonly facts?: readonly Finding[]
  readonly shown?: Approval
  /** What the list of approvals says, where that differs from what is brought to the room. */
  readonly listed?: Approval
  /** How long the room reads. */
  readonly readsMs?: number
  /** What was read before the screen stood. */
  readonly ahead?: Reviewing
  readonly refuses?: boolean
  /** The runtime is another by the time of the decision. */
  readonly isUpgraded?: boolean
  /** Leaves the room reading. */
  readonly isEarly?: boolean
  /** The chain is away from the decision on; `reading` too where it then says so. */
  readonly cutOff?: 'deciding' | 'deciding and reading'
  /** What the background says of addresses, and what the room does. */
  readonly names?: Names
  readonly known?: Claims
  readonly own?: Review['own']
}

export const NOBODY: Claims = { validator: () => undefined, subnet: () => undefined }

/** Opens reviews for the tests of a file; each is closed after the test it was opened for. */
export function openingReviews() {
  const open: Drawn[] = []
  let resized: ReadonlySet<() => void> = new Set()
  beforeEach(() => {
    vi.useFakeTimers()
    resized = stubSizes()
  })
  afterEach(async () => {
    for (const drawn of open.splice(0)) await drawn.end()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  async function openReview(world: World = {}) {
    const { shown = approval, readsMs = 0, isEarly = false, names = () => undefined, known = NOBODY } = world
    const said: unknown[] = []
    const heard = { agreed: vi.fn(), rejected: vi.fn(), locked: vi.fn() }
    const drawn = await draw(
      <Pending
        rooms={roomsOf(world, said)}
        approval={world.listed ?? shown}
        waiting={1}
        names={names}
        known={known}
        onAgreed={heard.agreed}
        onRejected={heard.rejected}
        onLocked={heard.locked}
      />,
    )
    open.push(drawn)
    await pass(isEarly ? 1 : readsMs + 1)
    return { ...drawn, said, heard }
  }
  /** The layout changes. */
  const resize = (): void => {
    for (const tell of resized) tell()
  }
  return { openReview, resize }
}

/** What the background and the room answer; they note what is decided. */
function roomsOf(world: World, said: unknown[]): ReviewRooms {
  const { findings = [], facts = [], shown = approval, readsMs = 0, refuses = false } = world
  const { isUpgraded = false, cutOff, own = review.own } = world
  const away = fail({ code: 'offline', details: undefined } as const)
  let reads = 0
  return {
    ahead: () => world.ahead && Promise.resolve(world.ahead),
    background: {
      'approvals.material': async () => {
        reads += 1
        return reads > 1 && cutOff === 'deciding and reading'
          ? away
          : ok({
              approval: shown,
              metadata: '',
              fee: rao(131_042n),
              own: null,
              payer: null,
              findings: facts,
              ruled: null,
            })
      },
      'vault.read': async () => fail({ code: 'vault-damaged', details: undefined }),
      'vault.attempts': async () => ok(undefined),
      'approvals.decide': async (input) => {
        said.push({ decide: input })
        if (cutOff !== undefined && input.verdict) return away
        return isUpgraded && input.verdict
          ? fail({ code: 'stale', details: { moved: 'runtime' } })
          : ok({ tx: 'tx' })
      },
    },
    room: {
      'room.describe': async () => {
        await new Promise((done) => setTimeout(done, readsMs))
        return ok({ ...review, own, findings, consent: consentTo(proposalIn(shown), METADATA) })
      },
      'room.describeSite': async () => fail({ code: 'locked', details: undefined }),
      'room.prove': async () => fail({ code: 'locked', details: undefined }),
      'room.consent': async (input) => {
        said.push({ consent: input })
        return refuses ? fail({ code: 'refused', details: { why: 'not described' } }) : ok(undefined)
      },
    },
  }
}
