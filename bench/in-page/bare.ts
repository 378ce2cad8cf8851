/** Runs in a plain page: the libraries alone, doing the work that the wallet is compared with. */
import { blake2b } from '@noble/hashes/blake2.js'
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { getPublicKey, HDKD, secretFromSeed, sign, verify } from '@scure/sr25519'
import { argon2id } from 'hash-wasm'

const PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'
const entropy = mnemonicToEntropy(PHRASE, wordlist)

/** "//Alice": the length and letters of the junction, in 32 bytes. */
const ALICE = new Uint8Array(32)
ALICE.set(Uint8Array.of(5 << 2, ...utf8ToBytes('Alice')))

const bench = {
  /** One derivation with the vault's parameters, in ms. */
  async derive({ m, t, p }: { m: number; t: number; p: number }): Promise<number> {
    const salt = crypto.getRandomValues(new Uint8Array(16))
    const password = utf8ToBytes('correct horse battery staple')
    const started = performance.now()
    await argon2id({
      password,
      salt,
      memorySize: m,
      iterations: t,
      parallelism: p,
      hashLength: 32,
      outputType: 'binary',
    })
    return performance.now() - started
  },

  /**
   * From the words' entropy to a signature over a payload (its hash, where it is longer than 256 bytes), and that
   * signature verified: `signed` and `verified` in ms since the start.
   */
  sign(payload: string): { signed: number; verified: number; signOnly: number } {
    const started = performance.now()
    const bytes = hexToBytes(payload.slice(2))
    const message = bytes.length > 256 ? blake2b(bytes, { dkLen: 32 }) : bytes
    const mini = pbkdf2(sha512, entropy, utf8ToBytes('mnemonic'), { c: 2048, dkLen: 64 }).slice(0, 32)
    const secret = HDKD.secretHard(secretFromSeed(mini), ALICE)
    const key = getPublicKey(secret)
    const derived = performance.now()
    const signature = sign(secret, message, crypto.getRandomValues(new Uint8Array(32)))
    const signed = performance.now()
    if (!verify(message, signature, key)) throw new Error('the bare library does not believe itself')
    return { signed: signed - started, verified: performance.now() - started, signOnly: signed - derived }
  },

  /** Round trips to a node, one after the other, in ms each. */
  async roundTrips(url: string, count: number): Promise<readonly number[]> {
    const socket = new WebSocket(url)
    await new Promise((open, failed) => {
      socket.onopen = open
      socket.onerror = failed
    })
    const took: number[] = []
    for (let id = 0; id < count; id += 1) {
      const started = performance.now()
      await new Promise((done) => {
        socket.onmessage = done
        socket.send(JSON.stringify({ jsonrpc: '2.0', id, method: 'system_chain', params: [] }))
      })
      took.push(performance.now() - started)
    }
    socket.close()
    return took
  },
}
export type BareBench = typeof bench

Object.assign(globalThis, { bench })
