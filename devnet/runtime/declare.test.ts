import { describe, expect, expectTypeOf, it } from 'vitest'
import { type CallArgs, type ErrorName, type EventArgs, opt, val } from './declare.ts'
import { Balances } from './declared/balances.ts'
import { System } from './declared/system.ts'
import { option, struct } from './named.ts'
import { joinLater } from './outer.ts'
import { createRegistry } from './registry.ts'
import { u8, u64 } from './ty.ts'

describe('declarations', () => {
  it('tell the compiler the arguments of a call', () => {
    type Transfer = CallArgs<typeof Balances, 'transfer_keep_alive'>
    expectTypeOf<Transfer['value']>().toEqualTypeOf<bigint>()
    expectTypeOf<Extract<Transfer['dest'], { type: 'Id' }>['value']>().toEqualTypeOf<string>()
  })

  it('tell the compiler the fields of an event and the names of errors', () => {
    expectTypeOf<EventArgs<typeof Balances, 'Transfer'>>().toExtend<{
      from: string
      to: string
      amount: bigint
    }>()
    expectTypeOf<'ExistentialDeposit'>().toExtend<ErrorName<typeof Balances>>()
    expectTypeOf<'NoSuchError'>().not.toExtend<ErrorName<typeof Balances>>()
  })

  it('tell the compiler what storage holds', () => {
    expectTypeOf(System.storage.Account.fallback.data.free).toEqualTypeOf<bigint>()
    expectTypeOf(System.storage.Number.fallback).toEqualTypeOf<number>()
  })

  it('tell an optional item from a default-valued one of type Option', () => {
    expect(opt(u64).modifier).toBe('optional')
    expect(val(option(u64), undefined).modifier).toBe('default')
  })

  it('refuse outer enums that are used before their pallets are joined', () => {
    const outer = joinLater('early_runtime')
    expect(() => createRegistry().id(outer.call)).toThrow('before its pallets were joined')
    outer.join([Balances])
    expect(() => createRegistry().id(struct('early::Later', u8))).not.toThrow()
  })
})
