// A calculator that holds a report against the plan of a design.

import { type FunctionComponent } from 'preact'
import { Calculator, count, integer, text, type Block, type Fields } from '../../kit/index.ts'
import { methodName, type Design } from './design.ts'
import { type Found } from './seeds.tsx'
import { seedHint, verdictBlocks, verdictSaid, VERDICTS, type About, type Verdict } from './verdict.tsx'

export const atHand = text({ label: 'Digest of the frame at hand', optional: true, more: true, hint: 'It is held against the digest that was documented.', api: ['frameDigest'] })

interface Answer { verdict: Verdict; about: About; seed: string; method?: string; found?: Found }

export function verifying(d: Design): FunctionComponent {
  const fields: Fields = {
    reported: d.report(`Reported ${d.units[1]}`, { hint: 'The sample as it is reported, without spares, in any order.', api: ['reported'] }),
    ...d.fields,
    ...(d.drawOn && { drawnBefore: integer({ label: 'Drawn before', optional: true, more: true, hint: 'If the sample was drawn on: how many were drawn first. The report may then list all units or the added ones alone.' }) }),
    ...(d.fields.spares && { reportedSpares: d.report('Reported spares', { optional: true, more: true, hint: 'If they are to be verified.' }) }),
    atHand,
  }
  const example = { ...d.example, ...d.reportExample.fields, reported: { text: d.reportExample.text, example: true } }
  return () => <Calculator<Fields, Answer> id={`verify/${d.id}`} title={`Verification of a ${d.name}`} fields={fields} example={example} exampleNote={d.reportExample.note}
    compute={async (v: any, run) => {
      const request = await d.request(v, run)
      const plan = { ...request, ...(v.drawnBefore && { drawnBefore: v.drawnBefore }) }
      const reported = {
        reported: d.reported(v.reported, v), ...(v.reportedSpares && { reportedSpares: d.reported(v.reportedSpares, v) }), ...(v.atHand && { frameDigest: v.atHand }),
      }
      const verdict = await run.answer(d.verify as 'sampling.verify', d.verification?.(plan, reported) ?? { plan, ...reported })
      const drawn = d.drawn(verdict.selection)
      const about = { units: d.units, columns: d.columns, cells: d.cells, sample: drawn.sample, spares: drawn.spares }
      // A seed that does not give the numbers may be mistyped, unless spares explain them.
      const found = d.search && verdict.comparison === 'differs' && verdict.extra?.length !== verdict.fromSpares?.length && (drawn.method || 'ratstats') === 'ratstats'
        ? await run.calculate('sampling.seed_search', { ...d.search(verdict.selection, verdict.reported), mistyped: drawn.seed }).catch(() => undefined) : undefined
      return { verdict, about, seed: drawn.seed, method: drawn.method, found }
    }}
    summary={({ verdict, about }) => verdictSaid(verdict, about)}
    present={({ verdict, about, seed, method, found }): Block[] => [
      {
        figures: [
          { label: 'The reported sample', value: VERDICTS[verdict.comparison], note: `by ${methodName(method)} with the seed ${seed}` },
          ...(verdict.comparison === 'differs' || verdict.comparison === 'impossible' ? [
            { label: 'Not what the seed gives', value: count(verdict.extra?.length ?? 0) }, { label: 'Missing', value: count(verdict.missing?.length ?? 0) },
          ] : []),
          ...(verdict.fromSpares?.length ? [{ label: 'Spares that stood in', value: count(verdict.fromSpares.length) }] : []),
        ],
      },
      ...seedHint(found, seed),
      ...verdictBlocks(verdict, about),
      nextStep(verdict.comparison === 'reproduced' || verdict.comparison === 'other_order'),
    ]}
    formula={<><p>The plan is drawn again from its documentation, and the report is held against it unit by unit.</p>{d.formula}</>}
  />
}

export const nextStep = (good: boolean): Block => ({
  element: good
    ? <p class="no-print next">Next step: <a href="#/review">verify the figures of the review</a>. A reproduced sample shows that it could have been drawn with the seed, not that no other seed was tried before.</p>
    : <p class="no-print next">Next step: ask for the documentation of the draw: its seed, its frame and its spares. Where the seed is missing or doubtful, <a href="#/verify/seeds">look for the seeds that give the numbers</a>.</p>,
})
