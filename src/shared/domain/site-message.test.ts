import { ed25519 } from '@noble/curves/ed25519.js'
import { describe, expect, it } from 'vitest'
import { addressOf } from './address.ts'
import { fromHex, toHex } from './bytes.ts'
import { readSiteMessage, unwrapMessage, wrapMessage } from './site-message.ts'

const address = addressOf(fromHex('0xd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69'))
// Account B, and the signing bytes of a transfer on Finney (vector A.1).
const SEED = fromHex('0x3b7b60af2abcd57ba401ab398f84f4ca54bd6b2140d2503fbcf3286535fe3ff1')
const A1 =
  '0x050300d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d02286beee5031c0000a8010000010000002f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03bee8f5fbd3c80b2c1731447baf322e7aefad67c5b52fe9dec093e0909d7efac400'
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const bytesOf = (written: string): Uint8Array => new TextEncoder().encode(written)
const read = (request: unknown) => readSiteMessage(request)
const signed = (data: string): string => {
  const message = read({ address, data, type: 'bytes' })
  if (!message.ok) throw new Error('a message of a test')
  return text(wrapMessage(fromHex(message.value.data)))
}

describe('a message of a page', () => {
  it.each(['0x68656c6c6f', 'hello', '0x3c42797465733e68656c6c6f3c2f42797465733e', '<Bytes>hello</Bytes>'])(
    '8.5-57 is signed wrapped, and once: %s (RAW-1, B.1)',
    (data) => {
      expect(signed(data)).toBe('<Bytes>hello</Bytes>')
    },
  )
  it.each([
    ['nothing (B.3)', '0x', '<Bytes></Bytes>'],
    ['text that is empty', '', '<Bytes></Bytes>'],
    ['the beginning of a wrap (B.4)', '<Bytes>hello', '<Bytes><Bytes>hello</Bytes>'],
    ['the end of a wrap', 'hello</Bytes>', '<Bytes>hello</Bytes></Bytes>'],
    ['half a byte of hex, which is text', '0x123', '<Bytes>0x123</Bytes>'],
    ['hex with a capital X, which is text', '0XAB', '<Bytes>0XAB</Bytes>'],
  ])('8.5-61 is wrapped also as %s (RAW-1)', (_, data, expected) => {
    expect(signed(data)).toBe(expected)
  })
  it('may be of exactly 64 KiB before its wrap, and of no byte more, in hex or in text (R_SIZE)', () => {
    for (const [byte, most] of [
      ['00', 64 * 1024],
      ['ü', 32 * 1024],
    ] as const) {
      const message = (count: number) =>
        read({ address, data: (byte === '00' ? '0x' : '') + byte.repeat(count) })
      expect(message(most)).toMatchObject({ ok: true })
      expect(message(most + 1)).toMatchObject({ ok: false, error: { code: 'R_SIZE' } })
    }
  })
  it('is wrapped where another wallet would leave Ethereum’s prefix bare (RAW-1, B.5)', () => {
    const data = fromHex('0x19457468657265756d205369676e6564204d6573736167653a0a3568656c6c6f')
    expect(text(wrapMessage(data))).toBe('<Bytes>\x19Ethereum Signed Message:\n5hello</Bytes>')
  })
  it.each([
    [
      'B.1',
      'hello',
      '0xac6db9eaf24754369cd9c1a682ac42ffdb4868a8806da0528aa429b5186b3a734e95d902a77006ffa206062469a7c2026fd96c82c4983e2f8ed31b750e4c530b',
    ],
    [
      'B.2',
      A1,
      '0xfa41e5c8bf24f4f0bc245f97d73d66d920f26cb0baa93743b6dd9ca914fc4ac706e88638bebb8fc8c2e1256c882e2c8a92da7c106e75e112d982d5893fd2a40f',
    ],
    [
      'B.3',
      '0x',
      '0xa64a2edd7058acf6f5edce07e4a819b0d34bba4228f739051c415d80a708145fe4ba3f536fa377228909f9fa18e3924790b43521e66d78348086d8da0f340e01',
    ],
    [
      'B.4',
      '0x3c42797465733e68656c6c6f',
      '0x82669697a58bcf100b0d2f469e80d9313477f89bd8893462cd1328114d9c8b5161ec5f2b30b837e76894acaa441840100083d45a8c2ffc5eeaeecbd2a30cca0e',
    ],
  ])('8.5-57 8.5-61 has the signature of the vector over its wrapped bytes (%s)', (_, data, signature) => {
    const message = read({ address, data })
    expect(message.ok && toHex(ed25519.sign(wrapMessage(fromHex(message.value.data)), SEED))).toBe(signature)
  })
  it('never verifies over bare data (RAW-2, B.5)', () => {
    const data = fromHex('0x19457468657265756d205369676e6564204d6573736167653a0a3568656c6c6f')
    const bare =
      '0xb96b5ca1566e0f94058f23847e002824f7fa4cc9085097fedb57032056d41a0ff5e7b3574d8106320206aba0a9afff69b30ad96ff1330e7ad41771ccc1a01306'
    expect(toHex(ed25519.sign(data, SEED))).toBe(bare)
    expect(toHex(ed25519.sign(wrapMessage(data), SEED))).not.toBe(bare)
  })
  it('says what is inside the wrap', () => {
    expect(text(unwrapMessage(wrapMessage(bytesOf('hello'))))).toBe('hello')
    expect(text(unwrapMessage(bytesOf('<Bytes>hello')))).toBe('<Bytes>hello')
  })
  it.each([undefined, null, 'bytes', 'payload'])('means the same with type %s (RAW-2)', (type) => {
    expect(read({ address, data: 'hello', type })).toEqual({
      ok: true,
      value: { address, data: '0x68656c6c6f' },
    })
  })
  it('may be 64 KiB long, and is not hashed (RAW-5)', () => {
    const message = read({ address, data: 'a'.repeat(64 * 1024) })
    expect(message.ok && wrapMessage(fromHex(message.value.data)).length).toBe(64 * 1024 + 15)
  })
  it('has a text beyond ASCII in UTF-8', () => {
    expect(signed('τ 🐂')).toBe('<Bytes>τ 🐂</Bytes>')
  })
})

describe('a message of a page is refused', () => {
  it.each([
    ['with a method, as a transaction has (SIG-3, R_CONFUSED)', { method: '0x00' }, 'R_CONFUSED', 'method'],
    [
      'with a genesis, as a transaction has (SIG-3, R_CONFUSED)',
      { genesisHash: '0x00' },
      'R_CONFUSED',
      'genesisHash',
    ],
    ['with an era, as a transaction has (SIG-3, R_CONFUSED)', { era: '0x00' }, 'R_CONFUSED', 'era'],
    ['of another type', { type: 'call' }, 'R_FIELD', 'type'],
    ['without data', { data: undefined }, 'R_FIELD', 'data'],
    ['whose data is a list of bytes', { data: [1, 2] }, 'R_FIELD', 'data'],
    ['beyond 64 KiB (RAW-5, R_SIZE)', { data: 'a'.repeat(64 * 1024 + 1) }, 'R_SIZE', 'data'],
    ['beyond 64 KiB of hex (RAW-5, R_SIZE)', { data: `0x${'00'.repeat(64 * 1024 + 1)}` }, 'R_SIZE', 'data'],
    ['of an Ethereum address', { address: `0x${'1'.repeat(40)}` }, 'R_FIELD', 'address'],
  ])('%s', (_, change, code, field) => {
    expect(read({ address, data: 'hello', type: 'bytes', ...change })).toEqual({
      ok: false,
      error: { code, field },
    })
  })
})
