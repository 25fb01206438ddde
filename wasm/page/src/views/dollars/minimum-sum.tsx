import { Calculator, choice, count, Formula, levels, money, percent, percentage, table as rows, tableOf, type Columns } from '../../kit/index.ts'
import { sample } from '../appraisal/design.tsx'
import { amountColumns, FORMATS } from '../appraisal/options.ts'
import { valuesOf } from '../appraisal/samples.ts'
import { valuesChart } from '../appraisal/sections.ts'

const fields = {
  format: choice({ label: 'The rows have', as: 'select', initial: 'examined_audited', options: FORMATS.filter(f => f.value.includes('_')), hint: 'The payment of a claim and what of it was wrong: two kinds of value, from which the third follows.' }),
  items: rows({
    label: 'Sampled claims', hint: 'One claim on each line, those without an error too.', columns: form => amountColumns(form.format), api: ['examined', 'audited', 'difference', 'sample'],
  }),
  unsampled: rows({
    label: 'Payments of all other claims', hint: 'Every claim of the universe that was not drawn, one payment on each line.', optional: true, columns: { paid: { label: 'Payment', match: /paid|exam|amount|payment/i } } satisfies Columns,
  }),
  oneSidedLevels: levels({ label: 'One-sided levels', choices: ['90', '95'], initial: '90', api: ['level'] }),
  errorShare: percentage({ label: 'A claim is in error from', initial: '100', more: true, min: '1', hint: 'The share of its payment that was overpaid: 100% takes claims that are wrong as a whole. It has to be chosen before the sample is seen.' }),
}

export function MinimumSum() {
  return <Calculator id="dollars/minimum-sum" title="Lower limit by the minimum sum method" fields={fields}
    example={{ format: 'examined_audited', items: sample('Paid,Correct\n40,0\n55,55\n30,0\n60,0\n'), unsampled: sample('90\n15\n40\n45\n20\n60\n'), oneSidedLevels: '90' }}
    exampleNote="Four claims of a universe of ten."
    compute={async (v, run) => {
      const answer = await run.answer('appraisal.variable.minimum_sum', {
        ...v.items.columns, unsampled: v.unsampled?.columns.paid ?? [], errorShare: v.errorShare, oneSidedLevels: v.oneSidedLevels,
      })
      return { answer, values: valuesOf(v.items.columns, 'difference') }
    }}
    summary={({ answer }) => `The overpayment in the universe is at least ${answer.limits.map(l => `${money(l.lowerLimit)} with ${percent(l.level)} confidence`).join(', ')}.`}
    present={({ answer: r, values }) => [
      { figures: r.limits.map(l => ({ label: `Lower limit, ${percent(l.level)} one-sided`, value: money(l.lowerLimit), note: 'holds for every distribution' })) },
      ...(r.warnings?.length ? [{ warnings: r.warnings }] : []),
      { table: tableOf('Limits', r.limits, [['Confidence', l => percent(l.level)], ['Claims in error, at least', l => count(l.countLimit)], ['Smallest payments of those not drawn', l => money(l.smallestPayments)], ['Lower limit', l => money(l.lowerLimit)]]) },
      { rows: [
        { label: 'Claims in the universe', value: count(r.universe) }, { label: 'Claims in the sample', value: count(r.sampleSize) },
        { label: 'In error among them', value: count(r.inError), note: `overpaid by ${percent(r.errorShare)} or more of the payment` },
        { label: 'Overpayments found', value: money(r.overpayment) }, { label: 'Of these in claims in error', value: money(r.overpaymentInError) },
      ] },
      { chart: valuesChart(values, 'difference') },
    ]}
    formula={<>
      <p>With <i>x</i> claims in error among the <i>n</i> drawn from <i>N</i>, <i>L</i> is the smallest number of claims in error in the universe with which so many are not unlikely. So <i>L</i> − <i>x</i> more are among those not drawn, and at the least they are those with the smallest payments:</p>
      <Formula lines={[
        ['Claims in error', 'L = "smallest" K "with" P (X >= x | K) >= 1 - "level"'],
        ['Lower limit', '"overpayments found" + c * sum "of the" L - x "smallest payments not drawn"'],
      ]} />
      <p>It assumes nothing but payments that are not negative. It is near to the truth where payments are alike and claims are either correct or in error as a whole, and valid but low where they are not. A claim that was paid too little counts as zero. A sample that was enlarged because of what its first part showed is another design.</p>
    </>}
  />
}
