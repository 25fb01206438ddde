// Determinations as they stand in the table of a worklist: texts, until they are handed in.

import { type Request, type Result } from '../../client.ts'
import { csv, money, round } from '../../kit/index.ts'
import { parseDate, parseDecimal } from '../../kit/parse.ts'

export type Worklist = Result<'review'>['worklist']
export type Determination = Result<'review.determinations'>['determinations'][number]
type Input = NonNullable<NonNullable<Request<'review'>['submitted']>[number]['determinations']>[number]

export interface Entry {
  documentation: string; correct: string; reason: string; category: string
  patient: string; serviceDate: string; codeSubmitted: string; codeReimbursed: string; codeCorrect: string
  /** As the file states it; the library holds it against the frame. */
  paid?: string
}
export type Entries = Record<string, Entry>

export const blank: Entry = { documentation: '', correct: '', reason: '', category: '', patient: '', serviceDate: '', codeSubmitted: '', codeReimbursed: '', codeCorrect: '' }

export const DOCUMENTATION = [{ value: 'complete', label: 'Complete' }, { value: 'insufficient', label: 'Insufficient' }, { value: 'missing', label: 'Missing' }]
export const CATEGORIES = [{ value: 'coding', label: 'Coding' }, { value: 'documentation', label: 'Documentation' }, { value: 'medical_necessity', label: 'Medical necessity' }, { value: 'other', label: 'Other' }]
/** What a claim was for, which may be recorded. */
export const SERVICE: { key: keyof Entry; label: string }[] = [
  { key: 'patient', label: 'Patient' }, { key: 'serviceDate', label: 'Service date' }, { key: 'codeSubmitted', label: 'Code submitted' },
  { key: 'codeReimbursed', label: 'Code reimbursed' }, { key: 'codeCorrect', label: 'Code correct' },
]

export const entryOf = (d: Determination): Entry => ({
  ...blank, ...Object.fromEntries(Object.entries(d).filter(([k]) => k !== 'id').map(([k, v]) => [k, String(v)])),
  correct: d.correct === undefined ? '' : round(d.correct, Math.max(2, d.correct.split('.')[1]?.length ?? 0)),
})

export const isFilled = (e: Entry | undefined): e is Entry => !!e && e.documentation !== ''

export interface WrongEntry { id: string; key?: keyof Entry; rule: string }

/** The determinations of those claims that have one, and what cannot be read. */
export function determinationsOf(worklist: Worklist, entries: Entries): { determinations: Input[]; wrong: WrongEntry[] } {
  const determinations: Input[] = [], wrong: WrongEntry[] = []
  for (const { id } of worklist) {
    const e = entries[id]
    if (!isFilled(e)) {
      wrong.push({ id, key: 'documentation', rule: 'has no determination' })
      continue
    }
    const d: Record<string, string> = { id }
    for (const [k, v] of Object.entries(e) as [keyof Entry, string][]) if (v.trim() !== '') d[k] = v.trim()
    if (e.documentation === 'missing') delete d.correct
    else {
      const amount = parseDecimal(e.correct)
      if (amount === undefined) wrong.push({ id, key: 'correct', rule: e.correct.trim() === '' ? 'has no correct amount' : `“${e.correct.slice(0, 20)}” is not an amount` })
      else d.correct = amount
    }
    if (d.serviceDate) {
      const day = parseDate(d.serviceDate)
      if (day === undefined) wrong.push({ id, key: 'serviceDate', rule: 'has a service date that is no date' })
      else d.serviceDate = day
    }
    determinations.push(d as unknown as Input)
  }
  return { determinations, wrong }
}

/** The table as a file of determinations, so that half the work can be put aside. */
export function entriesCSV(worklist: Worklist, entries: Entries): string {
  const keys: (keyof Entry)[] = ['correct', 'documentation', 'reason', 'category', 'patient', 'serviceDate', 'codeSubmitted', 'codeReimbursed', 'codeCorrect']
  const titles = ['correct', 'documentation', 'reason', 'category', 'patient', 'service_date', 'code_submitted', 'code_reimbursed', 'code_correct']
  return csv([
    ['number', 'claim_id', 'payor', 'paid', ...titles],
    ...worklist.map(c => [String(c.number), c.id, c.payor ?? '', money(c.paid), ...keys.map(k => entries[c.id]?.[k] ?? '')]),
  ])
}
