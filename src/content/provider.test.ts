import { describe, expect, it } from 'vitest'
import { invalid } from '#shared/protocol/site-contract.ts'
import { ALICE, aPage, fails } from '../../test/build/provider-page.ts'

describe('the entry of the wallet', () => {
  it('8.1-5 is a frozen plain object with these two alone', () => {
    const { entry } = aPage()
    expect(new Set(Object.keys(entry))).toEqual(new Set(['enable', 'version']))
    expect(Object.getPrototypeOf(entry)).toBe(Object.prototype)
    expect(Object.isFrozen(entry)).toBe(true)
    expect(entry.version).toBe('1.2.3')
    expect('connect' in entry).toBe(false)
    expect(Object.keys({ ...entry })).toHaveLength(2)
  })
  it.each([
    ['a name', 'A dApp', '"A dApp"'],
    ['nothing', undefined, '""'],
    ['an empty name', '', '""'],
    ['what is no name', { name: 'x' }, '""'],
  ])('takes %s for what the page calls itself', (_, name, input) => {
    const { entry, sent } = aPage()
    void entry.enable(name)
    expect(sent).toEqual([{ id: 1, method: 'enable', input }])
  })
})

describe('what a page is given', () => {
  it('8.1-7 is three groups of functions and nothing else', async () => {
    const { enabled } = aPage()
    const injected = await enabled()
    expect(Object.keys(injected)).toEqual(['accounts', 'metadata', 'signer'])
    for (const name of ['then', 'entries', 'name', 'version', 'provider'])
      expect(name in injected).toBe(false)
    expect(Object.keys(injected.accounts)).toEqual(['get', 'subscribe'])
    expect(Object.keys(injected.metadata)).toEqual(['get', 'provide'])
    expect(Object.keys(injected.signer)).toEqual(['signPayload', 'signRaw'])
    expect(Object.getPrototypeOf(injected)).toBe(Object.prototype)
  })
  it('8.1-6 works without a this', async () => {
    const { entry, sent, enabled, answer } = aPage()
    const { accounts, metadata, signer } = await enabled()
    const calls = [
      entry.enable,
      accounts.get,
      metadata.get,
      metadata.provide,
      signer.signPayload,
      signer.signRaw,
    ]
    for (const call of calls) {
      const asked = Reflect.apply(call, undefined, [{}]) as Promise<unknown>
      answer({})
      await expect(asked).resolves.toBeDefined()
    }
    expect(typeof Reflect.apply(accounts.subscribe, undefined, [() => undefined])).toBe('function')
    expect(sent).toHaveLength(1 + calls.length + 1)
  })
  it.each([
    [true, 'true'],
    [1, 'false'],
    ['true', 'false'],
    [{ ss58Format: 42 }, 'false'],
    [undefined, 'false'],
  ])('takes %j, asked of which accounts, for %s', async (any, input) => {
    const { enabled, sent } = aPage()
    const { accounts } = await enabled()
    void accounts.get(any)
    expect(sent.at(-1)).toMatchObject({ method: 'accounts.get', input })
  })
  it('8.3-32 is a copy of its own each time', async () => {
    const { enabled, sent, answer } = aPage()
    const { accounts } = await enabled()
    const lists = [accounts.get(), accounts.get()]
    for (const { id } of sent.slice(-2)) answer(ALICE, id)
    const [one, other] = await Promise.all(lists)
    expect(one).toEqual(other)
    expect(one).not.toBe(other)
  })
  it('takes no metadata, whatever it is', async () => {
    const { enabled, sent } = aPage()
    const { metadata } = await enabled()
    void metadata.provide({ cyclic: sent, big: 1n })
    expect(sent.at(-1)).toMatchObject({ method: 'metadata.provide', input: 'null' })
  })
})

describe('a request', () => {
  it('8.3-34 that is refused fails with an Error of the page, its words and its number', async () => {
    const { entry, refuse } = aPage()
    const asked = entry.enable('x')
    refuse({ code: 4001, message: 'Cancelled' })
    const error: unknown = await asked.catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ message: 'Cancelled', code: 4001 })
  })
  it('is settled once, by the answer that bears its number', async () => {
    const { enabled, sent, answer, refuse } = aPage()
    const { accounts } = await enabled()
    const asked = accounts.get()
    const id = sent.at(-1)?.id ?? 0
    answer(['of nobody'], id + 1)
    answer(['first'], id)
    answer(['second'], id)
    refuse(invalid('late'), id)
    await expect(asked).resolves.toEqual(['first'])
  })
  it('8.6-75 fails at once when the wallet is gone', async () => {
    const { entry } = aPage({ isGone: true })
    await expect(entry.enable('x')).rejects.toMatchObject({
      message: 'Wallet was updated or disabled. Reload the page.',
      code: 4900,
    })
  })

  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  it.each([
    ['a cycle', cyclic],
    ['a BigInt', { nonce: 1n }],
    ['what throws when it is read', Object.defineProperty({}, 'x', { enumerable: true, get: () => fails() })],
  ])('8.4-54 with %s is refused before it leaves the page', async (_, given) => {
    const { enabled, sent } = aPage()
    const { signer } = await enabled()
    const before = sent.length
    await expect(signer.signPayload(given)).rejects.toMatchObject(invalid('payload'))
    await expect(signer.signRaw(given)).rejects.toMatchObject(invalid('data'))
    expect(sent).toHaveLength(before)
  })
  it('8.4-53 is read once: what the page changes afterwards changes nothing', async () => {
    const { enabled, sent } = aPage()
    const { signer } = await enabled()
    let reads = 0
    const payload = {
      method: '0x01',
      get nonce() {
        reads += 1
        return `0x0${reads}`
      },
      tip: { toJSON: () => '0x05' },
    }
    void signer.signPayload(payload)
    payload.method = '0x02'
    expect(reads).toBe(1)
    expect(JSON.parse(sent.at(-1)?.input ?? '')).toEqual({ method: '0x01', nonce: '0x01', tip: '0x05' })
  })
  it('8.4-54 with keys of a prototype is plain text and changes no other object', async () => {
    const { enabled, sent } = aPage()
    const { signer } = await enabled()
    void signer.signPayload(
      JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    )
    expect(sent.at(-1)?.input).toBe('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
    expect('polluted' in {}).toBe(false)
  })
  it('8.4-55 that is signed is numbered, and the numbers rise', async () => {
    const { enabled, sent, answer } = aPage()
    const { signer } = await enabled()
    const both = [signer.signRaw({}), signer.signPayload({})]
    const [raw, payload] = sent.slice(-2)
    answer({ signature: '0xbb', signedTransaction: '0xcc' }, payload?.id)
    answer({ signature: '0xaa' }, raw?.id)
    expect(await Promise.all(both)).toEqual([
      { id: 2, signature: '0xaa' },
      { id: 1, signature: '0xbb', signedTransaction: '0xcc' },
    ])
  })
})

describe('a page that changes what every script uses', () => {
  it('changes nothing for the wallet', async () => {
    const { entry, answer } = aPage()
    const { stringify } = JSON
    const { then } = Promise.prototype
    JSON.stringify = () => '"forged"'
    Reflect.set(Promise.prototype, 'then', () => fails())
    const asked = entry.enable('x')
    JSON.stringify = stringify
    Reflect.set(Promise.prototype, 'then', then)
    answer(null)
    await expect(asked).resolves.toHaveProperty('signer')
  })
  it.each(['accounts', 'error', 'id'])('by giving every object a property %s neither', async (name) => {
    const { enabled, answer } = aPage()
    const { signer } = await enabled()
    Object.defineProperty(Object.prototype, name, {
      value: 'of the page',
      configurable: true,
      writable: true,
    })
    try {
      const asked = signer.signRaw({})
      answer({ signature: '0xaa' })
      await expect(asked).resolves.toEqual({ id: 1, signature: '0xaa' })
    } finally {
      Reflect.deleteProperty(Object.prototype, name)
    }
  })
})
