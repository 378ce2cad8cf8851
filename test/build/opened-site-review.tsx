/** The review of what a site asks, opened with a clock that stands still before a real room. */
import { base64 } from '@scure/base'
import { afterEach, beforeEach, vi } from 'vitest'
import { INERT_MS } from '../../src/popup/screens/approval/gate.ts'
import { Pending } from '../../src/popup/screens/approval/pending.tsx'
import type { ReviewRooms } from '../../src/popup/screens/approval/read-approval.ts'
import { HOLD_MS } from '../../src/popup/ui/hold-button.tsx'
import type { Approval } from '../../src/shared/domain/approval.ts'
import { ok } from '../../src/shared/domain/result.ts'
import type { SigningRequest } from '../../src/shared/domain/site-request.ts'
import type { Ruled } from '../../src/shared/domain/site-rules.ts'
import { rao } from '../../src/shared/domain/units.ts'
import { finneyMetadata } from '../fixtures/finney.ts'
import { type Drawn, draw, pass, send, stubSizes } from './drawn.tsx'
import { alice, aRoom, fresh, PASSWORD } from './room.ts'
import { aPayloadRequest } from './site-requests.ts'

export const B_KEY = 'd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69'
const C = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
export const PAY = `050300${C}02286bee`

export const aCall = (hex: string) => aPayloadRequest({ method: `0x${hex}` })

/** Opens reviews for the tests of a file; each is closed after the test it was opened for. */
export function openingSiteReviews() {
  const open: Drawn[] = []
  beforeEach(() => {
    vi.useFakeTimers()
    stubSizes()
  })
  afterEach(async () => {
    for (const drawn of open.splice(0)) await drawn.end()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

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
  return openReview
}
