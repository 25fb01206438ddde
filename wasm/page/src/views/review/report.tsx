// The report of a finished review, with what it says beside the review itself.

import { useEffect, useRef, useState } from 'preact/hooks'
import { csv, Disclosure, documentBlocks, round, type DocumentModel, type ResultFile } from '../../kit/index.ts'
import { Outcome } from '../../kit/outcome.tsx'
import { type Frame } from '../../client.ts'
import { CorrectionForm, Systems } from './correction.tsx'
import { ReviewFormula } from './formula.tsx'
import { reportFields } from './reportform.ts'
import { session } from './session.ts'
import { type State, type Written } from './state.ts'
import { Busy, Form, Refusal, Step } from './step.tsx'

export function ReportStep({ state, number }: { state: State; number: number }) {
  const done = state.drawn && state.result?.stage === 'done'
  const timer = useRef(0)
  return <Step id="report" number={number} title="Report" standing={done ? 'current' : 'later'}>
    {!done && <p class="later-note">Written when every determination is there.</p>}
    {done && <>
      <div class="no-print extras">
        <Systems state={state} />
        <CorrectionForm state={state} />
      </div>
      <div class="no-print">
        <Disclosure title="What the report says beside the review" open={state.trouble?.at === 'report'}>
          <Form label="Report" fields={reportFields} raw={state.report} trouble={state.trouble?.at === 'report' ? state.trouble : undefined} set={raw => {
            session.set({ report: raw })
            clearTimeout(timer.current)
            timer.current = setTimeout(() => void session.write(raw), 500) as unknown as number
          }} />
        </Disclosure>
        <Refusal trouble={state.trouble} at="report" fields={reportFields} />
        <Busy state={state} at="report" />
      </div>
      {state.written && <Report state={state} written={state.written} />}
    </>}
  </Step>
}

function Report({ state, written }: { state: State; written: Written }) {
  const [frame, setFrame] = useState<Frame>()
  useEffect(() => { void session.frame().then(setFrame) }, [written])
  const { result, document, request } = written
  const blocks = documentBlocks(document as DocumentModel)

  if (!frame) return null
  return <Outcome id="review" title={result.title} example={state.example} blocks={blocks} formula={<ReviewFormula />} files={[claimsFile(written), savedFile(state)]}
    done={{ result, parameters: [], main: { name: 'review.report', request, frame, result }, file: state.file?.name }} />
}

/** Every reviewed claim as a row. */
const claimsFile = ({ result }: Written): ResultFile => ({
  label: 'Claims as CSV', name: 'review-claims.csv', type: 'text/csv',
  content: () => csv([
    ['number', 'order', 'claim_id', 'payor', 'paid', 'correct', 'overpayment', 'underpayment', 'documentation', 'reason', 'category', 'patient', 'service_date', 'code_submitted', 'code_reimbursed', 'code_correct', 'stage'],
    ...result.findings.map(f => [
      String(f.number), String(f.order), f.id, f.payor ?? '', round(f.paid, 2), f.correct === undefined ? '' : round(f.correct, 2), round(f.overpayment, 2), round(f.underpayment, 2), f.documentation, f.reason ?? '', f.category ?? '',
      f.patient ?? '', f.serviceDate ?? '', f.codeSubmitted ?? '', f.codeReimbursed ?? '', f.codeCorrect ?? '', f.stage,
    ]),
  ]),
})

/** The review itself, to go on with later or to be replayed by somebody else. */
export const savedFile = (state: State): ResultFile => ({
  label: 'Save the review', name: 'review-saved.json', type: 'application/json', content: () => JSON.stringify(state.result!.saved, null, 2) + '\n',
})
