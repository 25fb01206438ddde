// Places on an axis. Charts are pictures: here, and only here, decimals become floating-point numbers.

import { count, money } from './format.ts'
import { type Unit } from './blocks.ts'

export interface Scale { at(v: number): number; ticks: number[]; low: number; high: number }

/** A scale over low to high that begins and ends at a tick, with about steps steps. */
export function scale(low: number, high: number, from: number, to: number, steps: number, unit?: Unit): Scale {
  if (!(high > low)) [low, high] = low === 0 ? [0, 1] : [Math.min(low, 0), Math.max(high, 0) || 1]
  const raw = (high - low) / Math.max(1, steps)
  const power = 10 ** Math.floor(Math.log10(raw))
  let step = [1, 2, 2.5, 5, 10].map(m => m * power).find(s => s >= raw * 0.999)!
  if (unit === 'count') step = Math.max(1, Math.ceil(step))
  const first = Math.floor(low / step + 1e-9), last = Math.ceil(high / step - 1e-9)
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
  const lo = ticks[0]!, hi = ticks.at(-1)!
  return { low: lo, high: hi, ticks, at: v => from + ((v - lo) / (hi - lo)) * (to - from) }
}

/** A figure at a tick, short: $250K, $1.25M. */
export function tick(v: number, unit: Unit): string {
  if (unit === 'percent') return trim(v) + '%'
  if (unit === 'count') return Math.abs(v) >= 1e6 ? trim(v / 1e6) + 'M' : count(trim(v))
  const a = Math.abs(v), sign = v < 0 ? '−' : ''
  if (a >= 1e9) return `${sign}$${trim(a / 1e9)}B`
  if (a >= 1e6) return `${sign}$${trim(a / 1e6)}M`
  if (a >= 1e4) return `${sign}$${trim(a / 1e3)}K`
  return sign + '$' + count(Number.isInteger(a) ? String(a) : a.toFixed(2))
}

const trim = (v: number) => String(Number(v.toPrecision(6)))

/** A value beside its mark. */
export const label = (v: string | number, unit: Unit): string =>
  unit === 'dollars' ? money(String(v), 0) : unit === 'percent' ? trim(Number(v)) + '%' : count(String(v))
