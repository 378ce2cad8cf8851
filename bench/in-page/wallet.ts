/** Runs in the wallet's window, put there by the debugger: makes a wallet, and asks worker and room what is measured. */

import type { Json } from '#shared/codec.ts'
import { type Address, addressOfKey } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { NETWORKS, type Url } from '#shared/domain/network.ts'
import type { Result } from '#shared/domain/result.ts'
import { netuid } from '#shared/domain/units.ts'
import { popupTopics, walletMethods } from '#shared/protocol/popup-contract.ts'
import { connect } from '#shared/protocol/port.ts'
import { vaultWalletMethods } from '#shared/protocol/vault-contract.ts'
import { chromePort } from '../../src/popup/background.ts'
import { unlock } from '../../src/popup/unlocking.ts'
import { createVault } from '../../src/popup/vault.ts'

const PASSWORD = 'correct horse battery staple'
/** The phrase every Substrate tool derives its development accounts from; public, and worth nothing. */
const PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'
const AUTO_LOCK_MINUTES = 60

// The window's own app keeps a port of its own and would wake the worker whenever it is stopped.
const { connect: open } = chrome.runtime
let mayConnect = false
Object.assign(chrome.runtime, {
  connect: (info: chrome.runtime.ConnectInfo) => {
    if (!mayConnect) throw new Error('this window is being measured from')
    return open(info)
  },
})

const room = createVault(vaultWalletMethods)

function toBackground() {
  mayConnect = true
  const port = chromePort('wallet')
  mayConnect = false
  return { port, ...connect(port, walletMethods, popupTopics) }
}

async function withBackground<T>(
  use: (background: ReturnType<typeof toBackground>) => Promise<T>,
): Promise<T> {
  const background = toBackground()
  try {
    return await use(background)
  } finally {
    background.port.close()
  }
}

function answered<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

type Background = ReturnType<typeof toBackground>

function until<K extends keyof typeof popupTopics>(
  { watch }: Background,
  name: K,
  isIt: (value: Parameters<Parameters<typeof watch<K>>[1]>[0]) => boolean,
): Promise<void> {
  return new Promise((done) => {
    const stop = watch(name, (value) => {
      if (!isIt(value)) return
      done()
      queueMicrotask(() => stop())
    })
  })
}

const isFresh = ({ fresh, portfolio }: { fresh: boolean; portfolio: unknown }) => fresh && portfolio !== null

const bench = {
  /** A wallet with one key, unlocked, on a chain of this computer that it trusts, with its first picture stored. */
  async create(endpoint: Url, genesis: Hash): Promise<void> {
    const first = {
      source: { kind: 'words' as const, words: PHRASE, password: '' },
      derivation: { path: '//Alice', scheme: 'sr25519' as const },
      name: 'Alice',
    }
    const made = await room.call['room.create']({
      password: PASSWORD,
      autoLockMinutes: AUTO_LOCK_MINUTES,
      first,
    })
    const { sealed } = answered(made)
    await withBackground(async (background) => {
      const { call } = background
      answered(await call['vault.store']({ sealed }))
      const endpoints = {
        finney: NETWORKS.finney.endpoints,
        test: NETWORKS.test.endpoints,
        local: [endpoint],
      }
      const untrusted = until(background, 'chain', ({ kind }) => kind === 'untrusted')
      answered(
        await call['settings.set']({
          settings: { network: 'local', endpoints, autoLockMinutes: AUTO_LOCK_MINUTES },
        }),
      )
      await untrusted
      const fresh = until(background, 'portfolio', isFresh)
      answered(await call['chain.trustLocal']({ endpoint, genesis }))
      await fresh
    })
  },

  /** From opening a port to the first value on it, in ms. The worker may be stopped. */
  async answer(): Promise<number> {
    const started = performance.now()
    const background = toBackground()
    await until(background, 'vault', () => true)
    const took = performance.now() - started
    background.port.close()
    return took
  },

  lock: async () => void (await room.call['room.lock'](undefined)),

  /** From the press of the button to open, as the popup does it, in ms. The line to the room is open, as it is there. */
  async unlock(): Promise<number> {
    await bench.lock()
    answered(await room.open())
    return withBackground(async ({ call }) => {
      answered(await call['vault.attempts']({ attempts: { fails: 0, nextAt: 0 } }))
      const started = performance.now()
      const rooms = { background: call, room }
      const { kind } = await unlock({ ...rooms, password: PASSWORD, autoLockMinutes: AUTO_LOCK_MINUTES })
      if (kind !== 'unlocked') throw new Error(kind)
      return performance.now() - started
    })
  },

  /** Has the worker read the metadata, and proposes a transfer; says which approval it became. */
  propose: (account: Address, to: Address): Promise<string> =>
    withBackground(async (background) => {
      await until(background, 'chain', ({ kind }) => kind === 'online')
      const values = { to, amount: { exactly: '1000000' } }
      const draft = { operation: 'transfer', account, values }
      answered(await background.call['operations.quote'](draft))
      return answered(await background.call['operations.propose'](draft)).approval
    }),

  /** Quotes what a form holds, as the form does at every block. */
  quote: (operation: string, account: Address, values: Record<string, Json>): Promise<void> =>
    withBackground(async (background) => {
      await until(background, 'chain', ({ kind }) => kind === 'online')
      answered(await background.call['operations.quote']({ operation, account, values }))
    }),

  /** Some validator of a subnet. */
  validator: (subnet: number): Promise<Address> =>
    withBackground(async (background) => {
      await until(background, 'chain', ({ kind }) => kind === 'online')
      const { validators } = answered(
        await background.call['directory.validators']({ netuid: netuid(subnet) }),
      )
      const [first] = validators
      if (first === undefined) throw new Error(`nobody validates on subnet ${subnet}`)
      return addressOfKey(first.hotkey)
    }),

  /** Watches these addresses as well. */
  async watch(addresses: readonly Address[]): Promise<void> {
    let last: Parameters<ReturnType<typeof toBackground>['call']['vault.store']>[0] | undefined
    for (const address of addresses)
      last = answered(await room.call['room.watch']({ address, name: address.slice(0, 8) }))
    if (last === undefined) return
    const { sealed } = last
    await withBackground(async ({ call }) => answered(await call['vault.store']({ sealed })))
  },
}
export type WalletBench = typeof bench

Object.assign(globalThis, { bench })
