/**
 * What a site asks is read by the room itself, and agreed to only after all that its review demands.
 * @vitest-environment happy-dom
 */
import { base64 } from '@scure/base'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Approval } from '#shared/domain/approval.ts'
import { NETWORKS } from '#shared/domain/network.ts'
import { ok } from '#shared/domain/result.ts'
import type { SigningRequest } from '#shared/domain/site-request.ts'
import type { Ruled } from '#shared/domain/site-rules.ts'
import { rao, TAO } from '#shared/domain/units.ts'
import { click, type Drawn, draw, pass, send, stubSizes, type } from '../../../../test/build/drawn.tsx'
import { alice, aRoom, fresh, PASSWORD } from '../../../../test/build/room.ts'
import { A5, aMessageRequest, aPayloadRequest, DAPP } from '../../../../test/build/site-requests.ts'
import { finneyMetadata, hasFinney } from '../../../../test/fixtures/finney.ts'
import { HOLD_MS } from '../../ui/hold-button.tsx'
import { INERT_MS } from './gate.ts'
import { Pending } from './pending.tsx'
import type { ReviewRooms } from './read-approval.ts'

const B_KEY = 'd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69'
const C = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
const PAY = `050300${C}02286bee`
const STAKE = `0702${B_KEY}010000ca9a3b00000000`
const TIGHT: Ruled = { rules: { cap: rao(TAO / 2n), asks: null }, spent: rao(0n) }

const open: Drawn[] = []

/** Opens the review of a request as the real room reads it. */
async function openReview(
  request: SigningRequest,
  {
    ruled = null,
    waiting = 1,
    network = 'finney',
  }: {
    readonly ruled?: Ruled | null
    readonly waiting?: number
    readonly network?: Approval['network']
  } = {},
) {
  const approval: Approval = {
    id: '0d'.repeat(16) as Approval['id'],
    network,
    request,
    askedAt: 0,
    expiresAt: 600_000,
    state: { kind: 'pending' },
  }
  const metadata = base64.encode(finneyMetadata())
  const { wallet, approve, room } = aRoom()
  await wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice })
  const derivation = { path: '//Bob', scheme: 'ed25519' as const }
  const stored = await wallet['room.addSecret']({ ...alice, derivation, name: 'Bob' })
  const sealed = stored.ok ? stored.value.sealed : null
  const decided: unknown[] = []
  const counts: unknown[] = []
  const rooms: ReviewRooms = {
    background: {
      'approvals.material': async () =>
        ok({ approval, metadata, fee: rao(131_042n), own: null, payer: null, findings: [], ruled }),
      'approvals.decide': async (input) => {
        decided.push(input)
        return ok({})
      },
      'vault.read': async () => ok({ sealed, attempts: fresh }),
      'vault.attempts': async ({ attempts }) => {
        counts.push(attempts.fails)
        return ok(undefined)
      },
    },
    room: approve,
  }
  const drawn = await draw(
    <Pending
      rooms={rooms}
      approval={approval}
      waiting={waiting}
      names={() => undefined}
      known={{ validator: () => undefined, subnet: () => undefined }}
      onAgreed={() => {}}
      onRejected={() => {}}
      onLocked={() => {}}
    />,
  )
  open.push(drawn)
  await pass(1)
  await pass(INERT_MS)
  const ticks = () => [...drawn.place.querySelectorAll<HTMLInputElement>('.review input[type=checkbox]')]
  const hold = async () => {
    await send(drawn.button(/^Hold to/), new PointerEvent('pointerdown', { bubbles: true, button: 0 }))
    await pass(HOLD_MS)
  }
  return { ...drawn, decided, counts, ticks, hold, room }
}

const aCall = (hex: string) => aPayloadRequest({ method: `0x${hex}` })

beforeEach(() => {
  vi.useFakeTimers()
  stubSizes()
})
afterEach(async () => {
  for (const drawn of open.splice(0)) await drawn.end()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe.runIf(hasFinney)('the review of a site’s request', () => {
  it('names the site in full, the account that signs, and what leaves', async () => {
    const { text } = await openReview(aCall(PAY))
    expect(text()).toContain(`${DAPP} asks`)
    expect(text()).toContain('Bob')
    expect(text()).toMatch(/Leavesτ1 to 5/)
  })

  it('says how many wait, and nothing of it when it is the only one', async () => {
    const { text } = await openReview(aCall(PAY), { waiting: 3 })
    expect(text()).toContain('1 of 3 that wait for you')
    expect((await openReview(aCall(PAY))).text()).not.toContain('that wait for you')
  })

  it('shows every call of a batch with its place, and what all of them take together', async () => {
    const { place, text } = await openReview(aCall(`0b0208${PAY}${STAKE}`))
    const steps = [...place.querySelectorAll('section')].map((each) => each.getAttribute('aria-label'))
    expect(steps).toEqual(['Call 1', 'Call 2'])
    expect(text()).toContain('Up to τ2 in all')
    expect(text()).toContain('Call 1: Balances.transfer_keep_alive stands among a call that stakes')
  })

  it('is agreed to with what the room counted, so that it counts for the day', async () => {
    const { button, decided } = await openReview(aCall(PAY))
    await click(button('Send'))
    expect(decided).toMatchObject([{ verdict: true, spends: TAO }])
  })
})

describe.runIf(hasFinney)('the terms a site chose', () => {
  it.each([
    ['0x05', 'τ0.000000005'],
    [`0x${'f'.repeat(32)}`, 'τ340,282,366,920,938,463,463,374,607,431.768211455'],
  ])('8.7-93 show a tip of %s to the last digit, under a danger that has to be held', async (tip, shown) => {
    const { text, hasButton } = await openReview(aPayloadRequest({ tip }))
    expect(text()).toContain(`A tip of ${shown} goes`)
    expect(hasButton(/^Hold to send/)).toBe(true)
  })

  it('8.7-98 are on the test network a loud mark over everything, and on Finney none', async () => {
    const onTest = aPayloadRequest({ genesisHash: NETWORKS.test.genesis })
    const { place, text } = await openReview(onTest, { network: 'test' })
    expect(place.querySelector('aside.strip')?.textContent).toBe('Test network: TAO here has no value')
    expect(text()).toContain('TEST network: nothing here is worth anything on Finney.')
    const finney = await openReview(aPayloadRequest())
    expect(finney.place.querySelector('aside.strip')).toBeNull()
    expect(finney.text()).not.toMatch(/test network/i)
  })

  it('8.7-98 are not to be agreed to where they are for another network than the chosen one', async () => {
    const onTest = aPayloadRequest({ genesisHash: NETWORKS.test.genesis })
    const { text, hasButton } = await openReview(onTest)
    expect(text()).toContain('This was asked for on Finney, and would be signed for Test.')
    expect(hasButton(/send/i)).toBe(false)
  })
})

describe.runIf(hasFinney)('a finding that must be ticked', () => {
  // Proxy.announce shows only a fingerprint; AdminUtils.swap_authorities is a call the wallet has no words for.
  const OPAQUE = `100600${B_KEY}${'ab'.repeat(32)}`
  const UNKNOWN = '130000'

  it('keeps the button from working until it is', async () => {
    const { decided, ticks, hold } = await openReview(aCall(OPAQUE))
    expect(ticks()).toHaveLength(1)
    await hold()
    expect(decided).toEqual([])
    for (const tick of ticks()) await click(tick)
    await pass(INERT_MS)
    await hold()
    expect(decided).toHaveLength(1)
  })

  it('works no longer when the tick is taken back', async () => {
    const { decided, ticks, hold } = await openReview(aCall(OPAQUE))
    for (const tick of [...ticks(), ...ticks()]) await click(tick)
    await pass(INERT_MS)
    await hold()
    expect(decided).toEqual([])
  })

  it('is one for each, and one of several is not enough', async () => {
    const { decided, ticks, hold } = await openReview(aCall(`0b0208${OPAQUE}${UNKNOWN}`))
    expect(ticks().length).toBeGreaterThan(1)
    await click(ticks()[0] ?? document)
    await pass(INERT_MS)
    await hold()
    expect(decided).toEqual([])
  })
})

describe.runIf(hasFinney)('a message', () => {
  it('is shown as it is signed, with its length', async () => {
    const { text, button, decided } = await openReview(aMessageRequest('hello\u202eolleh'))
    expect(text()).toContain('Message (13 bytes)')
    expect(text()).not.toContain('\u202e')
    await click(button('Sign'))
    expect(decided).toMatchObject([{ verdict: true, spends: 0n }])
  })

  it('of 32 bytes nobody can read has no button that agrees', async () => {
    const { text, hasButton } = await openReview(aMessageRequest(`0x${'ab'.repeat(32)}`))
    expect(text()).toContain('may be the fingerprint of a limit order')
    expect([hasButton(/sign/i), hasButton('Reject')]).toEqual([false, true])
  })

  it('that is a call is a danger, ticked and held', async () => {
    const { text, ticks, hold, decided } = await openReview(aMessageRequest(`0x${PAY}`))
    expect(text()).toContain('These bytes are a call of this chain')
    await hold()
    expect(decided).toEqual([])
    for (const tick of ticks()) await click(tick)
    await pass(INERT_MS)
    await hold()
    expect(decided).toHaveLength(1)
  })
})

describe.runIf(hasFinney)('a request over the rules of its site', () => {
  const password = ({ place }: Drawn) => place.querySelector('.review input[type=password]')

  it('says why, and is not agreed to without the password', async () => {
    const drawn = await openReview(aCall(PAY), { ruled: TIGHT })
    expect(drawn.text()).toContain('Over your rules for this site.')
    expect(drawn.text()).toContain('your limit is τ0.5 a day')
    await click(drawn.button('Send'))
    expect(drawn.decided).toEqual([])
  })

  it('is agreed to with it, after the room has seen it', async () => {
    const drawn = await openReview(aCall(PAY), { ruled: TIGHT })
    await type(password(drawn), PASSWORD)
    await pass(INERT_MS)
    await click(drawn.button('Send'))
    await pass(1)
    expect(drawn.decided).toMatchObject([{ verdict: true }])
    expect(drawn.counts).toEqual([0])
  })

  it('is not agreed to with a wrong one, which counts and is forgotten', async () => {
    const drawn = await openReview(aCall(PAY), { ruled: TIGHT })
    await type(password(drawn), 'not the password')
    await pass(INERT_MS)
    await click(drawn.button('Send'))
    await pass(1)
    expect(drawn.text()).toContain('Wrong password.')
    expect(drawn.counts).toEqual([1])
    expect(drawn.decided).toEqual([])
    expect(password(drawn)).toHaveProperty('value', '')
  })

  it('asks for none where nothing can be agreed to', async () => {
    const drawn = await openReview(aMessageRequest(`0x${'ab'.repeat(32)}`), { ruled: TIGHT })
    expect(password(drawn)).toBeNull()
    expect(drawn.hasButton(/sign/i)).toBe(false)
  })

  it('asks for nothing more where it keeps to them', async () => {
    const drawn = await openReview(aCall(PAY), {
      ruled: { rules: { cap: rao(TAO), asks: ['pay'] }, spent: rao(0n) },
    })
    expect(password(drawn)).toBeNull()
    await click(drawn.button('Send'))
    expect(drawn.decided).toHaveLength(1)
  })
})

describe.runIf(hasFinney)('a transaction with a digest of its metadata', () => {
  it('8.4-52 that is not the one it was read with is rejected by itself, and nobody can agree to it', async () => {
    const metadataHash = A5.digest.replace('80', '81')
    const { decided, hasButton } = await openReview(aPayloadRequest({ mode: 1, metadataHash }))
    // With the digest it was read with: by that the page hears why.
    expect(decided).toMatchObject([{ verdict: false, metadataHash: A5.digest }])
    expect(hasButton(/send/i)).toBe(false)
  })

  it('that is the right one waits for a person', async () => {
    const { decided, button } = await openReview(aPayloadRequest({ mode: 1, metadataHash: A5.digest }))
    expect(decided).toEqual([])
    await click(button('Send'))
    expect(decided).toMatchObject([{ verdict: true }])
  })
})
