import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Tests run the sources, not what was built of them.
  resolve: {
    alias: [
      { find: /^#text\/jsx(?:-dev)?-runtime$/u, replacement: join(import.meta.dirname, 'src/text/jsx-runtime.ts') },
    ],
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
