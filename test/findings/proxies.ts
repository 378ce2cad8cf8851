/** Keys that act for an account. */
import { rao, TAO } from '#shared/domain/units.ts'
import { addProxy } from '#shared/operations/add-proxy.ts'
import type { Acquaintance, Proxies } from '#shared/operations/fact-shapes.ts'
import { removeProxy } from '#shared/operations/remove-proxy.ts'
import { tableOf } from '../build/told.ts'
import { ALICE, BOB } from '../build/words.ts'
import { ALIKE } from './places.ts'
import { insufficientTold, PURSE, purseTold } from './purse.ts'

const power = { delegate: BOB, type: 'Staking', delay: 0 }
const none: Proxies = {
  entries: [],
  deposit: rao(0n),
  base: rao(60_000_000n),
  each: rao(33_000_000n),
  most: 20,
}
const having = (...entries: Proxies['entries']) => ({ proxies: { ...none, entries } })
const other = { ...power, type: 'Transfer' }
const KNOWN: Acquaintance = { own: false, name: 'Bob', sentBefore: false, lookalike: undefined }
const nameless: Acquaintance = { ...KNOWN, name: undefined }
const types = [
  { name: 'Any', deprecated: false },
  { name: 'Staking', deprecated: false },
  { name: 'Transfer', deprecated: false },
  { name: 'Senate', deprecated: true },
  { name: 'Novelty', deprecated: false },
]

export const addProxyTable = tableOf(addProxy, {
  params: power,
  facts: { ...PURSE, proxies: none, types, who: KNOWN },
  told: [
    ...purseTold,
    insufficientTold((deposit) => ({ facts: { proxies: { ...none, base: rao(0n), each: deposit } } })),
    {
      id: 'gives-power',
      weight: 'type POWER',
      says: 'This lets another key act for the account, without asking again.',
      where: { params: { type: 'Staking' } },
      not: { params: { type: 'Senate' } },
    },
    {
      id: 'gives-power',
      weight: 'type POWER',
      says: 'Whoever holds that key may send all TAO and all stake to anybody. Nobody asks you again.',
      where: { params: { type: 'Transfer' } },
      not: { params: { type: 'Senate' } },
    },
    {
      id: 'gives-power',
      weight: 'type POWER',
      says: 'Taokey does not know what the power called Novelty reaches. It may be everything.',
      where: { params: { type: 'Novelty' } },
      not: { params: { type: 'Senate' } },
    },
    {
      id: 'dead-power',
      weight: 'caution',
      says: 'This power does nothing on the chain any more. Its deposit is reserved all the same.',
      where: { params: { type: 'Senate' }, facts: { types: [{ name: 'Senate', deprecated: false }] } },
      not: { params: { type: 'Staking' } },
    },
    {
      id: 'dead-power',
      weight: 'caution',
      says: 'This power does nothing on the chain any more.',
      where: { facts: { types: [{ name: 'Staking', deprecated: true }] } },
      not: { facts: { types: [{ name: 'Staking', deprecated: false }] } },
    },
    {
      id: 'self',
      weight: 'blocks',
      says: 'An account cannot be its own proxy.',
      where: { params: { delegate: ALICE } },
      not: { params: { delegate: BOB } },
    },
    {
      id: 'no-type',
      weight: 'blocks',
      says: 'This runtime has no such kind of power.',
      where: { params: { type: 'ChildKeys' } },
      not: { params: { type: 'Any' } },
    },
    {
      id: 'same',
      weight: 'blocks',
      says: 'It has just this power already.',
      where: { facts: having(power) },
      not: { facts: having({ ...power, delay: 1 }, other, { ...power, delegate: ALICE }) },
    },
    {
      id: 'too-many',
      weight: 'blocks',
      says: 'An account may have 2 proxies: remove one first.',
      where: { facts: { proxies: { ...none, most: 2, entries: [other, { ...other, delay: 1 }] } } },
      not: { facts: { proxies: { ...none, most: 2, entries: [other] } } },
    },
    {
      id: 'lookalike',
      weight: 'danger',
      says: ALIKE,
      where: { facts: { who: { ...nameless, lookalike: ALICE } } },
      not: { facts: { who: nameless } },
    },
    {
      id: 'stranger',
      weight: 'caution',
      says: 'None of your accounts and contacts. Compare all of it with where you got it.',
      where: { facts: { who: nameless } },
      not: { facts: { who: KNOWN } },
    },
    {
      id: 'stranger',
      weight: 'caution',
      says: 'None of your accounts and contacts. Compare all of it with where you got it.',
      where: { facts: { who: { ...nameless, sentBefore: true } } },
      not: { facts: { who: { ...nameless, own: true } } },
    },
    {
      id: 'deposit',
      weight: 'note',
      says: 'Reserved while it stands: τ0.093.',
      where: {},
      not: { facts: having(power) },
    },
    {
      id: 'deposit',
      weight: 'note',
      says: 'Reserved while it stands: τ0.033.',
      where: { facts: { proxies: { ...none, entries: [other], deposit: rao(93n * (TAO / 1000n)) } } },
      not: { facts: having(power) },
    },
  ],
})

export const removeProxyTable = tableOf(removeProxy, {
  params: power,
  facts: { ...PURSE, ...having(power) },
  told: [
    ...purseTold,
    {
      id: 'no-power',
      weight: 'blocks',
      says: 'It has no such power over this account.',
      where: { facts: having({ ...power, delay: 1 }, other, { ...power, delegate: ALICE }) },
      not: { facts: having(other, power) },
    },
  ],
})
