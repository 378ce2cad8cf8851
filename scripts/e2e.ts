/** `npm run e2e`: the end-to-end tests alone; with `-- --node ws://…` the journeys that any Subtensor on this computer can serve. */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({ options: { node: { type: 'string' } }, allowPositionals: true })
// Faults, faucets and block times are devnet's: against another node only this journey runs, funded by //Alice.
const files = values.node === undefined ? positionals : ['test/e2e/any-node.spec.ts']
const run = (command: string, args: readonly string[]): number =>
  spawnSync(`node_modules/.bin/${command}`, args, {
    stdio: 'inherit',
    env: { ...process.env, ...(values.node === undefined ? {} : { TAOKEY_NODE: values.node }) },
  }).status ?? 1

// What is tested is what ships, built from what lies here.
process.exitCode =
  run('vite', ['build', '--logLevel', 'error']) || run('vitest', ['run', '--project', 'e2e', ...files])
