/** What the wallet's own screens speak to: the background by its contract, and the room through the session. */
import { createContext, use } from 'react'
import type { Client } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import type { Session } from './session.ts'

export interface Wallet {
  readonly background: Client<typeof walletMethods>
  readonly session: Session
}

export const WalletContext = createContext<Wallet | undefined>(undefined)

export function useWallet(): Wallet {
  const wallet = use(WalletContext)
  if (wallet === undefined) throw new Error('no wallet around this part')
  return wallet
}
