import { describe, expect, it } from 'vitest'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import { boolean, bytes, type Codec, list, object, optional, text } from '../codec.ts'
import { Address } from '../domain/address.ts'
import { Hash } from '../domain/bytes.ts'
import { AlphaRao, Netuid, Rao, RaoPerAlpha } from '../domain/units.ts'
import { readMetadata } from '../runtime/metadata.ts'
import { Account, Name, U16, U32 } from './arguments.ts'
import { offerOf } from './offer.ts'

const form = { fields: {} }
const changed = (call: string) => ({ kind: 'hidden', why: 'changed', call })

describe.skipIf(!hasFinney)('an operation', () => {
  const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
  const offer = (call: `${string}.${string}`, codec: Codec<unknown>) =>
    runtime && offerOf({ calls: { [call]: codec }, form }, runtime)

  const stake = { hotkey: Address, netuid: Netuid, amount_staked: Rao }
  it.each([
    ['SubtensorModule.add_stake', object(stake)],
    [
      'SubtensorModule.add_stake_limit',
      object({ ...stake, limit_price: RaoPerAlpha, allow_partial: boolean }),
    ],
    ['SubtensorModule.remove_stake', object({ hotkey: Address, netuid: Netuid, amount_unstaked: AlphaRao })],
    [
      'SubtensorModule.remove_stake_full_limit',
      object({ hotkey: Address, netuid: Netuid, limit_price: optional(RaoPerAlpha) }),
    ],
    ['SubtensorModule.claim_root', object({ subnets: list(Netuid) })],
    ['SubtensorModule.announce_coldkey_swap', object({ new_coldkey_hash: Hash })],
    ['SubtensorModule.dispute_coldkey_swap', object({})],
    ['SubtensorModule.increase_take', object({ hotkey: Address, take: U16 })],
    ['MevShield.submit_encrypted', object({ ciphertext: bytes })],
    ['Proxy.add_proxy', object({ delegate: Account, proxy_type: Name, delay: U32 })],
    ['Crowdloan.contribute', object({ crowdloan_id: U32, amount: Rao })],
    ['Balances.transfer_keep_alive', object({ dest: Account, value: Rao })],
  ] as const)('whose call %s has just the arguments it knows is offered', (call, codec) => {
    expect(offer(call, codec)).toEqual({ kind: 'offered' })
  })

  const call = 'SubtensorModule.add_stake'
  it.each([
    ['that is not there', object({ ...stake, memo: text })],
    ['under another name', object({ validator: Address, netuid: Netuid, amount_staked: Rao })],
    ['in another order', object({ netuid: Netuid, hotkey: Address, amount_staked: Rao })],
    ['less', object({ hotkey: Address, netuid: Netuid })],
    ['of another width', object({ ...stake, netuid: U32 })],
    ['that may be left out', object({ ...stake, amount_staked: optional(Rao) })],
    ['that is a list', object({ ...stake, hotkey: list(Address) })],
    ['of a kind nobody declared', object({ ...stake, amount_staked: text })],
  ])('that knows an argument %s is hidden', (_, codec) => {
    expect(offer(call, codec)).toEqual(changed(call))
  })
  it('is hidden where a name that holds nothing is taken for one that holds something', () => {
    const codec = object({ dest: Name, value: Rao })
    expect(offer('Balances.transfer_keep_alive', codec)).toEqual(changed('Balances.transfer_keep_alive'))
  })
  it('is hidden where the runtime does not have one of its calls', () => {
    const known =
      runtime &&
      offerOf({ calls: { [call]: object(stake), 'SubtensorModule.no_call': object({}) }, form }, runtime)
    expect(known).toEqual({ kind: 'hidden', why: 'missing', call: 'SubtensorModule.no_call' })
  })
  it('without a form is explained alone', () => {
    expect(runtime && offerOf({ calls: { [call]: object(stake) } }, runtime)).toMatchObject({
      why: 'explained',
    })
  })
})
