/** What ships, read as it was built: nothing runs text, nothing speaks to a stranger. */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NETWORKS } from '#shared/domain/network.ts'
import { APPROVE_PAGE, BRIDGE_PAGE, VAULT_PAGE, WALLET_PAGE } from '#shared/protocol/places.ts'
import { buildAlone, TARGET } from '../../build/alone.ts'
import { POPUP_HARDEN } from '../../build/parts.ts'
import { type Build, buildExtension } from '../e2e/extension.ts'

const ROOT = resolve(import.meta.dirname, '../..')

// Written out a second time on purpose: a change of the manifest alone does not pass.
const HOSTS = [
  'wss://entrypoint-finney.opentensor.ai',
  'wss://lite.chain.opentensor.ai',
  'wss://archive.chain.opentensor.ai',
  'wss://test.finney.opentensor.ai',
  'wss://test.chain.opentensor.ai',
]
const POLICIES = {
  extension_pages: [
    "default-src 'none'",
    "script-src 'self'",
    'style-src (the one sheet)',
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${HOSTS.join(' ')} ws://127.0.0.1:* ws://localhost:*`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  sandbox: [
    'sandbox allow-scripts',
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    'worker-src blob:',
    "connect-src 'none'",
  ].join('; '),
}
const META = {
  [BRIDGE_PAGE]: "default-src 'none'; script-src 'self'; frame-src 'self'; connect-src 'none'",
  [VAULT_PAGE]:
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'",
  [WALLET_PAGE]:
    "default-src 'none'; script-src 'self'; style-src (the one sheet); img-src 'self' data:; font-src 'self'; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'",
  [APPROVE_PAGE]:
    "default-src 'none'; script-src 'self'; style-src (the one sheet); img-src 'self' data:; font-src 'self'; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'",
}

/** A policy as it is written down above: the hash of the sheet is that of the sheet which is there. */
const written = (policy: unknown): unknown =>
  typeof policy === 'string'
    ? policy.replace(`style-src '${sheetHash()}'`, 'style-src (the one sheet)')
    : policy
const sheetOf = (path: string): string => /<style>([\s\S]*?)<\/style>/.exec(read(path))?.[1] ?? ''
const sheetHash = (): string => `sha256-${createHash('sha256').update(sheetOf(WALLET_PAGE)).digest('base64')}`

/** Names of vocabularies and of a page that explains React's error numbers: text that nothing fetches. */
const NAMES = /^(http:\/\/www\.w3\.org\/|https:\/\/react\.dev\/errors\/)/
const NODES = /^wss?:\/\/(127\.0\.0\.1|localhost)?(:|$|\$|\/)|^http:\/\/127\.0\.0\.1:9944\/$|^ws:\/\/\$\{/

let build: Build
let again: Build
let files: readonly string[]
beforeAll(async () => {
  build = await buildExtension('production')
  again = await buildExtension('production')
  files = readdirSync(build.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  )
}, 180_000)
afterAll(async () => {
  await build?.remove()
  await again?.remove()
})

const read = (path: string): string => readFileSync(join(build.folder, path), 'utf8')
const scripts = (): readonly string[] => files.filter((name) => name.endsWith('.js'))
const manifest = (): Record<string, unknown> => JSON.parse(read('manifest.json'))

describe('no script', () => {
  it('has a letter outside ASCII, which would double the memory of all of it', () => {
    for (const name of scripts())
      expect({ name, found: read(name).match(/[\u0080-\uffff]/)?.[0] }).toEqual({ name })
  })

  it('is made of text', () => {
    for (const name of scripts())
      expect({ name, found: read(name).match(/\beval\s*\(|\bFunction\s*\(|new Function\b/)?.[0] }).toEqual({
        name,
      })
  })

  it('imports anything at run time but a window’s screens, from this extension', () => {
    for (const name of scripts()) {
      const imports = read(name).match(/\bimport\s*\([^)]*\)/g) ?? []
      if (!name.startsWith('assets/')) expect({ name, imports }).toEqual({ name, imports: [] })
      for (const found of imports) expect(found).toMatch(/^import\([`"']\.\/[\w.-]+\.js[`"']\)$/)
    }
  })

  it('names an address beyond the chain’s hosts and this computer', () => {
    const known = new Set(Object.values(NETWORKS).flatMap(({ endpoints }) => endpoints as readonly string[]))
    for (const name of files.filter((each) => /\.(js|html|css)$/.test(each)))
      for (const [address] of read(name).matchAll(/\b(?:https?|wss?):\/\/[^\s"'`)<]*/g))
        expect({
          name,
          address,
          known: known.has(address) || NAMES.test(address) || NODES.test(address),
        }).toEqual({
          name,
          address,
          known: true,
        })
  })

  it('says where it was built, or has a source map', () => {
    for (const name of files.filter((each) => !each.endsWith('.png'))) {
      expect(read(name)).not.toContain(ROOT)
      expect(read(name)).not.toMatch(/node_modules|sourceMappingURL/)
      expect(name).not.toMatch(/\.map$/)
    }
  })

  it('carries a part of the tests', () => {
    const planted = /\bhostile\.(tries|heard|fetched)|globalThis\.hostile|nativeListen|seed-of-the-wallet/
    for (const name of scripts())
      expect({ name, found: read(name).match(planted)?.[0] }).toEqual({ name, found: undefined })
  })
})

describe('the manifest', () => {
  it('has the policies that are written down', () => {
    const found = manifest()['content_security_policy'] as Readonly<Record<string, unknown>>
    expect({ ...found, extension_pages: written(found['extension_pages']) }).toEqual(POLICIES)
  })

  it('connects to the hosts of the networks, all of them the chain’s own', () => {
    const endpoints = Object.values(NETWORKS).flatMap(({ id, endpoints }) =>
      id === 'local' ? [] : endpoints,
    )
    expect(endpoints.map((endpoint) => endpoint.replace(/:443$/, ''))).toEqual(HOSTS)
    for (const host of HOSTS) expect(host).toMatch(/^wss:\/\/[a-z.-]+\.opentensor\.ai$/)
  })

  it('asks for four permissions and no host', () => {
    const { permissions, ...rest } = manifest()
    expect(permissions).toEqual(['storage', 'offscreen', 'alarms', 'idle'])
    for (const key of ['host_permissions', 'optional_permissions', 'optional_host_permissions'])
      expect(rest).not.toHaveProperty(key)
  })

  it('shows no file to web pages and listens to no other extension', () => {
    expect(manifest()).not.toHaveProperty('web_accessible_resources')
    // Without the line any other extension may open a port.
    expect(manifest()['externally_connectable']).toEqual({ ids: [] })
  })

  it('asks for the Chrome that the scripts are written for', () => {
    expect(`chrome${manifest()['minimum_chrome_version']}`).toBe(TARGET)
  })

  it('sandboxes the page of the vault and no other', () => {
    expect(manifest()['sandbox']).toEqual({ pages: [VAULT_PAGE.slice(1)] })
  })
})

describe('each document', () => {
  it('repeats its own, narrower policy', () => {
    for (const [path, policy] of Object.entries(META)) {
      const found = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(read(path))?.[1]
      expect({ path, policy: written(found) }).toEqual({ path, policy })
    }
    const documents = files.filter((name) => name.endsWith('.html')).map((name) => `/${name}`)
    expect(new Set(documents)).toEqual(new Set(Object.keys(META)))
  })

  it('has no script in its text', () => {
    for (const path of Object.keys(META)) {
      expect(read(path)).not.toMatch(/<script(?![^>]*\bsrc=)/)
      expect(read(path)).not.toMatch(/\son\w+\s*=/)
    }
  })

  it('of the popup brings its one style sheet along, the same in both, and asks for none', () => {
    expect(sheetOf(WALLET_PAGE).length).toBeGreaterThan(10_000)
    expect(sheetOf(APPROVE_PAGE)).toBe(sheetOf(WALLET_PAGE))
    for (const path of [WALLET_PAGE, APPROVE_PAGE]) {
      expect(read(path).match(/<style/g)).toHaveLength(1)
      expect(read(path)).not.toMatch(/rel="stylesheet"|\sstyle=/)
    }
    expect(files.filter((name) => name.endsWith('.css'))).toEqual([])
  })

  it('of the popup runs its hardening before any other script', async () => {
    const { code } = await buildAlone(ROOT, POPUP_HARDEN)
    expect(read('popup/first.js').startsWith(code)).toBe(true)
    for (const path of [WALLET_PAGE, APPROVE_PAGE]) {
      const [first, ...others] = read(path).match(/<script[^>]*>/g) ?? []
      expect(first).toBe('<script src="/popup/first.js" defer>')
      expect(others.length).toBeGreaterThan(0)
      // Deferred scripts and modules run when the document is read, in its order; `async` would step out of the line.
      for (const other of others) expect(other).toMatch(/^<script type="module" crossorigin src="[^"]+">$/)
    }
  })

  it('of the bridge and the vault loads one classic script', () => {
    for (const path of [BRIDGE_PAGE, VAULT_PAGE]) {
      const found = read(path).match(/<script[^>]*>/g)
      expect(found).toEqual([`<script src="${path.replace(/\.html$/, '.js')}">`])
    }
  })
})

describe('what a web page gets', () => {
  it('is a few hundred bytes that bear this version', () => {
    const { version } = manifest()
    expect(read('content/provider.iife.js')).toContain(String(version))
    expect(gzipSync(read('content/provider.iife.js')).length).toBeLessThan(3_000)
    expect(gzipSync(read('content/relay.iife.js')).length).toBeLessThan(4_000)
  })
})

describe('the packages', () => {
  it('in each entry are those on the committed list (TAOKEY_PACKAGES=build/packages.json vite build writes it)', () => {
    const committed = readFileSync(join(ROOT, 'build/packages.json'), 'utf8')
    expect(JSON.parse(readFileSync(build.packages, 'utf8'))).toEqual(JSON.parse(committed))
  })
})

describe('a second build', () => {
  it('has the same files, byte for byte', () => {
    for (const name of files) {
      const path = join(again.folder, name)
      expect({ name, there: existsSync(path) }).toEqual({ name, there: true })
      expect({ name, same: readFileSync(path).equals(readFileSync(join(build.folder, name))) }).toEqual({
        name,
        same: true,
      })
    }
  })
})
