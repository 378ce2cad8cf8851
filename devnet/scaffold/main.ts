// Prints declarations of all that a chain's metadata (v16) describes: npx tsx devnet/scaffold/main.ts <metadata.scale>
// To read on: plan.ts says what is called what and stands where, files.ts what is in each file, express.ts how a type is written.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { metadata } from '@polkadot-api/substrate-bindings'
import { printFiles } from './files.ts'

const TARGET = new URL('../runtime/declared/', import.meta.url)
const BIOME = new URL('../../node_modules/.bin/biome', import.meta.url)

function main(file: string | undefined): void {
  if (file === undefined) throw new Error('usage: npx tsx devnet/scaffold/main.ts <metadata.scale>')
  const decoded = metadata.dec(new Uint8Array(readFileSync(file))).metadata
  if (decoded.tag !== 'v16') throw new Error(`${file} is metadata ${decoded.tag}, not v16`)
  const files = printFiles(decoded.value)
  rmSync(TARGET, { recursive: true, force: true })
  for (const [name, content] of files) {
    const file = new URL(name, TARGET)
    mkdirSync(new URL('.', file), { recursive: true })
    writeFileSync(file, content)
  }
  execFileSync(fileURLToPath(BIOME), ['check', '--write', fileURLToPath(TARGET)], { stdio: 'inherit' })
  const { pallets, apis, lookup } = decoded.value
  console.log(`${files.size} files: ${pallets.length} pallets, ${apis.length} APIs, ${lookup.length} types`)
}

main(process.argv[2])
