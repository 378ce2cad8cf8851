/** `directory.*` and `history.*` of the popup contract. */
import { WalletError } from '#shared/domain/errors.ts'
import type { Handlers } from '#shared/protocol/contract.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'

type Names = Extract<keyof typeof walletMethods, `directory.${string}` | `history.${string}`>

export function portfolioHandlers(): Handlers<Pick<typeof walletMethods, Names>> {
  return {
    'directory.validators': () => Promise.reject(new WalletError('offline')),
    'directory.nominators': () => Promise.reject(new WalletError('offline')),
    'history.value': () => Promise.resolve({ points: [] }),
    'history.position': () => Promise.resolve({ points: [], earned: null }),
    'history.earned': () => Promise.resolve({ earned: [] }),
    'history.price': () => Promise.resolve({ points: [] }),
    'history.pricesSince': () => Promise.resolve({ points: [] }),
    'history.csv': ({ of }) => Promise.resolve({ name: `taokey-${of}.csv`, content: '' }),
  }
}
