import datastrat from '../../../../../internal/goldentest/testdata/variable_stratified_datastrat.csv'
import { count, decimal, Formula, money, percent, tableOf, type Block } from '../../kit/index.ts'
import { type Result } from '../../client.ts'
import { appraisal, sample } from '../appraisal/design.tsx'
import { best, DOLLARS, type Interval } from '../appraisal/estimate.ts'
import { degreesField } from '../appraisal/options.ts'
import { deal } from '../appraisal/samples.ts'
import { nameOf } from '../appraisal/sections.ts'
import { column, inStrata, itemsField, strataField } from '../appraisal/strata.ts'

const fields = { strata: strataField('Items in the stratum'), items: itemsField('One item on each line with its stratum, those without an overpayment too. Paste from a spreadsheet or use a CSV file.') }
const values = column(datastrat, 1, true)

export const typedStrata = {
  label: 'Rows with a column for the stratum', fields,
  design: (v: { strata: { name: string; universe: number }[]; items: any }) => ({ strata: deal(v.items, v.strata, 'items', 'strata', 'stratum') }),
}
export const strataFiles = {
  units: { label: 'File of the strata', hint: 'A line for each stratum: a counter, its items, its sampled items.' },
  data: { label: 'File of the items', hint: 'A line for each item, in the order of the strata: a line number, then its amounts.' },
}

interface Stratum { name?: string; universe: number; sampleSize: number; nonzero: number; mean: string; standardDeviation: string; pointEstimate: string; standardError: string; intervals: Interval[] }

/** The strata, and a picture of their estimates. */
export function strataBlocks(strata: readonly Stratum[]): Block[] {
  const name = nameOf('Stratum')
  const level = best(strata[0]?.intervals ?? [])?.level
  const of = (s: Stratum) => s.intervals.find(i => i.level === level)!
  const blocks: Block[] = [{
    table: tableOf('The strata', strata, [
      ['Stratum', name], ['Items', s => count(s.universe)], ['Sampled', s => count(s.sampleSize)], ['Not zero', s => count(s.nonzero)], ['Mean', s => money(s.mean)],
      ['Standard deviation', s => decimal(s.standardDeviation)], ['Point estimate', s => money(s.pointEstimate)], ['Standard error', s => money(s.standardError)],
    ]),
  }]
  if (level !== undefined && strata.length > 1) {
    blocks.push({
      chart: {
        kind: 'intervals', title: `Strata with their ${percent(level)} limits`, x: { title: 'Total of the stratum', unit: 'dollars' },
        alternative: strata.length > 6 ? `The point estimates of ${strata.length} strata with their ${percent(level)} limits.`
          : strata.map((s, i) => `${name(s, i)}: ${DOLLARS.rough(s.pointEstimate)}, from ${DOLLARS.rough(of(s).lowerLimit)} to ${DOLLARS.rough(of(s).upperLimit)}.`).join(' '),
        points: strata.map((s, i) => ({ label: name(s, i), value: s.pointEstimate, low: of(s).lowerLimit, high: of(s).upperLimit, marked: true })),
        table: tableOf('', strata, [['Stratum', name], ['Lower limit', s => money(of(s).lowerLimit)], ['Point estimate', s => money(s.pointEstimate)], ['Upper limit', s => money(of(s).upperLimit)]]),
      },
    })
  }
  return blocks
}

export const Stratified = appraisal({
  id: 'dollars/stratified', title: 'Dollar appraisal of a stratified sample', calculation: 'appraisal.variable.stratified', amounts: true,
  typed: typedStrata, files: strataFiles, parameters: degreesField,
  example: {
    entry: 'rows', strata: [{ name: 'A', universe: '5200' }, { name: 'B', universe: '3500' }], levels: '80,90,95',
    items: sample(inStrata(values, ['A', 'B'], [25, 25], 'Stratum\tOverpayment')),
    units: sample('1 5200 25\n2 3500 25\n'), data: sample(values.map((v, i) => `${i + 1} ${v}`).join('\n') + '\n'),
  },
  exampleNote: 'The two strata of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.variable.stratified'>) => strataBlocks(r.strata),
  formula: <>
    <p>A stratum <i>i</i> has <i>N</i> items of its own, <i>n</i> of them sampled, with mean and standard deviation <i>s</i> (divisor <i>n</i> − 1):</p>
    <Formula lines={[
      ['Point estimate', 'hat{X} = sum N_i bar{x}_i'],
      ['Standard error', 'SE = sqrt{sum N_i^2 * frac{N_i - n_i}{N_i} * frac{s_i^2}{n_i}}'],
      ['Limits', 'hat{X} +- z * SE'],
    ]} />
    <p>The total of all strata takes percentiles of the normal distribution, as RAT-STATS does, unless Student’s <i>t</i> is asked for under “More options”. A stratum by itself takes Student’s <i>t</i> with <i>n</i> − 1 degrees of freedom.</p>
  </>,
})
