// The words of the library as the page says them, and answers that are yes, no or not known.

import { choice, type Block, type Warning } from '../../kit/index.ts'
import { day, readable } from '../../kit/dates.ts'

export const KINDS = [
  { value: 'substantial_overpayment', label: 'Substantial overpayment' },
  { value: 'potential_violation', label: 'Potential violation of law' },
  { value: 'ineligible_person', label: 'Ineligible person' },
  { value: 'bankruptcy', label: 'Bankruptcy petition' },
] as const

export const UNKNOWN_YES_NO = [{ value: '', label: 'Not known' }, { value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }] as const

/** "an ineligible person". */
export const article = (words: string) => (/^[aeiou]/.test(words) ? 'an ' : 'a ') + words

interface Asked { label: string; hint?: string; data?: boolean; more?: boolean; group?: string }

/** A question that may be answered by yes or no. */
export const answer = (o: Asked) => choice({ ...o, as: 'across', options: UNKNOWN_YES_NO })
/** The same, asked only when something holds. */
export const answerWhen = (o: Asked & { when: (form: any) => boolean }) => choice({ ...o, as: 'across', options: UNKNOWN_YES_NO })

export const said = (a: string | undefined) => (a === 'yes' ? 'yes' : a === 'no' ? 'no' : 'not known')

interface Source { citation: string; quote?: string; asOf?: string; rule?: string }

/** Where something stands. */
export const cited = (s: Source | undefined): string =>
  !s?.citation ? '' : s.citation + (s.asOf ? `, as of ${day(s.asOf)}` : '') + (s.quote ? `: “${s.quote}”` : '')

/** A sentence of the library; where it names a field of a request, the page says where that is entered. */
const sentence = (text: string) => readable(text).replace(/ \(terms\.\w+\)/g, ' (see “The agreement”)')

/** Findings that are not errors, where there are any. */
export const warned = (list: Warning[] | undefined): Block[] =>
  list?.length ? [{ warnings: list.map(w => ({ ...w, message: sentence(w.message) })) }] : []

/** Reasons as steps of a reasoning. */
export const reasons = (heading: string, list: { text: string; source?: Source }[] | undefined): Block[] =>
  list?.length ? [{ heading, reasons: list.map(r => ({ text: sentence(r.text), source: cited(r.source) })) }] : []

/** A text of several lines as a list without the blank ones. */
export const lines = (text: string | undefined): string[] | undefined => {
  const list = text?.split('\n').map(t => t.trim()).filter(t => t !== '')
  return list?.length ? list : undefined
}

/** A choice whose empty value means that nothing was said. */
export const given = <T extends string>(v: T | undefined) => (v === '' ? undefined : v) as Exclude<T, ''> | undefined
