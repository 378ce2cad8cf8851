/** What a person can set, and what holds until they do. */
import { literal, nullable, type Of, object, partial, record, text } from '../codec.ts'
import { Address } from './address.ts'
import { Hash } from './bytes.ts'
import { Endpoints, NETWORKS, NetworkId } from './network.ts'

export const AUTO_LOCK_MINUTES = [1, 5, 15, 30, 60] as const

const shape = {
  theme: literal(['system', 'dark', 'light']),
  autoLockMinutes: literal(AUTO_LOCK_MINUTES),
  network: NetworkId,
  /** In the order they are tried. */
  endpoints: object({ finney: Endpoints, test: Endpoints, local: Endpoints }),
  /** The genesis a person agreed to, by endpoint on this computer. */
  trustedLocal: record(text, Hash),
  /** The account in front; null until there is one. */
  account: nullable(Address),
}
export const Settings = object(shape)
export type Settings = Of<typeof Settings>
export const SomeSettings = partial(Settings)

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  autoLockMinutes: 15,
  network: 'finney',
  endpoints: {
    finney: NETWORKS.finney.endpoints,
    test: NETWORKS.test.endpoints,
    local: NETWORKS.local.endpoints,
  },
  trustedLocal: {},
  account: null,
}
