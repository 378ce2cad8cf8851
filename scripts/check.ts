/** `npm run check`: types, lint, import rules, dead code, then build and sizes. One summary; fails when any part does. */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

interface Part {
  readonly name: string
  readonly steps: readonly string[]
}

/** The heavy ones first. Build and sizes are one part: the second reads what the first wrote. */
const PARTS: readonly Part[] = [
  { name: 'types', steps: ['tsc -b', 'tsc -p test'] },
  { name: 'build and sizes', steps: ['vite build --logLevel error', 'tsx scripts/sizes.ts'] },
  {
    name: 'import rules',
    steps: ['depcruise src devnet test scripts build --config .dependency-cruiser.cjs'],
  },
  { name: 'dead code', steps: ['knip'] },
  { name: 'lint', steps: ['biome ci --colors=off --diagnostic-level=warn .'] },
]

interface Outcome {
  readonly part: Part
  readonly passed: boolean
  readonly seconds: number
  readonly output: string
}

async function run(part: Part): Promise<Outcome> {
  const started = Date.now()
  let output = ''
  for (const step of part.steps) {
    const [command = '', ...args] = step.split(' ')
    const code = await new Promise<number>((resolve) => {
      const child = spawn(`node_modules/.bin/${command}`, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      })
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString()
      })
      child.stderr.on('data', (chunk: Buffer) => {
        output += chunk.toString()
      })
      child.on('close', (exit) => resolve(exit ?? 1))
      child.on('error', () => resolve(1))
    })
    if (code !== 0) return { part, passed: false, seconds: (Date.now() - started) / 1000, output }
  }
  return { part, passed: true, seconds: (Date.now() - started) / 1000, output }
}

const queue = [...PARTS]
const outcomes: Outcome[] = []
async function work(): Promise<void> {
  for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
    const outcome = await run(part)
    outcomes.push(outcome)
    console.log(`${outcome.passed ? 'ok  ' : 'FAIL'} ${part.name} (${outcome.seconds.toFixed(1)} s)`)
    if (!outcome.passed || part.name === 'build and sizes') console.log(outcome.output.trim())
  }
}
await Promise.all(Array.from({ length: Math.max(1, Math.min(2, availableParallelism())) }, work))
const failed = outcomes.filter((outcome) => !outcome.passed).length
console.log(failed === 0 ? 'check: all parts pass' : `check: ${failed} of ${outcomes.length} parts fail`)
process.exitCode = failed === 0 ? 0 : 1
