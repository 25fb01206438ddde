// Fields of a form, declared: what they are called, how their text becomes a value, and whether it may be kept.

import { readColumns, type Columns, type Data, type Table, type WrongRow } from './columns.ts'
import { count, plural, shift } from './format.ts'
import { parseDate, parseDecimal, parseInteger, type Parsed } from './parse.ts'

/** What every field takes. */
export interface Common {
  label: string
  /** A sentence below the label; it may depend on what the form has. */
  hint?: string | ((form: any) => string)
  /** May be left empty: its value is undefined then. */
  optional?: boolean
  /** Asked only when this holds for what the form has; its value is undefined otherwise. */
  when?: (raw: any) => boolean
  /** Data is never stored and never in a link. Areas for rows are data always. */
  data?: boolean
  /** Names in requests whose errors belong to this field, beside its own. */
  api?: string[]
  /** Fields of one group stand together under its title. */
  group?: string
  /** Stands under "More options". */
  more?: boolean
}

export interface Checked<V> { value?: V; error?: string; wrong?: WrongRow[] }

export interface Field<Raw, Value> extends Common {
  kind: 'text' | 'choice' | 'checkbox' | 'levels' | 'date' | 'data' | 'file' | 'files' | 'rows' | 'area'
  initial: Raw
  /** Checks what was entered and makes a value of it. */
  check(raw: Raw, form: any): Checked<Value>
  /** The entry as the workpaper states it. */
  show(raw: Raw, form: any): string
  /** How it looks. */
  look: Look
  /** Only with type inference. */
  _value?: Value
}

export interface Look {
  inputMode?: 'text' | 'numeric' | 'decimal'
  prefix?: string
  suffix?: string
  width?: 'short' | 'medium' | 'long'
  rows?: number
  mono?: boolean
  options?: readonly Option[]
  as?: 'radio' | 'across' | 'select'
  columns?: (form: any) => Columns
  fields?: Fields
  item?: string
  min?: number
  max?: number
  placeholder?: string
  accept?: string
  suggestions?: readonly string[]
}
export interface Option { value: string; label: string; hint?: string }

export type Fields = Record<string, Field<any, any>>
export type Raws<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer R, any> ? R : never }
export type Values<F extends Fields> = { [K in keyof F]: F[K] extends Field<any, infer V> ? V : never }
type Maybe<O, V> = O extends { optional: true } | { when: (...args: any) => boolean } ? V | undefined : V

interface TextOptions extends Common {
  initial?: string
  width?: Look['width']
  /** A pattern for the whole text, and what to say where it does not fit. */
  pattern?: RegExp
  says?: string
  maxLength?: number
}

function typed<V>(o: Common & { initial?: string }, look: Look, parse: (text: string) => Parsed<V>, show?: (text: string) => string): Field<string, any> {
  return {
    ...o, kind: 'text', initial: o.initial ?? '', look,
    check: raw => (raw.trim() === '' ? (o.optional ? {} : { error: demand(o.label) }) : parse(raw)),
    show: raw => (raw.trim() === '' ? 'none' : show ? show(raw.trim()) : raw.trim()),
  }
}

/** "Enter the universe", "Say what happened". */
const demand = (label: string) => (/^(what|who|how)\b/i.test(label) ? 'Say ' : 'Enter the ') + label.charAt(0).toLowerCase() + label.slice(1)

export function text<const O extends TextOptions>(o: O): Field<string, Maybe<O, string>> {
  return typed(o, { width: o.width ?? 'long' }, t => {
    if (o.pattern && !o.pattern.test(t.trim())) return { error: o.says ?? 'This does not have the right form' }
    if (o.maxLength && t.length > o.maxLength) return { error: `Enter at most ${o.maxLength} characters` }
    return { value: t.trim() }
  })
}

/** A longer text of some lines. */
export function area<const O extends TextOptions & { rows?: number; mono?: boolean }>(o: O): Field<string, Maybe<O, string>> {
  return { ...(text(o) as Field<string, any>), kind: 'area', look: { rows: o.rows ?? 4, mono: o.mono } }
}

/** A whole number; thousands commas are allowed. */
export function integer<const O extends Common & { initial?: string; min?: number; max?: number; suffix?: string }>(o: O): Field<string, Maybe<O, number>> {
  return typed(o, { inputMode: 'numeric', width: 'short', suffix: o.suffix }, t => parseInteger(t, o.min ?? 0, o.max),
    t => { const v = parseInteger(t); return 'value' in v ? count(v.value) : t })
}

interface DecimalOptions extends Common { initial?: string; min?: string; max?: string }

function bounded(o: DecimalOptions, t: string, what: string): Parsed<string> {
  const value = parseDecimal(t)
  if (value === undefined) return { error: `Enter ${what}` }
  if (o.min !== undefined && compare(value, o.min) < 0) return { error: `Enter at least ${o.min}` }
  if (o.max !== undefined && compare(value, o.max) > 0) return { error: `Enter at most ${o.max}` }
  return { value }
}

/** An amount in dollars: a string from end to end. */
export function dollars<const O extends DecimalOptions>(o: O): Field<string, Maybe<O, string>> {
  return typed(o, { inputMode: 'decimal', width: 'short', prefix: '$' }, t => bounded(o, t, 'an amount, such as 1,234.50'),
    t => { const v = parseDecimal(t); return v === undefined ? t : (v.startsWith('-') ? '-$' + count(v.slice(1)) : '$' + count(v)) })
}

/** Any decimal number, as a string. */
export function decimalNumber<const O extends DecimalOptions & { suffix?: string }>(o: O): Field<string, Maybe<O, string>> {
  return typed(o, { inputMode: 'decimal', width: 'short', suffix: o.suffix }, t => bounded(o, t, 'a number, such as 12.5'))
}

/** A rate or level that is typed in percent; its value is the fraction: "90" is "0.9". */
export function percentage<const O extends DecimalOptions & { suggestions?: readonly string[] }>(o: O): Field<string, Maybe<O, string>> {
  return typed(o, { inputMode: 'decimal', width: 'short', suffix: '%', suggestions: o.suggestions }, t => {
    const v = bounded({ ...o, min: o.min ?? '0', max: o.max ?? '100' }, t.replace(/%\s*$/, ''), 'a percentage, such as 90')
    return 'value' in v ? { value: shift(v.value, -2) } : v
  }, t => t.replace(/\s*%?$/, '%'))
}

/** Confidence levels or other rates in percent: some to tick, others to type. The raw value is "80,90"; values are fractions. */
export function levels<const O extends Common & { initial?: string; choices: readonly string[]; min?: string }>(o: O): Field<string, string[]> {
  const list = (raw: string) => raw.split(/[,;\s]+/).filter(t => t !== '')
  return {
    ...o, kind: 'levels', initial: o.initial ?? '', look: { options: o.choices.map(value => ({ value, label: value + '%' })) },
    check(raw) {
      const out: string[] = []
      for (const t of list(raw)) {
        const v = parseDecimal(t.replace(/%$/, ''))
        if (v === undefined || compare(v, o.min ?? '0') < 0 || compare(v, '0') <= 0 || compare(v, '100') >= 0) {
          return { error: `Enter percentages ${o.min ? `from ${o.min} to` : 'between 0 and'} 100 (not 100 itself): “${t}” is none` }
        }
        out.push(shift(v, -2))
      }
      if (out.length === 0 && !o.optional) return { error: 'Choose at least one, or enter another' }
      return { value: out.sort(compare).filter((v, i, all) => v !== all[i - 1]) }
    },
    show: raw => list(raw).map(t => t.replace(/%?$/, '%')).join(', ') || 'none',
  }
}

/** A seed, kept as it is printed. */
export function seed<const O extends TextOptions>(o: O): Field<string, Maybe<O, string>> {
  return typed(o, { inputMode: 'decimal', width: 'medium', mono: true }, t => {
    if (o.pattern && !o.pattern.test(t.trim())) return { error: o.says ?? 'Enter a seed number, such as 48863.78' }
    return { value: t.trim() }
  })
}

/** A civil date; its value is "2026-11-22". */
export function date<const O extends Common & { initial?: string }>(o: O): Field<string, Maybe<O, string>> {
  return {
    ...typed(o, { width: 'medium' }, t => {
      const value = parseDate(t)
      return value === undefined ? { error: 'Enter a date, such as 11/22/2026' } : { value }
    }), kind: 'date',
  }
}

/** One of a few; radio buttons, one below or (across) beside the other, or a list where there are many. */
export function choice<const T extends readonly Option[], const O extends Common>(o: O & { options: T; initial?: T[number]['value']; as?: 'radio' | 'across' | 'select' }): Field<string, Maybe<O, T[number]['value']>> {
  return {
    ...o, kind: 'choice', initial: o.initial ?? o.options[0]?.value ?? '', look: { options: o.options, as: o.as ?? (o.options.length > 4 ? 'select' : 'radio') },
    check: raw => (o.options.some(x => x.value === raw) ? { value: raw as any } : { error: 'Choose one' }),
    show: raw => o.options.find(x => x.value === raw)?.label ?? raw,
  }
}

export function checkbox<const O extends Common>(o: O & { initial?: boolean }): Field<boolean, boolean> {
  return { ...o, kind: 'checkbox', initial: o.initial ?? false, look: {}, check: raw => ({ value: raw === true }), show: raw => (raw ? 'yes' : 'no') }
}

/** Rows that are pasted, typed or dropped, with the columns that are needed of them. Always data. */
export function table<const O extends Common>(o: O & { columns: Columns | ((form: any) => Columns); min?: number; placeholder?: string }): Field<Data | null, Maybe<O, Table>> {
  const columns = typeof o.columns === 'function' ? o.columns : () => o.columns as Columns
  return {
    ...o, data: true, kind: 'data', initial: null, look: { columns, placeholder: o.placeholder },
    check(raw, form) {
      if (!raw || raw.text.trim() === '') return o.optional ? {} : { error: 'Paste rows, type them, or open a file' }
      const wanted = columns(form)
      const { table, wrong, missing, rows } = readColumns(raw, wanted)
      if (missing.length > 0) {
        return { error: `The rows have ${plural(rows.width, 'column')}: choose the column of ${missing.map(id => `“${wanted[id]!.label}”`).join(' and ')}` }
      }
      if (wrong.length > 0) {
        const n = new Set(wrong.map(w => w.line)).size
        return { error: `${plural(n, 'row is', 'rows are')} wrong: correct ${n === 1 ? 'it' : 'them'}, nothing is left out in silence`, wrong }
      }
      if (table!.count < (o.min ?? 1)) return { error: `Enter at least ${plural(o.min ?? 1, 'row')}` }
      return { value: table as any }
    },
    show(raw, form) {
      if (!raw || raw.text.trim() === '') return 'none'
      return plural(readColumns(raw, columns(form)).rows.rows.length, 'row') + (raw.name ? ` of ${raw.name}` : '')
    },
  }
}

/** A text file as it is, which a calculation reads itself. Always data. */
export function textFile<const O extends Common>(o: O & { placeholder?: string; accept?: string }): Field<Data | null, Maybe<O, { text: string; name?: string }>> {
  return {
    ...o, data: true, kind: 'data', initial: null, look: { placeholder: o.placeholder, accept: o.accept },
    check: raw => (!raw || raw.text.trim() === '' ? (o.optional ? {} : { error: 'Paste the text, type it, or open a file' }) : { value: { text: raw.text, name: raw.name } as any }),
    show: raw => (raw ? plural(readLines(raw.text), 'line') + (raw.name ? ` of ${raw.name}` : '') : 'none'),
  }
}

/** A JSON file; its value is what the JSON says. Always data. */
export function jsonFile<const O extends Common>(o: O): Field<Data | null, any> {
  const file = textFile({ ...o, accept: '.json,application/json' })
  return {
    ...file,
    check(raw, form) {
      const read: Checked<any> = file.check(raw, form)
      if (!read.value) return read
      try {
        return { value: JSON.parse(read.value.text) }
      } catch (e) {
        return { error: `This is not JSON: ${(e as Error).message}` }
      }
    },
  }
}

/** Whole numbers, parted by blanks, commas or line ends, such as the numbers of a sample. Always data. */
export function numbers<const O extends Common>(o: O & { min?: number; max?: number; placeholder?: string }): Field<Data | null, Maybe<O, number[]>> {
  return {
    ...o, data: true, kind: 'data', initial: null, look: { placeholder: o.placeholder },
    check(raw) {
      if (!raw || raw.text.trim() === '') return o.optional ? {} : { error: 'Paste the numbers, type them, or open a file' }
      const value: number[] = [], wrong: WrongRow[] = []
      for (const [i, line] of raw.text.split('\n').entries()) {
        for (const t of line.split(/[\s,;]+/)) {
          if (t === '') continue
          const v = parseInteger(t, o.min ?? 0, o.max)
          if ('value' in v) value.push(v.value)
          else wrong.push({ line: i + 1, value: t, rule: 'is not such a number' })
        }
      }
      return wrong.length > 0 ? { error: `${plural(wrong.length, 'entry is', 'entries are')} not whole numbers`, wrong } : { value: value as any }
    },
    show: raw => (raw ? plural(raw.text.split(/[\s,;]+/).filter(t => t !== '').length, 'number') : 'none'),
  }
}

/** A few whole numbers on one line that are parameters, such as the sizes of strata; those of a sample are data: numbers. */
export function integers<const O extends Common & { initial?: string; min?: number }>(o: O): Field<string, Maybe<O, number[]>> {
  return typed(o, { width: 'medium' }, t => {
    const list = t.trim().split(/[\s;]+/).map(n => parseInteger(n, o.min ?? 0))
    const wrong = list.find(v => 'error' in v)
    return wrong && 'error' in wrong ? wrong : { value: list.map(v => ('value' in v ? v.value : 0)) }
  })
}

/** A file that is read as it is, in pieces, however large. Always data. */
export function file<const O extends Common>(o: O & { accept?: string }): Field<File | null, Maybe<O, File>> {
  return {
    ...o, data: true, kind: 'file', initial: null, look: { accept: o.accept },
    check: raw => (raw ? { value: raw as any } : o.optional ? {} : { error: 'Choose a file' }),
    show: raw => raw?.name ?? 'none',
  }
}

/** Several files as they are, those of a folder for instance. Always data. */
export function files<const O extends Common>(o: O): Field<File[] | null, Maybe<O, File[]>> {
  return {
    ...o, data: true, kind: 'files', initial: null, look: {},
    check: raw => (raw?.length ? { value: raw as any } : o.optional ? {} : { error: 'Choose the files' }),
    show: raw => (raw?.length ? plural(raw.length, 'file') : 'none'),
  }
}

export function readLines(text: string): number {
  let n = 0
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) n++
  return n + (text.length > 0 && !text.endsWith('\n') ? 1 : 0)
}

/** Rows of fields that people add and remove, such as strata. */
export function rows<const F extends Fields, const O extends Common>(o: O & { fields: F; item: string; min?: number; max?: number; initial?: Raws<F>[] }): Field<Raws<F>[], Values<F>[]> {
  const blank = () => blanks(o.fields)
  return {
    ...o, kind: 'rows', initial: o.initial ?? Array.from({ length: o.min ?? 1 }, blank), look: { fields: o.fields, item: o.item, min: o.min ?? 1, max: o.max },
    // Errors within a row belong to its fields: see checkForm.
    check: (raw, form) => {
      const value = raw.map(r => checkForm(o.fields, { ...form, ...r }).values as Values<F>)
      return raw.length < (o.min ?? 1) ? { error: `Add ${plural(o.min ?? 1, o.item.toLowerCase())}` } : { value }
    },
    show: (raw, form) => raw.map((r, i) => `${o.item} ${i + 1}: ` + Object.entries(o.fields).filter(([, f]) => !f.when || f.when({ ...form, ...r })).map(([k, f]) => `${f.label} ${f.show((r as any)[k], { ...form, ...r })}`).join(', ')).join('; '),
  }
}

export function blanks<F extends Fields>(fields: F): Raws<F> {
  return Object.fromEntries(Object.entries(fields).map(([k, f]) => [k, f.initial])) as Raws<F>
}

export interface FieldError { message: string; wrong?: WrongRow[] }

/** Checks a form: the values, and the errors by path ("universe", "strata.0.universe"). */
export function checkForm<F extends Fields>(fields: F, raw: Raws<F>, prefix = ''): { values: Values<F>; errors: Map<string, FieldError> } {
  const values: Record<string, unknown> = {}
  const errors = new Map<string, FieldError>()
  for (const [name, field] of Object.entries(fields)) {
    if (field.when && !field.when(raw)) continue
    const r: Checked<unknown> = field.check(raw[name], raw)
    if (r.error !== undefined) errors.set(prefix + name, { message: r.error, wrong: r.wrong })
    else values[name] = r.value
    if (field.kind === 'rows') {
      for (const [i, row] of (raw[name] as any[]).entries()) {
        // A field of a row may ask what the form has around it.
        const inner = checkForm(field.look.fields!, { ...raw, ...row }, `${prefix}${name}.${i}.`)
        for (const [path, e] of inner.errors) errors.set(path, e)
      }
    }
  }
  return { values: values as Values<F>, errors }
}

/** Compares two plain decimals. */
export function compare(a: string, b: string): number {
  const [an, bn] = [a.startsWith('-'), b.startsWith('-')]
  if (an !== bn) return an ? -1 : 1
  const [aw, af = ''] = a.replace(/^[-+]/, '').split('.'), [bw, bf = ''] = b.replace(/^[-+]/, '').split('.')
  const places = Math.max(af.length, bf.length)
  const x = BigInt((aw || '0') + af.padEnd(places, '0')), y = BigInt((bw || '0') + bf.padEnd(places, '0'))
  const c = x < y ? -1 : x > y ? 1 : 0
  return an ? -c : c
}
