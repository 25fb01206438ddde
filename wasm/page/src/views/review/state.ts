// What a review on this page consists of, and what can go wrong with it.

import { client, IromathError, type Request, type Result } from '../../client.ts'
import { blanks, count, type Raws } from '../../kit/index.ts'
import { type WrongRow } from '../../kit/columns.ts'
import { agreementFields, parameters, seedFields, type Agreement, type Parameters } from './agreement.ts'
import { type ClaimsFile, type Columns, type FrameSummary } from './claims.ts'
import { type Entries, type WrongEntry } from './determinations.ts'
import { reportFields } from './reportform.ts'

export type ReviewRequest = Request<'review'>
export type ReviewResult = Result<'review'>
export type Submission = NonNullable<ReviewRequest['submitted']>[number]
export type Saved = ReviewResult['saved']
/** The steps of a review, and other places where something can go wrong. */
export type Place = 'agreement' | 'claims' | 'draw' | 'sample' | 'correction' | 'systems' | 'report' | 'resume'

export interface Trouble { at: Place; message: string; wrong?: WrongRow[]; entries?: WrongEntry[]; field?: string }
export interface Written { result: Result<'review.report'>; document: Awaited<ReturnType<Awaited<ReturnType<typeof client>>['document']>>; request: ReviewRequest }

export interface State {
  raw: Parameters
  /** Claims, determinations and agreement are those of the example. */
  example: boolean
  file?: ClaimsFile
  columns: Columns
  summary?: FrameSummary
  /** The agreement with every parameter stated. */
  agreement?: Agreement
  /** Agreement, frame and seeds are fixed. */
  drawn: boolean
  submitted: Submission[]
  result?: ReviewResult
  entries: Entries
  date: string
  /** What was read of a file of determinations. */
  note: string
  report: Raws<typeof reportFields>
  written?: Written
  /** A saved review whose claims file is waited for. */
  resuming?: Saved
  busy?: { at: Place; words: string; slow: boolean }
  trouble?: Trouble
  said: string
  /** The id of what takes the focus. */
  focus?: string
}

export const start = (): State => ({ raw: blanks(parameters), example: false, columns: {}, drawn: false, submitted: [], entries: {}, date: '', note: '', report: blanks(reportFields), said: '' })

/** An error of the library without the names of the places in the program that it went through. */
export const plainly = (message: string) => message.replace(/^(?:(?:[a-z]+(?:\.[a-z_]+)?|submitted\[\d+\]|iromath): )+/, '').replace(/^./, c => c.toUpperCase())

/** Something that this page refuses, claim by claim. */
export class Refused extends Error {
  constructor(message: string, readonly entries: WrongEntry[]) { super(message) }
}

/** Where something went wrong, and how to say it. */
export function troubleOf(at: Place, e: unknown): Trouble {
  if (e instanceof Refused) return { at, message: e.message, entries: e.entries }
  if (!(e instanceof IromathError)) return { at, message: e instanceof Error ? e.message : String(e) }
  const message = plainly(e.message)
  const named = e.rows.filter(r => r.id && !r.line)
  if (named.length > 0) return { at, message: 'Nothing was taken:', entries: named.map(r => ({ id: r.id!, rule: r.message })) }
  const wrong = e.rows.length > 0 ? e.rows.map(r => ({ line: r.line, column: r.field ?? r.id, value: r.value, rule: r.message })) : undefined
  if (e.rows.some(r => r.line)) return { at, message: `${count(e.rowCount)} ${e.rowCount === 1 ? 'row is' : 'rows are'} wrong: nothing was taken.`, wrong }
  const field = e.field?.split('.').pop()
  return { at: field && field in agreementFields ? 'agreement' : field && field in seedFields ? 'draw' : at, message, wrong, field }
}
