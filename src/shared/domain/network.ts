/** The networks a wallet can be on, told apart by genesis alone: their names and chain specs agree. */
import { list, literal, shaped } from '../codec.ts'
import type { Hash } from './bytes.ts'

export type NetworkId = 'finney' | 'test' | 'local'
export const NetworkId = literal(['finney', 'test', 'local'])
export type Url = `ws://${string}` | `wss://${string}`
export const Url = shaped<Url>(/^wss?:\/\/[a-z0-9.-]+(:\d{1,5})?(\/[A-Za-z0-9/_-]*)?$/)

export interface Network {
  readonly id: NetworkId
  readonly name: string
  /** Absent for nodes on this computer: theirs is trusted on first use and asked about when it changes. */
  readonly genesis: Hash | undefined
  readonly endpoints: readonly Url[]
}

/** Endpoints are a fixed list: `connect-src` names the same hosts. */
export const NETWORKS: Readonly<Record<NetworkId, Network>> = {
  finney: {
    id: 'finney',
    name: 'Finney',
    genesis: '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03' as Hash,
    endpoints: [
      'wss://entrypoint-finney.opentensor.ai:443',
      'wss://lite.chain.opentensor.ai:443',
      'wss://archive.chain.opentensor.ai:443',
    ],
  },
  test: {
    id: 'test',
    name: 'Test',
    genesis: '0x8f9cf856bf558a14440e75569c9e58594757048d7b3a84b5d25f6bd978263105' as Hash,
    endpoints: ['wss://test.finney.opentensor.ai:443', 'wss://test.chain.opentensor.ai:443'],
  },
  local: {
    id: 'local',
    name: 'Local',
    genesis: undefined,
    endpoints: ['ws://127.0.0.1:9944', 'ws://127.0.0.1:9945', 'ws://127.0.0.1:9946'],
  },
}

/** Whether an address is a node on this computer, the only kind a person may add. */
export function isOnThisComputer(url: string): url is Url {
  const match = /^ws:\/\/(?:127\.0\.0\.1|localhost):(\d{1,5})$/.exec(url)
  return match !== null && Number(match[1]) >= 1 && Number(match[1]) <= 65_535
}

export const Endpoints = list(Url)
