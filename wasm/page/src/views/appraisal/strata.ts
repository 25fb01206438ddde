// Strata of amounts: their sizes typed in, the items pasted with a column that says the stratum of each.

import { integer, rows, table, text, type Columns, type Fields } from '../../kit/index.ts'
import { amountColumns } from './options.ts'

/** Titles of a column that says to which stratum or unit a row belongs. */
export const GROUP = /strat|group|unit|class|type/i

/** Rows of items with the column of their stratum. */
export const itemsField = (hint: string, group = 'Stratum') => table({
  label: 'Sampled items', hint, columns: (form): Columns => ({ group: { label: group, type: 'text', match: GROUP }, ...amountColumns(form.format) }), api: ['examined', 'audited', 'difference', 'sample'],
})

/** Names of strata as the rows have them, with their sizes and what else is known of each. */
export const strataField = <F extends Fields = {}>(universe: string, more: F = {} as F) => rows({
  label: 'Strata', item: 'Stratum', min: 1, max: 50, hint: 'Every item of the universe is in one of them.',
  fields: { name: text({ label: 'Name, as in the rows', width: 'medium', maxLength: 60 }), universe: integer({ label: universe, min: 1 }), ...more },
})

/** Rows with a first column for the stratum, from texts of a line a value: sizes[i] lines are of stratum names[i]. */
export function inStrata(lines: readonly string[], names: readonly string[], sizes: readonly number[], titles: string): string {
  let at = 0
  return [titles, ...names.flatMap((n, i) => lines.slice(at, (at += sizes[i]!)).map(l => `${n}\t${l}`))].join('\n')
}

/** The cells of one column of a text with commas or blanks, without a line of titles. */
export const column = (text: string, n: number, titled: boolean): string[] =>
  text.trim().split('\n').slice(titled ? 1 : 0).map(l => l.trim().split(/[,\s]+/)[n]!)
