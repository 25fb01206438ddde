// Classes of values, for a picture of how they lie.

import { type ChartBlock } from './blocks.ts'
import { count, plural } from './format.ts'
import { tick } from './scale.ts'

/** A histogram of amounts in 6 to 14 classes of a round width, each from its low value up to, but not including, its high one. */
export function histogram(values: readonly string[], title: string, axis: string, things: [string, string] = ['item', 'items']): ChartBlock {
  const v = values.map(Number)
  let low = Infinity, high = -Infinity
  for (const x of v) { if (x < low) low = x; if (x > high) high = x }
  const raw = (high - low) / Math.max(6, Math.min(14, Math.ceil(Math.log2(v.length || 1)) + 2)) || 1
  const power = 10 ** Math.floor(Math.log10(raw))
  const width = [1, 2, 2.5, 5, 10].map(m => m * power).find(s => s >= raw * 0.999)!
  const first = Math.floor(low / width), n = Math.floor(high / width) - first + 1
  const edge = (i: number) => Number(((first + i) * width).toPrecision(12))
  const counts: number[] = new Array(n).fill(0)
  for (const x of v) {
    // Floating-point division can miss an edge by one class.
    let i = Math.floor(x / width) - first
    if (i + 1 < n && x >= edge(i + 1)) i++
    else if (i > 0 && x < edge(i)) i--
    counts[i]!++
  }
  const points = counts.map((value, i) => ({ value, low: edge(i), high: edge(i + 1) }))
  const top = points.reduce((a, b) => (b.value > a.value ? b : a), points[0]!)
  const name = (p: (typeof points)[number]) => `${tick(p.low, 'dollars')} to under ${tick(p.high, 'dollars')}`
  return {
    kind: 'histogram', title, points, x: { title: axis, unit: 'dollars' }, y: { title: things[1].replace(/^./, c => c.toUpperCase()), unit: 'count' },
    alternative: `${plural(v.length, ...things)} in ${plural(n, 'class', 'classes')} of ${tick(width, 'dollars')}; the fullest, ${name(top)}, has ${count(top.value)}.`,
    table: { columns: [{ title: axis }, { title: things[1].replace(/^./, c => c.toUpperCase()), figures: true }], rows: points.map(p => [name(p), count(p.value)]) },
  }
}
