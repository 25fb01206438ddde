// The agreement as a form, as the library takes it, and as a file.

import {
  area, checkbox, choice, date, integer, percent, percentage, plural, rows, seed, shift, text, type Raws, type Row, type Values,
} from '../../kit/index.ts'
import { type Request, type Result } from '../../client.ts'

export type AgreementInput = Request<'agreement'>
export type Agreement = Result<'agreement'>

const discovery = (raw: any) => raw.protocol === 'discovery'
const RULES = 'Rules of the review'
/** What a clause of the agreement may set. */
const PARAMETERS: [string, string][] = [
  ['sampleSize', 'Claims in the first sample'], ['threshold', 'Threshold'], ['netting', 'Netting'], ['confidence', 'Confidence level'], ['precision', 'Precision'],
  ['fullSample', 'Full sample'], ['repayDays', 'Days to repay'], ['reportDays', 'Days to report'], ['protocol', 'Protocol'], ['from', 'First day'], ['through', 'Last day'],
  ['payors', 'Payors'], ['spares', 'Spares'], ['method', 'Method of drawing'], ['ratstatsRequired', 'RAT-STATS required'],
]

export const agreementFields = {
  protocol: choice({
    label: 'Protocol', options: [
      { value: 'discovery', label: 'Discovery sample', hint: '50 claims; at the threshold a full sample (older CIAs).' },
      { value: 'single', label: 'Single sample', hint: '100 claims (recent CIAs).' },
      { value: 'quarterly', label: 'Quarterly sample', hint: '30 claims every quarter (Integrity Agreements).' },
    ],
  }),
  name: text({ label: 'Name of the agreement', optional: true }),
  provider: text({ label: 'Provider', optional: true }),
  reviewer: text({ label: 'Reviewer', hint: 'The Independent Review Organization.', optional: true }),
  from: date({ label: 'First day of the review period', optional: true, group: 'Population' }),
  through: date({ label: 'Last day of the review period', optional: true, group: 'Population' }),
  payors: area({ label: 'Payors', hint: 'One on each line, as the claims file spells them. Claims of other payors stay out of the frame.', optional: true, rows: 2, group: 'Population' }),
  sampleSize: integer({ label: 'Claims in the first sample', hint: 'Empty: the usual 50, 100 or 30 of the protocol.', optional: true, min: 1, group: RULES }),
  threshold: percentage({ label: 'Threshold', hint: 'The net financial error rate at which a full sample is due. Empty: 5%.', optional: true, when: discovery, group: RULES }),
  netting: choice({
    label: 'Underpayments in the error rate', group: RULES,
    options: [{ value: 'netted', label: 'Netted against overpayments' }, { value: 'not_netted', label: 'Not netted' }],
  }),
  confidence: percentage({ label: 'Confidence level', hint: 'Two-sided. Empty: 90%.', optional: true, group: RULES }),
  precision: percentage({ label: 'Precision of the full sample', hint: 'In percent of the point estimate. Empty: 25%.', optional: true, when: discovery, group: RULES }),
  method: choice({
    label: 'Method of drawing', as: 'select', group: RULES, hint: 'An agreement that requires RAT-STATS takes RAT-STATS. Where it leaves the choice, tickets are recommended: they do not depend on the order of the file.',
    options: [
      { value: 'ratstats', label: 'RAT-STATS' }, { value: 'tickets', label: 'Tickets (SHA-256 of claim id and seed)' }, { value: 'r', label: 'R 3.6.0 and later' },
      { value: 'r_rounding', label: 'R before 3.6.0' }, { value: 'python', label: 'Python' }, { value: 'numpy', label: 'NumPy' },
    ],
  }),
  ratstatsRequired: checkbox({ label: 'The agreement requires RAT-STATS itself', group: RULES }),
  fullSample: choice({
    label: 'Full sample', when: discovery, more: true,
    options: [{ value: 'continue', label: 'Draws on', hint: 'The discovery sample is part of it.' }, { value: 'fresh', label: 'Is drawn anew', hint: 'With a seed of its own.' }],
  }),
  spares: integer({ label: 'Spares', hint: 'Drawn with each sample. Empty: none.', optional: true, more: true }),
  repayDays: integer({ label: 'Days to repay', hint: 'Empty: 60.', optional: true, min: 1, more: true }),
  reportDays: integer({ label: 'Days to report a reportable event', hint: 'Empty: 30.', optional: true, min: 1, more: true }),
  clauses: rows({
    label: 'Clauses of the agreement', hint: 'Quote the clause of each parameter that is not the usual one.', item: 'Clause', min: 0, max: 50, more: true,
    fields: {
      parameter: choice({ label: 'Sets', as: 'select', options: PARAMETERS.map(([value, label]) => ({ value, label })) }),
      quote: area({ label: 'Wording', rows: 2 }),
      source: text({ label: 'Where it stands', optional: true }),
    },
  }),
}

export const seedFields = {
  first: seed({ label: 'Seed', hint: 'A number that nobody can choose in view of the result, such as the seconds since midnight. It is printed with the sample.', api: ['seed', 'seeds'] }),
  full: seed({
    label: 'Seed of the full sample', hint: 'Stated before the first draw.',
    when: (raw: any) => discovery(raw) && raw.fullSample === 'fresh',
  }),
}

/** What may be kept: everything else of a review is data. */
export const parameters = { ...agreementFields, ...seedFields }
export type Parameters = Raws<typeof parameters>

/** The agreement that a form states; what is empty is left out and takes the usual value. */
export function agreementOf(v: Values<typeof agreementFields>): AgreementInput {
  const payors = (v.payors ?? '').split('\n').map(p => p.trim()).filter(Boolean)
  const a: Record<string, unknown> = {
    ...v, payors: payors.length > 0 ? payors : undefined, ratstatsRequired: v.ratstatsRequired || undefined,
    spares: v.spares || undefined, clauses: v.clauses?.length ? v.clauses : undefined,
  }
  return JSON.parse(JSON.stringify(a)) as AgreementInput
}

/** The form of an agreement. */
export function formOf(a: AgreementInput): Raws<typeof agreementFields> {
  const say = (v: unknown) => (v === undefined || v === null ? '' : String(v))
  const inPercent = (v: unknown) => (say(v) === '' ? '' : shift(say(v), 2))
  return {
    protocol: a.protocol, name: say(a.name), provider: say(a.provider), reviewer: say(a.reviewer), from: say(a.from), through: say(a.through),
    payors: (a.payors ?? []).join('\n'), sampleSize: say(a.sampleSize), spares: say(a.spares || ''), threshold: inPercent(a.threshold),
    netting: a.netting || 'netted', confidence: inPercent(a.confidence), precision: inPercent(a.precision), fullSample: a.fullSample || 'continue',
    method: a.method || 'ratstats', ratstatsRequired: a.ratstatsRequired === true, repayDays: say(a.repayDays), reportDays: say(a.reportDays),
    clauses: (a.clauses ?? []).map(c => ({ parameter: c.parameter, quote: c.quote, source: say(c.source) })),
  }
}

const label = (field: { look: { options?: readonly { value: string; label: string }[] } }, value: unknown) => field.look.options!.find(o => o.value === value)?.label ?? String(value)

/** A complete agreement as a workpaper states it. */
export function agreementRows(a: Agreement): Row[] {
  const f = agreementFields
  const list: (Row | false | undefined | '')[] = [
    a.name && { label: 'Agreement', value: a.name },
    a.provider && { label: 'Provider', value: a.provider },
    a.reviewer && { label: 'Reviewer', value: a.reviewer },
    { label: 'Protocol', value: label(f.protocol, a.protocol) },
    { label: 'First sample', value: plural(a.sampleSize!, 'claim') + (a.spares ? `, ${plural(a.spares, 'spare')}` : '') },
    a.protocol === 'discovery' && { label: 'Full sample', value: `at an error rate of ${percent(a.threshold!)}; ${label(f.fullSample, a.fullSample).toLowerCase()}, for a precision of ${percent(a.precision!)}` },
    { label: 'Underpayments', value: label(f.netting, a.netting).toLowerCase() },
    { label: 'Confidence level', value: `${percent(a.confidence!)}, two-sided` },
    { label: 'Method of drawing', value: label(f.method, a.method) + (a.ratstatsRequired ? ', which the agreement requires' : '') },
    { label: 'Review period', value: a.from || a.through ? `${a.from ?? 'open'} through ${a.through ?? 'open'}` : 'not given' },
    { label: 'Payors', value: a.payors?.join(', ') || 'all of the claims file' },
    { label: 'Days to repay, to report', value: `${a.repayDays}, ${a.reportDays}` },
    ...(a.clauses ?? []).map(c => ({ label: `Clause: ${PARAMETERS.find(([p]) => p === c.parameter)?.[1] ?? c.parameter}`, value: `“${c.quote}”`, note: c.source })),
  ]
  return list.filter(r => !!r)
}

/** Reads what somebody saved as an agreement; whether its fields mean something is for the library to say. */
export function parseJSON(text: string, what: string): any {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error(`This is not ${what}: the file is no JSON.`)
  }
  if (typeof value !== 'object' || value === null) throw new Error(`This is not ${what}.`)
  return value
}
