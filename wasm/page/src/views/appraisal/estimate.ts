// An estimate with its limits as blocks: of dollars, of numbers of items, or of a share of them.

import { count, decimal, inPercent, money, percent, round, shift, tableOf, type Block, type TableBlock, type Unit, type Warning } from '../../kit/index.ts'

interface Confidence { level: string; distribution: string; percentile: string; lowerLimit: string; upperLimit: string }
export interface Interval extends Confidence { precisionAmount: string; precisionPercent: string }
export interface Estimate { pointEstimate: string; standardError: string; intervals: Interval[]; oneSided?: Confidence[]; warnings?: Warning[] }

/** How an estimate is written. */
export interface Measure {
  unit: Unit
  axis: string
  show(v: string): string
  /** Shorter, where there is little room. */
  rough(v: string): string
  /** For a place in a chart. */
  place(v: string): string
}
export const DOLLARS: Measure = { unit: 'dollars', axis: 'Total of the universe', show: v => money(v), rough: v => money(v, 0), place: v => v }
const whole = (v: string) => count(round(v, 0))
export const ITEMS: Measure = { unit: 'count', axis: 'Items of the universe', show: whole, rough: whole, place: v => v }
/** A share in percent with as many places as the printouts of a design have. */
export const share = (places: number): Measure => ({ unit: 'percent', axis: 'Share of the universe', show: v => percent(v, places), rough: v => percent(v, 1), place: v => shift(v, 2) })

/** The interval that is shown first. */
export const best = <I extends { level: string }>(intervals: readonly I[]): I | undefined => intervals.find(i => i.level === '0.9') ?? intervals[0]

/** "With 95% confidence from $1 to $2." */
export function spoken(e: Estimate, m: Measure): string {
  const i = e.intervals.at(-1)
  return i ? ` With ${percent(i.level)} confidence from ${m.show(i.lowerLimit)} to ${m.show(i.upperLimit)}.` : ''
}

/** What a reader looks for first, and the warnings. */
export function headline(e: Estimate, m: Measure, label: string): Block[] {
  const i = best(e.intervals)
  const blocks: Block[] = [{
    figures: [
      { label, value: m.show(e.pointEstimate), note: 'point estimate' },
      ...(i ? [
        { label: `Lower limit, ${percent(i.level)} two-sided`, value: m.show(i.lowerLimit) },
        { label: `Upper limit, ${percent(i.level)} two-sided`, value: m.show(i.upperLimit) },
        { label: `Precision at ${percent(i.level)}`, value: inPercent(i.precisionPercent), note: `± ${m.show(i.precisionAmount)}` },
      ] : []),
    ],
  }]
  if (e.warnings?.length) blocks.push({ warnings: e.warnings })
  return blocks
}

/** The limits as a table and a chart, and the one-sided ones. */
export function limits(e: Estimate, m: Measure, caption = 'Two-sided confidence intervals of the total'): Block[] {
  const blocks: Block[] = []
  const first = best(e.intervals)
  if (first) {
    blocks.push({ table: intervals(e, m, caption) }, {
      chart: {
        kind: 'intervals', title: 'Estimate with its limits', x: { title: m.axis, unit: m.unit },
        alternative: `The point estimate of ${m.rough(e.pointEstimate)} with ${e.intervals.map(i => `its ${percent(i.level)} limits ${m.rough(i.lowerLimit)} and ${m.rough(i.upperLimit)}`).join(', ')}.`,
        points: e.intervals.map(i => ({ label: percent(i.level), value: m.place(e.pointEstimate), low: m.place(i.lowerLimit), high: m.place(i.upperLimit), marked: i === first })),
        table: {
          columns: ['Confidence', 'Lower limit', 'Point estimate', 'Upper limit'].map((title, i) => ({ title, figures: i > 0 })),
          rows: e.intervals.map(i => [percent(i.level), m.show(i.lowerLimit), m.show(e.pointEstimate), m.show(i.upperLimit)]),
        },
      },
    })
  }
  if (e.oneSided?.length) {
    blocks.push({
      table: tableOf('One-sided limits (each holds alone)', e.oneSided, [
        ['Confidence', o => percent(o.level)], ['Lower limit', o => m.show(o.lowerLimit)], ['Upper limit', o => m.show(o.upperLimit)], [percentileOf(e.oneSided), o => decimal(o.percentile, 6)],
      ]),
    })
  }
  return blocks
}

export function intervals(e: Estimate, m: Measure, caption: string, percentile = true): TableBlock {
  return tableOf(caption, e.intervals, [
    ['Confidence', i => percent(i.level)], ['Lower limit', i => m.show(i.lowerLimit)], ['Upper limit', i => m.show(i.upperLimit)],
    ['Precision amount', i => m.show(i.precisionAmount)], ['Precision', i => inPercent(i.precisionPercent)],
    ...(percentile ? [[percentileOf(e.intervals), (i: Interval) => decimal(i.percentile, 6)] as const] : []),
  ])
}
const percentileOf = (list: readonly Confidence[]) => (list.some(i => i.distribution === 't') ? 't-value' : 'z-value')
