import { Calculator, checkbox, count, Formula, integer, percent, round, tableOf, type Block } from '../../kit/index.ts'
import { type Result } from '../../client.ts'
import { best } from '../appraisal/estimate.ts'
import { levelFields, levelsOf } from '../appraisal/options.ts'

export const sampleFields = {
  sampleSize: integer({ label: 'Sample size', min: 1, api: ['sample'] }),
  count: integer({ label: 'Items with the characteristic', hint: 'Of the items in the sample, such as claims in error.' }),
}

const fields = {
  universe: integer({ label: 'Universe', hint: 'The number of items that the sample was drawn from.', min: 1, max: 2_147_483_647 }),
  ...sampleFields,
  oneSided: checkbox({
    label: 'One-sided interval, as RAT-STATS offers it', when: form => Number(form.count) === 0 || form.count === form.sampleSize,
    hint: 'Where no item of the sample or every item has the characteristic: the levels are then one-sided, and only the limit is stated that is not certain.',
  }),
  ...levelFields,
}

type Answer = Result<'appraisal.attribute.unrestricted'>
type Interval = Answer['intervals'][number]

const quantity = (v: string) => count(round(v, 0))
const SIDES = { two_sided: 'two-sided', lower: 'lower limit only', upper: 'upper limit only' }

export function Unrestricted() {
  return <Calculator id="counts/unrestricted" title="Count appraisal of an unrestricted sample" fields={fields}
    example={{ universe: '10000', sampleSize: '400', count: '82', levels: '80,90,95' }} exampleNote="The sample of the RAT-STATS user’s guide: 82 of 400 items."
    compute={(v, run) => run.answer('appraisal.attribute.unrestricted', { universe: v.universe, sampleSize: v.sampleSize, count: v.count, ...(v.oneSided && { oneSided: true }), ...levelsOf(v) })}
    summary={r => {
      const i = r.intervals.at(-1)
      return `Estimated items with the characteristic: ${quantity(r.pointEstimate)} of ${count(r.universe)}, ${percent(r.proportion, 3)}.` + (i ? ` With ${percent(i.level)} confidence ${between(r, i)}.` : '')
    }}
    present={present}
    formula={<>
      <p>With <i>x</i> of the <i>n</i> sampled items of a universe of <i>N</i> having the characteristic, and <i>X</i> as many in a sample of a universe of which <i>k</i> have it, the limits are exact, from the hypergeometric distribution:</p>
      <Formula lines={[
        ['Point estimate', 'N p , p = frac{x}{n}'],
        ['Lower limit', '"smallest" k "with" P (X >= x | k) > alpha'],
        ['Upper limit', '"largest" k "with" P (X <= x | k) > alpha'],
        ['Standard error', 'SE = N sqrt{frac{p (1 - p)}{n - 1} (1 - frac{n}{N})}'],
      ]} />
      <p>A two-sided level <i>c</i> has α = (1 − <i>c</i>)/2 on each side, a one-sided level α = 1 − <i>c</i>. The standard error is stated beside the limits, which do not come from it.</p>
    </>}
  />
}

const between = (r: Answer, i: Interval) => ({
  two_sided: `from ${count(i.lowerLimit)} to ${count(i.upperLimit)}`, lower: `${count(i.lowerLimit)} or more`, upper: `${count(i.upperLimit)} or fewer`,
})[r.side]

function present(r: Answer): Block[] {
  const i = best(r.intervals)
  const low = r.side !== 'upper', high = r.side !== 'lower'
  const blocks: Block[] = [{
    figures: [
      { label: 'Estimated items with the characteristic', value: quantity(r.pointEstimate), note: `${percent(r.proportion, 3)} of the universe` },
      ...(i && low ? [{ label: `Lower limit, ${percent(i.level)}`, value: count(i.lowerLimit), note: percent(i.lowerProportion, 3) }] : []),
      ...(i && high ? [{ label: `Upper limit, ${percent(i.level)}`, value: count(i.upperLimit), note: percent(i.upperProportion, 3) }] : []),
    ],
  }]
  if (r.warnings?.length) blocks.push({ warnings: r.warnings })
  if (i) {
    blocks.push({ table: limits(`Exact confidence limits, ${SIDES[r.side]}`, r.intervals, low, high) }, {
      chart: {
        kind: 'intervals', title: 'Estimate with its limits', x: { title: 'Items of the universe', unit: 'count' },
        alternative: `The point estimate of ${quantity(r.pointEstimate)} items; ${r.intervals.map(x => `with ${percent(x.level)} confidence ${between(r, x)}`).join('; ')}.`,
        points: r.intervals.map(x => ({ label: percent(x.level), value: r.pointEstimate, low: x.lowerLimit, high: x.upperLimit, marked: x === i })),
        table: tableOf('', r.intervals, [['Confidence', x => percent(x.level)], ['Lower limit', x => count(x.lowerLimit)], ['Point estimate', () => quantity(r.pointEstimate)], ['Upper limit', x => count(x.upperLimit)]]),
      },
    })
  }
  if (r.oneSided?.length) blocks.push({ table: limits('One-sided limits (each holds alone)', r.oneSided, true, true) })
  blocks.push({ rows: [
    { label: 'Sample', value: `${count(r.count)} of ${count(r.sampleSize)} items` },
    { label: 'Standard error of the quantity', value: r.standardError === undefined ? 'none' : quantity(r.standardError) },
    { label: 'Standard error of the share', value: r.standardErrorProportion === undefined ? 'none' : percent(r.standardErrorProportion, 3) },
  ] })
  return blocks
}

const limits = (caption: string, list: readonly Interval[], low: boolean, high: boolean) => tableOf(caption, list, [
  ['Confidence', i => percent(i.level)],
  ...(low ? [['Lower limit', (i: Interval) => count(i.lowerLimit)] as const, ['Lower share', (i: Interval) => percent(i.lowerProportion, 3)] as const] : []),
  ...(high ? [['Upper limit', (i: Interval) => count(i.upperLimit)] as const, ['Upper share', (i: Interval) => percent(i.upperProportion, 3)] as const] : []),
])
