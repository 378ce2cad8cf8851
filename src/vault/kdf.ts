/** From a password to the key that opens the vault: argon2id, with parameters that are stored, bounded and raised over time. */

import { argon2id } from 'hash-wasm'
import { WalletError } from '#shared/domain/errors.ts'
import { KEY_LENGTH } from './cipher.ts'
import { lendWhile, type Random, toUtf8 } from './secret.ts'

/** `m` in KiB, `t` passes, `p` lanes; `salt` of 16 bytes. */
export interface KdfParams {
  alg: 'argon2id'
  m: number
  t: number
  p: number
  salt: Uint8Array
}

/** `m` in KiB, `t` passes, `p` lanes. */
export type Cost = Pick<KdfParams, 'm' | 't' | 'p'>

/** 64 MiB and three passes: about a quarter of a second here, and memory traffic that starves a graphics card. */
export const DEFAULT_COST: Cost = { m: 65_536, t: 3, p: 1 }
/** For a computer that has no 64 MiB to give: OWASP's floor. An unlock with more memory raises it. */
export const LEAST_COST: Cost = { m: 19_456, t: 2, p: 1 }

/**
 * What stored parameters may say. The floor is OWASP's for argon2id; the ceilings keep a planted record from holding
 * the room for minutes. More lanes buy nothing where they run one after another, so there is one.
 */
const COST_BOUNDS = { m: [19_456, 1_048_576], t: [2, 12], p: [1, 1] } as const

const SALT_LENGTH = 16

/** Parameters for a new vault or a new password. */
export function newKdfParams(random: Random, cost: Cost = DEFAULT_COST): KdfParams {
  return { alg: 'argon2id', ...cost, salt: random(SALT_LENGTH) }
}

/** Throws `vault-damaged` for parameters no vault of ours was ever written with; runs nothing. */
export function checkKdfParams(params: KdfParams): void {
  const inside =
    params.alg === 'argon2id' &&
    within(params.m, COST_BOUNDS.m) &&
    within(params.t, COST_BOUNDS.t) &&
    within(params.p, COST_BOUNDS.p) &&
    params.salt.length === SALT_LENGTH
  if (!inside) throw new WalletError('vault-damaged')
}

/** Whether these parameters cost a guesser less than today's default does. */
export function isWeakerThanDefault(params: KdfParams): boolean {
  return params.m < DEFAULT_COST.m || params.t < DEFAULT_COST.t
}

/**
 * Derives the 32-byte key of a password and lends it. The password is taken as typed: no trimming and no Unicode
 * normalisation, so that what was typed once is what has to be typed again.
 */
export async function withPasswordKey<T>(
  password: string,
  params: KdfParams,
  use: (key: Uint8Array) => T,
): Promise<T> {
  checkKdfParams(params)
  return lendWhile(toUtf8(password), async (bytes) => {
    const key = await argon2id({
      password: bytes,
      salt: params.salt,
      memorySize: params.m,
      iterations: params.t,
      parallelism: params.p,
      hashLength: KEY_LENGTH,
      outputType: 'binary',
    })
    return lendWhile(key, async (lent) => use(lent))
  })
}

function within(value: number, [low, high]: readonly [number, number]): boolean {
  return Number.isSafeInteger(value) && value >= low && value <= high
}
