import { Calculator, count, integer, levels, percent, percentage, type Block } from '../../kit/index.ts'
import { AttributeSize, LimitSize } from './formula.tsx'
import { asked, curve, curveSizes, levelField, next, sizeTable, whyEmpty, warned } from './table.tsx'

const UNIVERSE = 2_147_483_647
const universe = integer({ label: 'Universe', hint: 'The number of units that the sample is drawn from.', min: 1, max: UNIVERSE })
const given = integer({ label: 'A size to look at', optional: true, min: 1, more: true, hint: 'What limits would this sample give?', api: ['size'] })

const fields = {
  universe,
  rate: percentage({ label: 'Anticipated share in error', hint: 'From 0.5% to 98%. 50% gives the largest sizes.', min: '0.5', max: '98' }),
  ranges: levels({ label: 'Precision ranges', choices: ['5', '6', '10'], initial: '10', api: ['precision', 'range'], hint: 'The wanted full width of the interval, upper limit less lower limit, in percent of the universe.' }),
  levels: levelField(), size: given,
}

export function Attribute() {
  return <Calculator id="sample-size/attribute" title="Sample size for a share in error" fields={fields}
    example={{ universe: '10000', rate: '20', ranges: '6' }} exampleNote="The example of the RAT-STATS manual. RAT-STATS prints 314, 488 and 1,079 where 312, 486 and 1,077 will do."
    compute={async (v, run) => {
      const plan = { universe: v.universe, rate: v.rate }
      const answer = await run.answer('samplesize.attribute', { ...plan, levels: v.levels, ranges: v.ranges })
      const cell = asked(answer)
      const { points } = await run.calculate('samplesize.attribute.curve', { ...plan, levels: [cell.level], sizes: curveSizes(v.universe, cell.size) })
      const looked = v.size === undefined ? [] : await Promise.all(v.levels.map(level => run.calculate('samplesize.attribute.interval', { ...plan, size: v.size!, level })))
      return { answer, cell, points, looked }
    }}
    summary={({ cell }) => `For an interval of at most ${percent(cell.precision)} of the universe at ${percent(cell.level)} confidence: a sample of ${count(cell.size)}.`}
    present={({ answer, cell, points, looked }): Block[] => {
      const intervals = (caption: string, list: typeof looked): Block => ({
        table: {
          caption, columns: ['Confidence', 'Sample size', 'Errors found', 'Lower limit', 'Upper limit', 'Range'].map((title, i) => ({ title, figures: i > 0 })),
          rows: list.map(i => [percent(i.level), count(i.size), count(i.found), count(i.lowerLimit), count(i.upperLimit), percent(i.range, 2)]),
        },
      })
      return [
        { figures: [{ label: `Sample size for a range of ${percent(cell.precision)} at ${percent(cell.level)}`, value: count(cell.size) }, { label: 'Anticipated share in error', value: percent(answer.rate) }] },
        ...sizeTable(answer, 'Sample sizes by confidence and range', 'Range'),
        ...warned(answer.warnings),
        ...curve(points.map(p => ({ ...p, share: p.range })), { title: 'Width of the interval against sample size', y: 'Range', mark: cell, target: { value: cell.precision, label: `a range of ${percent(cell.precision)}` } }),
        ...(looked.length ? [intervals('Intervals of the size to look at', looked)] : []),
        ...answer.intervals.map((row, i) => intervals(`Intervals of the sizes for a range of ${percent(answer.precisions[i]!)}: units in error in the universe`, row)),
        next(answer.universe, cell.size),
      ]
    }}
    formula={<AttributeSize />}
  />
}

const limitFields = {
  universe,
  rate: percentage({ label: 'Expected share in error', hint: 'Below every limit; 0 is possible.' }),
  limits: levels({ label: 'Limits of the share', choices: ['3', '5', '10'], initial: '5', api: ['precision', 'limit'], hint: 'What the one-sided upper limit may be at most.' }),
  levels: levelField({ hint: 'One-sided.' }), size: given,
}

export function AttributeLimit() {
  return <Calculator id="sample-size/attribute-limit" title="Sample size for an upper limit of a share in error" fields={limitFields}
    example={{ universe: '10000', rate: '1', limits: '5' }} exampleNote="How many claims show that no more than 5% are in error, if 1% are?"
    compute={async (v, run) => {
      const plan = { universe: v.universe, rate: v.rate }
      const answer = await run.answer('samplesize.attribute_limit', { ...plan, levels: v.levels, limits: v.limits })
      const cell = answer.rows.at(-1)![Math.max(0, answer.levels.indexOf('0.95'))]!
      const upper = (size: number, level: string) => run.calculate('samplesize.attribute_limit.upper', { ...plan, size, level })
      const sizes = cell.size > 0 ? curveSizes(v.universe, cell.size) : []
      const [points, looked] = await Promise.all([
        Promise.all(sizes.map(n => upper(n, cell.level))),
        Promise.all(v.size === undefined ? [] : v.levels.map(level => upper(v.size!, level))),
      ])
      return { answer, cell, points, looked }
    }}
    summary={({ cell }) => (cell.size > 0
      ? `To keep the upper limit within ${percent(cell.precision)} at ${percent(cell.level)} confidence: a sample of ${count(cell.size)}.`
      : `No sample keeps the upper limit within ${percent(cell.precision)} at ${percent(cell.level)}: ${whyEmpty(cell.empty)}.`)}
    present={({ answer, cell, points, looked }): Block[] => [
      { figures: [{ label: `Sample size for a limit of ${percent(cell.precision)} at ${percent(cell.level)}`, value: cell.size > 0 ? count(cell.size) : 'none' }, { label: 'Expected share in error', value: percent(answer.rate) }] },
      ...sizeTable(answer, 'Sample sizes by confidence and limit', 'Upper limit'),
      ...warned(answer.warnings),
      ...curve(points.map(p => ({ ...p, share: p.upperProportion })), { title: 'Upper limit against sample size', y: 'Upper limit of the share', mark: cell, target: { value: cell.precision, label: `a limit of ${percent(cell.precision)}` } }),
      ...(looked.length ? [{
        table: {
          caption: 'Upper limits of the size to look at', columns: ['Confidence', 'Sample size', 'Errors found', 'Upper limit', 'Share'].map((title, i) => ({ title, figures: i > 0 })),
          rows: looked.map(u => [percent(u.level), count(u.size), count(u.found), count(u.upperLimit), percent(u.upperProportion, 2)]),
        },
      }] : []),
      ...(cell.size > 0 ? [next(answer.universe, cell.size)] : []),
    ]}
    formula={<LimitSize />}
  />
}
