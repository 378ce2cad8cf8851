/** What looks like a limit order and is none: it stays bytes, or text. */
import { describe, expect, it } from 'vitest'
import { BOB, LINKED, V1 } from '../../../test/build/limit-orders.ts'
import { orderBytes, readOrder } from './limit-order.ts'
import { parseOrder, printOrder } from './order-text.ts'

describe('bytes that are no limit order', () => {
  const good = orderBytes(V1)
  const changed = (at: number, byte: number) => good.map((each, place) => (place === at ? byte : each))
  it.each([
    ['cut short', good.slice(0, -1)],
    ['with one left over', Uint8Array.of(...good, 0)],
    ['of a version there is not', changed(0, 2)],
    ['of a kind there is not', changed(67, 3)],
    ['whose flag is neither', changed(good.length - 1, 2)],
    ['with a length not in its shortest form', changed(129, 5)],
    ['that are nothing', new Uint8Array()],
    ['that are a fingerprint', new Uint8Array(32)],
  ])('stay bytes: %s', (_, bytes) => {
    expect(readOrder(bytes)).toBeUndefined()
  })
  it('with more who may bring it than the chain allows stay bytes', () => {
    expect(readOrder(orderBytes({ ...V1, relayers: Array(10).fill(BOB) }))).toBeDefined()
    expect(readOrder(orderBytes({ ...V1, relayers: Array(11).fill(BOB) }))).toBeUndefined()
  })
})

describe('text that is no limit order', () => {
  const text = printOrder(V1)
  const linkedText = printOrder(LINKED)
  it.each([
    ['a space more', text.replace('buy ', 'buy  ')],
    ['a space behind it', `${text} `],
    ['a line behind it', `${text}\nand more`],
    ['another version', text.replace('v1', 'v3')],
    ['a tail in version 1', `${text}, has-linked-order false`],
    ['no tail in version 2', text.replace('v1', 'v2')],
    [
      'a linked amount in version 1',
      text.replace('buy 1000000000', `buy 5 ppb of order 0x${'ab'.repeat(32)} output`),
    ],
    ['the wrong word for the price', text.replace('limit price', 'trigger price')],
    ['a number with a zero before it', text.replace('price 5', 'price 05')],
    ['a number beyond 64 bits', text.replace('price 500000000', 'price 18446744073709551616')],
    ['a number of twenty-one digits', text.replace('price 500000000', 'price 100000000000000000000')],
    ['a fee beyond all of it', text.replace('fee 8500000', 'fee 1000000001')],
    ['a subnet beyond 16 bits', text.replace('subnet 64', 'subnet 65536')],
    [
      'an address of another chain',
      text.replace(V1.hotkey, '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5'),
    ],
    ['an address with another sum', text.replace('5HK5tp6t', '5HK5tp6u')],
    ['letters of another alphabet', text.replace('Limit buy', 'Limit buу')],
    ['a provider with two prefixes', linkedText.replace('order 0x', 'order 0x0x')],
    ['a provider in capitals', linkedText.replace('0x9f2c7e', '0x9F2C7E')],
    ['relayers with nobody between', text.replace(`relayer ${BOB}`, `relayer ${BOB}++${BOB}`)],
    ['a relayer that is none', text.replace(`relayer ${BOB}`, 'relayer ')],
    ['eleven relayers', text.replace(`relayer ${BOB}`, `relayer ${Array(11).fill(BOB).join('+')}`)],
    ['a fraction', text.replace('fee 8500000', 'fee 0.85')],
    ['nothing', ''],
  ])('stays text: with %s', (_, written) => {
    expect(parseOrder(written)).toBeUndefined()
  })
})
