// The columns that a calculation needs, found in rows and checked cell by cell.

import { parseDate, parseDecimal, parseInteger, type Parsed } from './parse.ts'
import { readRows, type Rows } from './table.ts'

export interface Column {
  label: string
  /** How a cell is read: an amount by default. */
  type?: 'money' | 'integer' | 'text' | 'date' | ((cell: string) => Parsed<string>)
  /** Titles that mean this column. */
  match?: RegExp
  /** The column may be missing; its cells may be empty. */
  optional?: boolean
}
export type Columns = Record<string, Column>

/** Rows as they were entered: the raw value of a data field. */
export interface Data {
  text: string
  /** Name of the file, where it was one. */
  name?: string
  /** The rows of the example, which are nobody's. */
  example?: boolean
  /** Whether the first line has titles; undefined goes by its looks. */
  header?: boolean
  /** Column number (from 0) for each column that was chosen by hand; -1 is none. */
  chosen?: Record<string, number>
}

export interface WrongRow { line?: number; column?: string; value?: string; rule: string }

/** The cells of each column by its id, as the library takes them. */
export interface Table {
  columns: Record<string, string[]>
  /** The line of each row in the text, from 1. */
  lines: number[]
  count: number
  name?: string
}

export interface Reading { rows: Rows; at: Record<string, number>; table?: Table; wrong: WrongRow[]; missing: string[] }

let last: { text: string; header?: boolean; rows: Rows } | undefined
const readings = new WeakMap<Data, { key: string; reading: Reading }>()

function rowsOf(data: Data, header = data.header): Rows {
  if (last && last.text === data.text && last.header === header) return last.rows
  const rows = readRows(data.text, header)
  last = { text: data.text, header, rows }
  return rows
}

/** The line of each row. */
export const linesOf = (data: Data): number[] => (readings.get(data)?.reading.rows ?? rowsOf(data)).lines

/** The rows for columns. Where all that is needed are texts, such as ids, a first line is one of titles only if a column has one of them: no id is lost. */
function rowsFor(data: Data, columns: Columns): Rows {
  const rows = rowsOf(data)
  const wanted = Object.values(columns)
  const titled = data.header !== undefined || !rows.header || !wanted.every(c => c.type === 'text') || rows.header.some(h => wanted.some(c => c.match?.test(h)))
  return titled ? rows : rowsOf(data, false)
}

/** Reads the columns out of data; asked again for the same it has the answer at hand. */
export function readColumns(data: Data, columns: Columns): Reading {
  const key = JSON.stringify(Object.entries(columns).map(([id, c]) => [id, c.label, c.optional, String(c.type)]))
  const known = readings.get(data)
  if (known && known.key === key) return known.reading
  const reading = read(data, columns)
  readings.set(data, { key, reading })
  return reading
}

function read(data: Data, columns: Columns): Reading {
  const rows = rowsFor(data, columns)
  const at = place(rows, columns, data.chosen ?? {})
  const missing = Object.keys(columns).filter(id => at[id] === undefined && !columns[id]!.optional)
  const wrong: WrongRow[] = []
  if (missing.length > 0) return { rows, at, wrong, missing }
  const table: Table = { columns: {}, lines: rows.lines, count: rows.rows.length, name: data.name }
  for (const [id, column] of Object.entries(columns)) {
    const i = at[id]
    if (i === undefined) continue
    const out: string[] = new Array(rows.rows.length)
    for (let r = 0; r < rows.rows.length; r++) {
      const cell = rows.rows[r]![i] ?? ''
      if (cell === '' && column.optional) {
        out[r] = ''
        continue
      }
      const v = readCell(cell, column)
      if ('value' in v) out[r] = v.value
      else wrong.push({ line: rows.lines[r]!, column: column.label, value: cell, rule: cell === '' ? 'is empty' : v.error })
    }
    table.columns[id] = out
  }
  wrong.sort((a, b) => a.line! - b.line!)
  return { rows, at, table, wrong, missing }
}

function readCell(cell: string, column: Column): Parsed<string> {
  const type = column.type ?? 'money'
  if (typeof type === 'function') return type(cell)
  if (type === 'text') return cell === '' ? { error: 'is empty' } : { value: cell }
  if (type === 'integer') {
    const v = parseInteger(cell)
    return 'value' in v ? { value: String(v.value) } : { error: 'is not a whole number' }
  }
  const value = type === 'date' ? parseDate(cell) : parseDecimal(cell)
  return value === undefined ? { error: type === 'date' ? 'is not a date' : 'is not an amount' } : { value }
}

/** Finds the columns: those chosen by hand, those whose title says so, and without titles those that are left in order. */
function place(rows: Rows, columns: Columns, chosen: Record<string, number>): Record<string, number> {
  const at: Record<string, number> = {}
  const taken = new Set<number>()
  const set = (id: string, i: number) => { at[id] = i; taken.add(i) }
  const ids = Object.keys(columns)
  for (const id of ids) {
    const i = chosen[id]
    if (i !== undefined && i >= 0 && i < rows.width) set(id, i)
  }
  const open = () => ids.filter(id => at[id] === undefined && chosen[id] !== -1)
  if (rows.header) {
    for (const id of open()) {
      const i = rows.header.findIndex((h, n) => !taken.has(n) && columns[id]!.match?.test(h))
      if (i >= 0) set(id, i)
    }
  }
  // A first column that counts the lines is no value.
  const wanted = open().filter(id => !columns[id]!.optional)
  const free = Array.from({ length: rows.width }, (_, i) => i).filter(i => !taken.has(i))
  if (free.length > wanted.length && counts(rows, free[0]!)) free.shift()
  for (const id of wanted) {
    const { type = 'money' } = columns[id]!
    const i = type === 'text' || typeof type === 'function' ? 0
      : free.findIndex(n => rows.rows.slice(0, 20).some(r => 'value' in readCell(r[n] ?? '', columns[id]!)))
    const n = free.splice(i, i < 0 ? 0 : 1)[0]
    if (n !== undefined) set(id, n)
  }
  return at
}

const counts = (rows: Rows, column: number) =>
  rows.rows.length > 1 && rows.rows.slice(0, 50).every((r, i) => Number(r[column]) === i + Number(rows.rows[0]![column])) &&
  Number.isInteger(Number(rows.rows[0]![column]))
