// Whether a matter is a reportable event: facts in, the determination with its reasons out, and the days that count.

import { type Result } from '../../client.ts'
import { area, blanks, Calculator, checkbox, choice, date, dollars, money, percentage, plural, rows, text, type Block, type Raws, type Row, type Values } from '../../kit/index.ts'
import { calendarFile, day, readable, span, spans, weekday } from '../../kit/dates.ts'
import { counted } from './counted.ts'
import { personFields, personOf } from './personfields.ts'
import { termFields, termsOf } from './terms.ts'
import { answerWhen, article, cited, given, KINDS, lines, reasons, said, warned } from './words.ts'

const fact = { data: true } as const
const judgedKind = (kind: string) => kind === 'substantial_overpayment' || kind === 'potential_violation'
const judged = (f: any) => judgedKind(f.kind)
const violation = { data: true, group: 'The law', when: (f: any) => f.kind === 'potential_violation' } as const
const screen = { group: 'Screening threshold', when: (f: any) => f.kind === 'substantial_overpayment' } as const
const analysis = { data: true, group: 'Analysis of all facts and circumstances' } as const
const made = (f: any) => f.analysed === 'yes'

const occurrenceFields = {
  what: area({ ...fact, label: 'What happened', rows: 2 }),
  from: date({ ...fact, label: 'First day' }),
  through: date({ ...fact, label: 'Last day', optional: true, hint: 'Empty where it was one day.' }),
  overpayment: dollars({ ...fact, label: 'Overpayment', optional: true, hint: 'Empty where nothing was overpaid or it is not quantified yet.' }),
  payor: text({ ...fact, label: 'Payor', optional: true }),
  discovered: date({ ...fact, label: 'Discovered', optional: true, hint: 'The day it was learned of.' }),
  identified: date({ ...fact, label: 'Overpayment identified', optional: true, hint: 'The clock to repay starts on this day.', when: f => !!f.overpayment?.trim() }),
  costReport: date({ ...fact, label: 'Corresponding cost report due', optional: true, when: f => !!f.overpayment?.trim() }),
}

const CIRCUMSTANCES = [
  { value: 'cause', label: 'How it came about' }, { value: 'amount', label: 'The amount, and what it is measured against' }, { value: 'duration', label: 'How long it went on' },
  { value: 'pattern', label: 'How often and how widely' }, { value: 'knowledge', label: 'Who knew, and when' }, { value: 'patients', label: 'What it meant for patients' },
  { value: 'history', label: 'Earlier events of the kind' }, { value: 'correction', label: 'What was done about it' }, { value: 'threshold', label: 'A threshold in percent or dollars' }, { value: 'other', label: 'Something else' },
] as const

const circumstanceFields = {
  kind: choice({ ...fact, label: 'It is about', as: 'select', options: CIRCUMSTANCES }),
  text: area({ ...fact, label: 'What was found', rows: 2 }),
}

const fields = {
  kind: choice({ label: 'The matter is examined as', options: KINDS, hint: 'A matter that may be of two kinds is examined twice.' }),
  title: text({ ...fact, label: 'Name of the matter', optional: true }),
  occurrences: rows({ ...fact, label: 'Occurrences', item: 'Occurrence', hint: 'Several occurrences are judged together, as a series.', fields: occurrenceFields, when: judged }),
  persons: rows({ ...fact, label: 'Persons', item: 'Person', fields: personFields, when: f => f.kind === 'ineligible_person' }),
  petitions: rows({
    ...fact, label: 'Petitions', item: 'Petition', when: f => f.kind === 'bankruptcy', fields: {
      debtor: choice({ ...fact, label: 'Debtor', options: [{ value: 'provider', label: 'The provider, or an entity under the agreement' }, { value: 'other', label: 'Somebody else' }] }),
      filed: date({ ...fact, label: 'Filed', optional: true, hint: 'Empty while it is only considered.' }),
      involuntary: checkbox({ ...fact, label: 'Creditors filed it' }),
      court: text({ ...fact, label: 'Court', optional: true }),
      case: text({ ...fact, label: 'Case number', optional: true, width: 'medium' }),
    },
  }),
  screenRate: percentage({ ...screen, label: 'Threshold in percent', optional: true, hint: 'A first step only: neither above nor below it does a threshold decide anything.' }),
  screenBase: dollars({ ...screen, ...fact, label: 'Amount that it is a percentage of', when: f => screen.when(f) && !!f.screenRate.trim(), hint: 'Such as what the payors paid in the period.' }),
  screenAmount: dollars({ ...screen, label: 'Threshold in dollars', optional: true }),
  laws: area({ ...violation, label: 'Laws that may be violated', rows: 2, hint: 'One on each line.' }),
  federalProgram: answerWhen({ ...violation, label: 'They apply to a Federal health care program' }),
  sanction: answerWhen({ ...violation, label: 'Penalties or exclusion may be authorized' }),
  assessed: choice({ ...violation, label: 'A reasonable person would consider it', as: 'select', options: [{ value: '', label: 'not assessed yet' }, { value: 'none', label: 'no violation' }, { value: 'potential', label: 'a potential violation' }, { value: 'probable', label: 'a probable violation' }] }),
  cmp: answerWhen({ ...violation, label: 'OIG’s civil money penalty authorities are implicated' }),
  kickback: checkbox({ ...violation, label: 'Remuneration is involved (kickback)' }),
  starkOnly: checkbox({ ...violation, label: 'It is solely a matter of the physician self-referral law' }),
  analysed: choice({ ...analysis, label: 'An analysis was made and recorded', as: 'across', options: [{ value: 'no', label: 'Not yet' }, { value: 'yes', label: 'Yes' }], hint: 'Without one there is no conclusion, whatever the amount.' }),
  on: date({ ...analysis, label: 'Day of the conclusion', when: made }),
  by: text({ ...analysis, label: 'Author of the analysis', when: made }),
  considered: rows({ ...analysis, label: 'Facts and circumstances considered', item: 'Circumstance', fields: circumstanceFields, when: made }),
  conclusion: choice({ ...analysis, label: 'Conclusion', when: made, options: [{ value: 'reportable', label: 'Reportable' }, { value: 'not_reportable', label: 'Not reportable' }, { value: 'needs_analysis', label: 'Still open' }] }),
  grounds: area({ ...analysis, label: 'Grounds of the conclusion', rows: 2, when: made }),
  determined: date({ ...fact, label: 'Determined to be a reportable event on', optional: true, when: f => !judged(f) && !(made(f) && f.conclusion === 'reportable'), hint: 'The clock to report starts on this day.' }),
  corrections: area({ ...fact, label: 'Steps taken to correct it', optional: true, rows: 2, hint: 'One on each line, for the report.' }),
  overpaid: rows({ ...fact, label: 'What was overpaid', item: 'Overpayment', min: 0, more: true, group: 'Overpayments', fields: occurrenceFields, when: f => !judged(f) }),
  ...termFields,
}

const example: Partial<Raws<typeof fields>> = {
  kind: 'substantial_overpayment', title: 'Upcoded visits',
  occurrences: [{
    ...blanks(occurrenceFields), what: 'Level 5 visits billed without support in the record', from: '2026-05-04', through: '2026-08-28', overpayment: '18,240.50', payor: 'Medicare',
    discovered: '2026-09-02', identified: '2026-09-30',
  }],
  screenRate: '5', screenBase: '310,000',
  analysed: 'yes', on: '2026-10-05', by: 'Compliance officer', conclusion: 'reportable', grounds: 'Systematic over four months, and about 6% of what was paid.',
  considered: [{ kind: 'cause', text: 'A template of the record system chose the level.' }, { kind: 'duration', text: 'Four months, until an audit found it.' }, { kind: 'amount', text: '$18,240.50 of $310,000 paid.' }],
  corrections: 'The template was withdrawn.\nCoders review level 5 visits before billing.',
}

type Determination = Result<'reportable.determine'>
type Form = Values<typeof fields>

export default function Event() {
  return <Calculator id="reportable/event" title="Reportable event" fields={fields} example={example} button="Determine"
    exampleNote="Facts stay in this page only: after a reload they are gone."
    compute={(v, run) => run.answer('reportable.determine', requestOf(v))}
    summary={summary} present={present} files={d => calendarFile('reportable-event', dues(d).map(x => ({ on: x.by, title: x.text })))}
    formula={<>
      <p>A reportable event is a substantial overpayment, a matter that a reasonable person would consider a potential (or, as the agreement has it, probable) violation of criminal, civil or administrative law applicable to a Federal health care program for which penalties or exclusion may be authorized, the employment of or contract with an ineligible person, or the filing of a bankruptcy petition. It may be one event or a series.</p>
      <p>A substantial overpayment or a violation is reportable, or is not, only by a recorded analysis of all facts and circumstances; but a violation that lacks an element of the test (a law of a Federal health care program, penalties or exclusion) is dismissed on that fact. A threshold is the first step of it and decides nothing. A person or a petition follows from its facts.</p>
      <p>Last day to report = day of the determination + 30 days, the day itself not counted. Last day to repay = day of the identification + 60 days.</p>
    </>} />
}

function requestOf(v: Form) {
  const occurrences = v.occurrences ?? v.overpaid
  const screened = v.screenRate !== undefined || v.screenAmount !== undefined
  return {
    kind: v.kind, title: v.title, occurrences: occurrences?.length ? occurrences : undefined,
    persons: v.persons?.map(personOf), petitions: v.petitions,
    screen: screened ? { rate: v.screenRate, base: v.screenBase, amount: v.screenAmount } : undefined,
    violation: v.kind === 'potential_violation' ? {
      laws: lines(v.laws) ?? [], federalProgram: given(v.federalProgram), sanction: given(v.sanction), assessed: given(v.assessed), cmp: given(v.cmp), kickback: v.kickback, starkOnly: v.starkOnly,
    } : undefined,
    analysis: v.analysed === 'yes' ? { on: v.on!, by: v.by!, considered: v.considered!, conclusion: v.conclusion!, grounds: v.grounds! } : undefined,
    determined: v.determined, corrections: lines(v.corrections), terms: termsOf(v),
  }
}

const nameOf = (kind: string) => KINDS.find(k => k.value === kind)!.label.toLowerCase()
const dues = (d: Determination) => (d.duties ?? []).filter((x): x is typeof x & { by: string } => !!x.by).sort((a, b) => (a.by < b.by ? -1 : 1))
const CONCLUSIONS: Record<string, string> = { reportable: 'Reportable', not_reportable: 'Not reportable', needs_analysis: 'No conclusion yet' }

function summary(d: Determination): string {
  if (d.conclusion === 'reportable') {
    return d.reportBy ? `This is a reportable event: the last day to report it to OIG is ${weekday(d.reportBy)}.` : 'This is a reportable event. Record the day it was determined: the clock to report starts on it.'
  }
  if (d.conclusion === 'not_reportable') return `This is not a reportable event as ${article(nameOf(d.kind))}.${repay(d) ? ' What was overpaid is repaid all the same.' : ''}`
  return judgedKind(d.kind) ? 'There is no conclusion yet: that takes an analysis of all facts and circumstances. A threshold alone decides nothing, neither above nor below it.'
    : 'There is no conclusion yet: the facts that are recorded leave it open. The reasons say what is missing.'
}

const repay = (d: Determination) => d.duties?.find(x => x.kind === 'notify_and_repay_payor')

function present(d: Determination): Block[] {
  // On paper there is no sentence above: what is missing stands with the words themselves.
  const open = d.conclusion === 'needs_analysis' && judgedKind(d.kind) ? ': it takes an analysis of all facts, and a threshold alone decides nothing' : ''
  const first: Row[] = [{ label: d.event.title || 'The matter', value: CONCLUSIONS[d.conclusion]!, note: `as ${article(nameOf(d.kind))}${open}` }]
  if (d.reportBy) first.push({ label: 'Last day to report to OIG', value: day(d.reportBy), note: `${weekday(d.reportBy).split(',')[0]}; determined ${day(d.determined)}` })
  const back = dues(d).find(x => x.kind === 'notify_and_repay_payor')
  if (back) first.push({ label: 'Last day to repay', value: day(back.by), note: `${weekday(back.by).split(',')[0]}; ${back.payor || 'payor not recorded'}` })
  if (d.overpayment !== undefined) first.push({ label: 'Overpaid', value: money(d.overpayment) })
  const blocks: Block[] = [{ figures: first }]
  blocks.push(...warned(d.warnings))
  blocks.push(...reasons('Why', d.reasons))
  if (d.duties?.length) {
    blocks.push({
      table: {
        caption: 'What is to be done', columns: [{ title: 'Last day', whole: true }, { title: 'What', prose: true }],
        rows: [...dues(d), ...d.duties.filter(x => !x.by)].map(x => [x.by ? day(x.by) : 'No clock runs', x.due ? `${readable(x.text)} ${counted(x.due)}.` : readable(x.text)]),
      },
    })
    const chart = timeline(d)
    if (chart) blocks.push({ chart })
  }
  if (d.payors && d.payors.length > 1) {
    blocks.push({ table: { caption: 'Overpaid by payor', columns: [{ title: 'Payor' }, { title: 'Occurrences', figures: true }, { title: 'Overpaid', figures: true }], rows: d.payors.map(p => [p.payor || 'not recorded', String(p.occurrences), money(p.overpayment)]), total: ['Total', String(d.payors.reduce((n, p) => n + p.occurrences, 0)), money(d.overpayment ?? '0')] } })
  }
  for (const p of d.persons ?? []) {
    blocks.push({ heading: p.name }, { rows: [{ label: 'Reportable', value: CONCLUSIONS[p.conclusion]! }, { label: 'To be removed', value: said(p.removal) }, ...(p.from ? [{ label: 'Engaged and ineligible', value: spans(p) }] : [])] }, ...reasons('', p.reasons).map(b => ({ ...b, heading: undefined })))
  }
  if (d.notice?.length) {
    const open = d.notice.filter(n => !n.facts?.length).length
    blocks.push({ heading: 'The report to OIG' }, {
      paragraph: (open === 0 ? 'The facts say something on every item.' : `On ${open} of ${plural(d.notice.length, 'item')} nothing is recorded yet.`) + ` The list: ${cited(d.notice[0]!.source)}.`,
      table: {
        caption: 'What it contains', columns: [{ title: 'Item', prose: true }, { title: 'What the facts say', prose: true }],
        rows: d.notice.map(n => [n.text, n.facts?.length ? n.facts.map(t => readable(t).replace(/\.$/, '')).join('; ') : 'To be written']),
      },
    })
  }
  return blocks
}

function timeline(d: Determination): Block['chart'] {
  const due = dues(d)
  if (due.length === 0 || !d.from) return undefined
  const latest = due.reduce((m, x) => (x.due && x.due.from > m ? x.due.from : m), d.from)
  const happened = { label: d.through ? 'It happened' : 'It goes on', low: d.from, high: d.through ?? latest, value: '' }
  const points = [happened, ...due.map(x => ({ label: `${SHORT[x.kind] ?? x.text}: ${day(x.by)}`, low: x.due?.from ?? x.by, high: x.by, value: '', marked: true }))]
  return {
    kind: 'timeline', title: 'The clocks', x: { title: 'Day', unit: 'date' }, points,
    alternative: `It happened ${span(d.from, d.through)}. ` + due.map(x => `${SHORT[x.kind] ?? x.text} by ${day(x.by)}${x.due ? `, counted from ${day(x.due.from)}` : ''}`).join('. ') + '.',
    table: { columns: [{ title: 'What' }, { title: 'From' }, { title: 'Through' }], rows: [[happened.label, day(happened.low), d.through ? day(d.through) : 'goes on'], ...due.map(x => [SHORT[x.kind] ?? x.text, day(x.due?.from ?? x.by), day(x.by)])] },
  }
}

const SHORT: Record<string, string> = { report_to_oig: 'Report to OIG', notify_and_repay_payor: 'Repay the payor', remove_person: 'Remove the person', submit_to_cms: 'Submit to CMS', make_analysis: 'Make the analysis' }
