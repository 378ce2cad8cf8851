/**
 * Vite plugin: gives `metadata-builders` the codecs metadata can name, and no more. It looks them up by the name it finds in
 * metadata, in the whole of the package they come from, so nothing of that could be left out of what ships: tries,
 * multisigs and other chains' hashes came with it.
 */
import type { Plugin } from 'vite'

/** What metadata can name, and what the two modules name themselves. */
const TAKEN = [
  ...[
    'bool',
    'char',
    'str',
    'u8',
    'u16',
    'u32',
    'u64',
    'u128',
    'u256',
    'i8',
    'i16',
    'i32',
    'i64',
    'i128',
    'i256',
  ],
  ...['Blake2128', 'Blake2256', 'Blake2128Concat', 'Twox128', 'Twox256', 'Twox64Concat', 'Identity'],
  ...['AccountId', 'BitSeq', 'Bytes', 'Option', 'Result', 'Self', 'SizedBytes', 'Storage', 'Struct', 'Tuple'],
  ...['Variant', 'Vector', '_void', 'compactBn', 'compactNumber', 'createCodec', 'enhanceCodec'],
]

/**
 * Twenty bytes as hex. The package writes them in the mixed case of Ethereum's checksum, for which a hash of its own would
 * ship; the runtime names such accounts nowhere (`AccountId20`, spec 424).
 */
const WRITTEN = { ethAccount: 'Hex(20)' }

export const CODECS = [...TAKEN, ...Object.keys(WRITTEN)]

const SOURCE = '@polkadot-api/substrate-bindings'
const ONLY = '\0taokey:codecs'
/** The modules that look codecs up by name; the others import what they use. */
const LOOKS_UP = /\/metadata-builders\/dist\/(?:lookup-codec-builder|dynamic-builder)\.js$/

export function onlyCodecs(root: string): Plugin {
  return {
    name: 'taokey:only-codecs',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source !== SOURCE || importer === undefined) return undefined
      if (LOOKS_UP.test(importer)) return ONLY
      return importer === ONLY ? this.resolve(source, `${root}/package.json`) : undefined
    },
    load: (id) => {
      if (id !== ONLY) return undefined
      const written = Object.entries(WRITTEN).map(([name, code]) => `export const ${name} = ${code}`)
      return [
        `export { ${TAKEN.join(', ')} } from '${SOURCE}'`,
        `import { Hex } from '${SOURCE}'`,
        ...written,
      ].join('\n')
    },
  }
}
