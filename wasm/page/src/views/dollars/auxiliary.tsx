// Estimates with the help of a value whose total is known: difference, ratio and regression.

import {
  Calculator, checkbox, choice, count, decimal, decimalNumber, dollars, Formula, histogram, integer, money, table as rows, tableOf, type Block, type Columns,
} from '../../kit/index.ts'
import { type Result } from '../../client.ts'
import { sample } from '../appraisal/design.tsx'
import { DOLLARS, headline, limits, spoken } from '../appraisal/estimate.ts'
import { degreesField, levelFields, levelsOf, singleField } from '../appraisal/options.ts'
import { deal } from '../appraisal/samples.ts'
import { nameOf } from '../appraisal/sections.ts'
import { GROUP, strataField } from '../appraisal/strata.ts'

const PAIRS: Columns = {
  x: { label: 'Known value x (paid)', match: /paid|exam|billed|^x$/i },
  y: { label: 'Wanted value y', match: /over|diff|error|correct|audit|^y$/i },
}
const stratified = (form: any) => form.design === 'stratified'
const combines = (form: any) => stratified(form) && form.estimator !== 'difference_estimator'

const fields = {
  estimator: choice({
    label: 'Estimator', options: [
      { value: 'ratio', label: 'Ratio', hint: 'where y goes up with x in proportion, such as overpayments with amounts paid' },
      { value: 'difference_estimator', label: 'Difference', hint: 'where y is near to x, such as the correct amount to the amount paid' },
      { value: 'regression', label: 'Regression', hint: 'along a line that need not go through zero' },
    ],
  }),
  design: choice({ label: 'The sample is', options: [{ value: 'simple', label: 'One simple random sample' }, { value: 'stratified', label: 'One from each stratum' }] }),
  universe: integer({ label: 'Universe', hint: 'The number of items that the sample was drawn from.', min: 1, when: form => !stratified(form) }),
  totalX: dollars({ label: 'Known total of x', hint: 'Of all items of the universe, such as the amount paid for all claims.', when: form => !stratified(form) }),
  strata: { ...strataField('Items in the stratum', { totalX: dollars({ label: 'Known total of x in the stratum', optional: true }) }), when: stratified, hint: 'Every item of the universe is in one of them. Give the known total of x in every stratum, or once below for all of them.' },
  totalAll: dollars({ label: 'Known total of x in all strata', optional: true, api: ['totalX'], when: stratified, hint: 'Where the strata have no totals of their own.' }),
  combination: choice({ label: 'Ratio or slope', options: [{ value: 'combined', label: 'One for all strata' }, { value: 'separate', label: 'One for each stratum', hint: 'needs known totals by stratum' }], when: combines }),
  items: rows({
    label: 'Sampled items', hint: 'One item on each line with both values, those without an overpayment too.', api: ['x', 'y', 'sample'],
    columns: form => (stratified(form) ? { group: { label: 'Stratum', type: 'text', match: GROUP }, ...PAIRS } : PAIRS),
  }),
  ...levelFields,
  sampleX: checkbox({ label: 'Variance with the sample’s own total of x', more: true, when: form => form.estimator === 'ratio', hint: 'As R’s survey package and SAS have it; without it the known total serves there, too (Cochran 6.4 has both).' }),
  slope: decimalNumber({ label: 'Slope that was fixed beforehand', optional: true, more: true, when: form => form.estimator === 'regression', hint: 'Without one the slope is that of the sample, by least squares.' }),
  ...degreesField, ...singleField,
}

type Answer = Result<'appraisal.variable.ratio'>

/** Eight claims: paid, and overpaid. The figures can be checked by hand. */
const EXAMPLE = 'Paid\tOverpayment\n100\t10\n200\t20\n150\t0\n50\t5\n250\t50\n120\t12\n80\t0\n50\t3\n'

export function Auxiliary() {
  return <Calculator id="dollars/known-total" title="Dollar appraisal with a known total" fields={fields}
    example={{ estimator: 'ratio', design: 'simple', universe: '1,000', totalX: '130,000', items: sample(EXAMPLE), levels: '80,90,95' }}
    exampleNote="Eight claims, whose overpayments go up with the amounts paid."
    compute={async (v, run) => {
      const one = v.design === 'simple'
      const strata = one ? [{ universe: v.universe!, ...v.items.columns }]
        : deal(v.items, v.strata.map(({ totalX, ...s }) => ({ ...s, ...(totalX !== undefined && { totalX }) })), 'items', 'strata', 'stratum')
      const total = one ? v.totalX : v.totalAll
      const request = {
        strata, ...levelsOf(v), ...(total !== undefined && { totalX: total }), degreesOfFreedom: v.degreesOfFreedom, ...(v.zeroVarianceForSingle && { zeroVarianceForSingle: true }),
        ...(v.combination && { combination: v.combination }), ...(v.sampleX && v.estimator === 'ratio' && { sampleX: true }), ...(v.slope !== undefined && { slope: v.slope }),
      }
      const answer: Answer = await run.answer(`appraisal.variable.${v.estimator}`, request)
      return { answer, y: v.items.columns.y! }
    }}
    summary={({ answer }) => `Estimated total of y in the universe: ${money(answer.pointEstimate)}.${spoken(answer, DOLLARS)}`}
    present={({ answer, y }) => present(answer, y)}
    formula={<>
      <p>With two values of every sampled item, <i>y</i> whose total is wanted and <i>x</i> whose total <i>X</i> is known for the whole universe:</p>
      <Formula lines={[
        ['Ratio', 'hat{T} = hat{R} X , hat{R} = frac{sum N_h bar{y}_h}{sum N_h bar{x}_h}'],
        ['Difference', 'hat{T} = X + sum N_h (bar{y}_h - bar{x}_h)'],
        ['Regression', 'hat{T} = sum N_h (bar{y}_h - b bar{x}_h) + b X'],
        ['Variance', 'v = sum frac{N_h (N_h - n_h)}{n_h} s_h^2'],
        ['Limits', 'hat{T} +- z * sqrt{v}'],
      ]} />
      <p>Here <i>s</i>² is the variance of <i>y</i> − <i>R x</i>, <i>y</i> − <i>x</i> or <i>y</i> − <i>b x</i> in the sample of a stratum (divisor <i>n</i> − 1, or <i>n</i> − 2 for the slope of one stratum). Separate estimates take the ratio or slope of each stratum with its own total of <i>x</i>. Ratio and regression estimates have a bias, which is small in large samples. RAT-STATS has none of the three.</p>
    </>}
  />
}

function present(r: Answer, y: readonly string[]): Block[] {
  const coefficient = { ratio: 'Ratio', regression: 'Slope', difference: 'Factor of x' }[r.estimator]
  return [
    ...headline(r, DOLLARS, 'Estimated total of y in the universe'),
    ...limits(r, DOLLARS),
    { rows: [
      { label: 'Known total of x', value: money(r.totalX) },
      { label: 'Total of x that the sample alone gives', value: money(r.estimatedX) },
      { label: 'Total of y that the sample alone gives', value: money(r.estimatedY), note: 'without the help of x' },
      ...(r.coefficient !== undefined ? [{ label: coefficient, value: decimal(r.coefficient, 6) }] : []),
      { label: 'Standard error of the total', value: money(r.standardError) },
    ] },
    { table: tableOf('The sample', r.strata, [
      ['Stratum', r.strata.length > 1 ? nameOf('Stratum') : () => 'All'], ['Items', s => count(s.universe)], ['Sampled', s => count(s.sampleSize)], ['Mean of x', s => money(s.meanX)], ['Mean of y', s => money(s.meanY)],
      [coefficient, s => decimal(s.coefficient, 6)], ['Standard error', s => money(s.standardError)],
    ]) },
    { chart: histogram(y, 'Values of y in the sample', 'y') },
  ]
}
