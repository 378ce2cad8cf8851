/** `npm run new add-collateral`: the file of a new operation and its line in the registry, both to be filled in until the laws pass. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../src/shared/operations')
const id = process.argv.slice(2).find((word) => word !== 'operation') ?? ''
const camel = id.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())
const words = id.replaceAll('-', ' ')
const file = resolve(folder, `${id}.ts`)

function stop(why: string): never {
  console.error(why)
  process.exit(1)
}

if (!/^[a-z]+(-[a-z]+)*$/.test(id))
  stop('usage: npm run new <operation-id>, in kebab-case: npm run new add-collateral')
if (existsSync(file)) stop(`there is an operation ${id} already`)

writeFileSync(
  file,
  `/** One sentence that says what it does to a person's TAO. */
import { object } from '../codec.ts'
import { defineOperation } from './define.ts'

const Params = object({})

export const ${camel} = defineOperation({
  id: '${id}',
  params: Params,
  // Pallet.call: its arguments with their codecs, as the runtime names them.
  calls: {},
  build: () => {
    throw new RangeError('${words} builds no call yet')
  },
  parse: () => ({}),
  asks: () => ({}),
  describe: () => ({ verb: 'Sign', sentence: ['${words}'], rows: [] }),
  warns: () => [],
  risks: () => [],
})
`,
)

const registry = resolve(folder, 'index.ts')
const before = readFileSync(registry, 'utf8')
const listed = /export const operations = \{ ?([^}]*?),? ?\} as const/.exec(before)?.[1]
if (listed === undefined) stop('the registry has another shape than this script knows')
const entry = camel === id ? camel : `'${id}': ${camel}`
const key = (line: string): string => line.replaceAll("'", '').split(':')[0] ?? ''
const present = listed.split(',').flatMap((line) => line.trim() || [])
const entries = [...present, entry].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
writeFileSync(
  registry,
  before
    .replace(
      /export const operations = \{[^}]*\} as const/,
      `export const operations = { ${entries.join(', ')} } as const`,
    )
    .replace(
      /(import \{ transfer \} from '\.\/transfer\.ts'\n)/,
      `import { ${camel} } from './${id}.ts'\n$1`,
    ),
)
console.log(
  `src/shared/operations/${id}.ts and its line in index.ts. Then: npx biome check --write src/shared, what it says and finds by hand in test/sentences and test/findings, and the laws.`,
)
