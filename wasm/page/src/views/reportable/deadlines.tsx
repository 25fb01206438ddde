// The clocks of an agreement: the last day of each, whether it was kept, and what a notice or request lacks.

import { type Result } from '../../client.ts'
import { area, blanks, Calculator, checkbox, choice, date, integer, plural, rows, text, type Block, type Raws, type Values } from '../../kit/index.ts'
import { calendarFile, day, weekday } from '../../kit/dates.ts'
import { counted } from './counted.ts'
import { calendarFields, calendarOf } from './terms.ts'
import { cited, warned } from './words.ts'

const CLOCKS = [
  { value: 'report_reportable_event', label: 'Report a reportable event' },
  { value: 'repay_overpayment', label: 'Repay an overpayment' },
  { value: 'repay_sample_overpayments', label: 'Repay what a claims review found' },
  { value: 'request_extension', label: 'Ask for an extension' },
  { value: 'request_successor_determination', label: 'Ask about successor liability' },
  { value: 'oig_objects_to_iro', label: 'OIG objects to an IRO' },
  { value: 'request_modification', label: 'Ask for a modification (no clock)' },
  { value: 'agreement', label: 'Another clock of the agreement' },
] as const

/** The act that starts each clock, and its days. */
const STARTS: Record<string, string> = {
  report_reportable_event: 'The day it was determined that a reportable event exists: 30 days.', repay_overpayment: 'The day the overpayment was identified: 60 days.',
  repay_sample_overpayments: 'The day the determinations were complete: 60 days.', request_extension: 'The deadline in the agreement: 5 days before it.',
  request_successor_determination: 'The day of the proposed sale: 30 days before it.', oig_objects_to_iro: 'The day OIG received the written notice of who the IRO is: 30 days.',
  agreement: 'The act that starts the clock, or the day it is counted back from.',
}

const is = (...clocks: string[]) => (f: any) => clocks.includes(f.clock)
const runs = (f: any) => f.clock !== 'request_modification'
const part = (label: string, ...clocks: string[]) => checkbox({ label, when: is(...clocks) })

/** What a notice or request has to contain, by the library's ids. */
const contents = {
  in_writing: part('The notice is in writing', 'report_reportable_event', 'request_extension', 'request_successor_determination', 'oig_objects_to_iro', 'request_modification'),
  reasons: part('It gives the reasons', 'request_extension'),
  business: part('It describes the business', 'request_successor_determination'),
  terms: part('It has the terms of the transaction', 'request_successor_determination'),
  purchaser: part('It says who the purchaser is', 'request_successor_determination'),
  iro_identity: part('It says who the IRO is', 'oig_objects_to_iro'),
  discussed_in_advance: part('It was discussed with the OIG monitor in advance', 'request_modification'),
}

const clockFields = {
  clock: choice({ label: 'Clock', as: 'select', options: CLOCKS }),
  label: text({ label: 'Name of the clock', data: true, hint: 'In your words, such as annual report.', when: is('agreement') }),
  on: date({ label: 'Day it is counted from', hint: f => STARTS[f.clock] ?? '', when: runs }),
  days: integer({ label: 'Days', suffix: 'days', min: 1, max: 3660, when: is('agreement') }),
  direction: choice({ label: 'Direction', as: 'across', options: [{ value: 'after', label: 'After that day' }, { value: 'before', label: 'Before it' }], when: is('agreement') }),
  otherDays: integer({ label: 'Days, if the agreement has others', suffix: 'days', optional: true, min: 1, max: 3660, when: f => runs(f) && f.clock !== 'agreement' }),
  costReport: date({ label: 'Corresponding cost report due', optional: true, when: is('repay_overpayment') }),
  done: date({ label: 'Done', optional: true, hint: 'Empty while it is not.', when: runs }),
  ...contents,
  quote: area({ label: 'Clause of the agreement', rows: 2, data: true, when: is('agreement') }),
  source: text({ label: 'Where it stands', optional: true, data: true, hint: 'Such as section V.B.', when: is('agreement') }),
}

const fields = { clocks: rows({ label: 'Clocks', item: 'Clock', fields: clockFields }), ...calendarFields }
type Deadline = Result<'reportable.deadlines'>[number]
type Form = Values<typeof fields>

const blank = blanks(clockFields)
const example: Partial<Raws<typeof fields>> = {
  clocks: [
    { ...blank, clock: 'report_reportable_event', on: '2026-10-05', in_writing: true },
    { ...blank, clock: 'repay_overpayment', on: '2026-09-30', done: '2026-11-20' },
    { ...blank, clock: 'request_extension', on: '2026-12-31', done: '2026-12-28', in_writing: true },
  ],
  weekends: '', holidays: '',
}

export default function Deadlines() {
  return <Calculator id="reportable/deadlines" title="Deadlines and clocks" fields={fields} example={example} button="Work out the days"
    compute={(v, run) => run.answer('reportable.deadlines', { calendar: calendarOf(v), clocks: v.clocks.map(started) })}
    summary={summary} present={present}
    files={list => calendarFile('deadlines', list.filter(d => d.by && !d.timely).map(d => ({ on: d.by!, title: nameOf(d), note: d.text })))}
    formula={<>
      <p>Last day = the day that starts the clock + its days; the day itself is not counted. A clock that runs before something ends that many days before it. A date on a weekend or federal holiday stays where it is unless you choose otherwise under “More options”: no source here moves a date of an agreement.</p>
      <p>Federal holidays are those of 5 U.S.C. 6103, observed on the Friday before a Saturday and the Monday after a Sunday (Executive Order 11582).</p>
    </>} />
}

function started(c: Form['clocks'][number]) {
  const custom = c.clock === 'agreement'
  return {
    clock: c.clock, label: c.label, on: c.on, days: custom ? c.days : c.otherDays, before: custom && c.direction === 'before', costReport: c.costReport, done: c.done,
    contains: containedIn(c), clause: custom ? { parameter: 'days', quote: c.quote!, source: c.source } : undefined,
  }
}

const containedIn = (c: Form['clocks'][number]) => Object.keys(contents).filter(k => (c as Record<string, unknown>)[k] === true)
const nameOf = (d: Deadline) => d.label || CLOCKS.find(c => c.value === d.clock)!.label
const late = (d: Deadline) => d.timely === 'no'

function state(d: Deadline): string {
  if (!d.by) return 'No clock runs'
  return d.timely === 'yes' ? 'Done in time' : late(d) ? `${plural(d.daysLate ?? 0, 'day')} late` : 'Not done yet'
}

function summary(list: Deadline[]): string {
  const open = list.filter(d => d.by && !d.timely).sort((a, b) => (a.by! < b.by! ? -1 : 1)), missed = list.filter(late)
  const next = open[0] ? `The next last day is ${weekday(open[0].by!)}: ${nameOf(open[0])}.` : 'No clock is running.'
  return next + (missed.length ? ` ${plural(missed.length, 'clock was', 'clocks were')} not kept: ${missed.map(nameOf).join(', ')}.` : '')
}

function present(list: Deadline[], v: Form): Block[] {
  const open = list.filter(d => d.by && !d.timely).sort((a, b) => (a.by! < b.by! ? -1 : 1))
  const dated = list.filter(d => d.due)
  const warnings = list.flatMap(d => (d.warnings ?? []).map(w => ({ ...w, message: `${nameOf(d)}: ${w.message}` })))
  const blocks: Block[] = [{ figures: [
    open[0] ? { label: 'Next last day', value: day(open[0].by), note: `${weekday(open[0].by!).split(',')[0]}: ${nameOf(open[0])}` } : { label: 'Running clocks', value: 'None' },
    { label: 'Not done yet', value: String(open.length) }, { label: 'In time', value: String(list.filter(d => d.timely === 'yes').length) }, { label: 'Late', value: String(list.filter(late).length) },
  ] }]
  blocks.push({ table: {
    caption: 'The clocks', columns: [{ title: 'Clock' }, { title: 'Last day', whole: true }, { title: 'How it is counted' }, { title: 'State' }],
    rows: list.map(d => [nameOf(d), d.by ? day(d.by) : '', d.due ? counted(d.due) : '', state(d)]),
  } })
  if (dated.length) {
    blocks.push({ chart: {
      kind: 'timeline', title: 'The clocks on a line', x: { title: 'Day', unit: 'date' },
      alternative: dated.map(d => `${nameOf(d)}: ${day(d.due!.from)}, last day ${day(d.by)}, ${state(d).toLowerCase()}`).join('. ') + '. A circle is a last day, a diamond the day it was done.',
      points: dated.map(d => ({ label: `${nameOf(d)}: ${day(d.by)}`, low: d.due!.from, high: d.by!, value: v.clocks[list.indexOf(d)]!.done ?? '', marked: true })),
      table: { columns: [{ title: 'Clock' }, { title: 'From' }, { title: 'Last day', whole: true }, { title: 'State' }], rows: dated.map(d => [nameOf(d), day(d.due!.from), day(d.by), state(d)]) },
    } })
  }
  blocks.push(...warned(warnings))
  for (const [i, d] of list.entries()) {
    const recorded = containedIn(v.clocks[i]!).length > 0
    if (d.contents?.length) {
      blocks.push({ table: {
        caption: `${nameOf(d)}: the notice`, columns: [{ title: 'Contents', prose: true }, { title: 'It has it' }],
        rows: d.contents.map(c => [c.text, !recorded ? 'Not recorded' : d.missing?.includes(c.id) ? 'Missing' : 'Yes']),
      } })
    }
  }
  blocks.push({ heading: 'Sources and what else holds', reasons: list.flatMap(d => [{ text: `${nameOf(d)}. ${d.text}`, source: cited(d.source) }, ...(d.notes ?? []).map(n => ({ text: n.text, source: cited(n.source) }))]) })
  return blocks
}
