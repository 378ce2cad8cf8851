/** The first bytes of the built worker: takes away what would let code in it replace our pages or open pages of others. */

// Found by attack (Chromium 156): a worker of an extension may answer for the extension's own documents, and such an
// answer does not even carry the manifest's policy. Two locks close it. One refuses every listener but a few, so that no
// name a future browser gives to such an event is forgotten. The other is a route, kept by the browser with the
// registration, that sends every path past the worker. The route holds even where the first lock fails.

// Taken before any other code runs: whatever is replaced later, these stay the browser's own.
const { apply, defineProperty, deleteProperty, get, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } =
  Reflect
/** The second half of this worker (`LATER_SCRIPT`); these bytes import nothing. */
const LATER = '/worker-later.js'

const { startsWith } = String.prototype
const { addEventListener } = EventTarget.prototype

lockListeners()
lockRoutes()
loadOwnOnly()
removeGlobals()
for (const name of ['chrome', 'browser']) narrowApi(get(globalThis, name))
checkLocks()

/** The events of the worker itself anyone may hear; the wallet's own come through the extension's interface. */
function mayListen(event: string): boolean {
  switch (event) {
    case 'activate':
    case 'error':
    case 'rejectionhandled':
    case 'unhandledrejection':
      return true
    default:
      return false
  }
}

function lockListeners(): void {
  const offered = ['constructor', 'addEventListener', 'removeEventListener', 'dispatchEvent']
  for (const key of ownKeys(EventTarget.prototype))
    if (typeof key === 'string' && !offered.includes(key)) seal(EventTarget.prototype, key, undefined)

  seal(
    EventTarget.prototype,
    'addEventListener',
    function (this: unknown, type: unknown, listener: unknown, options: unknown): void {
      // Read once: an object may give another name the second time.
      const name = `${type}`
      if ((this === undefined || this === null || this === globalThis) && !mayListen(name))
        throw new TypeError(`this worker does not listen to ${name}`)
      apply(addEventListener, this, [name, listener, options])
    },
  )

  for (let owner: object | null = globalThis; owner !== null; owner = getPrototypeOf(owner))
    for (const key of ownKeys(owner))
      if (typeof key === 'string' && key.startsWith('on') && !mayListen(key.slice(2))) remove(key)
}

function lockRoutes(): void {
  const { waitUntil } = ExtendableEvent.prototype
  const installEvent: unknown = get(globalThis, 'InstallEvent')
  const addRoutes: unknown =
    typeof installEvent === 'function' ? get(get(installEvent, 'prototype'), 'addRoutes') : undefined
  if (typeof addRoutes !== 'function')
    throw new Error('this browser cannot keep the worker away from our pages')
  // Without prototypes: a field planted in Object.prototype would otherwise become a condition of the rule.
  const condition = { __proto__: null, urlPattern: new URLPattern({ pathname: '*' }) }
  const rule = { __proto__: null, condition, source: 'network' }
  apply(addEventListener, globalThis, [
    'install',
    (event: unknown) => {
      apply(waitUntil, event, [apply(addRoutes, event, [rule])])
    },
  ])
}

/** Leaves of the ways to load code the one that loads the second half of this worker. */
function loadOwnOnly(): void {
  const load: unknown = get(globalThis, 'importScripts')
  if (typeof load !== 'function') throw new Error('this browser cannot load the rest of the worker')
  remove('importScripts', (path: unknown) => {
    if (path !== LATER) throw new TypeError('only the second half of this worker can be loaded')
    apply(load, globalThis, [LATER])
  })
}

/** Ways out and ways to load code that the wallet does not use. WebSocket stays: the policy names its hosts. */
function removeGlobals(): void {
  for (const name of [
    'fetch',
    'caches',
    'Cache',
    'CacheStorage',
    'clients',
    'Clients',
    'registration',
    'ServiceWorkerRegistration',
    'cookieStore',
    'BroadcastChannel',
    'EventSource',
    'WebTransport',
    'XMLHttpRequest',
    'RTCPeerConnection',
    'Worker',
    'SharedWorker',
  ])
    remove(name)
}

/**
 * Leaves of the extension's interface what the wallet uses. It has two names, `chrome` and `browser`, which share some
 * of their parts.
 */
function narrowApi(api: unknown): void {
  if (!isObject(api)) return
  const runtime: unknown = get(api, 'runtime')
  const getUrl: unknown = isObject(runtime) ? get(runtime, 'getURL') : undefined
  if (!isObject(runtime) || typeof getUrl !== 'function') return
  const home: unknown = apply(getUrl, runtime, [''])
  if (typeof home !== 'string') throw new Error('this extension has no address')

  keep(api, [
    'runtime',
    'storage',
    'alarms',
    'idle',
    'action',
    'offscreen',
    'windows',
    'tabs',
    'extension',
    'i18n',
  ])
  drop(runtime, [
    'setUninstallURL',
    'connectNative',
    'sendNativeMessage',
    'openOptionsPage',
    'getPackageDirectoryEntry',
  ])
  const action: unknown = get(api, 'action')
  const tabs: unknown = get(api, 'tabs')
  const windows: unknown = get(api, 'windows')
  if (isObject(action)) drop(action, ['setIcon', 'setPopup'])
  if (isObject(tabs)) {
    keep(tabs, [
      'create',
      'get',
      'query',
      'sendMessage',
      'connect',
      'remove',
      'onRemoved',
      'onUpdated',
      'onReplaced',
      'onActivated',
    ])
    openOwnOnly(tabs, 'create', home, ['url', 'active'])
  }
  if (isObject(windows)) {
    openOwnOnly(windows, 'create', home, ['url', 'type', 'focused', 'width', 'height', 'left', 'top'])
  }
}

/** Makes `method` open pages of this extension and no others. */
function openOwnOnly(api: object, method: string, home: string, fields: readonly string[]): void {
  const open: unknown = get(api, method)
  if (typeof open !== 'function' || isSealed(api, method)) return
  seal(api, method, (wanted: unknown): unknown => {
    const asked: Record<string, unknown> = { __proto__: null }
    // Each field is read once, and what was checked is what is passed on.
    if (isObject(wanted)) for (let at = 0; at < fields.length; at++) copy(fields[at], wanted, asked)
    const { url } = asked
    if (typeof url !== 'string' || apply(startsWith, url, [home]) !== true)
      throw new TypeError('only pages of this extension can be opened')
    return apply(open, api, [asked])
  })
}

function copy(field: string | undefined, from: object, to: Record<string, unknown>): void {
  if (field === undefined) return
  const value: unknown = get(from, field)
  if (value !== undefined) to[field] = value
}

function keep(owner: object, names: readonly string[]): void {
  for (const key of ownKeys(owner))
    if (typeof key === 'string' && !names.includes(key)) seal(owner, key, undefined)
}

function drop(owner: object, names: readonly string[]): void {
  for (const name of names) seal(owner, name, undefined)
}

/**
 * Removes a global wherever it is inherited from, so that deleting our own mark does not bring it back, and leaves
 * `instead` in its place.
 */
function remove(name: string, instead?: unknown): void {
  for (let owner = getPrototypeOf(globalThis); owner !== null; owner = getPrototypeOf(owner))
    deleteProperty(owner, name)
  seal(globalThis, name, instead)
}

/** A worker in which a lock is open does not start. */
function checkLocks(): void {
  let refused = false
  try {
    globalThis.addEventListener('fetch', () => undefined)
  } catch {
    refused = true
  }
  if (!refused || !isSealed(EventTarget.prototype, 'addEventListener') || !isSealed(globalThis, 'onfetch'))
    throw new Error('the locks of this worker do not hold')
}

function isSealed(owner: object, name: string): boolean {
  return getOwnPropertyDescriptor(owner, name)?.configurable === false
}

/** Fixes a property for good; a worker in which that fails does not start. */
function seal(owner: object, name: string, value: unknown): void {
  if (!defineProperty(owner, name, { value, writable: false, enumerable: false, configurable: false }))
    throw new Error(`cannot seal ${name}`)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

export {}
