/** What pages could send: requests as clients write them, and everything that is nearly one. Seeded: the same each time. */
import { CALL_VECTORS } from './call-vectors.ts'
import { A5, B, P0 } from './site-requests.ts'

type Plain = Record<string, unknown>

export interface Chance {
  below(bound: number): number
  pick<T>(from: readonly T[]): T
  /** True `times` in a hundred. */
  happens(times: number): boolean
}

/** mulberry32 */
export function createChance(seed: number): Chance {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number): number => Math.floor(next() * bound)
  return {
    below,
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
    happens: (times) => below(100) < times,
  }
}

const CALLS = CALL_VECTORS.map(([, hex]) => hex)
const byte = (value: number): string => value.toString(16).padStart(2, '0')
const digits = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => byte(chance.below(256))).join('')

/** A call, alone or in others; every third one is no call any more. */
function aMethod(chance: Chance): string {
  let hex = chance.pick(CALLS)
  while (chance.happens(30)) hex = wrapped(chance, hex)
  return `0x${chance.happens(55) ? spoilt(chance, hex) : hex}`
}

function wrapped(chance: Chance, hex: string): string {
  const batch = chance.pick(['0b00', '0b02', '0b04'])
  switch (chance.below(4)) {
    case 0:
      return `${batch}04${hex}`
    case 1:
      return `${batch}08${hex}${chance.pick(CALLS)}`
    case 2:
      return `0b06${hex}${chance.pick(CALLS)}`
    default:
      return `100000${digits(chance, 32)}00${hex}`
  }
}

/** A byte more, less or another; cut short; a piece twice; two of them in each other's place. */
function spoilt(chance: Chance, hex: string): string {
  const at = 2 * chance.below(hex.length / 2)
  const [before, rest] = [hex.slice(0, at), hex.slice(at)]
  switch (chance.below(6)) {
    case 0:
      return `${before}${digits(chance, 1)}${rest.slice(2)}`
    case 1:
      return `${before}${digits(chance, 1 + chance.below(4))}${rest}`
    case 2:
      return `${before}${rest.slice(2)}`
    case 3:
      return before
    case 4:
      return `${hex}${rest}`
    default:
      return `${before}${rest.slice(2, 4)}${rest.slice(0, 2)}${rest.slice(4)}`
  }
}

const JUNK: readonly unknown[] = [
  null,
  undefined,
  0,
  -1,
  1e21,
  true,
  '',
  '0x',
  '0x0',
  '0xzz',
  'constructor',
  '‮0x07',
  [],
  {},
  ['0x00'],
  { toString: 'x' },
  `0x${'ff'.repeat(40)}`,
]
const MORE_FIELDS = ['data', 'type', 'constructor', 'toString', 'runtimeVersion', '__proto__', 'then']
const FIELDS = Object.keys(P0)

/** Ways to write what it says, of which the wallet takes some. */
function anotherWay(chance: Chance, payload: Plain): void {
  switch (chance.below(7)) {
    case 0:
      payload['nonce'] = `0x${digits(chance, 1 + chance.below(5))}`
      break
    case 1:
      payload['tip'] = `0x${'0'.repeat(chance.below(40))}${chance.below(1000).toString(16)}`
      break
    case 2:
      payload['blockNumber'] = chance.pick([undefined, '0x005b8d7e', '0x5b8d7e', '0x'])
      break
    case 3:
      Object.assign(payload, { mode: 1, metadataHash: chance.pick([A5.digest, `0x${digits(chance, 32)}`]) })
      break
    case 4:
      Object.assign(payload, { era: '0x00', blockHash: P0.genesisHash })
      break
    case 5:
      payload['withSignedTransaction'] = chance.pick([true, 'true', 1])
      break
    default:
      payload['era'] = `0x${digits(chance, 1 + chance.below(3))}`
  }
}

export function aPayload(chance: Chance): unknown {
  const payload: Plain = { ...P0, method: aMethod(chance) }
  if (chance.happens(30)) anotherWay(chance, payload)
  if (chance.happens(60)) payload[chance.pick(FIELDS)] = chance.pick(JUNK)
  if (chance.happens(12)) delete payload[chance.pick(FIELDS)]
  if (chance.happens(12)) Object.defineProperty(payload, chance.pick(MORE_FIELDS), own(chance.pick(JUNK)))
  if (chance.happens(8)) {
    const names = [...P0.signedExtensions]
    names.splice(chance.below(names.length), chance.below(2), ...(chance.happens(50) ? ['Foo'] : []))
    payload['signedExtensions'] = names
  }
  return chance.happens(1) ? chance.pick(JUNK) : payload
}

const own = (value: unknown): PropertyDescriptor => ({
  value,
  enumerable: true,
  writable: true,
  configurable: true,
})

const TEXTS = [
  'hello',
  '<Bytes>hello',
  'hello</Bytes>',
  '<Bytes></Bytes>',
  'dapp.example wants you to sign in with your Bittensor account:\n',
  'bank.example wants you to sign in',
  'Bittensor order',
  '‮evil​',
  '\n'.repeat(50),
  '\x19Ethereum Signed Message:\n5hello',
]

export function aMessage(chance: Chance): unknown {
  const text = chance.pick(TEXTS)
  const call = `0x${chance.pick(CALLS)}`
  const data = chance.pick<unknown>([
    text,
    text + chance.pick(TEXTS),
    `0x${digits(chance, chance.below(70))}`,
    `0x${digits(chance, 32)}`,
    call,
    `0x${spoilt(chance, call.slice(2))}`,
    `0x3c42797465733e${digits(chance, chance.below(40))}3c2f42797465733e`,
    chance.pick(JUNK),
  ])
  const message: Plain = { address: B, data, type: chance.pick(['bytes', 'payload', 'other']) }
  if (chance.happens(60)) message[chance.pick(['address', 'type', 'method', 'era'])] = chance.pick(JUNK)
  return message
}
