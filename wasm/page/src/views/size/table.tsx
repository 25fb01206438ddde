// What the sample sizes share: what is wanted, the table of sizes by level and precision, the curve, and the way to the draw.

import {
  checkbox, choice, compare, count, decimal, inPercent, levels, money, percent, plural, shift,
  type Block, type ChartBlock, type Point, type TableBlock, type Warning,
} from '../../kit/index.ts'

export interface Cell { level: string; precision: string; size: number; roundedDown?: boolean; empty?: string; full?: boolean; raised?: boolean }
export interface Sizes { levels: string[]; precisions: string[]; rows: Cell[][] }
export interface Expected {
  size: number; level: string; distribution: string; degreesOfFreedom: string; percentile: string; precisionAmount?: string; precision?: string
}

export const LEVELS = '80,90,95,99'
export const levelField = (more?: { hint?: string }) => levels({ label: 'Confidence levels', choices: ['80', '90', '95', '99'], initial: LEVELS, api: ['level'], ...more })

/** What is wanted of a sample of dollars. */
export const wanted = {
  levels: levelField(),
  precisions: levels({
    label: 'Precisions', choices: ['1', '2', '5', '10', '15', '25'], initial: '1,2,5,10,15,25', api: ['precision'],
    hint: 'How far the limits may be from the point estimate, in percent of it.',
  }),
  oneSided: checkbox({
    label: 'One-sided levels', more: true,
    hint: 'The level is that of one limit, not of an interval: 95% one-sided takes the percentile of 90% two-sided. RAT-STATS has two-sided levels only.',
  }),
}

export const curveBy = choice({
  label: 'The curve takes', more: true, hint: 't is what the appraisal of the sample will use; z is what the table of sizes rests on.',
  options: [{ value: 'z', label: 'z, as the table' }, { value: 't', label: 't, as the appraisal' }],
})

/** The cell that answers what agreements ask for most: 90% confidence and 25% precision, or else the coarsest precision. */
export function asked(t: Sizes): Cell {
  const column = Math.max(0, t.levels.indexOf('0.9'))
  const row = t.precisions.indexOf('0.25')
  return t.rows[row < 0 ? t.rows.length - 1 : row]![column]!
}

const EMPTY: Record<string, string> = {
  nothing_varies: 'nothing varies, so that the formula gives no size',
  rounds_to_zero: 'the formula gives less than half a unit',
  out_of_reach: 'not even the whole universe would do',
}
export const whyEmpty = (empty?: string) => EMPTY[empty ?? ''] ?? 'there is no size'

/** A size with its marks, as RAT-STATS prints them. */
export function sized(c: { size: number; full?: boolean; raised?: boolean; empty?: string }): string {
  if (c.size === 0) return '---'
  return count(c.size) + (c.size < 30 ? ' (*)' : '') + (c.full ? ' (#)' : '') + (c.raised ? ' (min)' : '')
}

/** The table of sizes, and what its marks and its empty cells mean. */
export function sizeTable(t: Sizes, caption: string, row: string, rowNames?: string[]): Block[] {
  return [{ table: sizesOf(t, caption, row, rowNames) }, ...marks(t.rows.flat())]
}

export const sizesOf = (t: Sizes, caption: string, row: string, rowNames: string[] = t.precisions.map(p => percent(p))): TableBlock => ({
  caption, columns: [{ title: row }, ...t.levels.map(l => ({ title: percent(l), figures: true }))],
  rows: t.rows.map((cells, i) => [rowNames[i]!, ...cells.map(sized)]),
})

/** Warnings, without the one that stands beside its mark. */
export const warned = (warnings?: Warning[]): Block[] => {
  const rest = (warnings ?? []).filter(w => w.code !== 'small_size')
  return rest.length ? [{ warnings: rest }] : []
}

/** What marks and empty cells mean, of those that occur. */
export function marks(cells: { size: number; full?: boolean; raised?: boolean; empty?: string }[]): Block[] {
  const list = [
    ...(cells.some(c => c.size > 0 && c.size < 30) ? ['(*) Under 30: what the formula gives, not a recommended minimum.'] : []),
    ...(cells.some(c => c.full) ? ['(#) The stratum is drawn in full; what was above its universe went to the other strata.'] : []),
    ...(cells.some(c => c.raised) ? ['(min) Raised to the minimum of a stratum.'] : []),
    ...[...new Set(cells.filter(c => c.size === 0).map(c => c.empty))].map(e => `--- No size: ${whyEmpty(e)}.`),
  ]
  return list.length ? [{ list }] : []
}

/** Sizes for a curve around the one that is asked for, closer where it is steep. */
export function curveSizes(universe: number, size: number, points = 16): number[] {
  const high = Math.min(universe, Math.max(60, Math.ceil(2.5 * size))), low = Math.max(2, Math.round(high / 20))
  const out = Array.from({ length: points }, (_, i) => Math.round(low * (high / low) ** (i / (points - 1))))
  if (size > low && size < high) out.push(size)
  return [...new Set(out)].filter(n => n >= 2 && n <= universe).sort((a, b) => a - b)
}

interface CurveOptions {
  title: string
  y: string
  /** The share that is wanted, a fraction, and its name. */
  target?: { value: string; label: string }
  /** The size and level that are asked for. */
  mark?: { size: number; level: string }
  level?: (level: string) => string
  /** What there is to see, where the curve does not fall: the first and the last size with their shares. */
  words?: (first: string, last: string) => string
}

/** The curve of a share (a fraction) against the size, one for each level. */
export function curve(points: { size: number; level: string; share?: string }[], o: CurveOptions): Block[] {
  const named = o.level ?? (l => percent(l))
  const all = [...new Set(points.map(p => p.level))]
  // The level that is asked for comes first: its line is the plain one.
  const order = o.mark && all.includes(o.mark.level) ? [o.mark.level, ...all.filter(l => l !== o.mark!.level)] : all
  const of = (level: string): Point[] => points.filter(p => p.level === level && p.share !== undefined).map(p => ({
    low: p.size, value: shift(p.share!, 2), ...(o.mark?.size === p.size && o.mark.level === level && { marked: true, label: count(p.size) }),
  }))
  const [first, ...others] = order.slice(0, 4)
  if (first === undefined || of(first).length < 2) return []
  const ends = of(first)
  const end = (p: Point) => `${inPercent(String(p.value))} with ${plural(Number(p.low), 'unit')}`
  const [from, to] = [end(ends[0]!), end(ends.at(-1)!)]
  const chart: ChartBlock = {
    kind: 'curve', title: o.title, x: { title: 'Sample size', unit: 'count' }, y: { title: o.y, unit: 'percent' },
    alternative: o.words?.(from, to) ?? `At ${named(first)} it falls from ${from} to ${to}${o.mark && o.target ? `; ${o.target.label} takes ${count(o.mark.size)}` : ''}.`,
    name: named(first), points: ends, others: others.map(l => ({ name: named(l), points: of(l) })),
    ...(o.target && { target: { value: shift(o.target.value, 2), label: o.target.label } }),
    table: {
      columns: [{ title: 'Sample size' }, ...all.map(l => ({ title: named(l), figures: true }))],
      rows: [...new Set(points.map(p => p.size))].map(n => [count(n), ...all.map(l => {
        const share = points.find(p => p.size === n && p.level === l)?.share
        return share === undefined ? 'none' : inPercent(shift(share, 2))
      })]),
    },
  }
  return [{ chart }]
}

/** The expected precision of sizes. */
export function expectedTable(list: Expected[], caption: string): TableBlock {
  return {
    caption, columns: ['Confidence', 'Precision amount', 'Precision', 'Percentile'].map((title, i) => ({ title, figures: i > 0 })),
    rows: list.map(e => [percent(e.level), e.precisionAmount === undefined ? 'none' : money(e.precisionAmount), e.precision === undefined ? 'none' : percent(e.precision, 2), `${e.distribution} ${decimal(e.percentile, 6)}`]),
  }
}

/** The way on to the numbers, with what is known of them. */
export function next(universe: number, size: number, probe = 0): Block {
  const more = size - probe
  const to = (q: Record<string, number>) => '#/random/single?' + new URLSearchParams(Object.entries(q).map(([k, v]) => [k, String(v)])).toString()
  return {
    element: <p class="no-print next">Next step: {probe > 0 && more > 0
      ? <>the {count(probe)} units of the probe sample are kept and <a href={to({ low: 1, high: universe, size: probe, more })}>{count(more)} are drawn on</a> with the same seed, or <a href={to({ low: 1, high: universe, size })}>{count(size)} are drawn afresh</a>.</>
      : <><a href={to({ low: 1, high: universe, size })}>draw the random numbers of {plural(size, 'unit')}</a>.</>}</p>,
  }
}

/** What was paid less what was right, digit by digit; an underpaid claim counts as zero. */
export function overpaid(paid: string, correct: string): string {
  if (compare(paid, correct) <= 0) return '0'
  const places = Math.max(...[paid, correct].map(t => t.split('.')[1]?.length ?? 0))
  const whole = (t: string) => BigInt(shift(t, places))
  return shift(String(whole(paid) - whole(correct)), -places)
}
