import { existsSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

/**
 * A module of ours as a browser runs it, without its imports and exports: compiled in `dist`, stripped in a checkout.
 * Comments that stand on lines of their own and indents stay here: one script is in every page. No text of such a module
 * may go over the end of a line.
 */
export function browserCode(name: string): string {
  const compiled = join(import.meta.dirname, `${name}.js`)
  const code = existsSync(compiled)
    ? readFileSync(compiled, 'utf8')
    : stripTypeScriptTypes(readFileSync(join(import.meta.dirname, `${name}.ts`), 'utf8'))
  return code
    .replace(/^[ \t]*(?:\/\*\*.*?\*\/[ \t]*|\/\/[^\n]*)\n/gmsu, '')
    .replace(/^[ \t]+/gmu, '')
    .replace(/^import [^\n]*\n/gmu, '')
    .replace(/^export /gmu, '')
}
