// Strata are verified one by one, under one plan.

import { Calculator, count, numbers, plural, rows, type Block } from '../../kit/index.ts'
import { frameDigest, method, plain } from './design.ts'
import { NUMBER_COLUMN, numbered, planSeed, STRATA, stratified, stratifiedFormula, stratumFields, stratumOf } from './numbers.tsx'
import { verdictBlocks, verdictSaid, VERDICTS, type About } from './verdict.tsx'
import { atHand, nextStep } from './verifying.tsx'

const least = -9_007_199_254_740_991
const fields = {
  method, seed: planSeed,
  strata: rows({
    label: 'Strata', item: 'Stratum', min: 1,
    fields: {
      ...stratumFields,
      reported: numbers({ label: 'Reported numbers', optional: true, min: least, hint: 'A stratum without reported numbers makes the report impossible.' }),
      reportedSpares: numbers({ label: 'Reported spares', optional: true, min: least, more: true }),
    },
  }),
  frameDigest, atHand,
}
const EXAMPLE = STRATA.map((s, i) => ({ ...s, size: i === 0 ? '2' : '1', reported: { text: i === 0 ? '267\n271\n' : '983\n', example: true }, reportedSpares: null }))

export default function VerifyStratified() {
  return <Calculator id="verify/stratified" title="Verification of a stratified sample" fields={fields}
    example={{ seed: '48863.78', strata: EXAMPLE }} exampleNote="Two strata; the second is reported wrong."
    compute={(v, run) => run.answer('sampling.verify.stratified', {
      plan: { method: v.method, ...(v.seed && { seed: v.seed }), strata: v.strata.map(stratumOf), ...(v.frameDigest && { frameDigest: v.frameDigest }) },
      strata: v.strata.filter(s => s.reported !== undefined).map(s => ({ name: s.name, reported: s.reported!, ...(s.reportedSpares && { reportedSpares: s.reportedSpares }) })),
      ...(v.atHand && { frameDigest: v.atHand }),
    })}
    summary={r => ({
      reproduced: `Reproduced: the seeds give exactly the reported numbers of ${plural(r.verdicts.length, 'stratum', 'strata')}.`,
      other_order: 'The seeds give the same numbers, but at least one stratum is reported in another order.',
      differs: `The sample differs: ${r.verdicts.filter(v => v.comparison === 'differs').map(v => v.name).join(', ')} ${r.verdicts.filter(v => v.comparison === 'differs').length === 1 ? 'is' : 'are'} not what the seeds give.`,
      impossible: 'The report cannot be a sample of this plan.',
    })[r.comparison]}
    present={(r): Block[] => [
      {
        figures: [
          { label: 'The reported sample', value: VERDICTS[r.comparison] },
          ...r.verdicts.slice(0, 8).map(v => ({ label: v.name, value: VERDICTS[v.comparison], note: `seed ${v.selection.seed}` })),
          ...(r.notReported?.length ? [{ label: 'Strata without reported numbers', value: r.notReported.join(', ') }] : []),
        ],
      },
      ...(r.frame !== 'not_checked' ? [{ rows: [{ label: 'Frame at hand', value: r.frame === 'same' ? 'the one that was documented with the draw' : 'not the one that was documented with the draw' }] }] : []),
      ...r.verdicts.flatMap(v => {
        const about: About = { units: stratified.units, columns: NUMBER_COLUMN, cells: n => [plain(n)], sample: numbered(v.selection.sample), spares: numbered(v.selection.spareUnits) }
        return [{ heading: v.name, paragraph: verdictSaid(v, about) }, { rows: [{ label: 'Frame', value: `${count(v.selection.frameSize)} units` }] }, ...verdictBlocks(v, about)]
      }),
      nextStep(r.comparison === 'reproduced' || r.comparison === 'other_order'),
    ]}
    formula={stratifiedFormula}
  />
}
