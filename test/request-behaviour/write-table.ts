import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatTable, marks } from './table.ts'

// Writes the table of request behaviours into docs/collecting.md: node test/request-behaviour/write-table.ts
const file = join(import.meta.dirname, '../../docs/collecting.md')
const text = readFileSync(file, 'utf8')
const [begin, end] = [text.indexOf(marks.begin), text.indexOf(marks.end)]
if (begin === -1 || end < begin) throw new Error(`Cannot write the table: "${file}" has no "${marks.begin}"`)
writeFileSync(file, `${text.slice(0, begin + marks.begin.length)}\n\n${formatTable()}\n\n${text.slice(end)}`)
