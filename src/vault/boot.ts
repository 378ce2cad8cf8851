/** What the room tries of itself before it serves anybody: that it is sealed, and that its tools give known answers. */

import { argon2id } from 'hash-wasm'
import { fromHex, sameBytes, toHex } from '#shared/domain/bytes.ts'
import type { BootCheck, BootReport } from '#shared/protocol/room-messages.ts'
import { publicKeyAt } from './derive.ts'
import { type Random, toUtf8 } from './secret.ts'

/** The parts of a worker's world the checks look at. */
export interface World {
  origin: string
  /** Present in a realm that belongs to an extension. */
  chrome?: unknown
  browser?: unknown
  /** The text of `crypto.getRandomValues`, which tells the browser's own from one that somebody wrote. */
  randomText: string
  fetch: (url: string, options?: { mode: 'no-cors' }) => Promise<unknown>
}

/**
 * Runs every check; none of them stops the others. `address` is one that the extension's own policy lets through,
 * so that being kept from it shows the room's policy at work and not the extension's.
 */
export async function bootReport(world: World, random: Random, address: string): Promise<BootReport> {
  const checks = await Promise.all([
    check('opaque origin', () => world.origin === 'null'),
    check('no extension interface', () => !hasRuntime(world.chrome) && !hasRuntime(world.browser)),
    // A policy of `connect-src 'none'` keeps back even what needs no network; without one this succeeds.
    check('no connections', () => isRefused(world.fetch('data:,'))),
    check('no network', () => isRefused(world.fetch(address, { mode: 'no-cors' }))),
    check('own randomness', () => isNative(world.randomText) && hasTwoDraws(random)),
    check('derivation', derivesAsKnown),
    check('keys', () => keysAreKnown(random)),
  ])
  return { id: toHex(random(16)).slice(2), ok: checks.every(({ ok }) => ok), checks }
}

async function check(name: string, test: () => boolean | Promise<boolean>): Promise<BootCheck> {
  try {
    return { name, ok: await test() }
  } catch {
    // A check that cannot be made has not been passed; its name says which.
    return { name, ok: false }
  }
}

function hasRuntime(api: unknown): boolean {
  return typeof api === 'object' && api !== null && 'runtime' in api && api.runtime !== undefined
}

function isRefused(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => false,
    () => true,
  )
}

/** A bound function is native too, and shows no name. */
function isNative(text: string): boolean {
  return /^function getRandomValues\(\) \{\s*\[native code\]\s*\}$/.test(text)
}

function hasTwoDraws(random: Random): boolean {
  const first = random(32)
  return first.length === 32 && !sameBytes(first, random(32))
}

/** RFC 9106's function at a size that takes no time; it fails where WebAssembly is not allowed. */
async function derivesAsKnown(): Promise<boolean> {
  const key = await argon2id({
    password: toUtf8('taokey'),
    salt: toUtf8('sixteen byte bin'),
    memorySize: 8,
    iterations: 1,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
  return sameBytes(key, fromHex(ARGON2ID_ANSWER))
}

/** The public development key //Alice, in both schemes. */
function keysAreKnown(random: Random): boolean {
  const root = { kind: 'mini' as const, bytes: fromHex(ALICE_SEED) }
  const keys = (['sr25519', 'ed25519'] as const).map((scheme) =>
    toHex(publicKeyAt(root, { path: '', scheme, random })),
  )
  return keys.join() === [ALICE_SR25519, ALICE_ED25519].join()
}

const ARGON2ID_ANSWER = '0x52f33d42d072eb6619a27a8b6b8bbbb4de0f5b267b88f1313a70aa50c6d90f02'
const ALICE_SEED = '0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a'
const ALICE_SR25519 = '0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'
const ALICE_ED25519 = '0x34602b88f60513f1c805d87ef52896934baf6a662bc37414dbdbf69356b1a691'
