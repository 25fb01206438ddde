// The rules on reportable events and clocks, with citations.

import { Calculator, date, plural } from '../../kit/index.ts'
import { day } from '../dates.ts'
import { cited } from './words.ts'

const fields = { on: date({ label: 'In force on', optional: true, hint: 'All rules in all their forms if it is empty.' }) }

export default function Rules() {
  return <Calculator id="reportable/other/rules" title="Rules on reportable events and clocks" fields={fields} example={{ on: '2026-11-22' }} exampleNote="Choose a day." button="Show"
    compute={(v, run) => run.answer('reportable.rules', { on: v.on })}
    summary={(list, v) => `${plural(list.length, 'rule')}${v.on ? ` in force on ${day(v.on)}` : ''}.`}
    present={list => [{ reasons: list.map(r => ({ text: r.text, source: cited(r) + (r.from ? `. In force from ${day(r.from)}${r.through ? ` through ${day(r.through)}` : ''}` : '') })) }]} />
}
