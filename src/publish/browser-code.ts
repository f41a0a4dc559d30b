import { existsSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

/** A module of ours as a browser runs it, without its imports and exports: compiled in `dist`, stripped in a checkout. */
export function browserCode(name: string): string {
  const compiled = join(import.meta.dirname, `${name}.js`)
  const code = existsSync(compiled)
    ? readFileSync(compiled, 'utf8')
    : stripTypeScriptTypes(readFileSync(join(import.meta.dirname, `${name}.ts`), 'utf8'))
  return code.replace(/^import [^\n]*\n/gmu, '').replace(/^export /gmu, '')
}
