// All behaviour put together: the call tables, and the dispatcher over them.
import type { Release } from '../chain/release.ts'
import { balancesCalls } from './balances.ts'
import { passesBaseFilter } from './base-filter.ts'
import { crowdloanCalls } from './crowdloan.ts'
import { createDispatcher, type Dispatcher, type PalletCalls } from './dispatch.ts'
import { limitOrdersCalls } from './limit-orders.ts'
import { mevShieldCalls } from './mev-shield.ts'
import { multisigCalls } from './multisig.ts'
import { proxyCalls } from './proxy.ts'
import { safeModeCalls } from './safe-mode.ts'
import { subtensorCalls } from './subtensor/calls.ts'
import { guardColdkeySwap } from './subtensor/coldkey-guard.ts'
import { sudoCalls } from './sudo.ts'
import { systemCalls } from './system.ts'
import { timestampCalls } from './timestamp.ts'
import { utilityCalls } from './utility.ts'
import { refTimeOf } from './weights.ts'

const tables: readonly PalletCalls[] = [
  systemCalls,
  timestampCalls,
  balancesCalls,
  subtensorCalls,
  utilityCalls,
  proxyCalls,
  crowdloanCalls,
  limitOrdersCalls,
  mevShieldCalls,
  multisigCalls,
  safeModeCalls,
  sudoCalls,
]

export const dispatcherFor = ({ runtime }: Release): Dispatcher =>
  createDispatcher({
    tables,
    baseFilter: passesBaseFilter,
    guard: guardColdkeySwap,
    encode: (call) => runtime.call.codec.enc(call),
    decode: (bytes) => {
      try {
        return runtime.call.codec.dec(bytes)
      } catch {
        // Kept by a runtime that had other calls.
        return undefined
      }
    },
    refTime: refTimeOf,
  })
