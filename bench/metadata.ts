/** From metadata bytes to a call encoded and decoded, in fresh processes, against the bare decode. */
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { type Figure, figure, interleaved, times } from './statistics.ts'

const execute = promisify(execFile)

async function once(what: 'bare' | 'ours'): Promise<number> {
  const script = resolve(import.meta.dirname, 'metadata-once.ts')
  const { stdout } = await execute(process.execPath, ['--import', 'tsx', script, what])
  return Number(stdout)
}

export async function benchMetadata(runs: number): Promise<readonly Figure[]> {
  const samples = await interleaved(runs, { floor: () => once('bare'), ours: () => once('ours') })
  return [figure('metadata to a call encoded and decoded; floor: bare decode', 'ms', samples, times(2))]
}
