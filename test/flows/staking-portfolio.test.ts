import { describe, expect, it } from 'vitest'
import type { Devnet } from '../../devnet/start.ts'
import { validatorHotkey } from '../../devnet/world/ordinary.ts'
import { addressOf } from '../../src/shared/domain/address.ts'
import { fromHex } from '../../src/shared/domain/bytes.ts'
import { subnetIn } from '../../src/shared/domain/directory.ts'
import { netuid, TAO } from '../../src/shared/domain/units.ts'
import { agree, followed, forEachTest } from '../build/journeys.ts'
import { ALICE, answerOf } from '../build/room.ts'
import type { TestWallet } from '../build/wallet.ts'

const hotkey = addressOf(fromHex(validatorHotkey(1)))

describe('a staked coldkey', () => {
  let devnet: Devnet
  let wallet: TestWallet
  forEachTest((made) => {
    devnet = made.devnet
    wallet = made.wallet
  })

  const stake = async (tao: bigint, subnet = 1) => {
    const { approval } = answerOf(
      await wallet.wallet.ask['operations.propose']({
        operation: 'add-stake',
        account: ALICE,
        values: { validator: hotkey, subnet, amount: { exactly: (tao * TAO).toString() } },
      }),
    )
    const { tx } = answerOf(await agree(wallet.approve, approval))
    return followed(wallet, devnet, { id: tx ?? '', kind: 'final' })
  }

  it('sees its position at the price of its block', async () => {
    await stake(100n)
    const view = await wallet.wallet.seen(
      'positions',
      ({ positions }) => (positions?.positions.length ?? 0) > 0,
    )
    const [position] = view.positions?.positions ?? []
    const price = view.positions?.prices.find((row) => row.netuid === 1)?.price ?? 0n
    expect(position).toMatchObject({ coldkey: ALICE, netuid: 1, registered: true })
    expect(position?.worth).toBe(((position?.alpha ?? 0n) * price) / TAO)
    const { portfolio } = await wallet.wallet.seen('portfolio', ({ fresh }) => fresh)
    expect(portfolio?.accounts[0]?.stake).toMatchObject({ root: 0n, positions: 1 })
  })

  it('sees the subnets, and who is behind the hotkeys it has met', async () => {
    const { directory } = await wallet.wallet.seen('directory', ({ fresh }) => fresh)
    expect(directory?.subnets).toHaveLength(13)
    expect(subnetIn(directory, netuid(0))?.name).toBe('root')
    expect(directory?.subnets.every(({ name }) => name !== '')).toBe(true)
    await stake(100n)
    await wallet.wallet.seen('positions', ({ positions }) => positions?.positions.length === 1)
    const names = await wallet.wallet.seen('names', (rows) => rows.length > 0)
    expect(names.map(({ name, source }) => [name !== '', source])).toEqual([[true, 'chain']])
    const { validators } = answerOf(await wallet.wallet.ask['directory.validators']({ netuid: netuid(1) }))
    expect(validators.length).toBeGreaterThan(10)
    expect(validators.some(({ dividends }) => dividends >= 0n)).toBe(true)
    expect(await wallet.wallet.seen('names', (rows) => rows.length > 1)).toHaveLength(validators.length)
  })
})
