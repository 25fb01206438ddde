import { Calculator, count, Formula, percent, shift, tableOf, type Block } from '../../kit/index.ts'
import { type Result } from '../../client.ts'
import { best } from '../appraisal/estimate.ts'
import { levelFields, levelsOf } from '../appraisal/options.ts'
import { sampleFields } from './unrestricted.tsx'

const fields = { ...sampleFields, ...levelFields }
type Answer = Result<'appraisal.attribute.binomial'>

export function Binomial() {
  return <Calculator id="counts/binomial" title="Share of items in a universe of unknown size" fields={fields} example={{ sampleSize: '50', count: '3', levels: '80,90,95' }} exampleNote="3 of 50 items."
    compute={(v, run) => run.answer('appraisal.attribute.binomial', { sampleSize: v.sampleSize, count: v.count, ...levelsOf(v) })}
    summary={r => {
      const i = r.intervals.at(-1)
      return `Estimated share of items with the characteristic: ${percent(r.pointEstimate, 3)}.` + (i ? ` With ${percent(i.level)} confidence from ${percent(i.lowerLimit, 3)} to ${percent(i.upperLimit, 3)}.` : '')
    }}
    present={present}
    formula={<>
      <p>With <i>X</i> items that have the characteristic in <i>n</i> independent trials, <i>x</i> of them found, the limits are those of Clopper and Pearson:</p>
      <Formula lines={[
        ['Point estimate', 'p = frac{x}{n}'],
        ['Lower limit', 'P (X >= x | p_1) = alpha , "0 for" x = 0'],
        ['Upper limit', 'P (X <= x | p_2) = alpha , "1 for" x = n'],
        ['Standard error', 'SE = sqrt{frac{p (1 - p)}{n - 1}}'],
      ]} />
      <p>A two-sided level <i>c</i> has α = (1 − <i>c</i>)/2 on each side, a one-sided level α = 1 − <i>c</i>. Where the size of the universe is known, the unrestricted appraisal has narrower limits.</p>
    </>}
  />
}

function present(r: Answer): Block[] {
  const i = best(r.intervals)
  const limits = (caption: string, list: Answer['intervals']) => tableOf(caption, list, [['Confidence', x => percent(x.level)], ['Lower limit', x => percent(x.lowerLimit, 3)], ['Upper limit', x => percent(x.upperLimit, 3)]])
  return [
    { figures: [
      { label: 'Estimated share of items with the characteristic', value: percent(r.pointEstimate, 3), note: `${count(r.count)} of ${count(r.sampleSize)} items` },
      ...(i ? [{ label: `Lower limit, ${percent(i.level)} two-sided`, value: percent(i.lowerLimit, 3) }, { label: `Upper limit, ${percent(i.level)} two-sided`, value: percent(i.upperLimit, 3) }] : []),
    ] },
    ...(r.warnings?.length ? [{ warnings: r.warnings }] : []),
    ...(i ? [{ table: limits('Two-sided confidence limits', r.intervals) }, {
      chart: {
        kind: 'intervals' as const, title: 'Share with its limits', x: { title: 'Share of the universe', unit: 'percent' as const },
        alternative: `The share of ${percent(r.pointEstimate, 1)} with ${r.intervals.map(x => `its ${percent(x.level)} limits ${percent(x.lowerLimit, 1)} and ${percent(x.upperLimit, 1)}`).join(', ')}.`,
        points: r.intervals.map(x => ({ label: percent(x.level), value: shift(r.pointEstimate, 2), low: shift(x.lowerLimit, 2), high: shift(x.upperLimit, 2), marked: x === i })),
        table: limits('', r.intervals),
      },
    }] : []),
    ...(r.oneSided?.length ? [{ table: limits('One-sided limits (each holds alone)', r.oneSided) }] : []),
    { rows: [{ label: 'Standard error of the share', value: r.standardError === undefined ? 'none' : percent(r.standardError, 3) }] },
  ]
}
