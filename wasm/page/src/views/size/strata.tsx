import {
  Calculator, checkbox, choice, count, decimalNumber, dollars, integer, money, percent, plural, rows, table, text,
  type Block, type Row, type TableBlock, type Values,
} from '../../kit/index.ts'
import { StrataSize } from './formula.tsx'
import { asked, expectedTable, levelField, marks, sized, sizesOf, wanted, whyEmpty, warned } from './table.tsx'

const stratum = {
  name: text({ label: 'Name', width: 'medium' }),
  universe: integer({ label: 'Universe', min: 1 }),
  from: choice({
    label: 'Its overpayments', as: 'select', options: [{ value: 'moments', label: 'Mean and standard deviation' }, { value: 'values', label: 'Overpayments of a probe sample' }],
  }),
  meanOverpayment: dollars({ label: 'Mean', min: '0', when: f => f.from === 'moments' }),
  overpaymentDeviation: dollars({ label: 'Standard deviation', min: '0', when: f => f.from === 'moments' }),
  probe: table({ label: 'Overpayments', hint: 'One unit on each line, zeros too.', min: 2, when: f => f.from === 'values', columns: { overpayments: { label: 'Overpayment', match: /over|diff|error/i } } }),
  cost: decimalNumber({ label: 'Cost of one unit', optional: true, more: true, hint: 'For the optimal allocation: in every stratum or in none.', api: ['costs'] }),
}
const EXAMPLE = [
  { name: 'High Income', universe: '100000', from: 'moments', meanOverpayment: '10000', overpaymentDeviation: '5000', probe: null, cost: '' },
  { name: 'Low Income', universe: '500000', from: 'moments', meanOverpayment: '5000', overpaymentDeviation: '4000', probe: null, cost: '' },
]

export const strataRows = (more?: { when?: (f: any) => boolean }) => rows({ label: 'Strata', item: 'Stratum', fields: stratum, min: 2, initial: EXAMPLE.map(() => blankStratum()), ...more })
const blankStratum = () => ({ name: '', universe: '', from: 'moments', meanOverpayment: '', overpaymentDeviation: '', probe: null, cost: '' })
export const strataExample = () => EXAMPLE

export const strataOf = (list: Values<typeof stratum>[]) => list.map(s => ({
  name: s.name, universe: s.universe, ...(s.cost !== undefined && { cost: s.cost }),
  ...(s.from === 'values' ? { overpayments: s.probe!.columns.overpayments! } : { meanOverpayment: s.meanOverpayment!, overpaymentDeviation: s.overpaymentDeviation! }),
}))

const rules = {
  allocation: choice({
    label: 'Allocation', options: [
      { value: 'optimal', label: 'Optimal', hint: 'By the universe and standard deviation of a stratum, as RAT-STATS does.' },
      { value: 'proportional', label: 'Proportional', hint: 'By the universe alone.' },
    ],
  }),
  minimum: integer({ label: 'Minimum of a stratum', optional: true, more: true, hint: 'RAT-STATS has none.' }),
}

const fields = {
  strata: strataRows(), ...wanted, ...rules,
  sizeAgain: checkbox({ label: 'Size the other strata anew where one is drawn in full', more: true, hint: 'So that the precision is met. RAT-STATS does not.' }),
}

interface Entry { name: string; universe: number; mean: string; standardDeviation: string; ratio?: string }

/** What is known of the strata. */
const entries = (list: Entry[]): TableBlock => ({
  caption: 'The strata', columns: ['Stratum', 'Universe', 'Mean', 'Standard deviation', 'Ratio'].map((title, i) => ({ title, figures: i > 0 })),
  rows: list.map(s => [s.name, count(s.universe), money(s.mean), money(s.standardDeviation), s.ratio === undefined ? 'none' : percent(s.ratio, 2)]),
})

const all = (u: { universe: number; mean: string; standardDeviation: string; total: string }): Row[] => [
  { label: 'Universe', value: count(u.universe) }, { label: 'Mean of all units', value: money(u.mean) },
  { label: 'Standard deviation of all units', value: money(u.standardDeviation) }, { label: 'Expected total', value: money(u.total) },
]

const bars = (parts: { name: string; size: number }[], title: string): Block => ({
  chart: {
    kind: 'bars', title, x: { title: 'Sample size', unit: 'count' }, alternative: parts.map(p => `${p.name}: ${count(p.size)}`).join(', ') + '.',
    points: parts.map(p => ({ label: p.name, value: p.size })),
    table: { columns: [{ title: 'Stratum' }, { title: 'Sample size', figures: true }], rows: parts.map(p => [p.name, count(p.size)]) },
  },
})

export function Stratified() {
  return <Calculator id="sample-size/stratified" title="Sample sizes of strata" fields={fields}
    example={{ strata: EXAMPLE }} exampleNote="The example of the RAT-STATS manual."
    compute={async (v, run) => {
      const answer = await run.answer('samplesize.stratified', {
        strata: strataOf(v.strata), levels: v.levels, precisions: v.precisions, allocation: v.allocation,
        ...(v.oneSided && { oneSided: true }), ...(v.minimum && { minimum: v.minimum }), ...(v.sizeAgain && { sizeAgain: true }),
      })
      const cell = asked(answer.totalSize)
      return { answer, cell, parts: answer.strata.map(s => ({ name: s.name, size: asked(s).size })) }
    }}
    summary={({ cell, parts }) => (cell.size > 0
      ? `For ${percent(cell.precision)} precision at ${percent(cell.level)} confidence: ${count(cell.size)} in all, ${parts.map(p => `${count(p.size)} of ${p.name}`).join(', ')}.`
      : `For ${percent(cell.precision)} precision at ${percent(cell.level)} confidence there is no size: ${whyEmpty(cell.empty)}.`)}
    present={({ answer, cell, parts }): Block[] => [
      {
        figures: [
          { label: `Total sample size for ${percent(cell.precision)} precision at ${percent(cell.level)}`, value: cell.size > 0 ? count(cell.size) : 'none' },
          ...parts.slice(0, 6).map(p => ({ label: p.name, value: count(p.size) })),
        ],
      },
      ...warned(answer.warnings),
      { table: sizesOf(answer.totalSize, 'All strata: sample sizes by confidence and precision', 'Precision') },
      ...answer.strata.map(s => ({ table: sizesOf(s, s.name, 'Precision') })),
      ...marks([answer.totalSize, ...answer.strata].flatMap(t => t.rows.flat())),
      bars(parts, `Sizes for ${percent(cell.precision)} precision at ${percent(cell.level)}`),
      { table: entries(answer.strata) }, { rows: all(answer) }, nextStrata,
    ]}
    formula={<StrataSize />}
  />
}

const nextStrata: Block = { element: <p class="no-print next">Next step: <a href="#/random/stratified">draw the random numbers of each stratum</a>.</p> }

const knownFields = { strata: strataRows(), size: integer({ label: 'Total sample size', min: 1 }), levels: levelField(), ...rules }

export function StratifiedKnown() {
  return <Calculator id="sample-size/stratified-known" title="A sample size divided among strata" fields={knownFields}
    example={{ strata: EXAMPLE, size: '500' }} exampleNote="The example of the RAT-STATS manual."
    compute={(v, run) => run.answer('samplesize.stratified_known', {
      size: v.size, strata: strataOf(v.strata), levels: v.levels, allocation: v.allocation, ...(v.minimum && { minimum: v.minimum }),
    })}
    summary={r => `${plural(r.size, 'unit')}: ${r.strata.map(s => `${count(s.size)} of ${s.name}`).join(', ')}.`}
    present={(r): Block[] => [
      {
        figures: [
          { label: 'Total sample size', value: count(r.size), ...(r.size !== r.requested && { note: `${count(r.requested)} asked for` }) },
          ...r.expected.map(e => ({ label: `Precision at ${percent(e.level)}`, value: e.precision === undefined ? 'none' : percent(e.precision, 2) })),
          ...(r.cost !== undefined ? [{ label: 'Cost of the sample', value: money(r.cost) }] : []),
        ],
      },
      ...warned(r.warnings),
      {
        table: {
          caption: 'Sample sizes of the strata', columns: ['Stratum', 'Universe', 'Sample size', 'Ratio'].map((title, i) => ({ title, figures: i > 0 })),
          rows: r.strata.map(s => [s.name, count(s.universe), sized(s), s.ratio === undefined ? 'none' : percent(s.ratio, 2)]),
          total: ['All strata', count(r.universe), count(r.size), ''],
        },
      },
      ...marks(r.strata),
      bars(r.strata, 'Sizes of the strata'),
      { table: expectedTable(r.expected, 'Precision of the total') },
      { table: entries(r.strata) }, { rows: all(r) }, nextStrata,
    ]}
    formula={<StrataSize />}
  />
}
