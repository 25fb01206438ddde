// Corrections of the frame and walk-throughs of systems: what comes to a review beside the determinations.

import { useState } from 'preact/hooks'
import { area, blanks, checkForm, choice, count, date, Disclosure, DoneButton, download, plural, text, type Raws } from '../../kit/index.ts'
import { day } from '../../kit/dates.ts'
import { decode } from '../../kit/table.ts'
import { parseJSON } from './agreement.ts'
import { example } from './example.ts'
import { session } from './session.ts'
import { type State, type Submission } from './state.ts'
import { Busy, Drop, FileButton, Form, Refusal } from './step.tsx'

const fields = {
  ground: choice({
    label: 'Why these claims never belonged', as: 'select', options: [
      { value: 'other_payor', label: 'Paid by another payor' }, { value: 'other_provider', label: 'Submitted by another provider' }, { value: 'not_paid', label: 'Not paid, not even partly' },
      { value: 'outside_period', label: 'Outside the review period' }, { value: 'agreement', label: 'Left out by words of the agreement' },
    ],
  }),
  description: text({ label: 'The kind of claim', hint: 'Such as: claims paid by Example Mutual, a private payor.' }),
  search: area({ label: 'How the whole frame was searched for them', rows: 2 }),
  quote: area({ label: 'Words of the agreement', rows: 2, when: (raw: any) => raw.ground === 'agreement' }),
  claims: area({ label: 'Ids of all claims of the kind', hint: 'Those in the sample and those that nobody drew, one on each line.', rows: 4, mono: true }),
  on: date({ label: 'Date of the correction', optional: true }),
  with: text({ label: 'OIG monitor who was asked', optional: true, hint: 'The monitor is to be asked before a spare is used.', group: 'Consultation' }),
  asked: date({ label: 'Asked on', when: (raw: any) => raw.with.trim() !== '', group: 'Consultation' }),
  said: area({ label: 'What the monitor said', rows: 2, when: (raw: any) => raw.with.trim() !== '', group: 'Consultation' }),
}

/** Takes a kind of claim out of the frame. */
export function CorrectionForm({ state }: { state: State }) {
  const [raw, set] = useState<Raws<typeof fields>>(blanks(fields))
  const made = state.result?.corrections ?? []
  const submit = async () => {
    const { values: v } = checkForm(fields, raw)
    const correction = {
      ground: v.ground, description: v.description, search: v.search, ...(v.quote && { quote: v.quote }),
      claims: v.claims.split(/[\n,;]+/).map(t => t.trim()).filter(Boolean),
      ...(v.with && { monitor: { date: v.asked!, with: v.with, said: v.said! } }),
    }
    if (await session.submit('correction', [{ ...(v.on && { date: v.on }), correction }], `${plural(correction.claims.length, 'claim')} left the frame.`)) set(blanks(fields))
  }
  const open = async (file: File) => {
    try {
      const list: unknown = parseJSON(await decode(file), 'a list of corrections')
      const submissions = (Array.isArray(list) ? list : [list]).map(correction => ({ correction }) as Submission)
      await session.submit('correction', submissions, `${plural(submissions.length, 'correction')} of ${file.name} made.`)
    } catch (e) {
      session.set({ trouble: { at: 'correction', message: e instanceof Error ? e.message : String(e) } })
    }
  }
  return <Disclosure title={'Claims that never belonged in the population' + (made.length > 0 ? ` (${count(made.length)} corrected)` : '')} open={state.trouble?.at === 'correction'}>
    <p class="prose">A claim stays in the sample, whatever its documentation. Only claims that never belonged in the population leave, all of their kind together, and spares step in. It is not for claims whose documentation is missing.</p>
    {made.length > 0 && <ul class="prose">{made.map(c => <li key={c.number}>{c.description}: {plural(c.count, 'claim')} left the frame{c.date && ` on ${day(c.date)}`}.</li>)}</ul>}
    <Refusal trouble={state.trouble} at="correction" />
    <div class="row tools"><FileButton accept=".json,application/json" take={file => void open(file)}>Open corrections (JSON)</FileButton></div>
    <Form label="Correction of the frame" fields={fields} raw={raw} set={set} button="Correct the frame" submit={() => void submit()} />
    <Busy state={state} at="correction" />
  </Disclosure>
}

/** Walk-throughs of the systems behind overpaid claims. */
export function Systems({ state }: { state: State }) {
  const waiting = state.result?.systemsWorklist ?? []
  const done = state.submitted.flatMap(s => s.systems ?? []).length
  if (waiting.length + done === 0) return null
  const read = async (file: File) => session.readSystems(await decode(file))
  return <Disclosure title={`Systems behind overpaid claims: ${count(done)} of ${count(waiting.length + done)} walked through`} open={state.trouble?.at === 'systems'}>
    <Drop take={file => void read(file)}>
      <p class="prose">For each overpaid claim: was it coded correctly at the source, entered correctly, and turned correctly into the code that was billed? Download the list, fill it in and drop the file here.</p>
      <Refusal trouble={state.trouble} at="systems" />
      {waiting.length > 0 && <div class="row tools">
        <DoneButton done="Saved" onClick={async () => download('systems-worklist.csv', 'text/csv', (await session.ask('review.systems_worklist', session.request())).text)}>Download the list of {plural(waiting.length, 'claim')}</DoneButton>
        <FileButton accept=".csv,.tsv,.txt,.gz,text/csv" take={file => void read(file)}>Open the filled-in list</FileButton>
        {state.example && <button type="button" class="quiet" onClick={() => session.readSystems(example.systems)}>Use those of the example</button>}
      </div>}
      <Busy state={state} at="systems" />
    </Drop>
  </Disclosure>
}
