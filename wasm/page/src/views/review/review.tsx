// The whole review on one page, step by step: agreement, claims file, draw, the samples, report.

import { useEffect, useState } from 'preact/hooks'
import { Blocks, count, Disclosure, DoneButton, download, plural, Printout, RowsView } from '../../kit/index.ts'
import { agreementFields, agreementRows, seedFields } from './agreement.ts'
import { findColumns, frameBlocks, frameRows, roles } from './claims.ts'
import { STAGES, standing, type SampleStage } from './outcome.ts'
import { ReportStep, savedFile } from './report.tsx'
import { drawPrintout, SampleStep } from './sample.tsx'
import { example } from './example.ts'
import { session, useSession } from './session.ts'
import { type State } from './state.ts'
import { Busy, Drop, FileButton, Form, Refusal, Step, Twice } from './step.tsx'

export default function Review() {
  const state = useSession()
  useEffect(() => session.begin(), [])
  useEffect(() => {
    if (!state.focus) return
    const el = document.getElementById(state.focus)
    if (!el) return
    el.focus({ preventScroll: true })
    el.scrollIntoView({ block: 'start' })
    session.set({ focus: undefined })
  }, [state.focus])
  useEffect(() => {
    // Determinations are nowhere but here.
    const warn = (e: BeforeUnloadEvent) => { if (!session.state.example && (session.state.submitted.length > 0 || Object.keys(session.state.entries).length > 0)) e.preventDefault() }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])
  const stages: SampleStage[] = state.raw.protocol === 'discovery' ? ['discovery_sample', 'full_sample'] : ['sample']
  return <div class="review" aria-busy={state.busy ? 'true' : undefined}>
    <Head state={state} />
    <AgreementStep state={state} />
    <ClaimsStep state={state} />
    <DrawStep state={state} />
    {stages.map((s, i) => <SampleStep key={s} state={state} stage={s} number={4 + i} />)}
    <ReportStep state={state} number={4 + stages.length} />
  </div>
}

/** What concerns the review as a whole. */
function Head({ state }: { state: State }) {
  const own = !state.example && (state.drawn || !!state.file)
  return <div class="review-head no-print">
    {state.example && <p class="example-note"><span class="badge">Example</span> A fictitious clinic whose record room was flooded. Its determinations are filled in: hand them in to see what follows. <button type="button" class="link" onClick={() => session.startOver()}>Start your own review</button></p>}
    <div class="toolbar" role="group" aria-label="This review">
      {state.drawn && state.result && <DoneButton done="Saved" onClick={() => { const f = savedFile(state); download(f.name, f.type, f.content() as string) }}>Save the review</DoneButton>}
      <FileButton accept=".json,application/json" take={file => void session.resume(file)}>Resume a saved review</FileButton>
      {!state.example && <Twice words="Start over" asks="Claims and determinations are dropped." yes="Start over" sure={!own} act={() => session.startOver()} />}
      {!state.example && <Twice words="Show the example" asks="Claims and determinations are dropped." yes="Show the example" sure={!own} act={() => void session.showExample()} />}
    </div>
    <Refusal trouble={state.trouble} at="resume" />
    <div class="stand"><p class="headline">{state.drawn && state.result ? standing(state.result) : 'State the agreement, choose the claims file, and draw the sample.'}</p></div>
    <p class="status" role="status">{state.busy?.slow ? state.busy.words : state.said}</p>
  </div>
}

function AgreementStep({ state }: { state: State }) {
  const { agreement, drawn, trouble } = state
  return <Step id="agreement" number={1} title="Agreement" standing={drawn ? 'done' : 'current'}>
    {drawn ? agreement && <Folded title="The agreement in full" rows={agreementRows(agreement)} shown={4} /> : <div class="calculator">
      <Form label="Agreement" fields={agreementFields} raw={state.raw} set={raw => session.enter({ ...state.raw, ...raw })} trouble={trouble?.at === 'agreement' ? trouble : undefined}
        before={<div class="row tools"><FileButton accept=".json,application/json" take={file => void session.loadAgreement(file)}>Open an agreement (JSON)</FileButton></div>} />
      <div class="result beside">
        <h3>The agreement in full</h3>
        <Refusal trouble={trouble} at="agreement" fields={agreementFields} />
        {agreement ? <>
          <p class="hint">What is left empty has the usual value.</p>
          <RowsView rows={agreementRows(agreement)} />
          <DoneButton done="Saved" onClick={() => download('agreement.json', 'application/json', JSON.stringify(session.request().agreement, null, 2) + '\n')}>Save the agreement (JSON)</DoneButton>
        </> : <p class="empty">Complete the entries to see it with every parameter stated.</p>}
      </div>
    </div>}
  </Step>
}

function ClaimsStep({ state }: { state: State }) {
  const { file, summary, drawn, resuming } = state
  const stale = summary && !drawn && !session.current
  return <Step id="claims" number={2} title="Claims file" standing={drawn ? 'done' : state.agreement ? 'current' : 'later'}>
    {drawn && file && summary ? <Folded title="The frame in full" rows={frameRows(summary, file.name)} shown={3} blocks={frameBlocks(summary)} /> : <div class="calculator">
      <div class="entries">
        {resuming && <p class="read-note">Of the saved review: {plural(resuming.frame.size, 'claim')}, digest <span class="mono">{resuming.frame.digest}</span></p>}
        <Drop take={f => void session.choose(f)} class="drop">
          <label for="claims-file"><strong>All paid claims of the review period</strong></label>
          <p class="hint" id="claims-hint">CSV or text with a line of column titles, plain or compressed with gzip. It is read in this page, piece by piece; nothing is uploaded and nothing is kept.</p>
          {file && <p class="held"><strong>{file.name}</strong>{file.example && <span class="badge">Example</span>}</p>}
          <div class="row tools">
            <span class="file"><span aria-hidden="true">{file ? 'Choose another file' : 'Choose a file'}</span>
              <input id="claims-file" type="file" accept=".csv,.tsv,.txt,.gz,text/csv,text/plain" aria-describedby="claims-hint" onChange={e => { const f = e.currentTarget.files?.[0]; e.currentTarget.value = ''; if (f) void session.choose(f) }} /></span>
            {!file && !resuming && <button type="button" class="quiet" onClick={() => session.choose(example.claims(), true)}>Use the claims of the example</button>}
            <span class="hint">or drop it here.</span>
          </div>
        </Drop>
        {file && !resuming && <ColumnChoice state={state} />}
      </div>
      <div class="result beside">
        <h3>The sampling frame</h3>
        <Refusal trouble={state.trouble} at="claims" />
        <Busy state={state} at="claims" />
        {stale && <p class="stale-note">Payors, period or columns have changed. <button type="button" class="link" onClick={() => void session.read()}>Read the file again</button></p>}
        {summary ? <Blocks blocks={frameBlocks(summary)} /> : <p class="empty">The claims that a random number can pick, and what became of every row, appear here when the file is read.</p>}
      </div>
    </div>}
  </Step>
}

/** Which column of the file is what. */
function ColumnChoice({ state: { file, columns, raw } }: { state: State }) {
  const header = file!.header
  const usual = findColumns(header)
  const change = (role: string, value: string) => session.setColumns({ ...columns, [role]: value || undefined })
  const asks = roles.filter(r => r.role !== 'date' || raw.from || raw.through)
  const ready = columns.id && columns.paid
  return <fieldset class="choices"><legend>Columns</legend>
    <div class="mapping">{asks.map(r => <div class="field" key={r.role}>
      <label for={'column-' + r.role}>{r.label}</label>
      <select id={'column-' + r.role} value={columns[r.role] ?? ''} onChange={e => change(r.role, e.currentTarget.value)}>
        {(r.needed || usual[r.role]?.toLowerCase() !== r.usual) && <option value="">{r.needed ? 'choose' : 'none'}</option>}
        {[...new Set(header)].filter(Boolean).map(h => <option key={h} value={h}>{h}</option>)}
      </select></div>)}</div>
    {!ready && <p class="hint">Choose the columns of claim id and amount paid.</p>}
  </fieldset>
}

function DrawStep({ state }: { state: State }) {
  const { drawn, result, trouble, raw } = state
  const [page, setPage] = useState('')
  useEffect(() => setPage(''), [result])
  const ready = !!state.agreement && !!state.summary
  const random = () => {
    // As RAT-STATS has it: seconds since midnight, to the hundredth.
    const now = new Date()
    const seconds = now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds()
    session.enter({ ...raw, first: `${seconds}.${String(Math.floor(now.getMilliseconds() / 10)).padStart(2, '0')}` })
  }
  return <Step id="draw" number={3} title="Seed and draw" standing={drawn ? 'done' : ready ? 'current' : 'later'} note="Drawn">
    {drawn && result ? <>
      <RowsView rows={result.draws.flatMap(d => {
        const s = d.tickets ?? d.selection!
        return [{ label: STAGES[d.stage as SampleStage], value: `${plural(s.size, 'claim')} out of ${count(s.frameSize)}` + (s.spares ? `, ${plural(s.spares, 'spare')}` : ''), note: `seed ${s.seed}` }]
      })} />
      <Disclosure title="Printout of the draw" onOpen={() => void drawPrintout().then(setPage)} class="no-print">
        {page ? <><DoneButton done="Saved" onClick={() => download('draw.txt', 'text/plain', page)}>Save the printout</DoneButton><Printout text={page} label="Printout of the draw" /></> : <p class="hint">The printout is being made…</p>}
      </Disclosure>
      <p class="no-print"><Twice words="Change agreement, claims file or seed" asks="The draw and the determinations are dropped." yes="Drop them" sure={state.example || (state.submitted.length === 0 && Object.keys(state.entries).length === 0)} act={() => session.undraw()} /></p>
    </> : <div class="calculator">
      <Form label="Seed and draw" fields={seedFields} raw={raw} set={r => session.enter({ ...raw, ...r })} trouble={trouble?.at === 'draw' ? trouble : undefined} button="Draw the sample" submit={() => void session.draw()}>
        <p><button type="button" class="quiet" onClick={random}>Take the time of day as the seed</button></p>
      </Form>
      <div class="result beside">
        <Refusal trouble={trouble} at="draw" fields={seedFields} />
        <Busy state={state} at="draw" />
        <p class="empty">{ready ? 'The sample is drawn from the frame by the method of the agreement. Anyone can draw it again from the seed. Then agreement, frame and seed stay as they are.' : 'Complete the agreement and choose the claims file first.'}</p>
      </div>
    </div>}
  </Step>
}

/** The first rows of what is settled, and all of it on demand. */
function Folded({ title, rows, shown, blocks }: { title: string; rows: Parameters<typeof RowsView>[0]['rows']; shown: number; blocks?: Parameters<typeof Blocks>[0]['blocks'] }) {
  return <>
    <RowsView rows={rows.slice(0, shown)} />
    <Disclosure title={title} class="small">{blocks ? <Blocks blocks={blocks} /> : <RowsView rows={rows.slice(shown)} />}</Disclosure>
  </>
}
