// By when an overpayment has to be reported and returned, with suspensions of the deadline, a cost report and the lookback.

import { type Result } from '../../client.ts'
import { Calculator, choice, date, plural, rows, type Block } from '../../kit/index.ts'
import { calendarFile, day, weekday } from '../../kit/dates.ts'
import { calendarFields, calendarOf } from './terms.ts'
import { warned } from './words.ts'

const SUSPENSIONS = [
  { value: 'investigation', label: 'Good-faith investigation' }, { value: 'oig_self_disclosure', label: 'OIG’s Self-Disclosure Protocol' },
  { value: 'cms_self_referral_disclosure', label: 'CMS’ Self-Referral Disclosure Protocol' }, { value: 'extended_repayment_schedule', label: 'Extended repayment schedule' },
] as const

const { count: _, ...shifts } = calendarFields
const fields = {
  program: choice({ label: 'Program', options: [{ value: 'medicare_parts_a_b', label: 'Medicare Parts A and B' }, { value: 'medicaid', label: 'Medicaid: the statute alone' }] }),
  identified: date({ label: 'Day of identification', hint: 'In the sense of the rule in force; the first of related overpayments.' }),
  suspensions: rows({
    label: 'Suspensions of the deadline', item: 'Suspension', min: 0, fields: {
      kind: choice({ label: 'Because of', as: 'select', options: SUSPENSIONS }),
      from: date({ label: 'First day', hint: 'The investigation began, the submission was acknowledged, the schedule was asked for.' }),
      through: date({ label: 'Last day', optional: true, hint: 'Empty while it goes on.' }),
    },
  }),
  costReport: date({ label: 'Corresponding cost report due', optional: true }),
  on: date({ label: 'Rule as in force on', optional: true, more: true, hint: 'The day of identification if it is empty.' }),
  ...shifts,
}

type Deadline = Result<'extrapolate.clock'>

export default function Repayment() {
  return <Calculator id="reportable/other/repayment" title="Overpayment: report and return" fields={fields}
    example={{ identified: '2026-01-10', suspensions: [{ kind: 'investigation', from: '2026-01-20', through: '2026-05-10' }] }}
    compute={(v, run) => run.answer('extrapolate.clock', { program: v.program, identified: v.identified, suspensions: v.suspensions, costReport: v.costReport, on: v.on, calendar: calendarOf({ ...v, count: '' }) })}
    summary={d => d.by ? `The last day to report and return the overpayment is ${weekday(d.by)}.` : 'The deadline is suspended: there is no last day yet.'} present={present}
    files={d => calendarFile('overpayment', d.by ? [{ on: d.by, title: 'Report and return the overpayment' }] : [])}
    formula={<p>Last day = identification + 60 days + the days that are suspended, or the day a corresponding cost report is due if that is later. An investigation suspends it for 180 days from the identification at the most. A suspension that begins after the 60 days and by the day of the cost report leaves no days when it ends. Payments received more than six years before the identification are outside the lookback period.</p>} />
}

function present(d: Deadline): Block[] {
  const points = [
    { label: `60 days: ${day(d.sixtyDays)}`, low: d.due && !d.suspensions?.length ? d.due.from : firstOf(d), high: d.sixtyDays, value: '' },
    ...(d.suspensions ?? []).filter(s => s.counted && s.ends).map(s => ({ label: `${nameOf(s.kind)}: ${plural(s.days, 'day')}`, low: s.from, high: s.ends!, value: '' })),
    ...(d.by ? [{ label: `Last day: ${day(d.by)}`, low: d.due?.from ?? firstOf(d), high: d.by, value: '', marked: true }] : []),
  ]
  return [
    { figures: [
      { label: 'Last day to report and return', value: d.by ? day(d.by) : 'None yet', note: d.by ? `${weekday(d.by).split(',')[0]}${d.costReportLater ? ': the cost report is due later' : ''}` : 'the deadline is suspended' },
      { label: '60th day', value: day(d.sixtyDays) }, { label: 'Suspended', value: plural(d.suspendedDays ?? 0, 'day') }, { label: 'Left after the last suspension', value: plural(d.remaining, 'day') },
      ...(d.lookbackFrom ? [{ label: 'Lookback from', value: day(d.lookbackFrom) }] : []),
    ] },
    ...warned(d.warnings),
    { chart: {
      kind: 'timeline', title: 'How the deadline moves', x: { title: 'Day', unit: 'date' }, points, alternative: points.map(p => `${p.label}, from ${day(p.low)}`).join('. ') + '.',
      table: { columns: [{ title: 'What' }, { title: 'From' }, { title: 'Through' }], rows: points.map(p => [p.label, day(p.low), day(p.high)]) },
    } },
    ...(d.suspensions?.length ? [{ table: {
      caption: 'Suspensions', columns: [{ title: 'Because of' }, { title: 'From' }, { title: 'Through' }, { title: 'Days', figures: true }, { title: 'Counted' }],
      rows: d.suspensions.map(s => [nameOf(s.kind), day(s.from), s.ends ? day(s.ends) + (s.capped ? ' (180 days)' : '') : 'goes on', String(s.days), s.counted ? 'yes' : 'no']),
    } }] : []),
    { heading: 'Rules', reasons: d.rules.map(r => ({ text: r.text, source: r.citation })) },
  ]
}

const nameOf = (kind: string) => SUSPENSIONS.find(s => s.value === kind)!.label
/** The day of identification: 60 days before the 60th. */
const firstOf = (d: Deadline) => new Date(Date.parse(d.sixtyDays) - 60 * 86_400_000).toISOString().slice(0, 10)
