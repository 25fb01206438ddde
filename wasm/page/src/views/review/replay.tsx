// A saved review run again: every figure of its results is held against what comes out.

import { useEffect, useState } from 'preact/hooks'
import { calculation } from '../../client.ts'
import { Calculator, file, textFile, type Run } from '../../kit/index.ts'
import { parseJSON } from './agreement.ts'
import { verdict, verificationBlocks } from './verification.ts'
import { atField, claimsOf, reading } from './verify.tsx'

const fields = {
  saved: textFile({ label: 'Saved review (JSON)', hint: 'The file that “Save the review” gives.' }),
  claims: file({
    label: 'Claims file', optional: true, accept: '.csv,.tsv,.txt,.gz,text/csv,text/plain',
    hint: 'With it everything is run again. Without it the claims in the saved review stand for the frame, and neither the draw from the frame nor its digest can be checked.',
  }),
}

/** The example of the contract, with its claims as a file. */
function useExample() {
  const [example, set] = useState<{ saved: { text: string; example: true }; claims: File }>()
  useEffect(() => {
    void calculation('review.replay').then(({ example }) => {
      const { saved, claims } = example as { saved: unknown; claims: { id: string; paid: string }[] }
      set({
        saved: { text: JSON.stringify(saved, null, 2) + '\n', example: true },
        claims: new File(['claim_id,paid\n' + claims.map(c => `${c.id},${c.paid}\n`).join('')], 'example-claims.csv', { type: 'text/csv' }),
      })
    })
  }, [])
  return example
}

export default function ReplayReview() {
  const example = useExample()
  if (!example) return <p role="status">Loading the example…</p>
  return <Calculator id="review/replay" title="Replay of a saved review" fields={fields} example={example} exampleNote="A finished review of two claims out of four." button="Replay" automatic={false}
    compute={async (v, run: Run) => {
      const saved = await atField('saved', () => parseJSON(v.saved.text, 'a saved review'))
      if (!v.claims) return run.answer('review.replay', { saved })
      const { payors, from, through, id, paid, segment, payor, date, comma } = saved.frame?.options ?? {}
      const claims = await claimsOf(v.claims, JSON.parse(JSON.stringify({ payors, from, through, id, paid, segment, payor, date, comma })))
      await atField('claims', () => claims.open(reading(run)))
      return claims.use(frame => run.answer('review.replay', { saved }, { frame }), reading(run))
    }}
    summary={verdict} present={verificationBlocks}
    formula={<p>Agreement, seeds and determinations are put in again; the samples are drawn again, and every figure of the saved results is held against the one that comes out, digit for digit.</p>}
  />
}
