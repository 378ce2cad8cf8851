import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest is begun first: nobody waits at the end for one file. Of those not named, the biggest file first. */
const LONGEST = [
  'test/flows/site-fuzz.test.ts',
  'test/flows/worker-restart.test.ts',
  'devnet/clients.test.ts',
  'test/e2e/faults.spec.ts',
  'test/e2e/worker-stops.spec.ts',
  'test/e2e/screens.spec.ts',
  'test/e2e/dapp-clients.spec.ts',
  'test/e2e/sites.spec.ts',
  'test/e2e/site-worker-stops.spec.ts',
  'test/e2e/keys.spec.ts',
  'test/e2e/staking.spec.ts',
]

/** How long what is asked again and again may take to come about: a second, as it is without, a busy machine may need. */
const PATIENCE_MS = 30_000

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`))
      return found === -1 ? LONGEST.length : found
    }
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/{laws,flows,unit}/**/*.test.ts', 'devnet/**/*.test.ts'],
          // The longest take ten seconds by themselves, and several times that where everything is busy.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: '100%',
          // Files share what they import: read anew for each, it took a third of the whole time. None may leave a trace.
          isolate: false,
          expect: { poll: { timeout: PATIENCE_MS } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.spec.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // Three browsers at a time, also on two cores: four use no less of the processor, two leave some of it idle.
          // Specs share what they import, as above; each has browsers of its own.
          maxWorkers: 3,
          isolate: false,
          expect: { poll: { timeout: PATIENCE_MS } },
        },
      },
    ],
  },
})
