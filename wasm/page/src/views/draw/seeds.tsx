// The search for a seed: which seeds give reported numbers.

import { Calculator, checkbox, count, numbers, plural, type Block } from '../../kit/index.ts'
import { number, seedField } from './design.ts'

export interface Match { state: number; timesOfDay: string[]; timesOfDayCount: number; wholeNumbers: string[]; wholeNumbersCount: number; slips?: string[] }
export interface Found { matches: Match[]; note: string }

const fields = {
  low: number('First number of the frame'), high: number('Last number of the frame'),
  numbers: numbers({ label: 'Reported numbers', hint: 'Of the sample, without spares. A sample of frames is searched by its random numbers.', min: -9_007_199_254_740_991, api: ['reported', 'size'] }),
  ordered: checkbox({ label: 'They are in the order of selection' }),
  mistyped: { ...seedField, optional: true as const, label: 'Seed as it is documented', hint: 'If it does not give the sample: seeds that differ by one slip of the hand are looked for.', api: ['seed'] },
}

/** Seconds since midnight as a clock shows them. */
const clock = (seconds: string) => {
  const s = Number(seconds.split('.')[0]), two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
}

/** Seeds in a cell: the first of them, and how many there are. */
const seeds = (list: string[], all: number, show = (s: string) => s) => (list.length ? list.slice(0, 6).map(show).join(', ') + (all > 6 ? ` and ${count(all - Math.min(6, list.length))} more` : '') : 'none')

export default function SeedSearch() {
  return <Calculator id="verify/seeds" title="Seeds that give reported numbers" fields={fields}
    example={{ low: '1', high: '1000', numbers: { text: '22\n141\n236\n247\n257\n301\n643\n650\n718\n821', example: true }, mistyped: '48836.78' }}
    exampleNote="The sample of the RAT-STATS User's Guide; two digits of its seed, 48863.78, are changed about."
    compute={(v, run) => run.answer('sampling.seed_search', { low: v.low, high: v.high, numbers: v.numbers, ...(v.ordered && { ordered: true }), ...(v.mistyped && { mistyped: v.mistyped }) })}
    summary={r => {
      const slips = r.matches.flatMap(m => m.slips ?? [])
      if (r.matches.length === 0) return 'No RAT-STATS seed gives these numbers: all 65,536 start states were tried.'
      return `${plural(r.matches.length, 'start state')} of 65,536 ${r.matches.length === 1 ? 'gives' : 'give'} these numbers` + (slips.length ? `; one slip of the hand makes ${slips[0]} of the documented seed.` : '.')
    }}
    present={(r, v): Block[] => {
      const slips = r.matches.flatMap(m => m.slips ?? [])
      return [
        {
          figures: [
            ...(slips.length ? [{ label: 'Seed one slip of the hand away', value: slips.join(', '), note: `from ${v.mistyped}` }] : []),
            { label: 'Start states that give the numbers', value: count(r.matches.length), note: 'of 65,536' },
            ...(r.matches.length ? [
              { label: 'Seeds of the clock', value: count(r.matches.reduce((n, m) => n + m.timesOfDayCount, 0)), note: 'seconds since midnight, of 8,640,000' },
              { label: 'Whole numbers', value: count(r.matches.reduce((n, m) => n + m.wholeNumbersCount, 0)), note: 'up to 9,999,999' },
            ] : []),
          ],
        },
        ...(r.matches.length ? [{
          table: {
            caption: 'Seeds by start state', columns: [{ title: 'Start state', figures: true }, { title: 'Times of day', prose: true }, { title: 'Whole numbers', prose: true }],
            rows: r.matches.map(m => [
              String(m.state), seeds(m.timesOfDay, m.timesOfDayCount, s => `${s} (${clock(s)})`), seeds(m.wholeNumbers, m.wholeNumbersCount),
            ]),
          },
        }] : []),
        { paragraph: r.note },
        ...(r.matches.length > 1 ? [{ paragraph: 'Several start states give the numbers: of few numbers from a small frame many do, of a hundred from a frame of thousands at most one.' }] : []),
      ]
    }}
    files={r => [{
      label: 'CSV of all seeds', name: 'verify-seeds.csv', type: 'text/csv',
      content: () => ['Start state,Kind,Seed', ...r.matches.flatMap(m => [...m.timesOfDay.map(s => `${m.state},time of day,${s}`), ...m.wholeNumbers.map(s => `${m.state},whole number,${s}`)])].join('\r\n') + '\r\n',
    }]}
    formula={<p>RAT-STATS keeps 16 bits of a seed: it takes the upper 32 bits of the number as an IEEE double and folds them to 16, so that its generator has 65,536 start states. All of them are tried; the seeds that lead to those that give the numbers are listed.</p>}
  />
}
