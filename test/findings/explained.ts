/** What is explained and not offered: only what is known of the call itself is said. */
import { registerNetwork } from '#shared/operations/register-network.ts'
import { rootRegister } from '#shared/operations/root-register.ts'
import { setChildkeyTake } from '#shared/operations/set-childkey-take.ts'
import { setRootClaimType } from '#shared/operations/set-root-claim-type.ts'
import { setTake } from '#shared/operations/set-take.ts'
import { startCall } from '#shared/operations/start-call.ts'
import { submitEncrypted } from '#shared/operations/submit-encrypted.ts'
import { tableOf } from '../build/told.ts'
import { BOB } from '../build/words.ts'
import { ONE } from './places.ts'

const always = { where: {}, not: 'always' } as const

export const registerNetworkTable = tableOf(registerNetwork, {
  params: { hotkey: BOB },
  facts: {},
  told: [
    {
      id: 'subnet-cost',
      weight: 'danger',
      says: 'Founding a subnet can cost hundreds or thousands of TAO, taken from this account at whatever the price is then.',
      ...always,
    },
  ],
})

export const rootRegisterTable = tableOf(rootRegister, {
  params: { hotkey: BOB },
  facts: {},
  told: [
    {
      id: 'root-price',
      weight: 'caution',
      says: 'Newer runtimes burn TAO for a seat on root, at a price that rises with each; this call has no limit for it.',
      ...always,
    },
  ],
})

export const setTakeTable = tableOf(setTake, {
  params: { hotkey: BOB, take: 0, way: 'up' },
  facts: {},
  told: [
    {
      id: 'take-limits',
      weight: 'note',
      says: 'At most 18%, and raised no more than once in thirty days.',
      ...always,
    },
  ],
})

export const submitEncryptedTable = tableOf(submitEncrypted, {
  params: { ciphertext: Uint8Array.of(1) },
  facts: {},
  told: [
    {
      id: 'sealed',
      weight: 'danger',
      says: 'What is inside cannot be shown: it may do anything it is signed for. Whoever sealed it knows; this call only carries it, for a fee.',
      ...always,
    },
  ],
})

export const setChildkeyTakeTable = tableOf(setChildkeyTake, {
  params: { hotkey: BOB, netuid: ONE, take: 0 },
  facts: {},
  told: [],
})

export const setRootClaimTypeTable = tableOf(setRootClaimType, {
  params: { choice: { type: 'Swap', value: undefined } },
  facts: {},
  told: [],
})

export const startCallTable = tableOf(startCall, { params: { netuid: ONE }, facts: {}, told: [] })
