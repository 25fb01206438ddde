// What survives a reload: parameters only, in the fragment of the address (which browsers do not send) and, until the tab is
// closed, in sessionStorage. Data never: fields that hold it are left out here and nowhere else, so this is the place to check.

import { blanks, type Field, type Fields, type Raws } from './fields.ts'

const EXAMPLE_ROWS = 'rows'

/** The parameters of a form as a query. */
export function toQuery<F extends Fields>(fields: F, raw: Raws<F>): string {
  const q = new URLSearchParams()
  for (const [name, field] of Object.entries(fields)) {
    const value = raw[name] as any
    if (field.data) continue
    if (field.kind === 'rows') {
      const kept = (value as any[]).map(r => parameters(field.look.fields!, r))
      if (Object.keys(field.look.fields!).some(k => !field.look.fields![k]!.data)) q.set(name, JSON.stringify(kept))
    } else if (field.kind === 'checkbox' ? value !== field.initial : value !== field.initial || field.kind === 'choice') q.set(name, String(value))
  }
  // Not the rows themselves, only that all of them are those of the example.
  const data = Object.entries(fields).filter(([name, f]) => f.kind === 'data' && (!f.when || f.when(raw)) && !(f.optional && !raw[name]))
  if (data.length > 0 && data.every(([name]) => (raw[name] as any)?.example)) q.set(EXAMPLE_ROWS, 'example')
  return q.toString()
}

function parameters(fields: Fields, row: any): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, f]) => !f.data).map(([k]) => [k, row[k]]))
}

/** The form of a query, over the blank form; example rows come from the example. */
export function fromQuery<F extends Fields>(fields: F, query: string, example: Partial<Raws<F>>): Raws<F> {
  const q = new URLSearchParams(query)
  const raw = blanks(fields) as Record<string, unknown>
  for (const [name, field] of Object.entries(fields) as [string, Field<any, any>][]) {
    if (field.data) {
      if (field.kind === 'data' && q.get(EXAMPLE_ROWS) === 'example' && example[name]) raw[name] = example[name]
      continue
    }
    const text = q.get(name)
    if (text === null) continue
    if (field.kind === 'checkbox') raw[name] = text === 'true'
    else if (field.kind !== 'rows') raw[name] = text.slice(0, 10000)
    else {
      const list = rowsOf(text)
      if (list) raw[name] = list.map(r => ({ ...blanks(field.look.fields!), ...clean(field.look.fields!, r) }))
    }
  }
  return raw as Raws<F>
}

/** A link can hold anything: only what the fields know is taken. */
function clean(fields: Fields, row: any): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([k, f]) => !f.data && typeof row?.[k] === typeof f.initial && f.initial !== null).map(([k]) => [k, row[k]]))
}

function rowsOf(text: string): any[] | undefined {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.length <= 1000 ? list : undefined
  } catch {
    return undefined
  }
}

const key = (id: string) => 'iromath ' + id

export function saveDraft(id: string, query: string): void {
  try {
    sessionStorage.setItem(key(id), query)
  } catch {
    // A browser may have storage switched off: the address still has the parameters.
  }
}

export function draft(id: string): string | undefined {
  try {
    return sessionStorage.getItem(key(id)) ?? undefined
  } catch {
    return undefined
  }
}

export function dropDraft(id: string): void {
  try {
    sessionStorage.removeItem(key(id))
  } catch { /* as above */ }
}
