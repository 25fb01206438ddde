// What a number of violations comes to with the reader's figures, and what prevention would have taken out: an illustration.

import { type Result } from '../../client.ts'
import { Calculator, count, decimalNumber, dollars, integer, money, type Block } from '../../kit/index.ts'
import { cited } from '../reportable/words.ts'

const fields = {
  violations: integer({ label: 'Violations' }),
  perViolation: dollars({ label: 'Penalty for each violation', hint: 'Amounts are adjusted every year: 45 CFR part 102.' }),
  base: dollars({ label: 'Base of the assessment', hint: 'Such as the amounts claimed.' }),
  multiplier: decimalNumber({ label: 'Multiplier', initial: '3', hint: '0 for no assessment.' }),
  preventedViolations: integer({ label: 'Violations that prevention takes out', optional: true, group: 'With prevention' }),
  preventedBase: dollars({ label: 'Base that it takes out', optional: true, group: 'With prevention' }),
}

type Illustration = Result<'training.penalty'>

export default function Penalty() {
  return <Calculator id="training/penalty" title="Penalty and assessment: an illustration" fields={fields}
    example={{ violations: '40', perViolation: '10,000', base: '5,200', multiplier: '3', preventedViolations: '31', preventedBase: '4,030' }}
    compute={(v, run) => run.answer('training.penalty', { violations: v.violations, perViolation: v.perViolation, base: v.base, multiplier: v.multiplier, preventedViolations: v.preventedViolations, preventedBase: v.preventedBase ?? '0' })}
    summary={p => `With these figures the violations come to ${money(p.exposed.total)}; prevention would have taken out ${money(p.avoided.total)}. An illustration, not legal advice.`}
    present={present}
    formula={<p>Penalty and assessment = violations × penalty for each + base × multiplier, rounded to cents once. Every figure is the reader’s: which amounts apply is a legal question.</p>} />
}

const present = (p: Illustration): Block[] => [
  { figures: [{ label: 'With everything', value: money(p.exposed.total) }, { label: 'Taken out by prevention', value: money(p.avoided.total) }, { label: 'What remains', value: money(p.remaining.total) }] },
  { warnings: [{ code: 'illustration', message: p.notice }] },
  { table: {
    caption: 'What it comes to', columns: ['', 'Violations', 'Penalties', 'Assessment', 'Total'].map((title, i) => ({ title: title || 'Case', figures: i > 0 })),
    rows: ([['With everything', p.exposed], ['Taken out by prevention', p.avoided], ['What remains', p.remaining]] as const).map(([name, a]) => [name, count(a.violations), money(a.penalties), money(a.assessment), money(a.total)]),
  } },
  { heading: 'What OIG considers', reasons: p.factors.map(f => ({ text: f.text + (f.aggravating ? ` Aggravating: ${f.aggravating}` : '') + (f.mitigating ? ` Mitigating: ${f.mitigating}` : ''), source: cited(f.source) })) },
]
