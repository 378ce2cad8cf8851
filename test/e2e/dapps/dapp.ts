/** What every page of a client library offers to its test: the same journey, each step by that library's own means. */

export interface Told {
  readonly address: string
  readonly name?: string | undefined
}

export interface Sending {
  readonly from: string
  readonly to: string
  readonly rao: bigint
}

export interface Dapp {
  /** Finds the wallet by the library's own search and asks to see accounts. */
  connect(): Promise<void>
  accounts(): Promise<readonly Told[]>
  /** The first list a subscriber is told of; the subscription is ended then. */
  subscribe(): Promise<readonly Told[]>
  /** Has a transfer signed and follows it until it is final. Gives back every state that was seen, the last one `final`. */
  send(sending: Sending): Promise<readonly string[]>
  /** The signature over a text, in hex. */
  sign(address: string, text: string): Promise<string>
  /** Leaves by the library's own means, where it has any. */
  disconnect(): Promise<void>
}

export const NAME = 'A test of clients'
export const KEY = 'taokey'

/** The node this page is for: what follows the `#` of its address. */
export const nodeUrl = (): string => decodeURIComponent(location.hash.slice(1))

/** Puts the steps where the test finds them. */
export function offer(dapp: Dapp): void {
  Object.assign(globalThis, { dapp })
}

/** What connecting gave, which every step after it needs. */
interface Kept<T> {
  keep(given: T): void
  there(): T
}

export function createKept<T>(): Kept<T> {
  const kept: { given?: T } = {}
  return {
    keep: (given) => {
      kept.given = given
    },
    there: () => {
      if (kept.given === undefined) throw new Error('not connected')
      return kept.given
    },
  }
}

/** The first thing that is told to a listener; `end` is called with what the subscription gave back. */
export async function firstTold<T, E>(
  subscribe: (listen: (told: T) => void) => E,
  end: (stop: Awaited<E>) => void,
): Promise<T> {
  const heard: { stop?: Promise<Awaited<E>> } = {}
  const told = await new Promise<T>((done) => {
    heard.stop = Promise.resolve(subscribe(done))
  })
  if (heard.stop !== undefined) end(await heard.stop)
  return told
}
