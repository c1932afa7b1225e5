import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['src/**/*.test.ts', 'database/**/*.test.ts', 'tests/*.test.ts', 'tools/**/*.test.ts'],
          testTimeout: 30_000,
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          setupFiles: ['tests/support/fail-on-console.ts'],
        },
      },
      {
        test: {
          name: 'db',
          include: ['src/**/*.db.test.ts', 'database/**/*.db.test.ts', 'tests/*.db.test.ts'],
          globalSetup: 'tests/support/postgres.global.ts',
          setupFiles: ['tests/support/fail-on-console.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          include: ['src/**/*.web.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/support/fail-on-console.ts', 'tests/support/web.setup.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
})
