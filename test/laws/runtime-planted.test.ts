// The law itself: a mistake planted in one declaration is found, with its place.
import { metadata, type V16 } from '@polkadot-api/substrate-bindings'
import { describe, expect, it } from 'vitest'
import { b2, konst, map, omap, type Pallet, type Runtime, t64 } from '../../devnet/runtime/declare.ts'
import { runtime } from '../../devnet/runtime/declared/runtime.ts'
import { AccountData, ExtraFlags } from '../../devnet/runtime/declared/types/pallets.ts'
import { AccountId32 } from '../../devnet/runtime/declared/types/primitives.ts'
import { MultiAddress } from '../../devnet/runtime/declared/types/sp-runtime.ts'
import { type Changes, derive } from '../../devnet/runtime/derive.ts'
import { law } from '../../devnet/runtime/law.ts'
import { generate } from '../../devnet/runtime/metadata.ts'
import { at, names, struct } from '../../devnet/runtime/named.ts'
import { compact, spelt, u64, u128 } from '../../devnet/runtime/ty.ts'

const decoded = (of: Runtime): V16 => {
  const value = metadata.dec(generate(of, 16).slice()).metadata
  if (value.tag !== 'v16') throw new Error(`metadata ${value.tag}`)
  return value.value
}
const reference = decoded(runtime)

const differencesOf = (changes: Changes): readonly string[] =>
  law(decoded(derive(runtime, changes)), reference, { strict: false }).differences

const inPallet = (name: string, change: (pallet: Pallet) => Partial<Pallet>): readonly string[] =>
  differencesOf({ pallet: (pallet) => (pallet.name === name ? { ...pallet, ...change(pallet) } : pallet) })

const balances = (change: (pallet: Pallet) => Partial<Pallet>) => inPallet('Balances', change)

const callsOf = (pallet: Pallet) => pallet.calls ?? {}
const transferring = { dest: spelt(MultiAddress, 'AccountIdLookupOf<T>'), value: compact(u64) }
const empty = { free: 0n, reserved: 0n, frozen: 0n, flags: 1n << 127n }

describe('the law of the declared runtime', () => {
  it('finds nothing where nothing was changed', () => {
    const same = derive(runtime, {})
    expect(law(decoded(same), reference, { strict: true }).differences).toEqual([])
    expect(generate(same, 16)).toEqual(generate(runtime, 16))
  })

  it('allows a partial runtime, unless it is strict', () => {
    const partial = {
      ...runtime,
      pallets: runtime.pallets.filter(({ name }) => ['System', 'Balances'].includes(name)),
    }
    const lacking = decoded(derive(partial, {}))
    expect(law(lacking, reference, { strict: false }).differences).toEqual([])
    expect(law(lacking, reference, { strict: true }).differences).not.toEqual([])
  })

  it('finds another value of a constant', () => {
    const found = balances(({ constants }) => ({
      constants: { ...constants, ExistentialDeposit: konst(u64, 501n) },
    }))
    expect(found).toEqual([
      'pallets.Balances constants.ExistentialDeposit value: declared 0xf501000000000000, real 0xf401000000000000',
    ])
  })

  it('finds another width of an argument', () => {
    const wide = { ...transferring, value: compact(u128) }
    const found = balances((pallet) => ({ calls: { ...callsOf(pallet), transfer_keep_alive: at(3, wide) } }))
    expect(found).toEqual([
      expect.stringMatching(
        /^pallets\.Balances calls\.transfer_keep_alive\.value compact: declared u128, real u64$/,
      ),
    ])
  })

  it('finds another index of a call', () => {
    const found = balances((pallet) => ({
      calls: { ...callsOf(pallet), transfer_allow_death: at(1, transferring) },
    }))
    expect(found).toEqual([expect.stringMatching(/transfer_allow_death index: declared 1, real 0$/)])
  })

  it('finds another name of an argument', () => {
    const renamed = { target: transferring.dest, value: transferring.value }
    const found = balances((pallet) => ({
      calls: { ...callsOf(pallet), transfer_keep_alive: at(3, renamed) },
    }))
    expect(found).toEqual([
      expect.stringMatching(/transfer_keep_alive fields: declared target,value, real dest,value$/),
    ])
  })

  it('finds fields of an event in another order', () => {
    const account = spelt(AccountId32, 'T::AccountId')
    const swapped = { to: account, from: account, amount: u64 }
    const found = balances(({ events }) => ({ events: { ...events, Transfer: swapped } }))
    expect(found).toEqual([
      expect.stringMatching(/Transfer fields: declared to,from,amount, real from,to,amount$/),
    ])
  })

  it('finds errors in another order', () => {
    const found = balances(({ errors }) => ({
      errors: { ...errors, ...names('LiquidityRestrictions', 'VestingBalance') },
    }))
    expect(found).toEqual([
      expect.stringMatching(/VestingBalance index: declared 1, real 0$/),
      expect.stringMatching(/LiquidityRestrictions index: declared 0, real 1$/),
    ])
  })

  it('finds another hasher', () => {
    const Account = map([t64(AccountId32)], AccountData, empty)
    const found = balances(({ storage }) => ({ storage: { ...storage, Account } }))
    expect(found).toEqual([
      'pallets.Balances storage.Account hashers: declared Twox64Concat, real Blake2128Concat',
    ])
  })

  it('finds a dropped field of a struct, and the default that it changes', () => {
    const path = 'pallet_balances::types::AccountData'
    const { free, reserved, flags } = fieldsOfAccount()
    const short = struct(path, { free, reserved, flags }, { Balance: u64 })
    const found = differencesOf({ type: (ty) => (ty.key === AccountData.key ? short : undefined) })
    expect(found).toContainEqual(
      expect.stringMatching(/fields: declared free,reserved,flags, real free,reserved,frozen,flags$/),
    )
    expect(found).toContainEqual(
      expect.stringMatching(/^pallets\.Balances storage\.Account default: declared /),
    )
  })

  it('finds another path of a type', () => {
    const moved = struct('pallet_balances::AccountData', fieldsOfAccount(), { Balance: u64 })
    const found = differencesOf({ type: (ty) => (ty.key === AccountData.key ? moved : undefined) })
    expect(found).toEqual([
      expect.stringMatching(
        /path: declared pallet_balances::AccountData, real pallet_balances::types::AccountData$/,
      ),
    ])
  })

  it('finds another default', () => {
    const Account = map([b2(AccountId32)], AccountData, { ...empty, flags: 0n })
    const found = balances(({ storage }) => ({ storage: { ...storage, Account } }))
    expect(found).toEqual([expect.stringMatching(/^pallets\.Balances storage\.Account default: declared /)])
  })

  it('finds an optional item that has a default', () => {
    const Account = omap([b2(AccountId32)], AccountData)
    const found = balances(({ storage }) => ({ storage: { ...storage, Account } }))
    expect(found).toContain('pallets.Balances storage.Account modifier: declared 0, real 1')
  })

  it('finds another name of an API argument', () => {
    const found = differencesOf({
      apis: (apis) =>
        apis.map((api) => {
          const method = api.methods['account_nonce']
          if (!method) return api
          return { ...api, methods: { account_nonce: { ...method, inputs: { who: AccountId32 } } } }
        }),
    })
    expect(found).toEqual(['apis.AccountNonceApi.account_nonce arguments: declared who, real account'])
  })

  it('finds another version of an API', () => {
    const found = differencesOf({
      apis: (apis) => apis.map((api) => (api.name === 'Core' ? { ...api, version: api.version + 1 } : api)),
    })
    expect(found).toEqual([expect.stringMatching(/^apis\.Core version: declared \d+, real \d+$/)])
  })

  it('finds a removed extension', () => {
    const found = differencesOf({ extensions: (list) => list.filter(({ name }) => name !== 'CheckNonce') })
    expect(found).toContainEqual(expect.stringMatching(/^extensions: declared /))
  })

  it('finds an invented error', () => {
    const found = balances(({ errors }) => ({ errors: { ...errors, ...names('Invented@200') } }))
    expect(found).toEqual([expect.stringMatching(/\.Invented: not in the real chain$/)])
  })

  it('finds a dropped Compact', () => {
    const plain = { ...transferring, value: u64 }
    const found = balances((pallet) => ({ calls: { ...callsOf(pallet), transfer_keep_alive: at(3, plain) } }))
    expect(found).toEqual([
      expect.stringMatching(/transfer_keep_alive\.value kind: declared primitive, real compact$/),
    ])
  })

  it('finds another spelling only when it is strict', () => {
    const respelt = { ...transferring, dest: spelt(MultiAddress, 'Address') }
    const altered = derive(runtime, {
      pallet: (pallet) =>
        pallet.name === 'Balances'
          ? { ...pallet, calls: { ...callsOf(pallet), transfer_keep_alive: at(3, respelt) } }
          : pallet,
    })
    expect(law(decoded(altered), reference, { strict: false }).differences).toEqual([])
    expect(law(decoded(altered), reference, { strict: true }).differences).toContainEqual(
      expect.stringMatching(
        /transfer_keep_alive\.dest spelling: declared Address, real AccountIdLookupOf<T>$/,
      ),
    )
  })
})

function fieldsOfAccount() {
  const balance = spelt(u64, 'Balance')
  return { free: balance, reserved: balance, frozen: balance, flags: ExtraFlags }
}
