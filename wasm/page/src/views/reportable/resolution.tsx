// What OIG's general practice comes to when a reportable event is resolved like a self-disclosure.

import { type Result } from '../../client.ts'
import { Calculator, checkbox, choice, decimalNumber, dollars, decimal, Formula, money, type Block } from '../../kit/index.ts'
import { answer, given, reasons, warned } from './words.ts'

const fields = {
  matter: choice({ label: 'The matter is', options: [{ value: 'other', label: 'not related to kickbacks' }, { value: 'kickback', label: 'related to kickbacks' }] }),
  damages: dollars({ label: 'Single damages', data: true, when: f => f.matter === 'other', hint: 'What the payors lost.' }),
  remuneration: dollars({ label: 'Remuneration', data: true, when: f => f.matter === 'kickback', hint: 'What was offered, paid or received.' }),
  cmp: answer({ label: 'OIG’s civil money penalty authorities are implicated' }),
  bothWays: checkbox({ label: 'It is disclosed to the Self-Disclosure Protocol, too' }),
  multiplier: decimalNumber({ label: 'Multiplier', optional: true, more: true, hint: '1.5 is OIG’s general practice; OIG may ask for more.' }),
}

type Settlement = Result<'reportable.resolution'>

export default function Resolution() {
  return <Calculator id="reportable/resolution" title="Resolution of a reportable event" fields={fields}
    example={{ matter: 'other', damages: '18,240.50', cmp: 'yes', bothWays: true }}
    compute={(v, run) => run.answer('reportable.resolution', { matter: v.matter, damages: v.damages, remuneration: v.remuneration, cmp: given(v.cmp), bothWays: v.bothWays, multiplier: v.multiplier })}
    summary={summary} present={present}
    formula={<>
      <Formula lines={[['Settlement', 'max (1.5 * base, minimum)']]} />
      <p>The base is the single damages or, where kickbacks are involved, the remuneration. The minimum is $20,000, and $100,000 where kickbacks are involved. It is an estimate: OIG decides in each case.</p>
    </>} />
}

const summary = (s: Settlement): string =>
  s.applies === 'no' ? 'No civil money penalty authority of OIG’s is implicated: this practice does not apply.'
    : `By OIG’s general practice the matter comes to ${money(s.amount ?? '0')}${s.minimumDecides ? ', which is the minimum' : ''}. OIG decides and may ask for more.`

const present = (s: Settlement): Block[] => [
  { figures: s.applies === 'no' ? [{ label: 'General practice of OIG', value: 'Does not apply' }] : [
    { label: 'By OIG’s general practice', value: money(s.amount ?? '0'), note: s.minimumDecides ? 'the minimum' : `${decimal(s.multiplier ?? '0', 2)} times the base` },
    { label: s.resolution.matter === 'kickback' ? 'Remuneration' : 'Single damages', value: money(s.base ?? '0') },
    { label: `Times ${s.multiplier}`, value: money(s.multiplied ?? '0') }, { label: 'Minimum', value: money(s.minimum ?? '0') },
  ] },
  ...warned(s.warnings),
  ...reasons('What is to be done', s.steps),
  ...reasons('Why', s.reasons),
]
