// Reviewed claims as they are pasted, and what each was overpaid.

import { IromathError, type Request } from '../../client.ts'
import { fault, minus, parseDecimal, type Columns, type Table } from '../../kit/index.ts'

export type Claim = Request<'errorrate'>['claims'][number] & { paid: string; correct?: string }

const words = <W extends string>(list: readonly W[], says: string) => (cell: string) => {
  const word = cell.trim().toLowerCase().replace(/[\s-]+/g, '_')
  return list.includes(word as W) ? { value: word } : { error: says }
}

export const COLUMNS: Columns = {
  id: { label: 'Claim', type: 'text', match: /claim|icn|dcn|\bid\b|number/i },
  paid: { label: 'Paid', match: /paid|payment/i },
  correct: {
    label: 'Correct amount', match: /correct|should|allow|audit/i,
    type: cell => { const v = cell.trim() === '' ? '' : parseDecimal(cell); return v === undefined ? { error: 'is not an amount' } : { value: v } },
  },
  documentation: { label: 'Documentation', match: /docu|record/i, optional: true, type: words(['complete', 'insufficient', 'missing'], 'is not complete, insufficient or missing') },
  reason: { label: 'Reason', type: 'text', match: /reason|comment|finding/i, optional: true },
  category: { label: 'Category', match: /categ|class/i, optional: true, type: words(['coding', 'documentation', 'medical_necessity', 'other'], 'is not coding, documentation, medical necessity or other') },
}

/** The claims of the rows. Without a column for it documentation is taken as complete; an empty cell of one is left to the library. */
export function claimsOf({ columns: c, count }: Table): Claim[] {
  return Array.from({ length: count }, (_, i) => ({
    id: c.id![i]!, paid: c.paid![i]!, ...(c.correct![i] && { correct: c.correct![i] }), documentation: (c.documentation ? c.documentation[i] : 'complete') as Claim['documentation'],
    ...(c.reason?.[i] && { reason: c.reason[i] }), ...(c.category?.[i] && { category: c.category[i] as Claim['category'] }),
  }))
}

/** Paid less correct, the whole paid amount where documentation is missing. */
export const difference = (c: Claim) => (c.correct === undefined ? c.paid : minus(c.paid, c.correct))
/** What was paid too much: zero for a claim that was paid correctly or underpaid. */
export const overpayment = (c: Claim) => { const d = difference(c); return d.startsWith('-') ? '0' : d }

/** An error about claims, with the lines where they stand. */
export function atLines(e: unknown, { columns, lines }: Table): unknown {
  if (!(e instanceof IromathError) || e.rows.length === 0) return e
  const line = new Map(columns.id!.map((id, i) => [id, lines[i]]))
  return fault('claims', `${e.rowCount} ${e.rowCount === 1 ? 'claim is' : 'claims are'} wrong`, e.rows.map(r => ({ line: line.get(r.id ?? ''), value: r.id, message: r.message })))
}
