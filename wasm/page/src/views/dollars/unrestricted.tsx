import {
  Calculator, choice, count, decimal, histogram, inPercent, integer, levels, money, percent, table,
  type Block, type Columns, type TableBlock, type Values, type Warning,
} from '../../kit/index.ts'
import { UnrestrictedFormula } from './formula.tsx'

/** The six data file formats of RAT-STATS. */
const FORMATS = [
  { value: 'difference', label: 'Overpayments' },
  { value: 'examined_audited', label: 'Examined and audited' },
  { value: 'examined', label: 'Examined only' },
  { value: 'audited', label: 'Audited only' },
  { value: 'examined_difference', label: 'Examined and difference' },
  { value: 'audited_difference', label: 'Audited and difference' },
] as const
type Kind = 'examined' | 'audited' | 'difference'

const COLUMNS: Record<Kind, Columns[string]> = {
  examined: { label: 'Examined (paid)', match: /exam|paid|billed/i },
  audited: { label: 'Audited (correct)', match: /audit|correct|allow|should/i },
  difference: { label: 'Overpayment', match: /over|diff|error/i },
}
const kindsOf = (format: string) => format.split('_') as Kind[]

const fields = {
  universe: integer({ label: 'Universe', hint: 'The number of items that the sample was drawn from.', min: 1 }),
  format: choice({ label: 'The rows have', as: 'select', options: FORMATS, hint: 'Examined is what was paid, audited what should have been paid. Difference is examined less audited: an overpayment is positive.' }),
  items: table({
    label: 'Sampled items', hint: 'One item on each line, those without an overpayment too. Paste from a spreadsheet, or use a CSV or RAT-STATS text file.',
    columns: form => Object.fromEntries(kindsOf(form.format).map(k => [k, COLUMNS[k]])), api: ['examined', 'audited', 'difference', 'sample'],
  }),
  levels: levels({ label: 'Confidence levels', choices: ['80', '90', '95'], initial: '80,90,95', api: ['level'] }),
  oneSidedLevels: levels({
    label: 'One-sided levels', choices: ['90', '95'], min: '50', optional: true, more: true,
    hint: 'Medicare contractors take the lower limit of a one-sided 90% interval. RAT-STATS has none.',
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

interface Section {
  kind: Kind; pointEstimate: string; standardError: string; universe: number; sampleSize: number; nonzero: number; total: string; mean: string
  standardDeviation: string; skewness?: string; kurtosis?: string; standardErrorMean: string; warnings?: Warning[]
  intervals: { level: string; percentile: string; degreesOfFreedom: string; precisionAmount: string; precisionPercent: string; lowerLimit: string; upperLimit: string }[]
  oneSided?: { level: string; percentile: string; lowerLimit: string; upperLimit: string }[]
}
interface Result { main: Section; sections: Section[]; values: string[] }

const NAMES: Record<Kind, string> = { examined: 'Examined', audited: 'Audited', difference: 'Difference' }

export default function Unrestricted() {
  return <Calculator id="dollars/unrestricted" title="Dollar appraisal of an unrestricted sample" fields={fields}
    example={{ universe: '10000', format: 'examined_audited', items: { text: EXAMPLE, example: true }, levels: '80,90,95' }}
    exampleNote="The 50 items of the RAT-STATS manual."
    compute={async (v, run) => {
      const answer = await run.answer('appraisal.variable.unrestricted', {
        universe: v.universe, ...v.items.columns, levels: v.levels, ...(v.oneSidedLevels.length > 0 && { oneSidedLevels: v.oneSidedLevels }),
      })
      const { examinedSection, auditedSection, ...main } = answer
      return { main, sections: [main, examinedSection, auditedSection].filter(s => s !== undefined), values: drawn(v) }
    }}
    summary={({ main }) => `${estimated(main.kind)}: ${money(main.pointEstimate)}.${spoken(main)}`}
    present={present}
    formula={<UnrestrictedFormula />}
  />
}

const estimated = (kind: Kind) => ({ difference: 'Estimated overpayment in the universe', examined: 'Estimated examined total', audited: 'Estimated audited total' })[kind]

function spoken(s: Section): string {
  const i = s.intervals.at(-1)
  return i ? ` With ${percent(i.level)} confidence from ${money(i.lowerLimit)} to ${money(i.upperLimit)}.` : ''
}

/** The values that the main section is of, for the histogram. */
function drawn(v: Values<typeof fields>): string[] {
  const { examined, audited, difference } = v.items.columns
  return difference ?? (examined && audited ? examined.map((e, i) => String((Math.round(Number(e) * 100) - Math.round(Number(audited[i]) * 100)) / 100)) : (examined ?? audited)!)
}

function present({ main, sections, values }: Result): Block[] {
  const rest = sections.slice(1)
  const best = main.intervals.find(i => i.level === '0.9') ?? main.intervals[0]
  const blocks: Block[] = [{
    figures: [
      { label: estimated(main.kind), value: money(main.pointEstimate), note: 'point estimate' },
      ...(best ? [
        { label: `Lower limit, ${percent(best.level)} two-sided`, value: money(best.lowerLimit) },
        { label: `Upper limit, ${percent(best.level)} two-sided`, value: money(best.upperLimit) },
        { label: `Precision at ${percent(best.level)}`, value: inPercent(best.precisionPercent), note: `± ${money(best.precisionAmount)}` },
      ] : []),
    ],
  }]
  if (main.warnings?.length) blocks.push({ warnings: main.warnings })
  if (main.intervals.length) {
    blocks.push({ table: intervals(main) }, {
      chart: {
        kind: 'intervals', title: 'Estimate with its limits', x: { title: 'Total of the universe', unit: 'dollars' },
        alternative: `The point estimate of ${money(main.pointEstimate, 0)} with ${main.intervals.map(i => `its ${percent(i.level)} limits ${money(i.lowerLimit, 0)} and ${money(i.upperLimit, 0)}`).join(', ')}.`,
        points: main.intervals.map(i => ({ label: percent(i.level), value: main.pointEstimate, low: i.lowerLimit, high: i.upperLimit, marked: i === best })),
        table: {
          columns: [{ title: 'Confidence' }, { title: 'Lower limit', figures: true }, { title: 'Point estimate', figures: true }, { title: 'Upper limit', figures: true }],
          rows: main.intervals.map(i => [percent(i.level), money(i.lowerLimit), money(main.pointEstimate), money(i.upperLimit)]),
        },
      },
    })
  }
  if (main.oneSided?.length) {
    blocks.push({
      table: {
        caption: 'One-sided limits (each holds alone)', columns: [{ title: 'Confidence' }, { title: 'Lower limit', figures: true }, { title: 'Upper limit', figures: true }, { title: 't-value', figures: true }],
        rows: main.oneSided.map(o => [percent(o.level), money(o.lowerLimit), money(o.upperLimit), decimal(o.percentile, 6)]),
      },
    })
  }
  blocks.push({ table: sample(sections) })
  blocks.push({ chart: histogram(values, main.kind === 'difference' ? 'Overpayments in the sample' : `${NAMES[main.kind]} values in the sample`, main.kind === 'difference' ? 'Overpayment' : NAMES[main.kind]) })
  for (const s of rest) if (s.intervals.length) blocks.push({ table: intervals(s, `${NAMES[s.kind]}: point estimate ${money(s.pointEstimate)}, with limits`, false) })
  return blocks
}

function intervals(s: Section, caption = 'Two-sided confidence intervals of the total', percentile = true): TableBlock {
  return {
    caption,
    columns: ['Confidence', 'Lower limit', 'Upper limit', 'Precision amount', 'Precision', ...(percentile ? ['t-value'] : [])].map((title, i) => ({ title, figures: i > 0 })),
    rows: s.intervals.map(i => [percent(i.level), money(i.lowerLimit), money(i.upperLimit), money(i.precisionAmount), inPercent(i.precisionPercent), ...(percentile ? [decimal(i.percentile, 6)] : [])]),
  }
}

/** What the sample says about itself, a column for each kind of value. */
function sample(sections: Section[]): TableBlock {
  const row = (label: string, f: (s: Section) => string) => [label, ...sections.map(f)]
  return {
    caption: 'The sample',
    columns: [{ title: 'Figure' }, ...sections.map(s => ({ title: NAMES[s.kind], figures: true }))],
    rows: [
      row('Items in the sample', s => count(s.sampleSize)),
      row('Items that are not zero', s => count(s.nonzero)),
      row('Total', s => money(s.total)),
      row('Mean', s => money(s.mean)),
      row('Standard deviation', s => money(s.standardDeviation)),
      row('Standard error of the mean', s => money(s.standardErrorMean)),
      row('Standard error of the total', s => money(s.standardError)),
      row('Skewness', s => (s.skewness === undefined ? 'none' : decimal(s.skewness))),
      row('Kurtosis', s => (s.kurtosis === undefined ? 'none' : decimal(s.kurtosis))),
    ],
  }
}
