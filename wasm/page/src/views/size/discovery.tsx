import { Calculator, count, integer, integers, levels, percent, plural, type Block } from '../../kit/index.ts'
import { DiscoverySize } from './formula.tsx'
import { curve, curveSizes, levelField, next, sizeTable, warned } from './table.tsx'

const fields = {
  universe: integer({ label: 'Universe', hint: 'The number of units that the sample is drawn from.', min: 1, max: 2_147_483_647 }),
  rates: levels({ label: 'Shares in error', choices: ['1', '2', '5', '10'], initial: '1,2,5,10', optional: true, api: ['rate'], hint: 'If so many of the universe are in error, the sample is to find at least one.' }),
  counts: integers({ label: 'Numbers of units in error', optional: true, min: 1, hint: 'Instead of shares or beside them, with blanks between: 1 5 10.' }),
  levels: levelField(),
  size: integer({ label: 'A size to look at', optional: true, min: 0, more: true, hint: 'What chance has this sample to find at least one error?' }),
}

export default function Discovery() {
  return <Calculator id="sample-size/discovery" title="Sample size that finds at least one error" fields={fields}
    example={{ universe: '10000', size: '50' }} exampleNote="10,000 claims."
    compute={async (v, run) => {
      const answer = await run.answer('samplesize.discovery', { universe: v.universe, rates: v.rates, counts: v.counts ?? [], levels: v.levels })
      const row = Math.max(0, answer.precisions.indexOf('0.05'))
      const cell = answer.rows[row]![Math.max(0, answer.levels.indexOf('0.95'))]!, errors = answer.errors[row]!
      const chance = async (size: number, of: number) => ({ size, errors: of, chance: (await run.calculate('samplesize.discovery.chance', { universe: v.universe, size, errors: of })).chance })
      const [points, looked] = await Promise.all([
        Promise.all(curveSizes(v.universe, cell.size).map(n => chance(n, errors))),
        Promise.all(v.size === undefined ? [] : answer.errors.map(e => chance(v.size!, e))),
      ])
      return { answer, cell, errors, points, looked }
    }}
    summary={({ cell, errors }) => `If ${plural(errors, 'unit is', 'units are')} in error, a sample of ${count(cell.size)} finds at least one with ${percent(cell.level)} confidence.`}
    present={({ answer, cell, errors, points, looked }, v): Block[] => [
      { figures: [{ label: `Sample size that finds one of ${plural(errors, 'unit')} in error at ${percent(cell.level)}`, value: count(cell.size), note: 'A sample that finds none says, with that confidence, that fewer are in error.' }] },
      ...sizeTable(answer, 'Sample sizes by confidence and share in error', 'In error', answer.errors.map((e, i) => (i < v.rates.length ? `${percent(answer.precisions[i]!)} (${count(e)})` : count(e)))),
      ...warned(answer.warnings),
      ...(looked.length ? [{
        table: {
          caption: `Chance that ${plural(v.size!, 'unit')} find at least one error`, columns: [{ title: 'Units in error' }, { title: 'Chance', figures: true }],
          rows: looked.map(l => [count(l.errors), percent(l.chance, 2)]),
        },
      }] : []),
      ...curve(points.map(p => ({ size: p.size, level: cell.level, share: p.chance })), {
        title: `Chance to find one of ${plural(errors, 'unit')} in error`, y: 'Chance', mark: cell, target: { value: cell.level, label: '' }, level: () => 'Chance',
        words: (first, last) => `The chance rises from ${first} to ${last}; ${percent(cell.level)} takes ${count(cell.size)}.`,
      }),
      next(v.universe, cell.size),
    ]}
    formula={<DiscoverySize />}
  />
}
