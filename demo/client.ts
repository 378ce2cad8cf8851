/** What the page can do with a wallet, whichever library does it. */

export interface Account {
  readonly address: string
  readonly name: string
}

/** Where a transaction is. `failed` is the chain's own word for why. */
export type Progress =
  | { readonly kind: 'sent' }
  | { readonly kind: 'in-block' | 'final'; readonly block: string }
  | { readonly kind: 'failed'; readonly why: string }

export interface Client {
  /** The library, as it calls itself. */
  readonly library: string
  /** Finds the wallet and asks to see accounts. */
  connect(): Promise<readonly Account[]>
  transfer(from: string, to: string, rao: bigint, tell: (progress: Progress) => void): Promise<void>
  /** With the first validator of a subnet. */
  stake(from: string, netuid: number, rao: bigint, tell: (progress: Progress) => void): Promise<void>
  /** The signature over a text, in hex. */
  sign(address: string, text: string): Promise<string>
}

export const NAME = 'Taokey demo'
export const KEY = 'taokey'

/** The node this page is for: what follows the `#` of its address. */
export function nodeUrl(): string {
  return decodeURIComponent(location.hash.slice(1)) || 'ws://127.0.0.1:9944'
}
