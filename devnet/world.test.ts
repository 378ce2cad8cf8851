// The world that is there from the first block on.
import { Keyring } from '@polkadot/api'
import { cryptoWaitReady } from '@polkadot/util-crypto'
import { describe, expect, it } from 'vitest'
import { accountOf } from './pallets/account.ts'
import { createTestNode, devKey } from './testkit.ts'
import { DEV_ACCOUNTS, DEV_BALANCE } from './world.ts'

describe('the seeded world', () => {
  it('gives a million TAO to the accounts every tool derives from the development phrase', async () => {
    await cryptoWaitReady()
    const keyring = new Keyring({ type: 'sr25519' })
    const { node } = createTestNode()
    for (const { name, account } of DEV_ACCOUNTS) {
      expect(`0x${Buffer.from(keyring.addFromUri(name).publicKey).toString('hex')}`).toBe(account)
      expect(devKey(name).account).toBe(account)
      const stored = accountOf(node.view(node.chain.genesis), account)
      expect(stored).toMatchObject({ nonce: 0, providers: 1, data: { free: DEV_BALANCE, reserved: 0n } })
    }
  })
})
