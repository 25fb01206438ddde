// The self-audit of a programme: what is done, due, overdue and missing, what comes next, its sprints and competency checks.

import { type Result } from '../../client.ts'
import { Calculator, date, decimal, integer, plural, type Block, type Data, type Run, type Values } from '../../kit/index.ts'
import { calendarFile, day } from '../../kit/dates.ts'
import { EXAMPLE, EXAMPLE_DAY } from './example.ts'
import { programField, type Program } from './program.ts'
import { CLOCK, PITFALLS, sentence, STATES, STEPS, TASKS } from './words.ts'

const fields = {
  program: programField,
  on: date({ label: 'As-of day', hint: 'What was recorded for later days is left aside.' }),
  days: integer({ label: 'Plan ahead', suffix: 'days', initial: '60', min: 1, max: 1800 }),
}

interface Audit {
  wrong: { field: string; rule: string }[]
  audit?: Result<'training.self_audit'>
  plan: Result<'training.plan'>
  sprints: Result<'training.sprint'>[]
  outcomes: Result<'training.competency'>[]
}

export default function SelfAudit() {
  return <Calculator id="training/audit" title="Training self-audit" fields={fields} example={{ program: EXAMPLE as Data, on: EXAMPLE_DAY, days: '60' }}
    exampleNote="A made-up clinic. Change its record, or load your own." button="Audit" compute={compute} summary={summary} present={present}
    files={a => calendarFile('training', a.plan.filter(p => !p.done).map(p => ({ on: p.due, title: sentence(p.text) })))}
    formula={<>
      <p>Months, quarters and half-years are those of the calendar. A task that comes back is done if it is done for the current period, due until that ends, and overdue if the one before passed without it and it was not done since. The day of an event is not counted: 60 days from March 1 end on April 30, and that day is in time.</p>
      <p>The six tasks and five pitfalls come from an article, “Staff Training Programs That Protect Small Clinics from CMP Penalties”; its references are quoted as worded there. It is no legal advice.</p>
    </>} />
}

async function compute(v: Values<typeof fields>, run: Run): Promise<Audit> {
  const program = v.program as Program, on = v.on
  const none = { plan: [], sprints: [], outcomes: [] }
  const check = await run.calculate('training.check', { program })
  if (!check.ok) {
    await run.answer('training.check', { program })
    return { ...none, wrong: check.wrong }
  }
  const audit = await run.answer('training.self_audit', { program, on })
  const through = new Date(Date.parse(on) + v.days * 86_400_000).toISOString().slice(0, 10)
  const plan = await run.calculate('training.plan', { program, from: on, through })
  const sprints: Audit['sprints'] = [], outcomes: Audit['outcomes'] = []
  for (const i of program.incidents ?? []) if (i.identified.slice(0, 10) <= on) sprints.push(await run.calculate('training.sprint', { program, incident: i.id, on }))
  for (const c of program.checks ?? []) if (c.date <= on) outcomes.push(await run.calculate('training.competency', { program, check: c.id }))
  return { wrong: [], audit, plan, sprints, outcomes }
}

const named = (ids: string[]) => ids.map(t => TASKS[t]!.toLowerCase().replace('training controls map', 'Training Controls Map')).join(', ')

function summary({ wrong, audit }: Audit): string {
  if (!audit) return `The programme cannot be right: ${plural(wrong.length, 'entry contradicts', 'entries contradict')} it. Correct the record first.`
  const of = (state: string) => audit.tasks.filter(t => t.state === state).map(t => t.id)
  const overdue = of('overdue'), evidence = of('evidence_missing')
  return `${of('done').length} of ${plural(audit.tasks.length, 'task')} ${of('done').length === 1 ? 'is' : 'are'} done on ${day(audit.on)}.` +
    (overdue.length ? ` Overdue: ${named(overdue)}.` : ' Nothing is overdue.') + (evidence.length ? ` Done without evidence: ${named(evidence)}.` : '')
}

function present({ wrong, audit, plan, sprints, outcomes }: Audit): Block[] {
  if (!audit) {
    return [
      { figures: [{ label: 'The record', value: 'Cannot be right' }, { label: 'To correct', value: String(wrong.length) }] },
      { table: { caption: 'What is wrong with it', columns: [{ title: 'Where' }, { title: 'What', prose: true }], rows: wrong.map(w => [w.field, w.rule]) } },
    ]
  }
  const count = (state: string) => String(audit.tasks.filter(t => t.state === state).length)
  const ahead = plan.filter(p => !p.done)
  const blocks: Block[] = [
    { figures: [
      { label: `${audit.clinic}, ${day(audit.on)}`, value: `${count('done')} of ${audit.tasks.length} tasks done` },
      { label: 'Overdue', value: count('overdue') }, { label: 'Due', value: count('due') }, { label: 'Evidence missing', value: count('evidence_missing') },
      { label: 'In a pitfall', value: String(audit.pitfalls.filter(p => p.found).length) },
    ] },
    { table: {
      caption: 'The six tasks', columns: [{ title: 'Task' }, { title: 'State' }, { title: 'Last day', whole: true }, { title: 'Reference, as worded in the source', prose: true }],
      rows: audit.tasks.map(t => [TASKS[t.id] ?? t.id, STATES[t.state]!, t.due ? day(t.due) : '', t.reference]),
    } },
  ]
  for (const t of audit.tasks) {
    if (!t.missing?.length && !t.lapses?.length) continue
    blocks.push({ heading: `${TASKS[t.id]}: ${STATES[t.state]!.toLowerCase()}` }, { paragraph: `${t.text} ${t.frequency}; ${t.role}.` })
    if (t.missing?.length) blocks.push({ list: t.missing.map(g => sentence(g.text)) })
    if (t.lapses?.length) blocks.push({ paragraph: 'Missed or late within the last year, and not to be made good any more:' }, { list: t.lapses.map(g => sentence(g.text)) })
  }
  blocks.push({ table: {
    caption: 'The five pitfalls', columns: [{ title: 'Pitfall' }, { title: 'In it' }, { title: 'What it is, and where', prose: true }],
    rows: audit.pitfalls.map(p => [PITFALLS[p.id] ?? p.id, p.found ? 'Yes' : 'No', p.text + (p.details?.length ? ' ' + p.details.map(g => sentence(g.text)).join(' ') : '')]),
  } })
  blocks.push({ heading: 'What comes next' }, ahead.length ? { table: { caption: 'Next modules and other last days', columns: [{ title: 'Last day', whole: true }, { title: 'Task' }, { title: 'What', prose: true }], rows: ahead.map(p => [day(p.due), TASKS[p.task] ?? p.task, sentence(p.text)]) } } : { paragraph: 'Nothing has its last day in this time.' })
  for (const s of sprints) {
    blocks.push({ heading: `Sprint of incident ${s.incident}: ${s.topic}` }, {
      rows: [
        { label: '72 hours', value: CLOCK[s.clock.state]!, note: `${decimal(s.clock.hours)} hours${s.clock.deployed ? ' to deployment' : ' so far'}` },
        { label: 'Sprint', value: STATES[s.state]! },
      ],
    })
    if (s.notes?.length) blocks.push({ list: s.notes })
    blocks.push({ table: {
      caption: `Steps of the sprint of ${s.incident}`, columns: [{ title: 'Step' }, { title: 'State' }, { title: 'Last day', whole: true }, { title: 'Missing or late', prose: true }],
      rows: s.steps.map(t => [STEPS[t.id] ?? t.id, STATES[t.state]!, t.due ? day(t.due) : '', [...(t.missing ?? []), ...(t.late ?? [])].map(g => sentence(g.text)).join(' ')]),
    } })
  }
  if (outcomes.length) {
    blocks.push({ table: {
      caption: 'Competency checks', columns: [{ title: 'Check' }, { title: 'Provider' }, { title: 'Day', whole: true }, { title: 'Charts passed', figures: true }, { title: 'What it says', prose: true }],
      rows: outcomes.map(o => [o.check, o.provider, day(o.date), `${o.passed} of ${o.charts}`, READING[o.reading]! + (o.passed === o.charts ? '' : o.remediated ? ' Remediation is complete.' : ' Remediation is open.')]),
    } })
  }
  return blocks
}

const READING: Record<string, string> = {
  passed: 'Passed.', trained_and_failing: 'Trained and failing: training did not change behaviour, so coach one to one.', not_trained: 'Not trained: deliver the missed modules first.',
}
