// Fields that several appraisals have, and what they add to a request.

import { checkbox, choice, integer, levels, text, type Columns, type Values } from '../../kit/index.ts'

export const levelFields = {
  levels: levels({ label: 'Confidence levels', choices: ['80', '90', '95'], initial: '80,90,95', api: ['level'] }),
  oneSidedLevels: levels({
    label: 'One-sided levels', choices: ['90', '95'], min: '50', optional: true, more: true,
    hint: 'Medicare contractors take the lower limit of a one-sided 90% interval. RAT-STATS has none.',
  }),
}
export const levelsOf = (v: Values<typeof levelFields>) => ({ levels: v.levels, ...(v.oneSidedLevels.length > 0 && { oneSidedLevels: v.oneSidedLevels }) })

export const singleField = {
  zeroVarianceForSingle: checkbox({
    label: 'A sample of one counts as without variation', more: true,
    hint: 'Its variance is taken as zero, and a warning says so. Without this it is an error, since one item says nothing of how items vary.',
  }),
}

export const degreesField = {
  degreesOfFreedom: choice({
    label: 'Percentile of the total', more: true, as: 'select',
    options: [{ value: '', label: 'Normal distribution, as RAT-STATS' }, { value: 'strata', label: 'Student’s t, items less strata' }, { value: 'satterthwaite', label: 'Student’s t, Satterthwaite' }],
    hint: 'With few items the normal distribution gives limits that are too narrow.',
  }),
}

/** The six data file formats of RAT-STATS. */
export const FORMATS = [
  { value: 'difference', label: 'Overpayments' },
  { value: 'examined_audited', label: 'Examined and audited' },
  { value: 'examined', label: 'Examined only' },
  { value: 'audited', label: 'Audited only' },
  { value: 'examined_difference', label: 'Examined and difference' },
  { value: 'audited_difference', label: 'Audited and difference' },
] as const
type Format = (typeof FORMATS)[number]['value']
export type Kind = 'examined' | 'audited' | 'difference'

const COLUMNS: Record<Kind, Columns[string]> = {
  examined: { label: 'Examined (paid)', match: /exam|paid|billed/i },
  audited: { label: 'Audited (correct)', match: /audit|correct|allow|should/i },
  difference: { label: 'Overpayment', match: /over|diff|error/i },
}
/** The columns of amounts of a format. */
export const amountColumns = (format: Format): Columns => Object.fromEntries(format.split('_').map(k => [k, COLUMNS[k as Kind]]))

export const formatField = {
  format: choice({ label: 'The rows have', as: 'select', options: FORMATS, hint: 'Examined is what was paid, audited what should have been paid. Difference is examined less audited: an overpayment is positive.' }),
}

/** Where the values stand in a RAT-STATS data file of dollars. */
export const dataFileFields = {
  columns: text({
    label: 'Columns of the values', optional: true, more: true, width: 'short', pattern: /^\d{1,2}(\s*,\s*\d{1,2})?$/, says: 'Enter one or two numbers of columns, such as 2, 3',
    hint: 'Counted from 1. Without an entry they stand behind a line number in the first column.',
  }),
  total: integer({ label: 'Columns of every line', optional: true, more: true, min: 1, max: 10, hint: 'Without an entry the last value stands in the last column.' }),
}
export const dataFileOf = (v: { format: Format; columns?: string; total?: number }) => ({
  format: v.format, ...(v.columns !== undefined && { columns: v.columns.split(',').map(Number) }), ...(v.total !== undefined && { total: v.total }),
})
