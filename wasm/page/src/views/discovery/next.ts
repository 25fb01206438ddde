// What the error rate of a discovery sample calls for.

import { type Result } from '../../client.ts'
import { count, money, percent, plural, shift, tableOf, type Block } from '../../kit/index.ts'
import { rateText } from '../review/rate.ts'

export type Rate = Result<'errorrate'>
export type Sizes = Result<'samplesize.probe'>

export const ratePercent = (r: Rate) => rateText(r.errorRate, r.threshold ?? '0.05')

export const rateName = (r: Rate) => (r.netting === 'not_netted' ? 'financial error rate (underpayments not netted)' : 'net financial error rate')

export interface Plan { level: string; precision: string; size: number; empty?: string; universe: number }

/** The size for the confidence and precision that were asked for. */
export function planOf(sizes: Sizes, level: string, precision: string): Plan {
  const same = (a: string, b: string) => shift(a, 2) === shift(b, 2)
  const cell = sizes.rows.flat().find(c => same(c.level, level) && same(c.precision, precision))!
  return { level, precision, size: cell.size, universe: sizes.universe, ...(cell.empty && { empty: cell.empty }) }
}

const aim = (p: Plan) => `at ${percent(p.level)} confidence and ${percent(p.precision)} precision`

/** How many claims the full sample has, in one sentence and in another that explains it. */
export function draw(p: Plan, reviewed: number): [string, string] {
  if (p.empty === 'nothing_varies') return ['The discovery sample gives no size.', 'All of its overpayments are alike: agree on a size with the OIG monitor.']
  if (p.size >= p.universe) return [`Review every one of the ${count(p.universe)} claims.`, `The size ${aim(p)} reaches the universe.`]
  if (p.size <= reviewed) return ['The discovery sample is the full sample.', `The size ${aim(p)} is ${count(p.size)}, no more than the ${count(reviewed)} claims that were reviewed.`]
  return [`Draw ${plural(p.size - reviewed, 'more claim')}.`, `The full sample has ${count(p.size)} claims ${aim(p)}, the ${count(reviewed)} of the discovery sample among them. All ${count(p.size)} are reported.`]
}

/** What is to be done now. */
export function steps(r: Rate, plan: Plan | undefined): string[] {
  const repay = `Repay the ${money(r.overpaid)} that was found overpaid, less what was refunded already. Underpayments do not reduce it.`
  if (!r.thresholdMet) return [repay, 'No full sample and no systems review are due because of the error rate.']
  return [
    plan ? draw(plan, r.counts.reviewed).join(' ') : 'A full sample is due. Enter the number of claims in the universe to see how large it has to be.',
    'A systems review is due, whatever the size of the full sample.',
    repay + ' The full sample then says what is owed for the universe: its point estimate.',
    'Draw from the same frame. If the frame has changed, the discovery sample cannot be part of the full sample.',
  ]
}

/** The sizes as a table: a row for each precision, a column for each confidence level. */
export function sizesBlocks(sizes: Sizes, reviewed: number): Block[] {
  const rows = sizes.rows.map((cells, i) => ({ precision: sizes.precisions[i]!, cells }))
  return [
    { heading: 'Size of the full sample' },
    { paragraph: `From the overpayments of all ${count(reviewed)} claims, zero for a claim that was paid correctly or underpaid: mean ${money(sizes.mean)}, standard deviation ${money(sizes.standardDeviation)}. Sizes never come from paid amounts, whose total is known already.` },
    { table: tableOf('Claims in the full sample, those of the discovery sample included', rows, [
      ['Precision', r => percent(r.precision)], ...sizes.levels.map((l, i) => [`${percent(l)} confidence`, (r: (typeof rows)[number]) => (r.cells[i]!.empty ? 'none' : count(r.cells[i]!.size))] as const),
    ]) },
    ...(sizes.warnings?.length ? [{ warnings: sizes.warnings }] : []),
  ]
}
