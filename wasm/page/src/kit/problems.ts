// Where in a form something is wrong, and how to say it.

import { IromathError } from '../client.ts'
import { linesOf, type Data, type WrongRow } from './columns.ts'
import { type FieldError, type Fields } from './fields.ts'

/** The value at a path of a form: "strata.0.universe". */
export const at = (raw: any, path: string) => path.split('.').reduce((o, k) => o?.[k], raw)

/** Wrong rows show at once, since they were not typed one by one; an empty area waits for the button. */
export const isData = (fields: Fields, path: string, raw: any) => fieldAt(fields, path)?.kind === 'data' && !!at(raw, path)

function fieldAt(fields: Fields, path: string) {
  const parts = path.split('.')
  let f = fields[parts[0]!]
  for (let i = 2; i < parts.length; i += 2) f = f?.look.fields?.[parts[i]!]
  return f
}

export function labelOf(fields: Fields, path: string): string {
  const parts = path.split('.')
  const outer = fields[parts[0]!], inner = fieldAt(fields, path)
  return parts.length > 1 && outer ? `${outer.look.item} ${Number(parts[1]) + 1}, ${inner?.label}` : (inner?.label ?? path)
}

/** What the library says, without the name of the package: "sampling: size 50 exceeds …". */
export function plainly(e: unknown): string {
  if (!(e instanceof Error)) return String(e)
  if (!(e instanceof IromathError)) return e.message
  const name = e.code.split('.')[0] + ': '
  const said = e.message.startsWith(name) ? e.message.slice(name.length) : e.message
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** The field that an error of the library is about. */
export function placeError(fields: Fields, raw: any, e: unknown): [string, FieldError] | undefined {
  if (!(e instanceof IromathError)) return undefined
  const shown = Object.entries(fields).filter(([, f]) => !f.when || f.when(raw))
  // Where the library does not say which field, the name of the error does: "variable.universe".
  const names = (e.field || e.code.split('.').pop()!).replace(/\[(\d+)\]/g, '.$1').split('.')
  // The innermost name that a field answers to: "strata.0.universe" is that of a row if the form has such rows.
  for (const [name, f] of shown) {
    if (f.kind === 'rows' && (name === names[0] || f.api?.includes(names[0] ?? '')) && names[1] !== undefined) {
      const inner = Object.entries(f.look.fields!).find(([k, g]) => names.slice(2).some(n => n === k || g.api?.includes(n)))
      if (inner && raw[name]?.[names[1]]) return [`${name}.${names[1]}.${inner[0]}`, { message: plainly(e), wrong: wrongRows(e, raw[name][names[1]]) }]
    }
  }
  for (const n of [...names].reverse()) {
    const hit = shown.find(([name, f]) => name === n || f.api?.includes(n))
    if (hit) return [hit[0], { message: plainly(e), wrong: wrongRows(e, raw) }]
  }
  const data = e.rows.length ? shown.filter(([, f]) => f.kind === 'data') : []
  return data.length === 1 ? [data[0]![0], { message: plainly(e), wrong: wrongRows(e, raw) }] : undefined
}

/** The rows that an error names; the position in a list becomes the line where it was entered. */
export function wrongRows(e: IromathError, raw: any): WrongRow[] | undefined {
  const entered = Object.values(raw ?? {}).filter(v => typeof (v as Data | null)?.text === 'string') as Data[]
  const lines = entered.length === 1 ? linesOf(entered[0]!) : []
  return e.rows.length === 0 ? undefined : e.rows.map(r => ({ line: r.line ?? lines[(r.position ?? 0) - 1] ?? r.position, column: r.field ?? r.id, value: r.value, rule: r.message }))
}

/** What a page itself finds wrong with a field. */
export const fault = (field: string, message: string, rows?: { line?: number; value?: string; message: string }[]) =>
  new IromathError({ code: 'page.entry', field, message, ...(rows && { rows }) })
