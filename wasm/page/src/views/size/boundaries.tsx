import { Calculator, compare, count, decimal, dollars, integer, money, plural, table, type Block } from '../../kit/index.ts'
import { RootFrequency } from './formula.tsx'

const fields = {
  lower: dollars({ label: 'Lower limit of the first class' , api: ['classes'] }),
  classes: table({
    label: 'Classes', min: 2, hint: 'One on each line: its upper limit, and how many units are in it.',
    columns: { upper: { label: 'Upper limit', match: /upper|limit|to/i }, count: { label: 'Units', type: 'integer', match: /count|units|number|claims/i } },
  }),
  strata: integer({ label: 'Number of strata', min: 2 }),
}

const EXAMPLE = 'Upper limit\tUnits\n100\t500\n200\t300\n500\t150\n1000\t80\n2000\t40\n5000\t10\n'

export default function Boundaries() {
  return <Calculator id="sample-size/boundaries" title="Boundaries of strata" fields={fields}
    example={{ lower: '0', classes: { text: EXAMPLE, example: true }, strata: '3' }} exampleNote="Paid amounts of 1,080 claims in six classes."
    compute={(v, run) => {
      const { upper, count } = v.classes.columns
      return run.answer('samplesize.boundaries', { lower: v.lower, strata: v.strata, classes: upper!.map((u, i) => ({ upper: u, count: Number(count![i]) })) })
    }}
    summary={r => `Boundaries at ${r.strata.slice(0, -1).map(s => money(s.upper)).join(' and ')}.`}
    present={(r): Block[] => [
      { figures: [{ label: 'Boundaries', value: r.strata.slice(0, -1).map(s => money(s.upper)).join(', ') }] },
      {
        table: {
          caption: 'The strata', columns: ['From', 'To', 'Universe', 'Sum of roots'].map((title, i) => ({ title, figures: i > 0 })),
          rows: r.strata.map(s => [money(s.lower), money(s.upper), count(s.universe), decimal(s.rootSum)]), total: ['All', '', count(r.universe), decimal(r.rootSum)],
        },
      },
      {
        chart: {
          kind: 'bars', title: 'Sums of roots', x: { title: 'Sum of the square roots of count times width', unit: 'count' },
          alternative: `The nearer the sums are to each other, the better: ${r.strata.map(s => decimal(s.rootSum)).join(', ')}.`,
          points: r.strata.map(s => ({ label: `${money(s.lower, 0)} to ${money(s.upper, 0)}`, value: decimal(s.rootSum, 0).replaceAll(',', '') })),
          table: { columns: [{ title: 'Stratum' }, { title: 'Sum of roots', figures: true }], rows: r.strata.map(s => [`${money(s.lower)} to ${money(s.upper)}`, decimal(s.rootSum)]) },
        },
      },
      ...(r.strata.length > 0 && r.strata.some(s => compare(s.rootSum, '0') === 0) ? [{ paragraph: `Of ${plural(r.strata.length, 'stratum', 'strata')} at least one is empty: take fewer.` }] : []),
      { element: <p class="no-print next">Next step: <a href="#/sample-size/stratified">the sizes of the strata</a>.</p> },
    ]}
    formula={<RootFrequency />}
  />
}
