// Appraisals of dollars of one or two kinds of value: the main section, and those beside it.

import { count, decimal, histogram, inPercent, money, tableOf, type Block, type ChartBlock } from '../../kit/index.ts'
import { DOLLARS, intervals, type Estimate } from './estimate.ts'
import { type Kind } from './options.ts'

export interface Section extends Estimate { kind: Kind }
type Sectioned<S> = S & { examinedSection?: S; auditedSection?: S }

/** All sections, the main one first. */
export function sections<S extends Section>(r: Sectioned<S>): S[] {
  const { examinedSection, auditedSection, ...main } = r
  return [main as S, ...[examinedSection, auditedSection].filter(s => s !== undefined)]
}

export const KINDS: Record<Kind, string> = { examined: 'Examined', audited: 'Audited', difference: 'Difference' }
export const estimated = (kind?: Kind) => (kind === undefined ? 'Estimated total of the universe' : { difference: 'Estimated overpayment in the universe', examined: 'Estimated examined total', audited: 'Estimated audited total' }[kind])

export const valuesChart = (values: readonly string[], kind: Kind): ChartBlock =>
  histogram(values, kind === 'difference' ? 'Overpayments in the sample' : `${KINDS[kind]} values in the sample`, kind === 'difference' ? 'Overpayment' : KINDS[kind])

/** The limits of the kinds of value beside the main one. */
export const besides = (rest: readonly Section[]): Block[] => rest.filter(s => s.intervals.length > 0)
  .map(s => ({ table: intervals(s, DOLLARS, `${KINDS[s.kind]}: point estimate ${money(s.pointEstimate)}, with limits`, false) }))

/** The sizes of the stages of a sample, and how much of the variance each adds. */
export function stages(sizes: readonly { universe: number; sampleSize: number }[], variances: readonly string[] = []): Block {
  return {
    table: tableOf('Stages of the sample', sizes, [
      ['Stage', (_, i) => `${i + 1}: ${i === 0 ? 'primary units' : i === sizes.length - 1 ? 'items' : 'secondary units'}`],
      ['In the universe or the units drawn', s => count(s.universe)], ['Drawn', s => count(s.sampleSize)],
      ...(variances.length === sizes.length ? [['Share of the variance', (_: unknown, i: number) => shareOf(variances[i]!, variances)] as const] : []),
    ]),
  }
}

/** What the parts of a variance are. */
export const variance = (parts: readonly (readonly [string, string])[]): Block =>
  ({ rows: parts.map(([label, v]) => ({ label: `Variance ${label}`, value: decimal(v, 0), note: shareOf(v, parts.map(p => p[1])) })) })

function shareOf(part: string, all: readonly string[]): string {
  const sum = all.reduce((a, v) => a + Number(v), 0)
  return sum > 0 ? inPercent(((100 * Number(part)) / sum).toFixed(3), 1) : 'none'
}

export const nameOf = (what: string) => (x: { name?: string }, i: number) => x.name || `${what} ${i + 1}`
