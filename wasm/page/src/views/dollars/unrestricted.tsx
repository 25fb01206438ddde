import { type Result } from '../../client.ts'
import { Calculator, count, decimal, integer, jsonFile, money, table as rows, tableOf, type Block } from '../../kit/index.ts'
import { DOLLARS, headline, limits, spoken } from '../appraisal/estimate.ts'
import { amountColumns, formatField, levelFields, levelsOf } from '../appraisal/options.ts'
import { valuesOf } from '../appraisal/samples.ts'
import { besides, estimated, KINDS, sections, valuesChart } from '../appraisal/sections.ts'
import { UnrestrictedFormula } from './formula.tsx'

const itemized = (form: any) => !form.sums?.text.trim()

const fields = {
  universe: integer({ label: 'Universe', hint: 'The number of items that the sample was drawn from.', min: 1 }),
  format: { ...formatField.format, when: itemized },
  items: rows({
    label: 'Sampled items', when: itemized, hint: 'One item on each line, those without an overpayment too. Paste from a spreadsheet, or use a CSV or RAT-STATS text file.',
    columns: form => amountColumns(form.format), api: ['examined', 'audited', 'difference', 'sample'],
  }),
  ...levelFields,
  sums: jsonFile({
    label: 'Sums in place of the items (JSON)', optional: true, more: true, placeholder: '{"differenceSums": {"count": 50, …}}', api: ['examinedSums', 'auditedSums', 'differenceSums'],
    hint: 'For a sample whose items stay in a database: count, nonzero, sum, sumSquares, sumCubes and sumFourths, in full, of examinedSums, auditedSums or differenceSums, or of all three.',
  }),
}

/** The sample of the RAT-STATS manual, file DATASRS: examined and audited values of 50 items. */
const EXAMPLE = `Examined\tAudited
300\t267
900\t774
300\t255
200\t174
900\t810
700\t560
1000\t820
100\t80
900\t765
700\t630
700\t630
400\t332
300\t255
100\t84
200\t168
100\t88
600\t528
400\t340
900\t747
1000\t800
1000\t862
600\t504
800\t648
200\t176
200\t172
1000\t890
900\t792
600\t540
500\t525
200\t172
200\t178
500\t425
200\t164
500\t420
500\t400
400\t324
200\t160
600\t540
500\t425
300\t264
900\t765
100\t84
100\t85
900\t810
300\t240
500\t415
500\t425
300\t237
500\t435
100\t86`

type Answer = Result<'appraisal.variable.unrestricted'>

export default function Unrestricted() {
  return <Calculator id="dollars/unrestricted" title="Dollar appraisal of an unrestricted sample" fields={fields}
    example={{ universe: '10000', format: 'examined_audited', items: { text: EXAMPLE, example: true }, levels: '80,90,95' }}
    exampleNote="The 50 items of the RAT-STATS manual."
    compute={async (v, run) => {
      const answer = await run.answer('appraisal.variable.unrestricted', { universe: v.universe, ...(v.sums ?? v.items!.columns), ...levelsOf(v) })
      return { answer, values: v.items && valuesOf(v.items.columns, answer.kind) }
    }}
    summary={({ answer }) => `${estimated(answer.kind)}: ${money(answer.pointEstimate)}.${spoken(answer, DOLLARS)}`}
    present={({ answer, values }): Block[] => [
      ...headline(answer, DOLLARS, estimated(answer.kind)),
      ...limits(answer, DOLLARS),
      sample(answer),
      ...(values ? [{ chart: valuesChart(values, answer.kind) }] : []),
      ...besides(sections(answer).slice(1)),
    ]}
    formula={<UnrestrictedFormula />}
  />
}

/** What the sample says about itself, a column for each kind of value. */
function sample(answer: Answer): Block {
  const all = sections(answer)
  type S = (typeof all)[number]
  const figures: [string, (s: S) => string][] = [
    ['Items in the sample', s => count(s.sampleSize)],
    ['Items that are not zero', s => count(s.nonzero)],
    ['Total', s => money(s.total)],
    ['Mean', s => money(s.mean)],
    ['Standard deviation', s => money(s.standardDeviation)],
    ['Standard error of the mean', s => money(s.standardErrorMean)],
    ['Standard error of the total', s => money(s.standardError)],
    ['Skewness', s => (s.skewness === undefined ? 'none' : decimal(s.skewness))],
    ['Kurtosis', s => (s.kurtosis === undefined ? 'none' : decimal(s.kurtosis))],
  ]
  return { table: tableOf('The sample', figures, [['Figure', f => f[0]], ...all.map(s => [KINDS[s.kind], (f: (typeof figures)[number]) => f[1](s)] as const)]) }
}
