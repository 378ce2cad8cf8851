/**
 * Agreeing takes a person, a review that stood still, and whatever its findings ask.
 * @vitest-environment happy-dom
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressOf, shorten } from '#shared/domain/address.ts'
import type { Approval } from '#shared/domain/approval.ts'
import type { Hash, Hex } from '#shared/domain/bytes.ts'
import type { Finding } from '#shared/domain/description.ts'
import type { Named } from '#shared/domain/directory.ts'
import { consentDigest, consentTo, type Proposal } from '#shared/domain/extrinsic.ts'
import { NETWORKS } from '#shared/domain/network.ts'
import { fail, ok } from '#shared/domain/result.ts'
import { rao } from '#shared/domain/units.ts'
import { transfer } from '#shared/operations/transfer.ts'
import type { Review } from '#shared/protocol/vault-contract.ts'
import {
  click,
  clickTwice,
  type Drawn,
  draw,
  pass,
  send,
  stubSizes,
  type,
} from '../../../../test/build/drawn.tsx'
import { MAIN, ME } from '../../../../test/build/staking-topics.ts'
import { HOLD_MS } from '../../ui/hold-button.tsx'
import type { Names } from '../../ui/spans.tsx'
import type { Claims } from './facts.ts'
import { INERT_MS } from './gate.ts'
import { Pending } from './pending.tsx'
import type { ReviewRooms } from './use-reviewing.ts'

const METADATA = `0x${'d1'.repeat(32)}` as Hash
const to = addressOf(new Uint8Array(32).fill(2))
const params = {
  to,
  amount: { kind: 'exactly', rao: rao(10_500_000_001n) },
  keepAlive: true,
} as const
const proposal: Proposal = {
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
const approval: Approval = {
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
const review: Review = {
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
const danger: Finding = { id: 'grave', level: 'danger', text: ['Grave.'] }
const empties: Finding = { id: 'empties', level: 'danger', type: 'EMPTY', text: ['Empties it.'] }

interface World {
  readonly findings?: readonly Finding[]
  readonly facts?: readonly Finding[]
  readonly shown?: Approval
  /** What the list of approvals says, where that differs from what is brought to the room. */
  readonly listed?: Approval
  /** How long the room reads. */
  readonly readsMs?: number
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

const NOBODY: Claims = { validator: () => undefined, subnet: () => undefined }

async function openReview(world: World = {}) {
  const { findings = [], facts = [], shown = approval, readsMs = 0, refuses = false, isEarly = false } = world
  const { isUpgraded = false, cutOff, names = () => undefined, own = review.own, known = NOBODY } = world
  const { listed = shown } = world
  const away = fail({ code: 'offline', details: undefined } as const)
  let reads = 0
  const said: unknown[] = []
  const rooms: ReviewRooms = {
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
  const heard = { agreed: vi.fn(), rejected: vi.fn(), locked: vi.fn() }
  const drawn = await draw(
    <Pending
      rooms={rooms}
      approval={listed}
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

const open: Drawn[] = []
let resized: ReadonlySet<() => void>

beforeEach(() => {
  vi.useFakeTimers()
  resized = stubSizes()
})
afterEach(async () => {
  for (const drawn of open.splice(0)) await drawn.end()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('agreeing', () => {
  it('does nothing until the review has stood still for the whole wait', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS - 10)
    await click(button('Send'))
    expect(said).toEqual([])
  })

  it('tells the room first, then the background, both of the digest the room gave', async () => {
    const { button, said, heard } = await openReview()
    await pass(INERT_MS)
    await click(button('Send'))
    const { id } = approval
    expect(said).toEqual([
      { consent: { id, digest: review.digest, verdict: true } },
      { decide: { id, digest: review.digest, verdict: true, metadataHash: METADATA } },
    ])
    expect(heard.agreed).toHaveBeenCalledWith('tx')
  })

  it('is not possible to a script', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS)
    await click(button('Send'), false)
    expect(said).toEqual([])
  })

  it('is inert while the room still reads, however long that takes', async () => {
    const { button, said } = await openReview({ readsMs: 5000, isEarly: true })
    await pass(3 * INERT_MS)
    await click(button('Reading…'))
    await pass(5000 - 3 * INERT_MS)
    await click(button('Send'))
    expect(said).toEqual([])
    await pass(INERT_MS)
    await click(button('Send'))
    expect(said).toHaveLength(2)
  })

  it('waits anew when the layout changes', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS)
    for (const tell of resized) tell()
    await click(button('Send'))
    expect(said).toEqual([])
    await pass(INERT_MS)
    await click(button('Send'))
    expect(said).toHaveLength(2)
  })

  it('waits anew when the window gets the focus back', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS)
    await send(window, new Event('blur'))
    await pass(10 * INERT_MS)
    await click(button('Send'))
    await send(window, new Event('focus'))
    await click(button('Send'))
    expect(said).toEqual([])
    await pass(INERT_MS)
    await click(button('Send'))
    expect(said).toHaveLength(2)
  })

  it('waits anew for a focus gained without one having been lost in sight', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS)
    await send(window, new Event('focus'))
    await click(button('Send'))
    expect(said).toEqual([])
  })

  it('happens once, however often the button is pressed', async () => {
    const { button, said } = await openReview()
    await pass(INERT_MS)
    const agree = button('Send')
    await clickTwice(agree)
    await click(agree)
    expect(said).toHaveLength(2)
  })

  it('goes no further when the room refuses', async () => {
    const { button, said, heard, text } = await openReview({ refuses: true })
    await pass(INERT_MS)
    await click(button('Send'))
    expect(said).toHaveLength(1)
    expect(heard.agreed).not.toHaveBeenCalled()
    expect(text()).toContain('The wallet refused this.')
  })
})

describe('a decision that comes too late', () => {
  it('leads back to the wallet, not to the same review again', async () => {
    const { button, hasButton, text, heard } = await openReview({ isUpgraded: true })
    await pass(INERT_MS)
    await click(button('Send'))
    expect(text()).toContain('The chain was upgraded')
    expect([hasButton('Send'), hasButton('Review again')]).toEqual([false, false])
    await click(button('Back to the wallet'))
    expect(heard.rejected).toHaveBeenCalled()
  })
})

describe('a dangerous review', () => {
  const down = () => new PointerEvent('pointerdown', { bubbles: true, button: 0 })
  const up = () => new PointerEvent('pointerup', { bubbles: true })

  it('is agreed to by holding for two seconds', async () => {
    expect(HOLD_MS).toBe(2000)
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS - 1)
    expect(said).toEqual([])
    await pass(1)
    expect(said).toHaveLength(2)
  })

  it('is held by a key as well', async () => {
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await send(
      button('Hold to send'),
      new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }),
    )
    await pass(HOLD_MS)
    expect(said).toHaveLength(2)
  })

  it('is not agreed to by a click', async () => {
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await click(button('Hold to send'))
    await pass(HOLD_MS)
    expect(said).toEqual([])
  })

  it('is not agreed to by letting go early', async () => {
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS - 1)
    await send(button('Keep holding…'), up())
    await pass(HOLD_MS)
    expect(said).toEqual([])
  })

  it('is let go of when the layout changes meanwhile', async () => {
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS / 2)
    for (const tell of resized) tell()
    await pass(HOLD_MS)
    expect(said).toEqual([])
  })

  it('cannot be held by a script', async () => {
    const { button, said } = await openReview({ findings: [danger] })
    await pass(INERT_MS)
    await send(button('Hold to send'), down(), false)
    await pass(HOLD_MS)
    expect(said).toEqual([])
  })

  it('asks for its word before it can be held', async () => {
    const { button, place, said } = await openReview({ findings: [empties] })
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS)
    expect(said).toEqual([])
    await type(place.querySelector('.review input'), 'EMPT')
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS)
    expect(said).toEqual([])
    await type(place.querySelector('.review input'), 'EMPTY')
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS)
    expect(said).toHaveLength(2)
  })

  it('asks for its word again when it is read again', async () => {
    const { button, place, said } = await openReview({ findings: [empties], cutOff: 'deciding' })
    await type(place.querySelector('.review input'), 'EMPTY')
    await pass(INERT_MS)
    await send(button('Hold to send'), down())
    await pass(HOLD_MS)
    expect(said).toHaveLength(2)
    await click(button('Review again'))
    await pass(1)
    expect(place.querySelector<HTMLInputElement>('.review input')?.value).toBe('')
  })

  it('is dangerous also when only the chain’s facts say so', async () => {
    const { hasButton } = await openReview({ facts: [danger] })
    expect(hasButton('Hold to send')).toBe(true)
  })
})

describe('a review that cannot be agreed to', () => {
  it('offers rejecting alone when a finding refuses', async () => {
    const { hasButton } = await openReview({ findings: [{ id: 'no', level: 'refuse', text: ['No.'] }] })
    expect([hasButton('Reject'), hasButton('Send')]).toEqual([true, false])
  })

  it('offers rejecting alone when it could only fail', async () => {
    const { hasButton } = await openReview({ facts: [{ ...danger, blocks: true }] })
    expect(hasButton(/send/i)).toBe(false)
  })

  it('is one for another network than it was asked on', async () => {
    const { hasButton, text } = await openReview({ shown: { ...approval, network: 'test' } })
    expect(text()).toContain('asked for on Test, and would be signed for Finney')
    expect(hasButton('Send')).toBe(false)
  })
})

describe('rejecting', () => {
  it('has the focus from the start', async () => {
    const { button } = await openReview()
    expect(document.activeElement).toBe(button('Reject'))
  })

  it('works at once, and tells the room and the background', async () => {
    const { button, said, heard } = await openReview()
    await click(button('Reject'))
    expect(said).toMatchObject([{ consent: { verdict: false } }, { decide: { verdict: false } }])
    expect(heard.rejected).toHaveBeenCalled()
  })

  it('takes back what was agreed to and not done, also when it cannot be read again', async () => {
    const { button, said, heard } = await openReview({ cutOff: 'deciding and reading' })
    await pass(INERT_MS)
    await click(button('Send'))
    await click(button('Review again'))
    await pass(1)
    said.splice(0)
    await click(button('Reject'))
    expect(said).toMatchObject([
      { consent: { digest: review.digest, verdict: false } },
      { decide: { verdict: false } },
    ])
    expect(heard.rejected).toHaveBeenCalled()
  })

  it('works before the room has read anything', async () => {
    const { button, said, heard } = await openReview({ readsMs: 5000, isEarly: true })
    await click(button('Reject'))
    expect(said).toMatchObject([{ decide: { verdict: false } }])
    expect(heard.rejected).toHaveBeenCalled()
  })
})

describe('a review', () => {
  it('says the sentence of the room as its biggest text, to the last digit', async () => {
    const { place } = await openReview()
    expect(place.querySelector('.say')?.textContent).toMatch(/^Send τ10\.500000001 to 5/)
  })

  it('shows the whole address of who gets it', async () => {
    const { place } = await openReview()
    expect(place.querySelector('.groups')?.getAttribute('aria-label')).toBe(to)
  })

  it('keeps the address beside a name that is only the background’s word', async () => {
    const { place } = await openReview({ names: () => 'Savings' })
    expect(place.querySelector('.say')?.textContent).toBe(`Send τ10.500000001 to Savings (${shorten(to)}).`)
  })

  it('quotes what somebody calls himself on the chain, after what this wallet calls him', async () => {
    const known = { ...NOBODY, validator: () => ({ name: '  Old\nMill ' }) as Named }
    const { place } = await openReview({ known })
    expect(place.querySelector('.say')?.textContent).toBe(
      `Send τ10.500000001 to “Old Mill” (${shorten(to)}).`,
    )
    const given = await openReview({ known, names: () => 'Savings' })
    expect(given.place.querySelector('.say')?.textContent).toBe(
      `Send τ10.500000001 to Savings (${shorten(to)}).`,
    )
  })

  it('calls an own account what the room calls it', async () => {
    const { place } = await openReview({
      names: () => 'Not its name',
      own: [{ address: to, name: 'Savings' }],
    })
    expect(place.querySelector('.say')?.textContent).toBe('Send τ10.500000001 to Savings.')
  })

  it('names who asks as it stands in the consent, whatever the list of approvals says', async () => {
    const requester = { kind: 'site', origin: 'https://example.org' } as const
    const { text } = await openReview({
      shown: { ...approval, request: { kind: 'proposal', proposal: { ...proposal, requester } } },
      listed: approval,
    })
    expect(text()).toContain('https://example.org asks')
  })

  it('says that the chain checks what was read, and by which runtime', async () => {
    const { text } = await openReview()
    expect(text()).toContain('Checked by the chain: spec 424')
  })

  it('says that it relies on the node where the chain does not check', async () => {
    const unchecked: Approval = {
      ...approval,
      request: { kind: 'proposal', proposal: { ...proposal, checksMetadata: false } },
    }
    const { text } = await openReview({ shown: unchecked })
    expect(text()).toContain('These details rely on your node')
    expect(text()).not.toContain('Checked by the chain')
  })
})
