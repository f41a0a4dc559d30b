import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Tests run the sources, not what was built of them; a test of the build runs the build, and never both in one page. */
const templates = {
  name: 'templates',
  enforce: 'pre' as const,
  resolveId(id: string, importer = ''): string | null {
    if (!/^#text\/jsx(?:-dev)?-runtime$/u.test(id)) return null
    const built = importer.startsWith(join(import.meta.dirname, 'dist/'))
    return join(import.meta.dirname, built ? 'dist/text/jsx-runtime.js' : 'src/text/jsx-runtime.ts')
  },
}

export default defineConfig({
  plugins: [templates],
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
