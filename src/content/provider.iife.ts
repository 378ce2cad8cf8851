/** What a web page meets in its own world: the entry under which wallets are found. It can not connect yet and says so. */

const VERSION = '0.1.0'

const entry = Object.freeze({
  version: VERSION,
  enable: (): Promise<never> => Promise.reject(new Error('Taokey cannot connect to sites in this version.')),
})

const page: typeof globalThis & { injectedWeb3?: Record<string, unknown> } = globalThis
page.injectedWeb3 ??= {}
page.injectedWeb3['taokey'] = entry
