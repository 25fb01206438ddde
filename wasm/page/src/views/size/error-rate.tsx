import { Calculator, count, dollars, integer, money, percent, percentage, type Block } from '../../kit/index.ts'
import { RateSize, UnrestrictedSize } from './formula.tsx'
import { asked, curve, curveBy, curveSizes, next, sizeTable, wanted, whyEmpty, warned } from './table.tsx'

export const rateFields = {
  rate: percentage({ label: 'Expected error rate', hint: 'The share of the units that are in error, each by its whole amount.', max: '99.9999' }),
  reportedTotal: dollars({ label: 'Total reported amount', hint: 'What was paid for all units of the universe.', min: '0', api: ['reported'] }),
  reportedDeviation: dollars({ label: 'Standard deviation of the reported amounts', min: '0' }),
}
const fields = { universe: integer({ label: 'Universe', hint: 'The number of units that the sample is drawn from.', min: 1 }), ...rateFields, ...wanted, distribution: curveBy }

export default function ErrorRate() {
  return <Calculator id="sample-size/error-rate" title="Sample size from an expected error rate" fields={fields}
    example={{ universe: '10000', rate: '15', reportedTotal: '3000000', reportedDeviation: '125' }}
    exampleNote="The example of the RAT-STATS manual."
    compute={async (v, run) => {
      const rate = { universe: v.universe, rate: v.rate, reportedTotal: v.reportedTotal, reportedDeviation: v.reportedDeviation, levels: v.levels, ...(v.oneSided && { oneSided: true }) }
      const answer = await run.answer('samplesize.error_rate', { ...rate, precisions: v.precisions })
      const cell = asked(answer)
      const { points } = await run.calculate('samplesize.error_rate.curve', { ...rate, distribution: v.distribution, sizes: curveSizes(v.universe, cell.size) })
      return { answer, cell, points }
    }}
    summary={({ cell }) => (cell.size > 0
      ? `For ${percent(cell.precision)} precision at ${percent(cell.level)} confidence: a sample of ${count(cell.size)}.`
      : `For ${percent(cell.precision)} precision at ${percent(cell.level)} confidence there is no size: ${whyEmpty(cell.empty)}.`)}
    present={({ answer, cell, points }, v): Block[] => [
      {
        figures: [
          { label: `Sample size for ${percent(cell.precision)} precision at ${percent(cell.level)}`, value: cell.size > 0 ? count(cell.size) : 'none', ...(cell.size === 0 && { note: whyEmpty(cell.empty) }) },
          { label: 'Expected mean difference', value: money(answer.mean) },
          { label: 'Its standard deviation', value: money(answer.standardDeviation) },
        ],
      },
      ...sizeTable(answer, 'Sample sizes by confidence and precision', 'Precision'),
      ...warned(answer.warnings),
      ...curve(points.map(p => ({ ...p, share: p.precision })), {
        title: 'Precision against sample size', y: 'Precision', mark: cell, target: { value: cell.precision, label: `${percent(cell.precision)} precision` },
      }),
      ...(cell.size > 0 ? [next(v.universe, cell.size)] : []),
    ]}
    formula={<><RateSize /><UnrestrictedSize /></>}
  />
}
