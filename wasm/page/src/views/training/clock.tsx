// The 72 hours of an incident at a moment.

import { type Result } from '../../client.ts'
import { area, Calculator, choice, date, decimal, rows, type Block, type Values } from '../../kit/index.ts'
import { CLOCK, clockTime, moment, ROLES, timeOf, timeWhen, zone, type Role } from './words.ts'

const ROLE_OPTIONS = (Object.keys(ROLES) as Role[]).map(value => ({ value, label: ROLES[value] }))
const TRIGGERS = [
  { value: 'staff_report', label: 'The staff spotted it' }, { value: 'exception_queue', label: 'The exception queue flagged it' }, { value: 'beneficiary_complaint', label: 'A patient complained to HHS' },
  { value: 'payor_analytics', label: 'A payor’s analytics or audit' }, { value: 'self_disclosure', label: 'The clinic is disclosing it itself' },
] as const

const fields = {
  what: area({ label: 'What happened', rows: 2, data: true }),
  on: date({ label: 'Day of identification', hint: 'When somebody knew of it: the clock starts.' }),
  at: timeOf({ label: 'Time of identification' }),
  roles: rows({
    label: 'Roles that have to be reached', item: 'Role', fields: {
      role: choice({ label: 'Role', as: 'select', options: ROLE_OPTIONS }),
      reached: date({ label: 'A module reached it on', optional: true, hint: 'Empty while none has.' }),
      reachedAt: timeWhen({ label: 'Time it was reached', when: f => !!f.reached }),
    },
  }),
  nowOn: date({ label: 'Day the clock is looked at' }),
  nowAt: timeOf({ label: 'Time the clock is looked at' }),
  zone,
  trigger: choice({ label: 'How it came to light', as: 'select', options: TRIGGERS, more: true }),
}

type Clock = Result<'training.clock'>
type Form = Values<typeof fields>

export default function SprintClock() {
  return <Calculator id="training/clock" title="72-hour clock of a sprint" fields={fields}
    example={{
      what: 'Quantity error on drug units', on: '2026-03-06', at: '9:15 am', roles: [{ role: 'biller_coder', reached: '2026-03-08', reachedAt: '4:00 pm' }, { role: 'front_desk', reached: '', reachedAt: '' }],
      nowOn: '2026-03-09', nowAt: '9:15 am', zone: 'America/New_York',
    }}
    exampleNote="Clocks were put forward in between: the hours are absolute."
    compute={(v, run) => run.answer('training.clock', {
      incident: {
        id: 'incident', identified: moment(v.on, v.at, v.zone), triggers: [v.trigger], what: v.what, topic: 'incident', roles: v.roles.map(r => r.role),
        deployments: v.roles.filter(r => r.reached).map(r => ({ module: 'module', role: r.role, at: moment(r.reached!, r.reachedAt!, v.zone) })),
      },
      at: moment(v.nowOn, v.nowAt, v.zone),
    })}
    summary={summary} present={present}
    formula={<p>Deadline = identification + 72 hours of absolute time, whatever clocks on walls do in between; exactly 72 hours is in time. It is met when a module has reached every role. Late is late: nothing done later makes it in time again.</p>} />
}

const missing = (c: Clock) => (c.missing ?? []).map(r => ROLES[r]).join(', ')

function summary(c: Clock, v: Form): string {
  const until = clockTime(c.deadline, v.zone)
  if (c.state === 'in_time') return `All roles were reached in time, after ${decimal(c.hours)} of 72 hours.`
  if (c.state === 'late') return `All roles were reached, ${decimal(c.hoursLate)} hours late.`
  if (c.state === 'expired') return `The 72 hours ended on ${until}, and not all roles were reached: ${missing(c)}.`
  return `${decimal(String(72 - Number(c.hours)))} hours are left, until ${until}. Still to be reached: ${missing(c)}.`
}

const present = (c: Clock, v: Form): Block[] => [
  { figures: [
    { label: 'The 72 hours', value: CLOCK[c.state]!, note: c.missing?.length ? `still to be reached: ${missing(c)}` : undefined },
    { label: 'Deadline', value: clockTime(c.deadline, v.zone) },
    { label: c.deployed ? 'Hours to deployment' : 'Hours so far', value: decimal(c.hours) },
    ...(Number(c.hoursLate) > 0 ? [{ label: 'Hours late', value: decimal(c.hoursLate) }] : []),
  ] },
  { chart: {
    kind: 'bars', title: 'Hours', x: { title: 'Hours from identification', unit: 'count' },
    alternative: `72 hours are allowed; ${decimal(c.hours)} ${c.deployed ? 'were taken' : 'have passed'}.`,
    points: [{ label: 'Allowed', value: '72' }, { label: c.deployed ? 'Taken' : 'Passed', value: c.hours, marked: true }],
    table: { columns: [{ title: 'What' }, { title: 'Hours', figures: true }], rows: [['Allowed', '72'], [c.deployed ? 'Taken' : 'Passed', decimal(c.hours)]] },
  } },
  { rows: [
    { label: 'Identified', value: clockTime(c.identified, v.zone) }, ...(c.deployed ? [{ label: 'All roles reached', value: clockTime(c.deployed, v.zone) }] : []), { label: 'Looked at', value: clockTime(c.at, v.zone) },
  ] },
]
