// The faucet gives to addresses, within bounds, and takes orders from its own page only.
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Devnet, startDevnet } from '../start.ts'
import { alice, bob, ss58 } from '../testkit.ts'
import { escapeHtml } from './page.ts'
import { type Faucet, formatTao, readOrder, startFaucet } from './server.ts'

let devnet: Devnet
let faucet: Faucet
beforeAll(async () => {
  devnet = await startDevnet({ port: 0, blockMs: 0 })
  faucet = await startFaucet(devnet)
})
afterAll(async () => {
  await faucet.close()
  await devnet.close()
})

interface Answer {
  readonly status: number
  readonly text: string
}

// Not fetch: it does not let a test choose Host and Origin.
const ask = (
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) =>
  new Promise<Answer>((done, failed) => {
    const { method = 'GET', headers = {}, body } = options
    const sent = request(new URL(path, faucet.url), { method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += String(chunk)
      })
      response.on('end', () => done({ status: response.statusCode ?? 0, text }))
    })
    sent.on('error', failed)
    sent.end(body)
  })

const order = (address: string, amount: string, headers: Record<string, string> = {}) =>
  ask('/fund', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: faucet.url.slice(0, -1),
      ...headers,
    },
    body: new URLSearchParams({ address, amount }).toString(),
  })

describe('the faucet', () => {
  it('shows its form, the development accounts and where the chain is', async () => {
    const { status, text } = await ask('/')
    expect(status).toBe(200)
    for (const part of [
      'name="address"',
      'name="amount"',
      ss58(alice),
      devnet.url,
      devnet.genesis,
      '1,000,000 TAO',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('<script')
  })

  it('gives what was asked for', async () => {
    const before = devnet.freeBalance(bob.account)
    const { status, text } = await order(ss58(bob), '12.5')
    expect(status).toBe(200)
    expect(text).toContain(`12.5 TAO sent to ${ss58(bob)}`)
    expect(devnet.freeBalance(bob.account) - before).toBe(12_500_000_000n)
  })

  it('refuses an order of another page, and one under another name', async () => {
    const before = devnet.freeBalance(bob.account)
    expect((await order(ss58(bob), '1', { origin: 'https://example.org' })).status).toBe(403)
    expect((await order(ss58(bob), '1', { origin: 'null' })).status).toBe(403)
    expect((await order(ss58(bob), '1', { host: 'example.org' })).status).toBe(421)
    expect((await ask('/', { headers: { host: 'example.org' } })).status).toBe(421)
    expect(devnet.freeBalance(bob.account)).toBe(before)
  })

  it('refuses what is no address, and shows it as text', async () => {
    const { status, text } = await order('"><script>alert(1)</script>', '1')
    expect(status).toBe(400)
    expect(text).toContain('not an address')
    expect(text).not.toContain('<script')
  })

  it('has nothing else', async () => {
    expect((await ask('/other')).status).toBe(404)
    expect((await ask('/fund')).status).toBe(404)
  })
})

describe('an order', () => {
  it.each(['', '-1', '1e3', '0x10', '1.0000000001', '1,5', 'NaN'])('of %j TAO is no number', (amount) => {
    expect(readOrder(ss58(bob), amount)).toMatchObject({
      problem: expect.stringMatching(/number/) as unknown,
    })
  })

  it.each(['0', '0.000000499', '10000.000000001'])('of %s TAO is out of bounds', (amount) => {
    expect(readOrder(ss58(bob), amount)).toHaveProperty('problem')
  })

  it('is exact to the rao', () => {
    expect(readOrder(ss58(bob), '0.000000501')).toEqual({ account: bob.account, rao: 501n })
    expect(readOrder(ss58(bob), '10000')).toEqual({ account: bob.account, rao: 10_000_000_000_000n })
  })

  it('to a mistyped address, or one of another kind of chain, is refused', () => {
    expect(readOrder(ss58(bob).replace('F', 'G'), '1')).toHaveProperty('problem')
    // Bob under Polkadot's prefix 0.
    expect(readOrder('14E5nqKAp3oAJcmzgZhUD2RcptBeUBScxKHgJKU4HPNcKVf3', '1')).toHaveProperty('problem')
  })
})

describe('amounts and text on the page', () => {
  it('are written for people', () => {
    expect(formatTao(1_000_000_000_000_000n)).toBe('1,000,000')
    expect(formatTao(1n)).toBe('0.000000001')
    expect(escapeHtml(`<a href="x">'&`)).toBe('&#60;a href=&#34;x&#34;&#62;&#39;&#38;')
  })
})
