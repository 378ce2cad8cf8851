/** A page with the provider in it: what the page sent, and the answers it gets. */
import type { FromPage } from '../../src/content/page-frames.ts'
import { createProvider } from '../../src/content/provider.ts'
import { GONE, type SiteError } from '../../src/shared/protocol/site-contract.ts'

interface Injected {
  readonly accounts: {
    get(any?: unknown): Promise<unknown>
    subscribe(told: unknown): () => void
  }
  readonly metadata: { get(): Promise<unknown>; provide(def: unknown): Promise<unknown> }
  readonly signer: {
    signPayload(payload?: unknown): Promise<unknown>
    signRaw(raw?: unknown): Promise<unknown>
  }
}

export const ALICE = [{ address: '5Grwva', genesisHash: null, name: 'Alice', type: 'sr25519' }]

export function aPage({ isGone = false } = {}) {
  const sent: FromPage[] = []
  const { entry, receive } = createProvider({
    version: '1.2.3',
    send: (message) => {
      if (!isGone) sent.push(message)
      return !isGone
    },
    gone: GONE,
  })
  const answer = (value: unknown, id = sent.at(-1)?.id ?? 0): void =>
    receive({ id, value: JSON.stringify(value) })
  const refuse = (error: SiteError, id = sent.at(-1)?.id ?? 0): void => receive({ id, error })
  const enabled = async (): Promise<Injected> => {
    const asked = entry.enable('x')
    answer(null)
    return (await asked) as Injected
  }
  const tell = (accounts: unknown): void => receive({ accounts: JSON.stringify(accounts) })
  return { entry, receive, sent, answer, refuse, enabled, tell }
}

export function fails(): never {
  throw new Error('of the page')
}
