// Faults on demand: everything a wallet may meet at a bad endpoint, switched on and off while the devnet runs.

type Scope = {
  /** An RPC method, or a prefix with `*`; without it, every method. */
  readonly method?: string
  /** How often the fault strikes before it clears itself; without it, until it is cleared. */
  readonly times?: number
}

export type Fault = Scope &
  (
    | { readonly kind: 'silent' } // takes requests and never answers
    | { readonly kind: 'drop' } // closes the connection when a request comes
    | { readonly kind: 'half-open' } // accepts TCP and never completes the handshake
    | { readonly kind: 'garbage' } // answers with bytes that are no JSON
    | { readonly kind: 'oversize'; readonly bytes?: number } // answers with a text of this size (50 MB)
    | { readonly kind: 'error'; readonly code: number; readonly message: string; readonly data?: unknown }
    | { readonly kind: 'reply'; readonly result: unknown } // answers with this instead
    | { readonly kind: 'delay'; readonly ms: number }
    | { readonly kind: 'wrong-genesis' } // claims another genesis hash
    | { readonly kind: 'lying-metadata' } // exchanges the names of two calls in the metadata it serves
    | { readonly kind: 'stale-nonce' } // reports nonces one too low
    | { readonly kind: 'finality-stall' } // makes no block final
    | { readonly kind: 'no-shield-key' } // authors announce no keys to shield extrinsics with
    | { readonly kind: 'missed-shield-slot' } // authors leave the envelopes that are for them in the pool
  )

type FaultKind = Fault['kind']

export interface Faults {
  /** Switches a fault on; returns the function that switches it off. */
  readonly add: (fault: Fault) => () => void
  readonly clear: () => void
  /** The faults that strike a request for `method` now; counts them down. */
  readonly strike: (method: string) => readonly Fault[]
  readonly active: (kind: FaultKind) => boolean
  readonly list: () => readonly Fault[]
}

export function createFaults(): Faults {
  const all = new Map<Fault, number>()
  const matches = (fault: Fault, method: string): boolean => {
    if (fault.method === undefined) return true
    return fault.method.endsWith('*') ? method.startsWith(fault.method.slice(0, -1)) : method === fault.method
  }
  return {
    add: (fault) => {
      all.set(fault, fault.times ?? Number.POSITIVE_INFINITY)
      return () => void all.delete(fault)
    },
    clear: () => all.clear(),
    strike: (method) => {
      const hit = [...all.keys()].filter((fault) => matches(fault, method))
      for (const fault of hit) {
        const left = (all.get(fault) ?? 0) - 1
        if (left > 0) all.set(fault, left)
        else all.delete(fault)
      }
      return hit
    },
    active: (kind) => [...all.keys()].some((fault) => fault.kind === kind),
    list: () => [...all.keys()],
  }
}

const KINDS: readonly FaultKind[] = [
  'silent',
  'drop',
  'half-open',
  'garbage',
  'oversize',
  'error',
  'reply',
  'delay',
  'wrong-genesis',
  'lying-metadata',
  'stale-nonce',
  'finality-stall',
  'no-shield-key',
  'missed-shield-slot',
]

/** Reads a fault that came over RPC; throws on one that does not exist or lacks a part. */
export function readFault(value: unknown): Fault {
  const fault = value as Partial<Record<string, unknown>> | null
  const kind = KINDS.find((known) => known === fault?.['kind'])
  if (!fault || !kind) throw new Error(`a fault is { kind }, one of ${KINDS.join(', ')}`)
  if (kind === 'delay' && typeof fault['ms'] !== 'number') throw new Error('delay needs ms')
  if (kind === 'error' && (typeof fault['code'] !== 'number' || typeof fault['message'] !== 'string'))
    throw new Error('error needs code and message')
  return fault as Fault
}
