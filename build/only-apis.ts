/**
 * Vite plugin: leaves of the table in `webextension-polyfill`, which names every call of every browser interface, those that
 * the background makes (`WorkerBrowser` in `src/background/start.ts`). A call that stands in no table is the browser's own.
 */
import type { Plugin } from 'vite'

const USED: Readonly<Record<string, readonly string[]>> = {
  alarms: ['clear'],
  storage: ['local'],
  tabs: ['query', 'sendMessage'],
  windows: ['create', 'get', 'update'],
}

const POLYFILL = /\/webextension-polyfill\/dist\/browser-polyfill\.js$/
const BEGIN = 'const apiMetadata = '

export function onlyApis(): Plugin {
  return {
    name: 'taokey:only-apis',
    enforce: 'pre',
    transform(code, id) {
      if (!POLYFILL.test(id)) return undefined
      const begin = code.indexOf(BEGIN) + BEGIN.length
      const end = code.indexOf('};', begin) + 1
      const table = leftOf(JSON.parse(code.slice(begin, end)))
      return { code: code.slice(0, begin) + JSON.stringify(table) + code.slice(end), map: null }
    },
  }
}

function leftOf(all: Readonly<Record<string, Readonly<Record<string, unknown>>>>): object {
  const left = Object.entries(USED).map(([name, calls]) => {
    const kept = Object.entries(all[name] ?? {}).filter(([call]) => calls.includes(call))
    if (kept.length !== calls.length)
      throw new Error(`the table of the polyfill does not name all of ${name}: ${calls.join(', ')}`)
    return [name, Object.fromEntries(kept)]
  })
  return Object.fromEntries(left)
}
