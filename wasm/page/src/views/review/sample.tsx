// A sample of the review: its worklist with the determinations, then its outcome.

import { client } from '../../client.ts'
import { Blocks, count, Disclosure, DoneButton, download, plural, type Block } from '../../kit/index.ts'
import { decode } from '../../kit/table.ts'
import { day } from '../../kit/dates.ts'
import { CorrectionForm } from './correction.tsx'
import { entriesCSV, isFilled } from './determinations.ts'
import { ReviewFormula } from './formula.tsx'
import { headline, sampleBlocks, STAGES, type SampleStage } from './outcome.ts'
import { session } from './session.ts'
import { type State } from './state.ts'
import { Busy, Drop, FileButton, Refusal, Step, Twice } from './step.tsx'
import { WorklistTable } from './worklist.tsx'

export function SampleStep({ state, stage, number }: { state: State; stage: SampleStage; number: number }) {
  const { result, drawn } = state
  const r = drawn ? result : undefined
  const current = r?.stage === stage
  const outcome = r && reviewed(r, stage)
  const standing = current ? 'current' : outcome ? 'done' : 'later'
  return <Step id={stage} number={number} title={STAGES[stage]} standing={standing}>
    {!current && !outcome && <p class="later-note">{waiting(r, stage)}</p>}
    {outcome && r && <div class="outcome">
      <p class="headline" id={'outcome-' + stage} tabIndex={-1}>{headline(stage, r)}</p>
      <Blocks blocks={[...handedIn(r, stage), ...sampleBlocks(stage, r), ...(r.warnings?.length && isLast(r, stage) ? [{ warnings: r.warnings }] : [])]} />
      <div class="no-print">
        {stage !== 'full_sample' && <Disclosure title="Formula and source"><ReviewFormula /></Disclosure>}
        {isLast(r, stage) && r.stage !== 'done' && <p class="actions"><a href={'#step-' + r.stage} onClick={e => { e.preventDefault(); session.set({ focus: 'step-' + r.stage }) }}>To the {plural(r.worklist.length, 'further claim')} of the full sample</a></p>}
        {isLast(r, stage) && <TakeBack state={state} />}
      </div>
    </div>}
    {current && <Determinations state={state} />}
  </Step>
}

type Review = NonNullable<State['result']>

const reviewed = (r: Review, stage: SampleStage) =>
  r.stage !== stage && (stage === 'full_sample' ? r.stage === 'done' && r.draws.some(d => d.stage === 'full_sample') : !!r.outcome.first)

/** The sample whose outcome is the newest. */
const isLast = (r: Review, stage: SampleStage) => stage !== 'discovery_sample' || !reviewed(r, 'full_sample')

function waiting(r: Review | undefined, stage: SampleStage): string {
  if (stage !== 'full_sample') return 'Its claims are listed here when they are drawn.'
  if (r?.stage !== 'done') return 'Due where the discovery sample meets the threshold.'
  return r.outcome.first!.thresholdMet ? 'The discovery sample is the full sample: no further claims are drawn.' : 'No full sample is due.'
}

/** What was handed in for a sample. */
function handedIn(r: Review, stage: SampleStage): Block[] {
  const rows = r.saved.submitted.filter(s => s.stage === stage && s.determinations).map(s => ({ label: 'Determinations handed in', value: plural(s.determinations!.length, 'claim'), note: s.date && `complete on ${day(s.date)}` }))
  return rows.length > 0 ? [{ rows }] : []
}

function TakeBack({ state }: { state: State }) {
  if (state.submitted.length === 0) return null
  return <p><Twice words="Take back what was handed in last" asks="What follows from it is dropped with it." yes="Take it back" sure={state.example} act={() => void session.takeBack()} /></p>
}

function Determinations({ state }: { state: State }) {
  const { worklist, draws } = state.result!
  const wrong = state.trouble?.at === 'sample' ? state.trouble.entries : undefined
  const open = worklist.filter(c => !isFilled(state.entries[c.id])).length
  const name = `worklist-${state.result!.stage.replace('_sample', '')}.csv`
  const read = async (file: File) => session.readDeterminations(await decode(file), file.name)
  const earlier = draws.length > 1 ? ' Those of the discovery sample are part of it and are not reviewed again.' : ''
  return <Drop take={file => void read(file)}>
    <p class="prose">{plural(worklist.length, 'claim')} to pull and review.{state.result!.stage === 'full_sample' && worklist.length < state.result!.outcome.size!.size ? earlier : ''} Download the worklist, fill in its columns and drop the file here, or type into the table. A claim without documentation stays in the sample: it is overpaid in whole.</p>
    <div class="row tools no-print">
      <DoneButton done="Saved" onClick={async () => download(name, 'text/csv', (await session.ask('review.worklist', session.request())).text)}>Download the worklist</DoneButton>
      <FileButton accept=".csv,.tsv,.txt,.gz,text/csv" take={file => void read(file)}>Open the filled-in worklist</FileButton>
      <DoneButton done="Saved" onClick={() => download('determinations.csv', 'text/csv', entriesCSV(worklist, state.entries))}>Save the table as CSV</DoneButton>
      <span class="hint">or drop the file anywhere on this step. Nothing is uploaded.</span>
    </div>
    <div role="status">{state.note && <p class="read-note">{state.example && <span class="badge">Example</span>} {state.note}</p>}</div>
    <Refusal trouble={state.trouble} at="sample" />
    <WorklistTable worklist={worklist} entries={state.entries} wrong={wrong} />
    <Busy state={state} at="sample" />
    <form class="hand-in no-print" aria-label="Hand in the determinations" noValidate onSubmit={e => { e.preventDefault(); void session.handIn() }}>
      <div class="field"><label for="complete-on">Complete on <span class="optional">(optional)</span></label>
        <p class="hint" id="complete-on-hint">The day the determinations were complete. The clocks to repay and to report start there.</p>
        <input id="complete-on" type="date" class="medium" aria-describedby="complete-on-hint" value={state.date} onInput={e => session.set({ date: e.currentTarget.value })} /></div>
      <div class="actions"><button type="submit" class="primary">Hand in the determinations</button>
        {open > 0 && <span class="hint">{count(open)} {open === 1 ? 'claim has' : 'claims have'} none yet.</span>}</div>
    </form>
    <div class="no-print">
      <CorrectionForm state={state} />
      <TakeBack state={state} />
    </div>
  </Drop>
}

/** The printouts of the draws so far. */
export const drawPrintout = async (): Promise<string> => {
  const frame = await session.frame()
  return (await client()).print('review', session.request(), { audit: session.state.agreement?.name?.slice(0, 40) ?? '', file: session.state.file?.name ?? '' }, { frame })
}
