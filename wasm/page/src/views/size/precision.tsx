import { Calculator, choice, count, integer, integers, money, percent, percentage, type Block, type Field, type Fields } from '../../kit/index.ts'
import { PrecisionFormula } from './formula.tsx'
import { rateFields } from './error-rate.tsx'
import { PROBE, probeFields, probeOf } from './probe.tsx'
import { curve, curveSizes, expectedTable, next, type Expected } from './table.tsx'
import { strataExample, strataOf, strataRows } from './strata.tsx'

/** Fields that are asked only in one of the ways. */
function only<F extends Fields>(by: string, fields: F): { [K in keyof F]: F[K] extends Field<infer R, infer V> ? Field<R, V | undefined> : never } {
  return Object.fromEntries(Object.entries(fields).map(([k, f]) => [k, { ...f, when: (form: any) => form.by === by && (!f.when || f.when(form)) }])) as never
}

const fields = {
  by: choice({
    label: 'What is known', options: [
      { value: 'probe', label: 'A probe sample' }, { value: 'rate', label: 'An expected error rate' }, { value: 'strata', label: 'Strata' },
    ],
  }),
  ...only('probe', probeFields), ...only('rate', rateFields), ...only('strata', { strata: strataRows() }),
  universe: integer({ label: 'Universe', min: 1, when: f => f.by !== 'strata' }),
  size: integer({ label: 'Sample size', hint: 'The number that the agreement sets, for example 100.', min: 2, when: f => f.by !== 'strata' }),
  sizes: integers({ label: 'Sample sizes of the strata', hint: 'One for each stratum in their order, with blanks between: 100 400.', api: ['size'], when: f => f.by === 'strata' }),
  level: percentage({ label: 'Confidence level', suggestions: ['80', '90', '95', '99'], initial: '90' }),
}

export default function Precision() {
  return <Calculator id="sample-size/precision" title="Precision of a sample size" fields={fields}
    example={{ by: 'probe', from: 'overpayments', probe: { text: PROBE, example: true }, universe: '4000', size: '100', strata: strataExample(), sizes: '100 400', level: '90' }}
    exampleNote="What precision do 100 claims give, by a discovery sample of 50?"
    compute={async (v, run) => {
      const universe = v.universe ?? 0, size = v.size ?? 0
      if (v.by === 'strata') return { expected: await run.answer('samplesize.stratified.precision', { strata: strataOf(v.strata as never), sizes: v.sizes!, level: v.level }) as Expected, points: [] }
      const sizes = curveSizes(universe, size), levels = [v.level]
      if (v.by === 'rate') {
        const rate = { universe, rate: v.rate!, reportedTotal: v.reportedTotal!, reportedDeviation: v.reportedDeviation! }
        const expected = await run.answer('samplesize.error_rate.precision', { ...rate, size, level: v.level })
        return { expected, ...await run.calculate('samplesize.error_rate.curve', { ...rate, levels, sizes }) }
      }
      const probe = { universe, ...probeOf(v as never) }
      const expected = await run.answer('samplesize.precision', { ...probe, size, level: v.level })
      return { expected, ...await run.calculate('samplesize.curve', { ...probe, levels, sizes }) }
    }}
    summary={({ expected: e }) => (e.precision === undefined
      ? `The precision of ${count(e.size)} is not defined: a stratum that varies has no unit in the sample, or the mean is 0.`
      : `A sample of ${count(e.size)} gives ${percent(e.precision, 2)} precision at ${percent(e.level)} confidence, if mean and standard deviation stay as they are.`)}
    present={({ expected: e, points }, v): Block[] => [
      {
        figures: [
          { label: `Precision of ${count(e.size)} at ${percent(e.level)}`, value: e.precision === undefined ? 'none' : percent(e.precision, 2) },
          ...(e.precisionAmount !== undefined ? [{ label: 'Precision amount', value: money(e.precisionAmount), note: 'the distance of the limits from the point estimate' }] : []),
        ],
      },
      ...curve(points.map(p => ({ ...p, share: p.precision })), { title: 'Precision against sample size', y: 'Precision', mark: { size: e.size, level: v.level } }),
      { table: expectedTable([e], 'The precision and its percentile') },
      ...(v.universe ? [next(v.universe, e.size)] : []),
    ]}
    formula={<PrecisionFormula />}
  />
}
