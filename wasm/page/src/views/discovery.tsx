import { Calculator, choice, compare, count, Formula, histogram, integer, money, percent, percentage, plural, table, tableOf, type Block, type Warning } from '../kit/index.ts'
import { atLines, claimsOf, COLUMNS, difference, overpayment, type Claim } from './discovery/claims.ts'
import { EXAMPLE } from './discovery/example.ts'
import { draw, planOf, rateName, ratePercent, sizesBlocks, steps, type Plan, type Rate, type Sizes } from './discovery/next.ts'
import { CATEGORIES } from './review/rate.ts'

const fields = {
  claims: table({
    label: 'Reviewed claims', columns: COLUMNS,
    hint: 'One claim on each line, those paid correctly too: claim, paid and correct amount, documentation (complete, insufficient or missing), category and reason. Paste from a spreadsheet or use a CSV file.',
  }),
  universe: integer({ label: 'Claims in the universe', optional: true, min: 1, hint: 'The sampling frame that the discovery sample was drawn from. With it the full sample is sized.' }),
  threshold: percentage({ label: 'Threshold', initial: '5', min: '0.01', hint: 'The error rate from which a full sample is due.' }),
  netting: choice({ label: 'Underpayments', options: [{ value: 'netted', label: 'Netted', hint: 'set off against overpayments, which the agreement allows' }, { value: 'not_netted', label: 'Not netted' }] }),
  confidence: percentage({ label: 'Confidence of the full sample', initial: '90', min: '1', max: '99.99', more: true, api: ['levels', 'level'] }),
  precision: percentage({ label: 'Precision of the full sample', initial: '25', min: '0.1', more: true, api: ['precisions'], hint: 'How far the limits may be from the point estimate, in percent of it.' }),
}

interface Answer { rate: Rate; claims: Claim[]; sizes?: Sizes; plan?: Plan; stated: boolean }

const USUAL = 50
const LEVELS = ['0.8', '0.9', '0.95'], PRECISIONS = ['0.1', '0.15', '0.2', '0.25']
const withOwn = (list: readonly string[], own: string) => [...list.filter(v => v !== own), own].sort(compare)

export default function Discovery() {
  return <Calculator id="discovery" title="Discovery sample" fields={fields}
    example={{ claims: { text: EXAMPLE, example: true }, universe: '4,200', threshold: '5', netting: 'netted', confidence: '90', precision: '25' }}
    exampleNote="50 claims, made up."
    compute={async (v, run): Promise<Answer> => {
      const claims = claimsOf(v.claims)
      const rate = await run.answer('errorrate', { claims, threshold: v.threshold, netting: v.netting }).catch(e => { throw atLines(e, v.claims) })
      const answer: Answer = { rate, claims, stated: v.claims.columns.documentation !== undefined }
      if (!rate.thresholdMet || v.universe === undefined) return answer
      const sizes = await run.calculate('samplesize.probe', {
        universe: v.universe, overpayments: claims.map(overpayment), levels: withOwn(LEVELS, v.confidence), precisions: withOwn(PRECISIONS, v.precision),
      })
      return { ...answer, sizes, plan: planOf(sizes, v.confidence, v.precision) }
    }}
    summary={({ rate, plan }) => {
      const at = `At ${ratePercent(rate)} the ${rateName(rate)} ${rate.thresholdMet ? 'meets' : 'is below'} the ${percent(rate.threshold ?? '0.05')} threshold: `
      if (!rate.thresholdMet) return `${at}no full sample is due. Repay the ${money(rate.overpaid)} that was found overpaid.`
      return `${at}a full sample is due.` + (plan ? ' ' + draw(plan, rate.counts.reviewed)[0] : '')
    }}
    present={present}
    formula={<>
      <Formula lines={[
        ['Error rate', 'frac{"overpayments" - "underpayments"}{"dollars paid in the sample"}'],
        ['Size of the full sample', 'n = frac{(N s)^2}{(E / z)^2 + N s^2}'],
      ]} />
      <p>Where underpayments are not netted, they are left out of the first. A claim without documentation is overpaid by all that was paid. The threshold is compared with the exact fraction: 5.000% meets 5%, 4.9999999% does not.</p>
      <p>The size takes the standard deviation <i>s</i> of the overpayments of the discovery sample as that of the universe of <i>N</i> claims. <i>E</i> is the precision times the estimated total overpayment, <i>z</i> the percentile of the normal distribution. Sizes are rounded to the nearest claim, as RAT-STATS does.</p>
    </>}
    source="OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022; sizes: RAT-STATS Companion Manual 4-2 to 4-6"
  />
}

function present({ rate: r, claims, sizes, plan, stated }: Answer): Block[] {
  const blocks: Block[] = [{
    figures: [
      { label: rateName(r).replace(/^./, c => c.toUpperCase()), value: ratePercent(r), note: r.thresholdMet ? `meets the threshold of ${percent(r.threshold ?? '0.05')}` : `below the threshold of ${percent(r.threshold ?? '0.05')}` },
      { label: r.netting === 'not_netted' ? 'Overpaid' : 'Net overpayment', value: money(r.netOverpayment), note: `of ${money(r.paid)} paid` },
      { label: 'To be repaid of the sample', value: money(r.overpaid), note: 'never net of underpayments' },
      ...(plan && !plan.empty ? [{ label: 'Full sample', value: plural(Math.min(plan.size, plan.universe), 'claim'), note: `${percent(plan.level)} confidence, ${percent(plan.precision)} precision` }] : []),
    ],
  }]
  const warnings = findings(r, stated)
  if (warnings.length > 0) blocks.push({ warnings })
  blocks.push({ heading: 'Next step' }, { list: steps(r, plan) })
  if (r.counts.missingDocumentation > 0) {
    const missing = claims.filter(c => c.documentation === 'missing')
    blocks.push({ paragraph: `${plural(r.counts.missingDocumentation, 'claim has', 'claims have')} no documentation (${missing.slice(0, 5).map(c => c.id).join(', ')}${missing.length > 5 ? ' and others' : ''}): the whole paid amount counts as overpaid. Such a claim stays in the sample. It is not replaced by a spare and not taken as correct.` })
  }
  if (sizes) blocks.push(...sizesBlocks(sizes, r.counts.reviewed))
  blocks.push({ heading: 'The claims' }, counts(r))
  if (r.categories?.length) blocks.push(categories(r))
  const over = claims.map(overpayment).filter(v => /[1-9]/.test(v))
  if (over.length > 1) blocks.push({ chart: histogram(over, 'Overpayments of the overpaid claims', 'Overpayment', ['claim', 'claims']) })
  const wrong = claims.filter(c => /[1-9]/.test(difference(c)))
  if (wrong.length > 0) blocks.push({ table: errors(wrong) })
  return blocks
}

/** Findings that are no errors of the entries. */
function findings(r: Rate, stated: boolean): Warning[] {
  const out: Warning[] = []
  if (r.counts.reviewed !== USUAL) out.push({ code: 'sample_size', message: `A discovery sample usually has ${USUAL} claims; this one has ${count(r.counts.reviewed)}. The agreement’s number counts.` })
  if (!stated) out.push({ code: 'documentation', message: 'The rows do not say what documentation there was: every claim was taken as completely documented.' })
  return out
}

const counts = (r: Rate): Block => ({ rows: [
  { label: 'Claims reviewed', value: count(r.counts.reviewed) }, { label: 'Claims in error', value: count(r.counts.inError) },
  { label: 'Overpaid', value: count(r.counts.overpaid), note: money(r.overpaid), part: true }, { label: 'Underpaid', value: count(r.counts.underpaid), note: money(r.underpaid), part: true },
  { label: 'Documentation missing', value: count(r.counts.missingDocumentation) }, { label: 'Documentation insufficient', value: count(r.counts.insufficientDocumentation) },
  { label: 'Dollars paid in the sample', value: money(r.paid) },
] })

function categories(r: Rate): Block {
  const list = r.categories!
  const name = (c: (typeof list)[number]) => CATEGORIES[c.category]!
  const top = list.reduce((a, b) => (Number(b.overpaid) > Number(a.overpaid) ? b : a))
  return { chart: {
    kind: 'bars', title: 'Overpaid by category', x: { title: 'Overpaid in the sample', unit: 'dollars' },
    alternative: `${plural(r.counts.inError, 'claim')} in error in ${plural(list.length, 'category', 'categories')}; the most, ${money(top.overpaid)}, in the category ${name(top)}.`,
    points: list.map(c => ({ label: name(c), value: c.overpaid, marked: c === top })),
    table: tableOf('', list, [
      ['Category', name], ['Claims in error', c => count(c.claims)], ['Overpaid claims', c => count(c.claimsOverpaid)], ['Overpaid', c => money(c.overpaid)], ['Underpaid claims', c => count(c.claimsUnderpaid)], ['Underpaid', c => money(c.underpaid)],
    ]),
  } }
}

function errors(claims: readonly Claim[]) {
  const why = (c: Claim) => [c.category && CATEGORIES[c.category], c.reason].filter(Boolean).join(': ')
  const t = tableOf('Claims in error', claims, [
    ['Claim', c => c.id], ['Paid', c => money(c.paid)], ['Correct', c => (c.correct === undefined ? 'none' : money(c.correct))], ['Paid less correct', c => money(difference(c))],
    ['Documentation', c => c.documentation], ['Reason', why],
  ])
  return { ...t, columns: t.columns.map((c, i) => (i < 4 ? c : { title: c.title, prose: i === 5 })) }
}
