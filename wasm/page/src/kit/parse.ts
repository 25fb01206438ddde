// What people type, made into what the library takes. Nothing here goes through floating point.

export type Parsed<V> = { value: V } | { error: string }

/** Whole numbers with or without thousands commas. */
export function parseInteger(text: string, min = 0, max = Number.MAX_SAFE_INTEGER): Parsed<number> {
  const t = text.trim()
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)$/.test(t)) return { error: 'Enter a whole number, such as 10,000' }
  const value = Number(t.replaceAll(',', ''))
  if (!Number.isSafeInteger(value) || value < min || value > max) {
    return { error: `Enter a whole number ${range(min.toLocaleString('en-US'), max < Number.MAX_SAFE_INTEGER ? max.toLocaleString('en-US') : undefined)}` }
  }
  return { value }
}

const range = (min?: string, max?: string) =>
  min !== undefined && max !== undefined ? `from ${min} to ${max}` : min !== undefined ? `of at least ${min}` : `of at most ${max}`

const PLAIN = /^([+-]?)\$?([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)$/

/** An amount or another decimal: dollar sign, thousands commas, a minus sign or parentheses; the result is plain. */
export function parseDecimal(text: string): string | undefined {
  let t = text.trim(), negative = false
  if (t.startsWith('(') && t.endsWith(')')) {
    negative = true
    t = t.slice(1, -1).trim()
  }
  const m = PLAIN.exec(t)
  if (!m || (m[1] && m[2]) || (negative && (m[1] || m[2]))) return undefined
  negative ||= m[1] === '-' || m[2] === '-'
  let digits = m[3]!.replaceAll(',', '')
  if (digits.startsWith('.')) digits = '0' + digits
  if (digits.endsWith('.')) digits = digits.slice(0, -1)
  return (negative ? '-' : '') + digits
}

/** A civil date, as 2026-11-22 or 11/22/2026; the result is the first form. */
export function parseDate(text: string): string | undefined {
  const t = text.trim()
  let m = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(t)
  let year, month, day
  if (m) [, year, month, day] = m
  else if ((m = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(t))) [, month, day, year] = m
  else return undefined
  const [y, mo, d] = [Number(year), Number(month), Number(day)]
  const days = [31, y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  if (mo < 1 || mo > 12 || d < 1 || d > days[mo - 1]!) return undefined
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
}
