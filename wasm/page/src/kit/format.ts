// Decimals as people read them. The library sends decimals as strings and they stay strings here: rounding is done on
// digits, half away from zero, as the printouts do it.

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/

/** Rounds a decimal to places, half away from zero; what is no decimal comes back as it is. */
export function round(value: string, places: number): string {
  const m = DECIMAL.exec(value)
  if (!m || !(m[2] || m[3])) return value
  const fraction = (m[3] ?? '').padEnd(places + 1, '0')
  let digits = BigInt(m[2] + fraction.slice(0, places) || '0')
  if (fraction[places]! >= '5') digits++
  const text = digits.toString().padStart(places + 1, '0')
  const sign = m[1] === '-' && digits !== 0n ? '-' : ''
  return sign + (places ? text.slice(0, -places) + '.' + text.slice(-places) : text)
}

/** Shifts the decimal point by places to the right (to the left where negative), without loss: shift("0.9", 2) is "90". */
export function shift(value: string, places: number): string {
  const m = DECIMAL.exec(value)
  if (!m || !(m[2] || m[3])) return value
  let whole = m[2] ?? '', fraction = m[3] ?? ''
  if (places >= 0) {
    fraction = fraction.padEnd(places, '0')
    whole += fraction.slice(0, places)
    fraction = fraction.slice(places)
  } else {
    whole = whole.padStart(-places, '0')
    fraction = whole.slice(places) + fraction
    whole = whole.slice(0, places)
  }
  whole = whole.replace(/^0+(?=\d)/, '') || '0'
  fraction = fraction.replace(/0+$/, '')
  const sign = m[1] === '-' && /[1-9]/.test(whole + fraction) ? '-' : ''
  return sign + whole + (fraction ? '.' + fraction : '')
}

function grouped(value: string): string {
  const [whole, fraction] = value.split('.') as [string, string?]
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : '.' + fraction)
}

/** "1234.5" as "$1,234.50". */
export function money(value: string, places = 2): string {
  const r = grouped(round(value, places))
  return r.startsWith('-') ? '-$' + r.slice(1) : '$' + r
}

/** "1234.5678" as "1,234.57". */
export const decimal = (value: string, places = 2): string => grouped(round(value, places))

/** 10000 as "10,000". */
export const count = (value: number | string): string => grouped(String(value))

/** A fraction as percent: "0.9" as "90%", "0.12345" with two places as "12.35%". */
export const percent = (fraction: string, places?: number): string =>
  (places === undefined ? shift(fraction, 2) : round(shift(fraction, 2), places)) + '%'

/** A value that is in percent already: "12.5246" as "12.52%". */
export const inPercent = (value: string, places = 2): string => grouped(round(value, places)) + '%'

/** "1 row", "2 rows". */
export const plural = (n: number, one: string, many = one + 's'): string => `${count(n)} ${n === 1 ? one : many}`

/** The difference of two decimals, exactly. */
export function minus(a: string, b: string): string {
  const places = Math.max(...[a, b].map(v => v.split('.')[1]?.length ?? 0))
  return shift(String(BigInt(shift(a, places)) - BigInt(shift(b, places))), -places)
}
