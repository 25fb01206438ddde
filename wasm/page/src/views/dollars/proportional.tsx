// Samples proportional to size, such as monetary unit samples: the estimate, and the Stringer bound.

import { Calculator, choice, count, dollars, Formula, histogram, integer, levels, money, percent, table as rows, tableOf, type Block, type Values } from '../../kit/index.ts'
import { type Result } from '../../client.ts'
import { sample } from '../appraisal/design.tsx'
import { DOLLARS, headline, limits, spoken } from '../appraisal/estimate.ts'
import { levelFields, levelsOf, singleField } from '../appraisal/options.ts'
import { nameOf } from '../appraisal/sections.ts'

const shared = {
  totalSize: dollars({ label: 'Total size of the universe', hint: 'The sum of the sizes of all units, such as the dollars paid for all claims.' }),
  hits: integer({ label: 'Hits', hint: 'Points or draws: the sample size that was asked for.', min: 1 }),
  selection: choice({
    label: 'The units were drawn', options: [{ value: 'systematic', label: 'Systematically', hint: 'points one interval apart' }, { value: 'with_replacement', label: 'With replacement', hint: 'independent draws' }],
  }),
  units: rows({
    label: 'Units that were hit', hint: 'Each unit once: its size, and what was found in it, zeros too. A unit that was hit more than once needs a column for that.',
    columns: {
      name: { label: 'Unit', type: 'text', match: /unit|claim|id|name/i, optional: true }, size: { label: 'Size (paid)', match: /size|paid|amount|book/i },
      value: { label: 'Overpayment', match: /over|value|error|diff/i }, hits: { label: 'Hits', type: 'integer', match: /hit|times/i, optional: true },
    },
  }),
}

function unitsOf(v: Values<typeof shared>) {
  const { name, size, value, hits } = v.units.columns
  return size!.map((s, i) => ({ size: s, value: value![i]!, ...(name?.[i] && { name: name[i] }), ...(hits?.[i] && { hits: Number(hits[i]) }) }))
}

const request = (v: Values<typeof shared>) => ({ totalSize: v.totalSize, hits: v.hits, selection: v.selection, units: unitsOf(v) })

/** Ten hits of 1,000 dollars; the third unit is larger than the interval of 100. */
const UNITS = 'Unit,Size,Overpayment,Hits\nA,50,10,1\nB,40,0,1\nC,200,30,2\nD,80,0,1\nE,25,25,1\nF,60,0,1\nG,90,9,1\nH,30,0,1\nI,75,0,1\n'
const example = { totalSize: '1,000', hits: '10', selection: 'systematic' as const, units: sample(UNITS) }
const exampleNote = 'Nine units with ten hits. One of them is larger than the interval.'

const ppsFields = { ...shared, ...levelFields, ...singleField }

export function PPS() {
  return <Calculator id="dollars/pps" title="Dollar appraisal of a sample proportional to size" fields={ppsFields} example={{ ...example, levels: '80,90,95' }} exampleNote={exampleNote}
    compute={(v, run) => run.answer('appraisal.variable.pps', { ...request(v), ...levelsOf(v), ...(v.zeroVarianceForSingle && { zeroVarianceForSingle: true }) })}
    summary={r => `Estimated overpayment in the universe: ${money(r.pointEstimate)}.${spoken(r, DOLLARS)}`}
    present={ppsBlocks}
    formula={<>
      <p>Unit <i>i</i> has the size <i>A</i>, all units <i>A</i> in all, and the tainting <i>t</i> = value / size. There were <i>n</i> hits. A systematic sample has the interval <i>A</i>/<i>n</i>; a unit of at least that size is certain to be hit, and <i>m</i> hits are of other units:</p>
      <Formula lines={[
        ['With replacement', 'hat{T} = A bar{t}'],
        ['', 'v = A^2 frac{sum (t_i - bar{t})^2}{n (n - 1)}'],
        ['Systematic', 'hat{T} = sum y_"certain" + frac{A}{n} sum t_i'],
        ['', 'v = (frac{A}{n})^2 frac{m}{m - 1} sum (t_i - bar{t})^2'],
        ['Limits', 'hat{T} +- t * sqrt{v}'],
      ]} />
      <p>A systematic sample has no unbiased estimate of its variance: this is that of <i>m</i> draws with replacement. Percentiles are those of Student’s <i>t</i> with one degree of freedom less than there are hits that count as a sample.</p>
    </>}
  />
}

function ppsBlocks(r: Result<'appraisal.variable.pps'>): Block[] {
  return [
    ...headline(r, DOLLARS, 'Estimated overpayment in the universe'),
    ...limits(r, DOLLARS),
    { rows: [
      { label: 'Interval', value: money(r.interval), note: 'total size by hit' },
      { label: 'Hits that count as a sample', value: count(r.sampledHits) },
      { label: 'Estimate from them', value: money(r.sampledEstimate), note: `mean tainting ${percent(r.meanTainting, 2)}` },
      ...(r.certainUnits > 0 ? [{ label: 'Units that are certain to be hit', value: count(r.certainUnits), note: `${money(r.certainTotal)} found in ${money(r.certainSize)}` }] : []),
      { label: 'Standard error of the total', value: money(r.standardError) },
    ] },
    { table: tableOf('The units', r.units, [
      ['Unit', nameOf('Unit')], ['Size', u => money(u.size)], ['Overpayment', u => money(u.value)], ['Hits', u => count(u.hits ?? 1)], ['Tainting', u => percent(u.tainting, 2)], ['Adds to the estimate', u => money(u.projection) + (u.certain ? ' (certain)' : '')],
    ]) },
    { chart: histogram(r.units.map(u => u.value), 'Overpayments of the units', 'Overpayment', ['unit', 'units']) },
  ]
}

const stringerFields = {
  ...shared,
  oneSidedLevels: levels({ label: 'One-sided levels', choices: ['90', '95'], initial: '95', api: ['level'], hint: 'The confidence of the bound.' }),
}

export function Stringer() {
  return <Calculator id="dollars/stringer" title="Stringer bound" fields={stringerFields} example={{ ...example, oneSidedLevels: '95' }} exampleNote={exampleNote}
    compute={(v, run) => run.answer('appraisal.variable.stringer', { ...request(v), oneSidedLevels: v.oneSidedLevels })}
    summary={r => `The overpayment in the universe is at most ${r.bounds.map(b => `${money(b.upperLimit)} with ${percent(b.level)} confidence`).join(', ')}.`}
    present={r => [
      { figures: r.bounds.flatMap(b => [{ label: `Upper limit, ${percent(b.level)} one-sided`, value: money(b.upperLimit), note: 'Stringer bound' }]) },
      ...(r.warnings?.length ? [{ warnings: r.warnings }] : []),
      { table: tableOf('Bounds', r.bounds, [['Confidence', b => percent(b.level)], ['Upper limit', b => money(b.upperLimit)], ['If nothing had been found', b => money(b.basicPrecision)]]) },
      { rows: [
        { label: 'Hits that count as a sample', value: count(r.sampledHits) }, { label: 'Tainted hits among them', value: count(r.nonzero) },
        { label: 'Size that they stand for', value: money(r.sampledSize) }, { label: 'Found in units that are certain to be hit', value: money(r.certainTotal) },
      ] },
    ]}
    formula={<>
      <p>With the taintings (value / size) of the <i>k</i> tainted of <i>m</i> sampled hits in falling order, and <i>p</i> the upper limit of Clopper and Pearson for <i>j</i> of <i>m</i> with the confidence of the bound:</p>
      <Formula lines={[['Upper limit', '"certain units" + A (p_0 + sum_j (p_j - p_{j-1}) t_j)']]} />
      <p>It is for samples with few wrong units or none, where a standard error says little. Every tainting has to be from 0 to 1. That it holds its confidence is proven for large samples only; it is often far above the total.</p>
    </>}
  />
}
