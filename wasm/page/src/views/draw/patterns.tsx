// Tests of randomness, as diagnostics.

import { Calculator, count, decimal, integer, numbers, percent, type Block } from '../../kit/index.ts'
import { number } from './design.ts'

const fields = {
  numbers: numbers({ label: 'Numbers in the order of selection', hint: 'Ten or more for the chi-square test, forty for the serial test, ten on each side of the median for runs.', min: -9_007_199_254_740_991 }),
  low: number('First number of the frame'), high: number('Last number of the frame'),
  classes: integer({ label: 'Classes of the chi-square test', optional: true, min: 2, max: 1000, more: true, hint: 'As many as leave five expected numbers for each, if it is empty.' }),
}

const EXAMPLE = '718\n643\n247\n236\n821\n650\n257\n141\n301\n22\n980\n507\n440\n557'

export default function Patterns() {
  return <Calculator id="verify/patterns" title="Patterns in drawn numbers" fields={fields}
    example={{ numbers: { text: EXAMPLE, example: true }, low: '1', high: '1000' }} exampleNote="The fourteen numbers of the example in the RAT-STATS User's Guide."
    compute={(v, run) => run.answer('sampling.diagnose', { numbers: v.numbers, low: v.low, high: v.high, ...(v.classes && { classes: v.classes }) })}
    summary={r => {
      const p = [r.runs?.p, r.chiSquare?.p, r.serial?.p].filter(x => x !== undefined)
      return p.length === 0 ? 'There are too few numbers for any test.' : `The smallest p-value of ${p.length === 1 ? 'the one test' : `${p.length} tests`} is ${decimal(p.sort((a, b) => Number(a) - Number(b))[0]!, 3)}.`
    }}
    present={(r): Block[] => {
      const chi = (name: string, t: typeof r.chiSquare) => [name, t ? decimal(t.statistic, 3) : 'too few numbers', t ? `${t.degrees} degrees of freedom, ${count(t.classes)} classes` : '', t ? decimal(t.p, 4) : '']
      return [
        { figures: [{ label: 'p-value of the chi-square test', value: r.chiSquare ? percent(r.chiSquare.p, 1) : 'none' }, { label: 'of the runs test', value: r.runs ? percent(r.runs.p, 1) : 'none' }, { label: 'of the serial test', value: r.serial ? percent(r.serial.p, 1) : 'none' }] },
        {
          table: {
            caption: 'The tests', columns: [{ title: 'Test' }, { title: 'Statistic', figures: true }, { title: 'Of' }, { title: 'p-value', figures: true, whole: true }],
            rows: [
              ['Runs above and below the median', r.runs ? decimal(r.runs.z, 3) : 'too few numbers', r.runs ? `${r.runs.runs} runs, ${decimal(r.runs.expected)} expected` : '', r.runs ? decimal(r.runs.p, 4) : ''],
              chi('Chi-square of equal classes', r.chiSquare), chi('Serial test of pairs', r.serial),
            ],
          },
        },
        { paragraph: r.note },
      ]
    }}
    formula={<p>Runs: the number of runs above and below the median against its mean and variance. Chi-square: the counts of equal parts of the frame against those expected. Serial: the same for pairs of neighbours in the order of selection.</p>}
  />
}
