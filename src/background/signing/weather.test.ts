import { describe, expect, it } from 'vitest'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Chain } from '../chain/chain.ts'
import { checkWeather, weatherFindings } from './weather.ts'

const hash = `0x${'01'.repeat(32)}` as Hash
const at = { number: 100, hash }
const chainIn = (safeModeUntil: number | undefined): Pick<Chain, 'head' | 'answers'> => ({
  head: async () => ({ best: at, final: at, genesis: hash }),
  answers: async () => [safeModeUntil],
})
const decided = (call: string, until: number | undefined) =>
  checkWeather(call, chainIn(until)).then(
    () => 'signed',
    (cause: unknown) => cause,
  )

describe('safe mode', () => {
  it('holds back what the chain would refuse, up to its last block', async () => {
    for (const call of ['SubtensorModule.add_stake', 'Balances.transfer_keep_alive', 'Utility.batch_all'])
      expect(await decided(call, 100)).toMatchObject({
        code: 'refused',
        details: { why: 'the chain is in safe mode until block 100 and takes no such call' },
      })
  })

  it('holds back an envelope, whatever is in it', async () => {
    expect(await decided('MevShield.submit_encrypted', 7000)).toMatchObject({ code: 'refused' })
  })

  it('lets through what the chain lets through', async () => {
    for (const call of ['Multisig.as_multi', 'SubtensorModule.set_weights', 'Commitments.set_commitment'])
      expect(await decided(call, 7000)).toBe('signed')
  })

  it('that is over, or was never entered, holds nothing back', async () => {
    expect(await decided('SubtensorModule.add_stake', 99)).toBe('signed')
    expect(await decided('SubtensorModule.add_stake', undefined)).toBe('signed')
    expect(await weatherFindings('SubtensorModule.add_stake', chainIn(undefined))).toEqual([])
  })

  it('is said in the review, which then cannot be agreed to', async () => {
    expect(await weatherFindings('SubtensorModule.add_stake', chainIn(7000))).toMatchObject([
      { id: 'safe-mode', level: 'danger', blocks: true },
    ])
  })
})
