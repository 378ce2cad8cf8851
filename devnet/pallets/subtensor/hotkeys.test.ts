// Hotkeys: seats on root, whose they are, and what is published of them.
import { describe, expect, it } from 'vitest'
import { alice, bob, createTestNode, errorOf, fails, feeOf, field, TAO } from '../../testkit.ts'
import { madeUp } from '../../world/chance.ts'
import { validatorHotkey } from '../../world/ordinary.ts'
import type { Context } from '../context.ts'
import { hotkey, meddled, register } from './registration-kit.ts'
import { fieldsOf, meddle, now, slots, subtensor, subtensorError } from './staking-kit.ts'
import { subnetAccount } from './subnets.ts'

describe('a registration on root', () => {
  const rootRegister = (of: string = hotkey) => subtensor('root_register', { hotkey: of })
  const fullRoot = (c: Context): void => c.write(slots.MaxAllowedUids, [0], c.read(slots.SubnetworkN, 0))

  it('costs nothing but the fee, and makes a delegate with the usual take', () => {
    const test = createTestNode()
    const [free, uid] = [test.free(alice), now(test).read(slots.SubnetworkN, 0)]
    const [events] = test.run({ from: alice, call: rootRegister() })
    expect(fieldsOf(events, 'NeuronRegistered')).toEqual([0, uid, hotkey])
    expect(free - test.free(alice)).toBe(feeOf(events))
    expect(now(test).read(slots.Delegates, hotkey)).toBe(11_796)
    expect(now(test).exists(slots.Delegates, hotkey)).toBe(true)
  })

  it('takes the seat of who has least stake, where the newcomer has more', () => {
    const test = meddled(fullRoot)
    expect(fails(test, rootRegister())).toEqual(subtensorError('StakeTooLowForRoot'))
    test.run({ from: alice, call: subtensor('try_associate_hotkey', { hotkey }) })
    const add = { hotkey, netuid: 0, amount_staked: 500_000n * TAO }
    test.run({ from: alice, call: subtensor('add_stake', add) })
    const [events] = test.run({ from: alice, call: rootRegister() })
    expect(fieldsOf(events, 'NeuronRegistered')).toEqual([0, 39, hotkey])
    expect(now(test).exists(slots.Uids, 0, validatorHotkey(39))).toBe(false)
  })

  it('is made once a block, and six times a tempo', () => {
    const test = createTestNode()
    const [first, second] = test.run(
      { from: alice, call: rootRegister() },
      { from: bob, call: rootRegister(madeUp('new miner', 2)) },
    )
    expect(errorOf(first)).toBeUndefined()
    expect(errorOf(second)).toEqual(subtensorError('TooManyRegistrationsThisBlock'))
    for (let i = 3; i < 8; i++) expect(fails(test, rootRegister(madeUp('new miner', i)))).toBeUndefined()
    const again = rootRegister(madeUp('new miner', 9))
    expect(fails(test, again)).toEqual(subtensorError('TooManyRegistrationsThisInterval'))
    meddle(test, (c) => c.write(slots.Tempo, [0], 1))
    expect(fails(test, again)).toBeUndefined()
  })

  it('is refused a second time, for a subnet’s account, and without a root', () => {
    const test = createTestNode()
    expect(fails(test, rootRegister(validatorHotkey(0)))).toEqual(
      subtensorError('HotKeyAlreadyRegisteredInSubNet'),
    )
    expect(fails(test, rootRegister(subnetAccount(0)))).toEqual(subtensorError('CannotUseSystemAccount'))
    meddle(test, (c) => c.remove(slots.NetworksAdded, 0))
    expect(fails(test, rootRegister())).toEqual(subtensorError('RootNetworkDoesNotExist'))
  })
})

describe('try_associate_hotkey', () => {
  const associate = (of: string) => subtensor('try_associate_hotkey', { hotkey: of })

  it('makes a hotkey nobody has the coldkey’s, and leaves one that somebody has', () => {
    const test = createTestNode()
    expect(fails(test, associate(hotkey))).toBeUndefined()
    expect(now(test).read(slots.Owner, hotkey)).toBe(alice.account)
    expect(fails(test, associate(hotkey), bob)).toBeUndefined()
    expect(now(test).read(slots.Owner, hotkey)).toBe(alice.account)
    expect(now(test).read(slots.OwnedHotkeys, bob.account)).toEqual([])
  })

  it('refuses a subnet’s account', () => {
    expect(fails(createTestNode(), associate(subnetAccount(2)))).toEqual(
      subtensorError('CannotUseSystemAccount'),
    )
  })
})

describe('an identity', () => {
  const text = (length: number) => new Uint8Array(length).fill(97)
  const mine = (more: object = {}) =>
    subtensor('set_identity', {
      ...{ name: text(5), url: text(0), github_repo: text(0), image: text(0) },
      ...{ discord: text(0), description: text(0), additional: text(0), ...more },
    })
  const subnets = (more: object = {}) =>
    subtensor('set_subnet_identity', {
      ...{ netuid: 1, subnet_name: text(5), github_repo: text(0), subnet_contact: text(0) },
      ...{ subnet_url: text(0), discord: text(0), description: text(0), logo_url: text(0) },
      ...{ additional: text(0), ...more },
    })

  it('is set by who has a hotkey on some subnet', () => {
    const test = createTestNode()
    expect(fails(test, mine())).toEqual(subtensorError('HotKeyNotRegisteredInNetwork'))
    test.run({ from: alice, call: register() })
    const [events] = test.run({ from: alice, call: mine() })
    expect(fieldsOf(events, 'ChainIdentitySet')).toEqual([alice.account])
    expect(now(test).read(slots.IdentitiesV2, alice.account)?.name).toEqual(text(5))
  })

  it.each([
    ...(['name', 'url', 'github_repo', 'discord'] as const).map((field) => [field, 256] as const),
    ...(['image', 'description', 'additional'] as const).map((field) => [field, 1024] as const),
  ])('has a %s of at most %i bytes', (field, most) => {
    const test = createTestNode()
    test.run({ from: alice, call: register() })
    expect(fails(test, mine({ [field]: text(most) }))).toBeUndefined()
    expect(fails(test, mine({ [field]: text(most + 1) }))).toEqual(subtensorError('InvalidIdentity'))
  })

  it('of a subnet is set by its owner', () => {
    const test = meddled((c) => c.write(slots.SubnetOwner, [1], alice.account))
    const [events] = test.run({ from: alice, call: subnets() })
    expect(fieldsOf(events, 'SubnetIdentitySet')).toEqual([1])
    expect(now(test).read(slots.SubnetIdentitiesV3, 1)?.subnet_name).toEqual(text(5))
    expect(fails(test, subnets(), bob)).toEqual(subtensorError('NotSubnetOwner'))
    expect(fails(test, subnets({ netuid: 77 }))).toEqual(subtensorError('NotSubnetOwner'))
    for (const [field, most] of [
      ['subnet_name', 256],
      ['discord', 256],
      ['logo_url', 1024],
    ] as const) {
      expect(fails(test, subnets({ [field]: text(most) }))).toBeUndefined()
      expect(fails(test, subnets({ [field]: text(most + 1) }))).toEqual(subtensorError('InvalidIdentity'))
    }
  })
})

describe('the symbol of a subnet', () => {
  const letter = (text: string) => new TextEncoder().encode(text)
  const update = (symbol: string, netuid = 1) =>
    subtensor('update_symbol', { netuid, symbol: letter(symbol) })
  const owned = () => meddled((c) => c.write(slots.SubnetOwner, [1], alice.account))

  it('is chosen by its owner from the letters nobody has', () => {
    const test = owned()
    const [events] = test.run({ from: alice, call: update('ψ') })
    expect(field(events, 'SubtensorModule.SymbolUpdated')).toEqual({ netuid: 1, symbol: letter('ψ') })
    expect(now(test).read(slots.TokenSymbol, 1)).toEqual(letter('ψ'))
  })
  it('is no other letter, none that a subnet has, and nobody else’s to choose', () => {
    const test = owned()
    expect(fails(test, update('Q'))).toEqual(subtensorError('SymbolDoesNotExist'))
    expect(fails(test, update('β'))).toEqual(subtensorError('SymbolAlreadyInUse'))
    expect(fails(test, update('ψ'), bob)).toEqual({ type: 'BadOrigin' })
  })
})
