// The command line of the devnet: starts it, says where it is, and stops it on Ctrl-C.
import { parseArgs } from 'node:util'
import { showAddress } from './chain/address.ts'
import { toHex } from './chain/bytes.ts'
import { startFaucet } from './faucet/server.ts'
import { startDevnet, type WorldName } from './start.ts'
import { DEV_ACCOUNTS } from './world.ts'

const HELP = `A local Subtensor, simulated.

  --port <n>            WebSocket port (9944)
  --block-ms <n>        milliseconds between blocks (12000); 0: only on devnet_seal
  --finality-lag <n>    how many blocks finality stays behind (2)
  --faucet-port <n>     port of the faucet page (9955)
  --spec <n>            spec version (that of the declarations)
  --world <name>        ordinary, or large: 128 subnets and 4,000 validators (ordinary)
  --no-emission         blocks bring nothing: no TAO, no alpha, no dividends
  --no-metadata-hash    a runtime that carries no metadata hash: mode 1 cannot be looked up
  --legacy              offers no chainHead, chainSpec and transaction methods
  --help
`

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9944' },
    'block-ms': { type: 'string', default: '12000' },
    'finality-lag': { type: 'string', default: '2' },
    'faucet-port': { type: 'string', default: '9955' },
    spec: { type: 'string' },
    'no-metadata-hash': { type: 'boolean', default: false },
    world: { type: 'string', default: 'ordinary' },
    'no-emission': { type: 'boolean', default: false },
    legacy: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

function whole(text: string, option: string): number {
  if (/^[0-9]{1,9}$/.test(text)) return Number(text)
  console.error(`--${option} takes a whole number`)
  process.exit(2)
}

function worldName(text: string): WorldName {
  if (text === 'ordinary' || text === 'large') return text
  console.error('--world is ordinary or large')
  process.exit(2)
}

async function main(): Promise<void> {
  if (values.help) return console.log(HELP)
  const devnet = await startDevnet({
    port: whole(values.port, 'port'),
    blockMs: whole(values['block-ms'], 'block-ms'),
    finalityLag: whole(values['finality-lag'], 'finality-lag'),
    metadataHash: !values['no-metadata-hash'],
    emission: !values['no-emission'],
    world: worldName(values.world),
    ...(values.spec === undefined ? {} : { specVersion: whole(values.spec, 'spec') }),
    ...(values.legacy ? { without: ['chainHead_', 'chainSpec_', 'transaction'] } : {}),
  })
  const faucet = await startFaucet(devnet, whole(values['faucet-port'], 'faucet-port'))
  const lines = [
    `endpoint  ${devnet.url}`,
    `genesis   ${devnet.genesis}`,
    `digest    ${devnet.digest ? toHex(devnet.digest) : 'none'}`,
    `faucet    ${faucet.url}`,
    '',
    ...DEV_ACCOUNTS.map(({ name, account }) => `${name.padEnd(10)}${showAddress(account)}`),
    '',
    'A simulation: nothing here has value. Ctrl-C ends it.',
  ]
  console.log(lines.join('\n'))

  const stop = async (): Promise<void> => {
    await Promise.all([devnet.close(), faucet.close()])
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
