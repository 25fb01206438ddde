import { Calculator, choice, count, decimal, decimalNumber, Formula, integer, money, table as rows, type Values } from '../../kit/index.ts'
import { sample } from '../appraisal/design.tsx'
import { DOLLARS, headline, limits, spoken } from '../appraisal/estimate.ts'
import { levelFields, levelsOf, singleField } from '../appraisal/options.ts'
import { valuesChart } from '../appraisal/sections.ts'
import counts from '../../../../../internal/goldentest/testdata/variable_datauniv.txt'
import amounts from '../../../../../internal/goldentest/testdata/variable_datavar.txt'

const figures = (form: any) => form.entry === 'figures', values = (form: any) => form.entry === 'values'
const first = { group: 'First sample: items in each unit' }, second = { group: 'Second sample: amounts of items' }

/** A sample by its figures. */
const measured = (group: { group: string }, mean: string) => ({
  size: integer({ label: 'Sample size', min: 1, when: figures, ...group }),
  mean: decimalNumber({ label: mean, when: figures, ...group }),
  deviation: decimalNumber({ label: 'Standard deviation', min: '0', when: figures, ...group }),
})
const one = measured(first, 'Mean number of items'), two = measured(second, 'Mean amount')

const fields = {
  universe: integer({ label: 'Units in the universe', hint: 'All units that may hold items, such as drawers or pages: the first sample was drawn from them.', min: 1 }),
  entry: choice({ label: 'The samples are entered as', options: [{ value: 'figures', label: 'Size, mean and standard deviation' }, { value: 'values', label: 'Values', hint: 'nothing is rounded in between' }] }),
  countSize: { ...one.size, api: ['counts'] }, countMean: one.mean, countDeviation: one.deviation,
  counts: rows({ label: 'Items in each sampled unit', hint: 'A number on each line, zeros too.', columns: { value: { label: 'Items', match: /item|count|number/i } }, when: values, ...first }),
  amountSize: { ...two.size, api: ['amounts'] }, amountMean: two.mean, amountDeviation: two.deviation,
  amounts: rows({ label: 'Amounts of the sampled items', hint: 'An amount on each line, zeros too.', columns: { value: { label: 'Amount', match: /amount|over|diff|paid/i } }, when: values, ...second }),
  ...levelFields, ...singleField,
}

export function UnknownUniverse() {
  return <Calculator id="dollars/unknown-universe" title="Dollar appraisal of a universe of unknown size" fields={fields}
    example={{
      universe: '575', entry: 'figures', countSize: '70', countMean: '10.33', countDeviation: '2.75', amountSize: '55', amountMean: '15.65', amountDeviation: '5.45', levels: '80,90,95', counts: sample(counts), amounts: sample(amounts),
    }}
    exampleNote="The two samples of the RAT-STATS manual."
    compute={async (v, run) => {
      const answer = await run.answer('appraisal.variable.unknown_universe', {
        universe: v.universe, ...levelsOf(v), ...(v.zeroVarianceForSingle && { zeroVarianceForSingle: true }), ...samples(v),
      })
      return { answer, amounts: v.amounts?.columns.value }
    }}
    summary={({ answer }) => `Estimated total of the universe: ${money(answer.pointEstimate)}.${spoken(answer, DOLLARS)}`}
    present={({ answer: r, amounts: list }) => [
      ...headline(r, DOLLARS, 'Estimated total of the universe'),
      ...limits(r, DOLLARS),
      { rows: [
        { label: 'Estimated number of items', value: decimal(r.estimatedUniverse), note: `standard error ${decimal(r.estimatedUniverseStandardError)}` },
        { label: 'Mean amount of an item', value: money(r.amounts.mean), note: `standard error ${money(r.meanStandardError)}` },
        { label: 'Units sampled', value: `${count(r.counts.sampleSize ?? 0)} of ${count(r.universe)}`, note: `mean ${decimal(r.counts.mean)}, standard deviation ${decimal(r.counts.standardDeviation)}` },
        { label: 'Items sampled', value: count(r.amounts.sampleSize ?? 0), note: `standard deviation ${decimal(r.amounts.standardDeviation)}` },
        { label: 'Standard error of the total', value: money(r.standardError) },
      ] },
      ...(list ? [{ chart: valuesChart(list, 'difference') }] : []),
    ]}
    formula={<>
      <p>A sample of the units says how many items there are, and a second one, independent of the first, what an item comes to:</p>
      <Formula lines={[
        ['Number of items', 'hat{N} = N_1 bar{x}_1'],
        ['', 'SE_1 = N_1 frac{s_1}{sqrt{n_1}} sqrt{1 - frac{n_1}{N_1}}'],
        ['Mean amount', 'SE_2 = frac{s_2}{sqrt{n_2}} sqrt{1 - frac{n_2}{hat{N}}}'],
        ['Point estimate', 'hat{T} = hat{N} bar{x}_2'],
        ['Variance', 'v = (bar{x}_2 SE_1)^2 + (hat{N} SE_2)^2 - (SE_1 SE_2)^2'],
        ['Limits', 'hat{T} +- z * sqrt{v}'],
      ]} />
      <p>The last term is subtracted, which makes the variance of a product of two independent estimates unbiased (Goodman, 1960).</p>
    </>}
  />
}

const samples = (v: Values<typeof fields>) => (v.entry === 'values'
  ? { counts: { values: v.counts!.columns.value! }, amounts: { values: v.amounts!.columns.value! } }
  : { counts: { sampleSize: v.countSize!, mean: v.countMean!, standardDeviation: v.countDeviation! }, amounts: { sampleSize: v.amountSize!, mean: v.amountMean!, standardDeviation: v.amountDeviation! } })
