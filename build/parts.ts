/** The scripts that are built each alone, as one file under a fixed name, and what they are made from. */

/** One script built alone. `entry` is relative to the checkout. */
export interface Part {
  name: string
  entry: string
}

export const HARDEN: Part = { name: 'harden', entry: 'src/background/harden.ts' }
export const WORKER: Part = { name: 'worker', entry: 'src/background/index.ts' }
export const BRIDGE: Part = { name: 'bridge', entry: 'src/bridge/bridge.ts' }
export const VAULT_WORKER: Part = { name: 'vault-worker', entry: 'src/vault/worker.ts' }
export const POPUP_HARDEN: Part = { name: 'popup-harden', entry: 'src/popup/harden.ts' }
export const POPUP_FIRST: Part = { name: 'popup-first', entry: 'src/popup/first.ts' }
export const VAULT_PAGE: Part = { name: 'vault-page', entry: 'src/vault/page.ts' }

/** What one mode of the build ships; the shipped mode has no test hook. */
export interface Variant {
  outDir: string
  /** Whether the worker begins with its two locks. */
  locks: boolean
  /** Scripts of an attacker, appended to the worker: a folder relative to the checkout. */
  plantInWorker?: string
  /** The same, put before the worker's locks. */
  plantBeforeLocks?: string
  /** Scripts of an attacker, appended to the room's worker. */
  plantInRoom?: string
  /** The same, put before the room's own code. */
  plantBeforeRoom?: string
  /** Whether the windows' documents are built without the app in them: the walls do not depend on what they show. */
  emptyWindows?: true
}

const SHIPPED: Variant = { outDir: 'dist', locks: true }

/** Modes whose builds only tests load. Their folders never leave the machine they were built on. */
const TESTED: Readonly<Record<string, Variant>> = {
  bare: { outDir: 'dist-bare', locks: true, emptyWindows: true },
  hostile: {
    outDir: 'dist-hostile',
    locks: true,
    plantInWorker: 'test/e2e/hostile/worker',
    emptyWindows: true,
  },
  control: {
    outDir: 'dist-control',
    locks: false,
    plantInWorker: 'test/e2e/hostile/worker',
    emptyWindows: true,
  },
  route: {
    outDir: 'dist-route',
    locks: true,
    plantBeforeLocks: 'test/e2e/hostile/first',
    plantInWorker: 'test/e2e/hostile/worker',
    emptyWindows: true,
  },
  probe: {
    outDir: 'dist-probe',
    locks: true,
    plantBeforeRoom: 'test/e2e/hostile/first-in-room',
    plantInRoom: 'test/e2e/hostile/room',
    emptyWindows: true,
  },
}

/**
 * The variant a Vite mode stands for.
 * @throws if the mode is none of ours: a misspelled mode must not quietly ship something else.
 */
export function variantOf(mode: string): Variant {
  if (mode === 'production' || mode === 'development') return SHIPPED
  const variant = TESTED[mode]
  if (variant === undefined) throw new Error(`no such build mode: ${mode}`)
  return variant
}
