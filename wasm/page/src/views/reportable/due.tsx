// A number of days after or before a day, and the federal holidays of that year.

import { type Result } from '../../client.ts'
import { Calculator, choice, date, integer, type Block } from '../../kit/index.ts'
import { calendarFile, day, weekday } from '../../kit/dates.ts'
import { counted } from './counted.ts'
import { calendarFields, calendarOf, inFront } from './terms.ts'
import { warned } from './words.ts'

const fields = {
  days: integer({ label: 'Days', suffix: 'days', max: 3660 }),
  direction: choice({ label: 'Direction', as: 'across', options: [{ value: 'after', label: 'After' }, { value: 'before', label: 'Before' }] }),
  from: date({ label: 'Day it is counted from', hint: 'The day itself is not counted.' }),
  ...inFront(calendarFields),
}

interface Answer { due: Result<'reportable.due_date'>; holidays: Result<'reportable.federal_holidays'> }

export default function DueDate() {
  return <Calculator id="reportable/other/due" title="Due date" fields={fields} example={{ days: '21', from: '2026-11-05', weekends: 'earlier', holidays: 'earlier' }}
    compute={async (v, run): Promise<Answer> => {
      const due = await run.answer('reportable.due_date', { from: v.from, days: v.days, before: v.direction === 'before', calendar: calendarOf(v) })
      return { due, holidays: await run.calculate('reportable.federal_holidays', { year: Number(due.on.slice(0, 4)) }).catch(() => []) }
    }}
    summary={({ due }) => `The last day is ${weekday(due.on)}: ${counted(due)}.`} present={present}
    files={({ due }) => calendarFile('due-date', [{ on: due.on, title: 'Last day: ' + counted(due) }])}
    formula={<p>The day of the event is not counted. Federal holidays are worked out by 5 U.S.C. 6103: observed on the Friday before a Saturday and the Monday after a Sunday, Juneteenth since 2021, without Inauguration Day. “On to the next working day” is the rule of Fed. R. Civ. P. 6(a): later when counted after an event, earlier when counted before one.</p>} />
}

const present = ({ due, holidays }: Answer): Block[] => [
  { figures: [{ label: 'Last day', value: day(due.on), note: due.weekday }, { label: 'Counted', value: counted(due).replace(/, moved.*/, '') }, ...(due.shifted ? [{ label: 'Moved', value: `from ${day(due.counted)}` }] : [])] },
  ...warned(due.warnings),
  ...(holidays.length ? [{ table: { caption: `Federal holidays of ${due.on.slice(0, 4)}`, columns: [{ title: 'Holiday' }, { title: 'Day' }, { title: 'Observed' }], rows: holidays.map(h => [h.name, weekday(h.date), h.observed === h.date ? 'the same day' : weekday(h.observed)]) } }] : []),
]
