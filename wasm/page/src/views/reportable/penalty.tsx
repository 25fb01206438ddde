// The stipulated penalty per day for an obligation that was not met in time.

import { type Result } from '../../client.ts'
import { area, Calculator, count, date, dollars, money, plural, text, type Block } from '../../kit/index.ts'
import { day, span, today } from '../../kit/dates.ts'
import { reasons } from './words.ts'

const fields = {
  obligation: text({ label: 'Obligation', optional: true, data: true }),
  perDay: dollars({ label: 'Penalty for each day', hint: 'It stands in the agreement.' }),
  due: date({ label: 'Due date' }),
  extended: date({ label: 'Extended to', optional: true, hint: 'Where OIG granted an extension.' }),
  performed: date({ label: 'Met on', optional: true, hint: 'Empty while it is not met.' }),
  asOf: date({ label: 'Count through', optional: true, hint: 'Today if it is empty.', when: f => !f.performed }),
  quote: area({ label: 'Clause that sets the penalty', rows: 2, optional: true, data: true, more: true }),
  source: text({ label: 'Where it stands', optional: true, data: true, more: true }),
}

type Accrual = Result<'reportable.stipulated_penalty'>

export default function StipulatedPenalty() {
  return <Calculator id="reportable/other/penalty" title="Stipulated penalty" fields={fields} example={{ obligation: 'Annual report', perDay: '1,000', due: '2026-10-31', performed: '2026-11-09' }}
    compute={(v, run) => run.answer('reportable.stipulated_penalty', {
      obligation: v.obligation, perDay: v.perDay, due: v.due, extended: v.extended, performed: v.performed, asOf: v.performed ? undefined : (v.asOf ?? today()),
      clause: v.quote ? { parameter: 'perDay', quote: v.quote, source: v.source } : undefined,
    })}
    summary={a => a.days === 0 ? 'It was met in time: no stipulated penalty accrues.' : `${plural(a.days, 'day')} at ${money(a.penalty.perDay)} come to ${money(a.amount)}${a.open ? ' so far; it goes on each day' : ''}. OIG decides whether to demand it.`}
    present={present}
    formula={<p>Penalty = days late × penalty for each day. Days are those of the calendar, from the day after the deadline (or the extended one) through the day it was met. OIG decides whether to demand it.</p>} />
}

const present = (a: Accrual): Block[] => [
  { figures: [
    { label: a.penalty.obligation || 'Stipulated penalty', value: money(a.amount), note: a.open ? 'so far' : undefined },
    { label: 'Days late', value: count(a.days), note: a.first ? span(a.first, a.last) : undefined }, { label: 'For each day', value: money(a.penalty.perDay) },
    { label: 'Deadline', value: day(a.penalty.extended || a.penalty.due) },
  ] },
  ...reasons('How it accrues, and what else can follow', a.reasons),
]
