import {
  Calculator, choice, count, dollars, integer, money, percent, table, type Block, type Columns, type Values,
} from '../../kit/index.ts'
import { UnrestrictedSize } from './formula.tsx'
import { asked, curve, curveBy, curveSizes, next, overpaid, sizeTable, wanted, whyEmpty, warned } from './table.tsx'

const OVERPAYMENT: Columns = { overpayments: { label: 'Overpayment', match: /over|diff|error/i } }
const PAID: Columns = { paid: { label: 'Paid', match: /paid|exam|billed/i }, correct: { label: 'Correct', match: /correct|audit|allow|should/i } }

/** Where mean and standard deviation come from: the fields, and what the library takes. */
export const probeFields = {
  from: choice({
    label: 'The probe sample', hint: 'In a claims review it is the discovery sample.', options: [
      { value: 'overpayments', label: 'Overpayment of each unit' },
      { value: 'paid', label: 'Paid and correct amount of each unit' },
      { value: 'moments', label: 'Mean and standard deviation' },
    ],
  }),
  probe: table({
    label: 'Units of the probe sample', when: f => f.from === 'overpayments' || f.from === 'paid', api: ['overpayments', 'probe'], min: 2,
    hint: 'One unit on each line, those without an overpayment too: a claim that was right or underpaid is 0. CSV, a spreadsheet, or RAT-STATS\' text file of a probe sample.',
    columns: form => (form.from === 'paid' ? PAID : OVERPAYMENT),
  }),
  meanOverpayment: dollars({ label: 'Mean overpayment', min: '0', when: f => f.from === 'moments', hint: 'Of all units of the probe sample, those without an overpayment too.' }),
  overpaymentDeviation: dollars({ label: 'Standard deviation', min: '0', when: f => f.from === 'moments', hint: 'Of the overpayments, with the divisor n − 1.' }),
}

export function probeOf(v: Values<typeof probeFields>) {
  const c = v.probe?.columns
  return v.from === 'moments' ? { meanOverpayment: v.meanOverpayment!, overpaymentDeviation: v.overpaymentDeviation! }
    : { overpayments: v.from === 'paid' ? c!.paid!.map((p, i) => overpaid(p, c!.correct![i]!)) : c!.overpayments! }
}

const fields = { universe: integer({ label: 'Universe', hint: 'The number of units that the full sample is drawn from.', min: 1 }), ...probeFields, ...wanted, distribution: curveBy }

/** 50 units, 14 of them overpaid. */
export const PROBE = ['Overpayment', ...[
  0, 0, '126.40', 0, 0, 0, '48.75', 0, 0, '212.00', 0, 0, 0, 0, '93.10', 0, 0, 0, '61.25', 0, 0, 0, 0, '154.90', 0,
  0, '38.60', 0, 0, 0, 0, '187.35', 0, '72.00', 0, 0, 0, '110.80', 0, 0, 0, 0, '145.15', 0, 0, '29.95', 0, '168.20', 0, '84.45',
]].join('\n')

export default function Probe() {
  return <Calculator id="sample-size/probe" title="Sample size from a probe sample" fields={fields}
    example={{ universe: '4000', from: 'overpayments', probe: { text: PROBE, example: true } }}
    exampleNote="A discovery sample of 50 claims, 14 of which were overpaid."
    compute={async (v, run) => {
      const probe = { universe: v.universe, ...probeOf(v), levels: v.levels, ...(v.oneSided && { oneSided: true }) }
      const answer = await run.answer('samplesize.probe', { ...probe, precisions: v.precisions })
      const cell = asked(answer)
      if (cell.empty === 'nothing_varies') return { answer, cell, points: [], reaching: undefined }
      const [{ points }, reaching] = await Promise.all([
        run.calculate('samplesize.curve', { ...probe, distribution: v.distribution, sizes: curveSizes(v.universe, cell.size) }),
        run.calculate('samplesize.probe.reaching', { ...probe, level: cell.level, precision: cell.precision }).catch(() => undefined),
      ])
      return { answer, cell, points, reaching: reaching?.size }
    }}
    summary={({ cell }) => (cell.size > 0
      ? `For ${percent(cell.precision)} precision at ${percent(cell.level)} confidence: a sample of ${count(cell.size)}.`
      : `For ${percent(cell.precision)} precision at ${percent(cell.level)} confidence there is no size: ${whyEmpty(cell.empty)}.`)}
    present={({ answer, cell, points, reaching }, v): Block[] => [
      {
        figures: [
          { label: `Sample size for ${percent(cell.precision)} precision at ${percent(cell.level)}`, value: cell.size > 0 ? count(cell.size) : 'none', note: cell.size > 0 ? 'by the normal distribution, as RAT-STATS' : whyEmpty(cell.empty) },
          ...(reaching !== undefined ? [{ label: 'The same by t', value: count(reaching), note: 'as the appraisal of the sample will use it' }] : []),
          { label: 'Mean of the probe sample', value: money(answer.mean) },
          { label: 'Standard deviation', value: money(answer.standardDeviation) },
        ],
      },
      ...sizeTable(answer, 'Sample sizes by confidence and precision', 'Precision'),
      ...warned(answer.warnings),
      ...curve(points.map(p => ({ ...p, share: p.precision })), {
        title: 'Precision against sample size', y: 'Precision', mark: cell, target: { value: cell.precision, label: `${percent(cell.precision)} precision` },
      }),
      ...(answer.probeSize ? [{
        rows: [
          { label: 'Universe', value: count(answer.universe) }, { label: 'Units in the probe sample', value: count(answer.probeSize) },
          { label: 'Overpaid units among them', value: count(answer.overpaymentSums!.nonzero) }, { label: 'Total overpayment', value: money(answer.overpaymentSums!.sum) },
        ],
      }] : []),
      ...(cell.size > 0 ? [next(v.universe, cell.size, answer.probeSize)] : []),
    ]}
    formula={<UnrestrictedSize />}
  />
}
