/**
 * `npm run demo`: everything from a clean clone to a wallet one can try. Installs what is missing, builds, starts the
 * local chain and a browser with the wallet in it. Without a display it makes the same journey by itself and leaves pictures.
 */
import { spawn, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import process from 'node:process'
import { prepare } from './prepare.mjs'

const root = resolve(import.meta.dirname, '..')
const node = (...args) => [process.execPath, ['--import', 'tsx', ...args]]

prepare()

console.log('Building the extension into dist/…')
const build = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
  cwd: root,
  encoding: 'utf8',
})
if (build.status !== 0) {
  console.error(build.stdout, build.stderr)
  process.exit(build.status ?? 1)
}

const [command, args] = node('scripts/demo-journey.ts', ...process.argv.slice(2))
const journey = spawn(command, args, {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => journey.kill(signal))
journey.on('exit', (code) => process.exit(code ?? 1))
