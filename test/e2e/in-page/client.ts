/** Runs in a page of the extension: the popup's client of the vault contract, reachable for a test. */

import { vaultApproveMethods, vaultWalletMethods } from '#shared/protocol/vault-contract.ts'
import { openRoomPort } from '../../../src/popup/room-port.ts'
import { createVault } from '../../../src/popup/vault.ts'

const inPage = {
  wallet: createVault(vaultWalletMethods),
  approve: createVault(vaultApproveMethods),
  openRoomPort,
}
export type InPage = typeof inPage

Object.assign(globalThis, { room: inPage })
