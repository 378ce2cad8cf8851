// Proxies: Subtensor's fork of pallet_proxy (16), spec 424. The outer call succeeds even when the inner one failed.
import { blake2b256, fromHex, join, littleEndian, toHex, u32Bytes } from '../chain/bytes.ts'
import { slotsOf } from '../chain/slots.ts'
import type { CallArgs, Outer } from '../runtime/declare.ts'
import { ProxyPallet } from '../runtime/declared/proxy.ts'
import { ProxyType } from '../runtime/declared/types/runtime-common.ts'
import type { Announcement, ProxyDefinition } from '../runtime/declared/types/subtensor-pallets.ts'
import { type AccountId, type Context, fail } from './context.ts'
import { behaviour, type Calls, lookup, signed, told } from './dispatch.ts'
import { reserve, unreserve } from './money.ts'
import { isSuperset, permits } from './proxy-filter.ts'

const { Proxies, Announcements, LastCallResult, RealPaysFee } = slotsOf(ProxyPallet)
const limits = ProxyPallet.constants

type Kind = ProxyDefinition['proxy_type']

const proxyDeposit = (count: number): bigint =>
  count === 0 ? 0n : limits.ProxyDepositBase.value + limits.ProxyDepositFactor.value * BigInt(count)
const announcementDeposit = (count: number): bigint =>
  count === 0
    ? 0n
    : limits.AnnouncementDepositBase.value + limits.AnnouncementDepositFactor.value * BigInt(count)

function adjust(c: Context, who: AccountId, from: bigint, to: bigint): void {
  if (to > from) reserve(c, who, to - from)
  else unreserve(c, who, from - to)
}

// The list is kept sorted as Rust derives the order: delegate, then type, then delay.
const order = (a: ProxyDefinition, b: ProxyDefinition): number =>
  compareText(a.delegate, b.delegate) ||
  typeIndex(a.proxy_type) - typeIndex(b.proxy_type) ||
  a.delay - b.delay
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const typeIndex = (kind: Kind): number => ProxyType.codec.enc(kind)[0] ?? 0

function store(c: Context, who: AccountId, list: ProxyDefinition[], old: bigint): void {
  const deposit = proxyDeposit(list.length)
  adjust(c, who, old, deposit)
  if (list.length === 0) c.remove(Proxies, who)
  else c.write(Proxies, [who], [list, deposit])
}

function findProxy(
  c: Context,
  real: AccountId,
  delegate: AccountId,
  forced: Kind | undefined,
): ProxyDefinition {
  const found = c
    .read(Proxies, real)[0]
    .find((each) => each.delegate === delegate && (!forced || each.proxy_type.type === forced.type))
  if (!found) throw fail(ProxyPallet, 'NotProxy')
  return found
}

/** Whether a proxy of this type may make the call: its filter, and no widening of its own power. */
function mayCall(kind: Kind, call: Outer): boolean {
  if (call.type === 'Proxy') {
    const args = call.value.value as { readonly proxy_type?: Kind } | undefined
    const { type } = call.value
    if ((type === 'add_proxy' || type === 'remove_proxy') && args?.proxy_type)
      if (!isSuperset(kind.type, args.proxy_type.type)) return false
    if ((type === 'remove_proxies' || type === 'kill_pure') && kind.type !== 'Any') return false
  }
  return permits(kind.type, call)
}

function runAs(c: Context, kind: Kind, real: AccountId, call: Outer, calls: Calls): void {
  // A fresh origin: filters on the delegate's origin do not apply to the real account.
  const result = told(
    c,
    { kind: 'signed', account: real, filters: [(inner) => mayCall(kind, inner)] },
    call,
    calls,
  )
  c.write(LastCallResult, [real], result)
  c.emit(ProxyPallet, 'ProxyExecuted', { result })
}

function editAnnouncements(c: Context, delegate: AccountId, keep: (each: Announcement) => boolean): void {
  const [list, deposit] = c.read(Announcements, delegate)
  const left = list.filter(keep)
  if (left.length === list.length) throw fail(ProxyPallet, 'NotFound')
  const now = announcementDeposit(left.length)
  adjust(c, delegate, deposit, now)
  if (left.length === 0) c.remove(Announcements, delegate)
  else c.write(Announcements, [delegate], [left, now])
}

function pureAccount(
  who: AccountId,
  kind: Kind,
  index: number,
  height: number,
  extrinsic: number,
): AccountId {
  const text = new TextEncoder().encode('modlpy/proxy____')
  const entropy = [fromHex(who), u32Bytes(height), u32Bytes(extrinsic), ProxyType.codec.enc(kind)]
  return toHex(blake2b256(join(text, ...entropy, littleEndian(BigInt(index), 2))))
}

/** Who pays for this call: the real account of a proxy call where it agreed to, one level deeper where that one did too. */
export function feePayer(c: Context, signer: AccountId, call: Outer): AccountId {
  const outer = payingReal(c, signer, call)
  if (!outer) return signer
  const inner = (call.value.value as { readonly call: Outer }).call
  const batch = ['batch', 'batch_all', 'force_batch'].includes(inner.value.type) && inner.type === 'Utility'
  const list = batch ? (inner.value.value as { readonly calls: readonly Outer[] }).calls : [inner]
  const payers = new Set(list.map((each) => payingReal(c, outer, each)))
  const [only] = payers
  return payers.size === 1 && only ? only : outer
}

function payingReal(c: Context, delegate: AccountId, call: Outer): AccountId | undefined {
  if (call.type !== 'Proxy' || call.value.type !== 'proxy') return undefined
  const { real } = call.value.value as CallArgs<typeof ProxyPallet, 'proxy'>
  if (real.type !== 'Id') return undefined
  return c.exists(RealPaysFee, real.value, delegate) ? real.value : undefined
}

export const proxyCalls = behaviour(ProxyPallet, {
  proxy: (c, origin, { real, force_proxy_type, call }, calls) => {
    const account = lookup(real)
    const found = findProxy(c, account, signed(origin), force_proxy_type)
    if (found.delay > 0) throw fail(ProxyPallet, 'Unannounced')
    runAs(c, found.proxy_type, account, call, calls)
    return undefined
  },
  add_proxy: (c, origin, { delegate, proxy_type, delay }) => {
    const delegator = signed(origin)
    const delegatee = lookup(delegate)
    if (delegator === delegatee) throw fail(ProxyPallet, 'NoSelfProxy')
    const [list, deposit] = c.read(Proxies, delegator)
    const added: ProxyDefinition = { delegate: delegatee, proxy_type, delay }
    if (list.some((each) => order(each, added) === 0)) throw fail(ProxyPallet, 'Duplicate')
    if (list.length >= limits.MaxProxies.value) throw fail(ProxyPallet, 'TooMany')
    store(c, delegator, [...list, added].sort(order), deposit)
    c.emit(ProxyPallet, 'ProxyAdded', { delegator, delegatee, proxy_type, delay })
    return undefined
  },
  remove_proxy: (c, origin, { delegate, proxy_type, delay }) => {
    const delegator = signed(origin)
    const delegatee = lookup(delegate)
    const [list, deposit] = c.read(Proxies, delegator)
    const gone: ProxyDefinition = { delegate: delegatee, proxy_type, delay }
    const left = list.filter((each) => order(each, gone) !== 0)
    if (left.length === list.length) throw fail(ProxyPallet, 'NotFound')
    store(c, delegator, left, deposit)
    c.remove(RealPaysFee, delegator, delegatee)
    c.emit(ProxyPallet, 'ProxyRemoved', { delegator, delegatee, proxy_type, delay })
    return undefined
  },
  remove_proxies: (c, origin) => {
    const delegator = signed(origin)
    const [list, deposit] = c.read(Proxies, delegator)
    for (const { delegate } of list) c.remove(RealPaysFee, delegator, delegate)
    store(c, delegator, [], deposit)
    return undefined
  },
  create_pure: (c, origin, { proxy_type, delay, index }) => {
    const who = signed(origin)
    const pure = pureAccount(who, proxy_type, index, c.blockNumber, c.extrinsicIndex ?? 0)
    if (c.exists(Proxies, pure)) throw fail(ProxyPallet, 'Duplicate')
    const deposit = proxyDeposit(1)
    reserve(c, who, deposit)
    c.write(Proxies, [pure], [[{ delegate: who, proxy_type, delay }], deposit])
    c.emit(ProxyPallet, 'PureCreated', { pure, who, proxy_type, disambiguation_index: index })
    return undefined
  },
  kill_pure: (c, origin, { spawner, proxy_type, index, height, ext_index }) => {
    const pure = signed(origin)
    const maker = lookup(spawner)
    if (pureAccount(maker, proxy_type, index, height, ext_index) !== pure)
      throw fail(ProxyPallet, 'NoPermission')
    const [, deposit] = c.read(Proxies, pure)
    c.remove(Proxies, pure)
    unreserve(c, maker, deposit)
    c.emit(ProxyPallet, 'PureKilled', { pure, spawner: maker, proxy_type, disambiguation_index: index })
    return undefined
  },
  announce: (c, origin, { real, call_hash }) => {
    const who = signed(origin)
    const account = lookup(real)
    if (!c.read(Proxies, account)[0].some(({ delegate }) => delegate === who))
      throw fail(ProxyPallet, 'NotProxy')
    const [list, deposit] = c.read(Announcements, who)
    if (list.length >= limits.MaxPending.value) throw fail(ProxyPallet, 'TooMany')
    const now = announcementDeposit(list.length + 1)
    adjust(c, who, deposit, now)
    c.write(Announcements, [who], [[...list, { real: account, call_hash, height: c.blockNumber }], now])
    c.emit(ProxyPallet, 'Announced', { real: account, proxy: who, call_hash })
    return undefined
  },
  remove_announcement: (c, origin, { real, call_hash }) => {
    const account = lookup(real)
    editAnnouncements(c, signed(origin), (each) => each.real !== account || each.call_hash !== call_hash)
    return undefined
  },
  reject_announcement: (c, origin, { delegate, call_hash }) => {
    const who = signed(origin)
    editAnnouncements(c, lookup(delegate), (each) => each.real !== who || each.call_hash !== call_hash)
    return undefined
  },
  proxy_announced: (c, origin, { delegate, real, force_proxy_type, call }, calls) => {
    signed(origin)
    const account = lookup(real)
    const who = lookup(delegate)
    const found = findProxy(c, account, who, force_proxy_type)
    const hash = toHex(blake2b256(calls.encode(call)))
    const isDue = (each: Announcement): boolean =>
      each.real === account && each.call_hash === hash && c.blockNumber - each.height >= found.delay
    if (!c.read(Announcements, who)[0].some(isDue)) throw fail(ProxyPallet, 'Unannounced')
    editAnnouncements(c, who, (each) => !isDue(each))
    runAs(c, found.proxy_type, account, call, calls)
    return undefined
  },
  set_real_pays_fee: (c, origin, { delegate, pays_fee }) => {
    const real = signed(origin)
    const who = lookup(delegate)
    findProxy(c, real, who, undefined)
    if (pays_fee) c.write(RealPaysFee, [real, who], undefined)
    else c.remove(RealPaysFee, real, who)
    c.emit(ProxyPallet, 'RealPaysFeeSet', { real, delegate: who, pays_fee })
    return undefined
  },
})
