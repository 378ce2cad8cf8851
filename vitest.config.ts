import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/{laws,flows,unit}/**/*.test.ts', 'devnet/**/*.test.ts'],
          testTimeout: 60_000,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.spec.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Three browsers at a time, also on two cores: most of their time is waiting for blocks and for each other.
          maxWorkers: 3, isolate: false,
        },
      },
    ],
  },
})
