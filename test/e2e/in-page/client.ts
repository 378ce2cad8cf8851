/** Runs in a page of the extension: the popup's clients of vault and background, reachable for a test. */

import { walletMethods } from '#shared/protocol/popup-contract.ts'
import { vaultApproveMethods, vaultWalletMethods } from '#shared/protocol/vault-contract.ts'
import { chromePort, createBackground } from '../../../src/popup/background.ts'
import { openRoomPort } from '../../../src/popup/room-port.ts'
import { createVault } from '../../../src/popup/vault.ts'

const inPage = {
  wallet: createVault(vaultWalletMethods),
  approve: createVault(vaultApproveMethods),
  /** Opens its port when it is first asked something. */
  background: createBackground(walletMethods, {
    open: () => chromePort('wallet'),
    after: (ms, run) => void setTimeout(run, ms),
  }),
  openRoomPort,
}
export type InPage = typeof inPage

Object.assign(globalThis, { room: inPage })
