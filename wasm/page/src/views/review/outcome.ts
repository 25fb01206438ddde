// What a reviewed sample comes to, in words and figures.

import { type Result } from '../../client.ts'
import { count, decimal, money, percent, plural, type Block } from '../../kit/index.ts'
import { CATEGORIES, rateText } from './rate.ts'

type Review = Result<'review'>
type Rate = NonNullable<Review['outcome']['first']>
export type SampleStage = Exclude<Review['stage'], 'done'>

export const STAGES: Record<SampleStage, string> = { discovery_sample: 'Discovery sample', full_sample: 'Full sample', sample: 'Sample' }

/** The outcome of a sample in a sentence. */
export function headline(stage: SampleStage, r: Review): string {
  const { first, last, size, extrapolation } = r.outcome
  if (stage === 'discovery_sample') {
    const threshold = percent(first!.threshold!)
    const rate = rateText(first!.errorRate, first!.threshold)
    if (!first!.thresholdMet) return `At ${rate} the net financial error rate is below the ${threshold} threshold: no full sample is due. The overpayments found are still repaid.`
    return `At ${rate} the net financial error rate meets the ${threshold} threshold: a full sample and a systems review are due.`
      + (r.stage === 'full_sample' ? ` The full sample has ${plural(size!.size, 'claim')}; ${plural(r.worklist.length, 'further claim')} are to be reviewed.` : '')
  }
  const rate = `The net financial error rate of the ${stage === 'sample' ? 'sample' : 'full sample'} is ${rateText(last!.errorRate)}.`
  const estimate = extrapolation ? ` The overpayment of the population is estimated at ${money(extrapolation.pointEstimate)}.` : ''
  return rate + estimate + (stage === 'sample' ? ' Under this protocol there is no threshold and no further sample.' : ' It is repaid at the point estimate.')
}

/** Where a review stands, in a sentence. */
export function standing(r: Review): string {
  const { first } = r.outcome
  const wait = `${plural(r.worklist.length, 'claim')} ${r.worklist.length === 1 ? 'waits' : 'wait'} for a determination.`
  if (r.stage === 'done') return `The review is done. ${headline(r.draws.at(-1)!.stage as SampleStage, r)}`
  if (r.stage === 'full_sample' && first) return `The discovery sample meets the threshold: a full sample of ${plural(r.outcome.size!.size, 'claim')} is drawn. ${wait}`
  const { size, frameSize } = r.draws[0]!.tickets ?? r.draws[0]!.selection!
  return size === r.worklist.length ? `${count(size)} of ${plural(frameSize, 'claim')} are drawn and wait for a determination.` : `${count(size)} of ${plural(frameSize, 'claim')} are drawn. ${wait}`
}

/** The figures of a sample. */
export function sampleBlocks(stage: SampleStage, r: Review): Block[] {
  const rate = stage === 'full_sample' ? r.outcome.last! : r.outcome.first!
  const blocks = rateBlocks(rate, STAGES[stage])
  if (stage === 'discovery_sample' && r.outcome.size) blocks.push(...sizeBlocks(r))
  if (stage !== 'discovery_sample' || !r.draws.some(d => d.stage === 'full_sample')) blocks.push(...estimateBlocks(r, stage))
  return blocks
}

function rateBlocks(r: Rate, sample: string): Block[] {
  const blocks: Block[] = [{
    figures: [
      { label: 'Net financial error rate', value: rateText(r.errorRate, r.threshold), note: `${money(r.netOverpayment)} of ${money(r.paid)}` },
      { label: 'Overpaid', value: money(r.overpaid), note: plural(r.counts.overpaid, 'claim') },
      { label: 'Underpaid', value: money(r.underpaid), note: plural(r.counts.underpaid, 'claim') },
      { label: 'Claims in error', value: `${count(r.counts.inError)} of ${count(r.counts.reviewed)}` },
      { label: 'Documentation missing', value: count(r.counts.missingDocumentation), note: r.counts.missingDocumentation ? 'paid amounts overpaid in whole' : undefined },
    ],
  }]
  if (r.categories?.length) {
    blocks.push({
      table: {
        caption: `${sample}: claims in error by category`, columns: [{ title: 'Category' }, { title: 'Claims', figures: true }, { title: 'Overpaid', figures: true }, { title: 'Underpaid', figures: true }],
        rows: r.categories.map(c => [CATEGORIES[c.category] ?? c.category, count(c.claims), money(c.overpaid), money(c.underpaid)]),
      },
    })
  }
  return blocks
}

/** How the full sample is sized. */
function sizeBlocks({ outcome: { size, table: t } }: Review): Block[] {
  const blocks: Block[] = [{ heading: 'Size of the full sample' }, {
    rows: [
      { label: 'Full sample', value: plural(size!.size, 'claim'), note: `for ${percent(size!.level)} confidence and ${percent(size!.precision)} precision; ${decimal(size!.unrounded, 4)} before rounding` },
      ...(t ? [{ label: 'Overpayments of the discovery sample', value: `mean ${money(t.mean)}, standard deviation ${money(t.standardDeviation)}`, note: 'Underpaid claims count as zero.' }] : []),
    ],
  }]
  if (t) {
    blocks.push({
      table: {
        caption: 'Full sample: sizes for other levels and precisions', columns: [{ title: 'Precision' }, ...t.levels.map(l => ({ title: percent(l), figures: true }))],
        rows: t.rows.map((row, i) => [percent(t.precisions[i]!), ...row.map(c => (c.size ? count(c.size) : '---'))]),
      },
    })
  }
  return blocks
}

function estimateBlocks({ outcome: { extrapolation: e } }: Review, stage: SampleStage): Block[] {
  if (!e) return []
  return [{ heading: stage === 'sample' ? 'Potential extrapolated overpayment' : 'Extrapolated overpayment' }, {
    figures: [
      { label: 'Point estimate', value: money(e.pointEstimate) },
      { label: `Lower limit, ${percent(e.interval.level)} two-sided`, value: money(e.interval.lowerLimit) },
      { label: `Upper limit, ${percent(e.interval.level)} two-sided`, value: money(e.interval.upperLimit) },
      { label: 'Precision', value: decimal(e.interval.precisionPercent) + '%', note: e.precision && !/^0*\.?0*$/.test(e.precision) ? (e.precisionMet ? `within the ${percent(e.precision)} asked for` : `misses the ${percent(e.precision)} asked for`) : undefined },
    ],
  }]
}
