import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { MORTALITY } from '../../src/shared/domain/extrinsic.ts'
import { TAO } from '../../src/shared/domain/units.ts'
import { bob } from '../build/devnet-chain.ts'
import { agree, followed, forEachTest, propose } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

const transfer = { from: ALICE, to: bob.address, rao: TAO }

describe('what the chain would refuse now', () => {
  let devnet: Devnet
  let wallet: TestWallet
  forEachTest((made) => {
    devnet = made.devnet
    wallet = made.wallet
  })
  /** Waits until the wallet has heard of the newest block. */
  const heard = async () => {
    const { number } = devnet.node.chain.best().header
    await wallet.wallet.seen('chain', (chain) => chain.kind === 'online' && chain.best === number)
  }

  it('in safe mode is said in the review, not signed, and signed once that is over', async () => {
    const id = await propose(wallet, transfer)
    devnet.enterSafeMode(1000)
    await heard()
    const { findings } = answerOf(await wallet.approve.ask['approvals.material']({ id }))
    expect(findings[0]).toMatchObject({ id: 'safe-mode', blocks: true })
    expect(await agree(wallet.approve, id)).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(wallet.machine.submitted).toEqual([])
    devnet.leaveSafeMode()
    await heard()
    answerOf(await agree(wallet.approve, id))
    expect((await followed(wallet, devnet, { id, kind: 'final' })).nonce).toBe(0)
  })

  it('because no block becomes final is not signed: it would be too old before it is taken', async () => {
    const id = await propose(wallet, transfer)
    devnet.fault({ kind: 'finality-stall' })
    devnet.seal(MORTALITY)
    await heard()
    const decided = await agree(wallet.approve, id)
    expect(decided).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(JSON.stringify(decided)).toContain('not becoming final')
    expect(wallet.machine.submitted).toEqual([])
    devnet.clearFaults()
    devnet.seal()
    await heard()
    answerOf(await agree(wallet.approve, id))
    expect((await followed(wallet, devnet, { id, kind: 'final' })).state.kind).toBe('final')
  })
})
