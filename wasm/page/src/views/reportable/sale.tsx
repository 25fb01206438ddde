// Whether the agreement binds the purchaser of a business, and the request for a determination.

import { type Result } from '../../client.ts'
import { area, Calculator, date, text, type Block } from '../../kit/index.ts'
import { calendarFile, day, weekday } from '../../kit/dates.ts'
import { counted } from './counted.ts'
import { calendarFields, calendarOf } from './terms.ts'
import { answer, given, reasons, warned } from './words.ts'

const fields = {
  closing: date({ label: 'Day of the proposed sale', data: true }),
  requested: date({ label: 'OIG was asked in writing on', optional: true, data: true }),
  business: area({ label: 'Business sold, as the request has it', rows: 2, optional: true, data: true }),
  terms: area({ label: 'Terms of the transaction, as the request has them', rows: 2, optional: true, data: true }),
  purchaser: text({ label: 'Purchaser, as the request has it', optional: true, data: true }),
  notSubject: answer({ label: 'OIG determined in writing that purchaser and business will not be under the agreement', data: true }),
  ...calendarFields,
}

type Succession = Result<'reportable.successor_liability'>

export default function Sale() {
  return <Calculator id="reportable/other/sale" title="Sale of a business: successor liability" fields={fields}
    example={{ closing: '2027-01-15', requested: '2026-12-01', business: 'The clinic’s laboratory', purchaser: 'Acme Labs' }}
    compute={(v, run) => run.answer('reportable.successor_liability', { closing: v.closing, requested: v.requested, business: v.business, terms: v.terms, purchaser: v.purchaser, notSubject: given(v.notSubject), calendar: calendarOf(v) })}
    summary={s => `${s.binding ? 'The agreement binds the purchaser unless OIG determines otherwise in writing.' : 'OIG determined that the agreement does not bind the purchaser.'} ${asked(s)}`}
    present={present} files={s => calendarFile('successor-liability', s.timely ? [] : [{ on: s.requestBy, title: 'Ask OIG about successor liability' }])} />
}

const asked = (s: Succession) => s.timely === 'yes' ? 'OIG was asked in time.' : s.timely === 'no' ? `OIG was asked after the last day, ${day(s.requestBy)}.` : `OIG is to be asked by ${weekday(s.requestBy)}.`

const present = (s: Succession): Block[] => [
  { figures: [
    { label: 'The agreement', value: s.binding ? 'Binds the purchaser' : 'Does not bind the purchaser' },
    { label: 'Last day to ask OIG', value: day(s.requestBy), note: counted(s.due) },
    { label: 'Asked in time', value: s.timely === 'yes' ? 'yes' : s.timely === 'no' ? 'no' : 'not asked yet' },
  ] },
  ...warned(s.due.warnings),
  { table: { caption: 'What the request contains', columns: [{ title: 'Item', prose: true }, { title: 'It has it' }], rows: s.contents.map(c => [c.text, s.timely === undefined && !s.missing ? 'Not recorded' : s.missing?.includes(c.id) ? 'Missing' : 'Yes']) } },
  ...reasons('Why', s.reasons),
]
