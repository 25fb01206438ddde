// The words and numbers of the agreement, and the calendar: parameters, beside clauses, which are data.

import { area, choice, integer, rows, text, type Fields, type Values } from '../../kit/index.ts'
import { parseDate } from '../../kit/parse.ts'
import { answer, given, lines } from './words.ts'

/** Fields of "More options" where they are what it is about. */
export const inFront = <F extends Fields>(fields: F) => Object.fromEntries(Object.entries(fields).map(([k, f]) => [k, { ...f, more: false }])) as F

const calendar = { more: true, group: 'Due dates' } as const
const SHIFTS = [
  { value: '', label: 'It stays there' },
  { value: 'earlier', label: 'The last working day before it' },
  { value: 'onward', label: 'On to the next working day, as courts count' },
] as const

export const calendarFields = {
  count: choice({ ...calendar, label: 'Days that count', options: [{ value: '', label: 'Every day of the calendar' }, { value: 'business_days', label: 'Business days' }] }),
  weekends: choice({ ...calendar, label: 'A due date on a weekend', options: SHIFTS, hint: 'No source moves a date of an agreement by itself.' }),
  holidays: choice({ ...calendar, label: 'A due date on a federal holiday', options: SHIFTS }),
  closed: area({
    ...calendar, label: 'Further days that count as holidays', rows: 2, optional: true, hint: 'One on each line, such as 12/24/2026, when an executive order closes the government.',
    pattern: /^\s*((\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4})\s*)+$/, says: 'Enter dates, such as 12/24/2026, one on each line',
  }),
}

export const calendarOf = (v: Values<typeof calendarFields>) => ({
  count: given(v.count), weekends: given(v.weekends), holidays: given(v.holidays),
  // What is no date goes to the library as it is, which says so.
  closed: lines(v.closed?.replace(/[ \t]+/g, '\n'))?.map(t => parseDate(t) ?? t),
})

const own = { more: true, group: 'The agreement' } as const

/** What the definition of an ineligible person takes in. */
export const definitionFields = {
  stateExclusion: answer({ ...own, label: 'The definition of an ineligible person takes in an exclusion by a State’s Medicaid program alone' }),
  conviction: answer({ ...own, label: 'It takes in a conviction that calls for exclusion, before the exclusion' }),
  debarment: answer({ ...own, label: 'It takes in a debarment from Federal procurement and nonprocurement programs' }),
}

export const clauseFields = {
  clauses: rows({
    ...own, label: 'Clauses that say so', item: 'Clause', min: 0, data: true, fields: {
      parameter: choice({
        label: 'It sets', data: true, as: 'select', options: [
          { value: 'reportDays', label: 'the days to report' }, { value: 'repayDays', label: 'the days to repay' }, { value: 'violation', label: 'potential or probable violation' },
          { value: 'stateExclusion', label: 'exclusion by a State alone' }, { value: 'conviction', label: 'conviction before exclusion' },
          { value: 'debarment', label: 'debarment' }, { value: 'calendar', label: 'how due dates move' }, { value: 'notice', label: 'the contents of the report' },
        ],
      }),
      quote: area({ label: 'Words of the clause', rows: 2, data: true }),
      source: text({ label: 'Where it stands', optional: true, data: true, hint: 'Such as section III.K.' }),
    },
  }),
}

export const termFields = {
  violation: choice({ ...own, label: 'The agreement’s word for a violation', as: 'select', options: [{ value: '', label: 'Not recorded: potential counts' }, { value: 'potential', label: 'Potential' }, { value: 'probable', label: 'Probable' }] }),
  reportDays: integer({ ...own, label: 'Days to report', optional: true, min: 1, max: 3660, suffix: 'days', hint: '30 unless the agreement says otherwise.' }),
  repayDays: integer({ ...own, label: 'Days to repay', optional: true, min: 1, max: 3660, suffix: 'days', hint: '60 unless the agreement says otherwise.' }),
  ...definitionFields,
  notice: area({ ...own, label: 'The agreement’s own list of what a report contains', optional: true, rows: 3, data: true, hint: 'One item on each line; the usual list if it is empty.' }),
  ...clauseFields,
  ...calendarFields,
}

export const definitionOf = (v: Values<typeof definitionFields & typeof clauseFields>) => ({
  stateExclusion: given(v.stateExclusion), conviction: given(v.conviction), debarment: given(v.debarment), clauses: v.clauses.length ? v.clauses : undefined,
})

export const termsOf = (v: Values<typeof termFields>) => ({
  ...definitionOf(v), violation: given(v.violation), reportDays: v.reportDays, repayDays: v.repayDays,
  notice: lines(v.notice)?.map((t, i) => ({ id: `item ${i + 1}`, text: t })), calendar: calendarOf(v),
})
