// A devnet that upgrades itself: calls come, go and change, and every upgrade builds on the one before.
import { expect, it } from 'vitest'
import { toHex } from './chain/bytes.ts'
import { askedDevnet } from './rpc/asked-devnet.ts'
import { variantsOf } from './runtime/named.ts'
import { alice, bob, createTestNode, transferTo } from './testkit.ts'

const asked = askedDevnet()

const callsOf = (pallet: string) => {
  const { runtime } = asked.devnet.node.releaseAt(asked.devnet.node.chain.best())
  return variantsOf(runtime.pallets.find(({ name }) => name === pallet)?.calls ?? {})
}
const argumentsOf = (name: string) =>
  callsOf('Balances')
    .find((call) => call.name === name)
    ?.fields.map((field) => field.name)

it('calls are removed, added and extended, one upgrade after another', async () => {
  const changes = { removed: ['Balances.transfer_allow_death'], extended: ['Balances.burn'] }
  expect(await asked.client.ask('devnet_upgrade', null, changes)).toBe(425)
  expect(argumentsOf('transfer_allow_death')).toBeUndefined()
  expect(argumentsOf('burn')).toEqual(['value', 'keep_alive', 'extra'])
  expect(await asked.client.ask('devnet_upgrade', 430, { added: ['Balances.lend'] })).toBe(430)
  expect(argumentsOf('lend')).toEqual(['amount'])
  expect(argumentsOf('transfer_allow_death')).toBeUndefined()
  expect(await asked.client.ask('state_getRuntimeVersion')).toMatchObject({ specVersion: 430 })
})

it('a removed call is no extrinsic any more', async () => {
  await asked.client.ask('devnet_upgrade', null, { removed: ['Balances.transfer_keep_alive'] })
  const signed = createTestNode().extrinsic({
    ...{ from: alice, call: transferTo(bob, 1_000n), implicit: { specVersion: 425 } },
  })
  await expect(asked.client.ask('author_submitExtrinsic', toHex(signed))).rejects.toMatchObject({
    code: 1002,
  })
})

it('an upgrade to calls that cannot be is refused, and makes no block', async () => {
  const { hash } = asked.devnet.node.chain.best()
  for (const wrong of [{ removed: ['Balances.nothing'] }, { added: 'Balances.lend' }, { extended: [7] }])
    await expect(asked.client.ask('devnet_upgrade', null, wrong)).rejects.toMatchObject({ code: -32602 })
  expect(asked.devnet.node.chain.best().hash).toBe(hash)
})
