// The key that may do what nobody may: pallet_sudo (12), spec 424. What it ran is told by an event, the outer call succeeds.
import { slotsOf } from '../chain/slots.ts'
import type { Outer } from '../runtime/declare.ts'
import { Sudo } from '../runtime/declared/sudo.ts'
import { type AccountId, type Context, fail } from './context.ts'
import { behaviour, type Calls, lookup, type Origin, signed, told } from './dispatch.ts'

const { Key } = slotsOf(Sudo)

function requireKey(c: Context, origin: Origin): AccountId {
  const who = signed(origin)
  if (c.read(Key) !== who) throw fail(Sudo, 'RequireSudo')
  return who
}

function asRoot(c: Context, origin: Origin, call: Outer, calls: Calls): undefined {
  requireKey(c, origin)
  c.emit(Sudo, 'Sudid', { sudo_result: told(c, { kind: 'root' }, call, calls) })
  return undefined
}

export const sudoCalls = behaviour(Sudo, {
  sudo: (c, origin, { call }, calls) => asRoot(c, origin, call, calls),
  sudo_unchecked_weight: (c, origin, { call }, calls) => asRoot(c, origin, call, calls),
  sudo_as: (c, origin, { who, call }, calls) => {
    requireKey(c, origin)
    const account = lookup(who)
    const sudo_result = told(c, { kind: 'signed', account, filters: [] }, call, calls)
    c.emit(Sudo, 'SudoAsDone', { sudo_result })
    return undefined
  },
  set_key: (c, origin, args) => {
    const old = requireKey(c, origin)
    const key = lookup(args.new)
    c.write(Key, [], key)
    c.emit(Sudo, 'KeyChanged', { old, new: key })
    return undefined
  },
  remove_key: (c, origin) => {
    requireKey(c, origin)
    c.remove(Key)
    c.emit(Sudo, 'KeyRemoved', undefined)
    return undefined
  },
})
