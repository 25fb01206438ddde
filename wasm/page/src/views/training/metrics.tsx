// Before and after training: whether the error rate really changed, and refunds within 60 days.

import { type Result } from '../../client.ts'
import { Calculator, count, date, decimal, integer, money, percent, percentage, plural, table, type Block, type Values } from '../../kit/index.ts'
import { warned } from './words.ts'

const before = { group: 'Before training' } as const, later = { group: 'After training' } as const
const fields = {
  beforeReviewed: integer({ ...before, label: 'Reviewed before' }), beforeErrors: integer({ ...before, label: 'In error before', api: ['before'] }),
  afterReviewed: integer({ ...later, label: 'Reviewed after' }), afterErrors: integer({ ...later, label: 'In error after', api: ['after'] }),
  on: date({ label: 'As-of day', hint: 'Refunds are counted on this day.' }),
  submitted: integer({ label: 'Claims submitted since', optional: true, hint: 'For the estimate of the claims that were prevented.' }),
  stopped: integer({ label: 'Corrected before submission', optional: true, more: true }),
  queueBefore: integer({ label: 'In the exception queue before', optional: true, more: true }),
  queueAfter: integer({ label: 'In the exception queue after', optional: true, more: true }),
  significance: percentage({ label: 'Level of significance', initial: '5', more: true, hint: 'A change is called significant at or below it.' }),
  refunds: table({
    label: 'Refunds', optional: true, hint: 'One overpayment on each line.', columns: {
      claim: { label: 'Claim', type: 'text', match: /claim|^id$/i }, amount: { label: 'Amount', match: /amount|paid|overp/i },
      identified: { label: 'Identified', type: 'date', match: /identif/i }, refunded: { label: 'Refunded', type: 'date', match: /refund|return/i, optional: true },
    },
  }),
}

const EXAMPLE = 'Claim\tAmount\tIdentified\tRefunded\nA-2\t70.00\t2026-03-02\t2026-03-30\nA-5\t60.00\t2026-03-02\t\nA-6\t95.00\t2026-04-20\t\n'
type Metrics = Result<'training.metrics'>

export default function BeforeAndAfter() {
  return <Calculator id="training/metrics" title="Before and after training" fields={fields}
    example={{ beforeErrors: '12', beforeReviewed: '30', afterErrors: '3', afterReviewed: '30', on: '2026-05-15', submitted: '400', queueBefore: '41', queueAfter: '9', refunds: { text: EXAMPLE, example: true } }}
    compute={(v, run) => run.answer('training.metrics', {
      on: v.on, before: { errors: v.beforeErrors, reviewed: v.beforeReviewed }, after: { errors: v.afterErrors, reviewed: v.afterReviewed }, submitted: v.submitted, stopped: v.stopped,
      queueBefore: v.queueBefore, queueAfter: v.queueAfter, significance: v.significance, refunds: refundsOf(v),
    })}
    summary={summary} present={present}
    formula={<>
      <p>Error rate = items in error ÷ items reviewed. Whether it changed is decided by Fisher’s exact test: with the total of errors fixed, the number that falls to the items before is hypergeometric if training changed nothing. The two-sided probability adds all outcomes that are no more probable than the one found; it is compared with the level exactly.</p>
      <p>Claims prevented = claims submitted since × the fall of the error rate, an estimate. A refund has 60 days from the day the overpayment was identified.</p>
    </>} />
}

function refundsOf(v: Values<typeof fields>) {
  const c = v.refunds?.columns as Record<string, string[]> | undefined
  return c?.claim!.map((claim, i) => ({ claim, amount: c.amount![i]!, identified: c.identified![i]!, refunded: c.refunded?.[i] || undefined }))
}

const rate = (v: string) => percent(v, 2)

function summary(m: Metrics): string {
  const e = m.errors
  const change = e.improved ? 'fell' : e.change === '0' ? 'stayed' : 'rose'
  return change === 'stayed' ? `The error rate stayed at ${rate(e.rateAfter)}.`
    : `The error rate ${change} from ${rate(e.rateBefore)} to ${rate(e.rateAfter)}: ${e.significant ? 'a significant change' : 'not a significant change'} (p = ${decimal(e.twoSided, 4)}).`
}

function present(m: Metrics): Block[] {
  const e = m.errors, r = m.refundTotals
  const blocks: Block[] = [
    { figures: [
      { label: 'Error rate', value: `${rate(e.rateBefore)} to ${rate(e.rateAfter)}`, note: e.significant ? 'a significant change' : 'not a significant change' },
      { label: 'Two-sided probability', value: decimal(e.twoSided, 6), note: `significance ${percent(m.significance ?? '0.05')}` },
      ...(m.submitted ? [{ label: 'Claims prevented, estimated', value: decimal(m.prevented, 1) }] : []),
      ...(m.stopped ? [{ label: 'Corrected before submission', value: count(m.stopped) }] : []),
      ...(m.queueBefore || m.queueAfter ? [{ label: 'Exception queue', value: `${m.queueChange > 0 ? '+' : ''}${count(m.queueChange)}` }] : []),
    ] },
    ...warned(m.warnings),
    { chart: {
      kind: 'bars', title: 'Items in error', x: { title: 'Percent of the items reviewed', unit: 'percent' },
      alternative: `Before training ${rate(e.rateBefore)}, after it ${rate(e.rateAfter)}.`,
      points: [{ label: 'Before', value: percent(e.rateBefore, 2).slice(0, -1) }, { label: 'After', value: percent(e.rateAfter, 2).slice(0, -1), marked: true }],
      table: { columns: [{ title: 'When' }, { title: 'In error', figures: true }, { title: 'Reviewed', figures: true }, { title: 'Rate', figures: true }], rows: [['Before', count(m.before.errors), count(m.before.reviewed), rate(e.rateBefore)], ['After', count(m.after.errors), count(m.after.reviewed), rate(e.rateAfter)]] },
    } },
    { table: { caption: 'Fisher’s exact test', columns: [{ title: 'If training had changed nothing' }, { title: 'Probability', figures: true }], rows: [['A difference as improbable as this one', decimal(e.twoSided, 6)], ['As few errors after, or fewer', decimal(e.fewer, 6)], ['As many errors after, or more', decimal(e.more, 6)]] } },
  ]
  if (m.refunds?.length) {
    blocks.push({ table: {
      caption: 'Refunds against their 60 days', columns: [{ title: 'State' }, { title: 'Refunds', figures: true }],
      rows: [['In time', count(r.inTime)], ['Late', count(r.late)], ['Open, with time left', count(r.open)], ['Overdue', count(r.overdue)]],
    } }, { rows: [{ label: 'Refunded', value: money(r.refunded) }, { label: 'Outstanding', value: money(r.outstanding) }, { label: 'Overpayments', value: plural(m.refunds.length, 'refund') }] })
  }
  return blocks
}
