/** A store, a shelf and a keeper as a worker has them, on a machine of their own. */
import { createStore, type Store } from '../../src/background/storage/area.ts'
import type { Areas } from '../../src/background/storage/browser.ts'
import { createShelf, type Shelf } from '../../src/background/storage/shelf.ts'
import { createKeeper, type Keeper } from '../../src/background/vault/keeper.ts'
import type { Account } from '../../src/shared/domain/account.ts'
import type { SealedVault } from '../../src/shared/domain/vault.ts'
import { createMachine, type Death, type Machine, type Parts } from '../fakes/machine.ts'

export interface TestStore {
  readonly parts: Parts
  readonly areas: Areas
  readonly store: Store
  readonly shelf: Shelf
  readonly keeper: Keeper
  /** Names of what did not read. */
  readonly damages: string[]
}

export function aMachine(): Machine {
  return createMachine(() => Promise.resolve(undefined))
}

export function aStore(machine: Machine = aMachine(), death?: Death): TestStore {
  const parts = machine.begin(death)
  const damages: string[] = []
  const onDamage = (name: string): void => void damages.push(name)
  const areas = parts.browser.storage
  const { withLock } = parts
  const store = createStore({ areas, withLock, onDamage })
  const shelf = createShelf(parts.indexedDB, 'vault-copies')
  const keeper = createKeeper({ store, shelf, withLock, onDamage })
  return { parts, areas, store, shelf, keeper, damages }
}

/** A record of the shape of a vault; nothing in it opens. */
export function aSealedVault(some: Partial<SealedVault> = {}): SealedVault {
  const { rev = 1 } = some
  return {
    fmt: 'taokey-vault',
    v: 1,
    rev,
    vid: 'AAAAAAAAAAAAAAAAAAAAAA==',
    kdf: { alg: 'argon2id', m: 65_536, t: 3, p: 1, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' },
    cm: 'AAAAAAAAAAAAAAAAAAAAAA==',
    vmk: { n: 'AAAA', ct: 'AAAA' },
    items: [],
    accounts: [anAccount()],
    mac: `AAA${rev}`,
    ...some,
  }
}

export function anAccount(some: Partial<Pick<Account, 'address' | 'name' | 'hidden'>> = {}): Account {
  return {
    kind: 'watch',
    address: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Account['address'],
    name: 'Alice',
    hidden: false,
    ...some,
  }
}
