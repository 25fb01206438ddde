// The rules on reportable events with citations, and the clocks of an agreement as data.

import { type Result } from '../../client.ts'
import { Calculator, choice, date, plural, type Block, type Run, type Values } from '../../kit/index.ts'
import { day } from '../../kit/dates.ts'
import { cited } from './words.ts'

const fields = {
  part: choice({ label: 'Show', options: [{ value: 'rules', label: 'The rules' }, { value: 'clocks', label: 'The clocks of an agreement' }] }),
  on: date({ label: 'In force on', optional: true, hint: 'All rules in all their forms if it is empty.', when: f => f.part === 'rules' }),
}

interface Lists { rules?: Result<'reportable.rules'>; clocks?: Result<'reportable.clocks'> }

export default function Rules() {
  return <Calculator id="reportable/other/rules" title="Rules and clocks" fields={fields} example={{ part: 'rules', on: '2026-11-22' }} exampleNote="Choose a day." button="Show"
    compute={async (v: Values<typeof fields>, run: Run): Promise<Lists> => v.part === 'rules' ? { rules: await run.answer('reportable.rules', { on: v.on }) } : { clocks: await run.answer('reportable.clocks', {}) }}
    summary={(l, v) => l.rules ? `${plural(l.rules.length, 'rule')}${v.on ? ` in force on ${day(v.on)}` : ''}.` : `${plural(l.clocks!.length, 'clock')}.`} present={present} />
}

const present = ({ rules, clocks }: Lists): Block[] => rules
  ? [{ reasons: rules.map(r => ({ text: r.text, source: cited(r) + (r.from ? `. In force from ${day(r.from)}${r.through ? ` through ${day(r.through)}` : ''}` : '') })) }]
  : clocks!.flatMap(c => [{ heading: c.text }, { rows: [
    { label: c.before ? 'Counted back from' : 'Counted from', value: c.starts }, ...(c.days ? [{ label: 'Days', value: String(c.days) }] : []), { label: 'Whose clock', value: c.whose === 'oig' ? 'OIG’s' : 'the provider’s' },
    ...(c.contents?.length ? [{ label: 'The notice', value: c.contents.map(i => i.text).join(' ') }] : []), { label: 'Source', value: cited(c.source) },
  ] }])
