// A review in progress. It lives in this page only, whatever view is shown: agreement and seeds may be kept, claims and
// determinations never are.

import { useEffect, useState } from 'preact/hooks'
import { client, type CalculationName, type Request, type Result } from '../../client.ts'
import { blanks, checkForm, count } from '../../kit/index.ts'
import { draft, dropDraft, fromQuery, saveDraft, toQuery } from '../../kit/keep.ts'
import { decode } from '../../kit/table.ts'
import { parse, replaceQuery } from '../../router.ts'
import { agreementFields, agreementOf, formOf, parameters, parseJSON, type AgreementInput, type Parameters } from './agreement.ts'
import { Claims, findColumns, firstLine, inspect, separator, type Columns, type FrameOptions } from './claims.ts'
import { determinationsOf, entryOf, isFilled } from './determinations.ts'
import { example } from './example.ts'
import { reportFields, reportOf } from './reportform.ts'
import { plainly, Refused, start, troubleOf, type Place, type ReviewRequest, type Saved, type State, type Submission } from './state.ts'

export const ID = 'review'

class Session {
  state: State = start()
  #claims: Claims | undefined
  #controller: AbortController | undefined
  #listeners = new Set<() => void>()
  #begun = false

  listen(f: () => void): () => void {
    this.#listeners.add(f)
    return () => { this.#listeners.delete(f) }
  }

  set(part: Partial<State>): void {
    this.state = { ...this.state, ...part }
    for (const f of this.#listeners) f()
  }

  /** Begins with what is kept of this tab, or with the example. */
  begin(): void {
    if (this.#begun) return
    this.#begun = true
    const route = parse(location.hash)
    const query = (route.path.length === 0 && route.query) || draft(ID)
    if (!query) void this.showExample()
    else {
      this.set({ raw: fromQuery(parameters, query, {}), said: 'Agreement and seed are those you had entered. Claims and determinations are kept only while this page is open: choose the claims file again.' })
      replaceQuery(ID, query)
      void this.complete()
    }
  }

  /** Agreement and seeds as they are typed. */
  enter(raw: Parameters): void {
    this.set({ raw, example: false, trouble: undefined })
    const query = toQuery(parameters, raw)
    saveDraft(ID, query)
    if (parse(location.hash).path.length === 0) replaceQuery(ID, query)
    void this.complete()
  }

  /** States every parameter of the agreement, as far as it can be read. */
  async complete(): Promise<void> {
    const { raw } = this.state
    const { values, errors } = checkForm(agreementFields, raw)
    if (errors.size > 0) return this.set({ agreement: undefined })
    try {
      const agreement = await (await client()).calculate('agreement', agreementOf(values))
      if (this.state.raw === raw) this.set({ agreement, ...(this.state.trouble?.at === 'agreement' && { trouble: undefined }) })
    } catch (e) {
      if (this.state.raw === raw) this.set({ agreement: undefined, trouble: troubleOf('agreement', e) })
    }
  }

  async loadAgreement(file: File): Promise<void> {
    await this.#run('agreement', 'Reading the agreement…', async () => {
      const read = parseJSON(await decode(file), 'an agreement') as AgreementInput
      // What is wrong is in the file, not in the form.
      await (await client()).calculate('agreement', read).catch(e => { throw new Error(`${file.name} was not taken. ${plainly(e.message)}`) })
      this.enter({ ...this.state.raw, ...formOf(read) })
      this.set({ said: `The agreement of ${file.name} is in the form.` })
    })
  }

  /** Takes a claims file and reads it, if its columns are found. */
  async choose(file: File, example = false): Promise<void> {
    const ok = await this.#run('claims', 'Looking at the file…', async () => {
      const found = await inspect(file, file.name)
      const { resuming } = this.state
      const columns: Columns = resuming ? pick(resuming.frame.options) : findColumns(found.header)
      this.set({ file: { ...found, comma: resuming?.frame.options?.comma || found.comma, example }, columns, summary: undefined, ...(!example && { example: false }) })
    })
    if (ok && this.state.columns.id && this.state.columns.paid) await this.read()
  }

  setColumns(columns: Columns): void {
    this.set({ columns, summary: undefined, trouble: undefined })
    if (columns.id && columns.paid) void this.read()
  }

  /** How the claims file is to be read. */
  options(): FrameOptions {
    const { file, columns, resuming } = this.state
    if (resuming?.frame.options) return resuming.frame.options
    const { values } = checkForm(agreementFields, this.state.raw)
    const { payors, from, through } = agreementOf(values)
    const { date, ...others } = columns
    return JSON.parse(JSON.stringify({ ...others, ...((from || through) && { date }), payors, from, through, comma: file?.comma })) as FrameOptions
  }

  /** Whether the frame was read as agreement and columns have it now. */
  get current(): boolean {
    return !!this.state.summary && !!this.state.file && !!this.#claims?.is(this.state.file.blob, this.options())
  }

  async read(): Promise<boolean> {
    const { file } = this.state
    if (!file) return false
    const options = this.options()
    if (!this.#claims?.is(file.blob, options)) {
      void this.#claims?.close()
      this.#claims = new Claims(file.blob, options)
    }
    const claims = this.#claims
    this.set({ summary: undefined })
    const ok = await this.#run('claims', 'Reading the claims…', async signal => {
      const frame = await claims.open({ signal, progress: rows => this.#progress('claims', `${count(rows)} rows read`) })
      this.set({ summary: frame.summary })
    })
    if (ok && this.state.resuming) return this.#resumed(this.state.resuming)
    return ok
  }

  request(): ReviewRequest {
    const { raw, submitted } = this.state
    const { values } = checkForm(parameters, raw)
    const { first, full, ...agreement } = values
    return { agreement: agreementOf(agreement), seeds: { first, ...(full && { full }) }, ...(submitted.length > 0 && { submitted }) }
  }

  /** Calculates about the frame of the claims file. */
  ask<N extends CalculationName>(name: N, request: Request<N>, signal?: AbortSignal): Promise<Result<N>> {
    return this.#claims!.use(async frame => (await client()).calculate(name, request, { frame, signal }))
  }

  /** The frame for what the kit prints itself. */
  frame() { return this.#claims!.open() }

  /** Draws the sample; focus: and goes to it. */
  async draw(focus = true): Promise<boolean> {
    const { errors } = checkForm(parameters, this.state.raw)
    if (errors.size > 0) return false
    if (!this.current && !(await this.read())) return false
    return this.#run('draw', 'Drawing the sample…', async signal => {
      await this.#answer([], signal)
      this.set({ drawn: true, entries: {}, date: '', note: '', ...(focus && { focus: this.#stageId() }) })
    })
  }

  /** Takes the draw back, and all that was handed in after it. */
  undraw(): void {
    this.set({ drawn: false, submitted: [], result: undefined, entries: {}, written: undefined, trouble: undefined, note: '', focus: 'step-agreement', said: 'The draw is taken back.' })
  }

  /** Reads a filled-in worklist into the table. */
  async readDeterminations(text: string, name: string): Promise<void> {
    await this.#run('sample', 'Reading the determinations…', async signal => {
      const { worklist } = this.state.result!
      const read = await (await client()).calculate('review.determinations', { text, options: { comma: separator(firstLine(text)) }, worklist }, { signal })
      const entries = { ...this.state.entries }
      const seen = new Set<string>(), twice: string[] = []
      for (const d of read.determinations) {
        if (seen.has(d.id)) twice.push(d.id)
        seen.add(d.id)
        entries[d.id] = entryOf(d)
      }
      if (twice.length > 0) throw new Refused('Claims stand in the file twice. Nothing was taken.', twice.map(id => ({ id, rule: 'has more than one determination' })))
      const filled = [...seen].filter(id => isFilled(entries[id])).length
      const note = `${count(filled)} determinations of ${name}` + (read.others > 0 ? `; ${count(read.others)} rows of claims that are not asked for were passed over.` : '.')
      this.set({ entries, note })
    })
  }

  /** Hands in the determinations of the worklist. */
  async handIn(): Promise<boolean> {
    const { result, entries, date } = this.state
    return this.#run('sample', 'Calculating…', async signal => {
      const { determinations, wrong } = determinationsOf(result!.worklist, entries)
      if (wrong.length > 0) throw new Refused(`${count(new Set(wrong.map(w => w.id)).size)} of ${count(result!.worklist.length)} claims have no determination yet, or one that cannot be read.`, wrong)
      await this.#submit({ ...(date && { date }), determinations }, signal)
      this.set({ entries: {}, note: '', date: this.state.example ? date : '', focus: `outcome-${result!.stage}` })
      await this.exampleEntries()
    })
  }

  async submit(at: 'correction' | 'systems', submissions: Submission[], said: string): Promise<boolean> {
    return this.#run(at, 'Calculating…', async signal => {
      const before = this.state.submitted
      try {
        for (const s of submissions) await this.#submit(s, signal)
      } catch (e) {
        this.set({ submitted: before })
        throw e
      }
      this.set({ said })
    })
  }

  async readSystems(text: string): Promise<void> {
    await this.#run('systems', 'Reading the walk-throughs…', async signal => {
      const worklist = this.state.result!.systemsWorklist ?? []
      const { walkThroughs, others } = await (await client()).calculate('review.walkthroughs', { text, options: { comma: separator(firstLine(text)) }, worklist }, { signal })
      if (walkThroughs.length === 0) throw new Error(`The file has no walk-through of a claim that waits for one (${count(others)} rows of other claims).`)
      const date = this.state.date || this.state.submitted.map(s => s.date).filter(Boolean).at(-1)
      await this.#submit({ ...(date && { date }), systems: walkThroughs }, signal)
      this.set({ said: `${count(walkThroughs.length)} walk-throughs are in the report.` })
    })
  }

  /** Takes back what was handed in last. */
  async takeBack(): Promise<void> {
    const { submitted } = this.state
    const last = submitted.at(-1)
    if (!last) return
    await this.#run('sample', 'Calculating…', async signal => {
      await this.#answer(submitted.slice(0, -1), signal)
      const entries = Object.fromEntries((last.determinations ?? []).map(d => [d.id, entryOf(d as never)]))
      this.set({ entries, date: last.date ?? '', note: '', focus: this.#stageId(), said: 'What was handed in last is taken back.' })
    })
  }

  async write(raw: State['report']): Promise<void> {
    this.set({ report: raw })
    const { values, errors } = checkForm(reportFields, raw)
    if (errors.size > 0 || this.state.result?.stage !== 'done') return
    await this.#run('report', 'Writing the report…', async signal => {
      const request: ReviewRequest = { ...this.request(), report: reportOf(values) }
      const result = await this.ask('review.report', request, signal)
      const document = await this.#claims!.use(async frame => (await client()).document('review.report', request, { frame, signal }))
      this.set({ written: { result, document, request } })
    })
  }

  /** Takes up a saved review: its claims file is asked for. */
  async resume(file: File): Promise<void> {
    await this.#run('resume', 'Reading the saved review…', async () => {
      const saved = parseJSON(await decode(file), 'a saved review') as Saved
      if (typeof saved.format !== 'string' || !saved.format.startsWith('iromath review')) throw new Error('This is not a saved review: its format is not stated.')
      const raw: Parameters = { ...blanks(parameters), ...formOf(saved.agreement), first: saved.seeds.first, full: saved.seeds.full ?? '' }
      this.clear()
      this.enter(raw)
      this.set({ resuming: saved, focus: 'step-claims', said: `The saved review is read. Choose its claims file: ${count(saved.frame.size)} claims.` })
    })
  }

  async #resumed(saved: Saved): Promise<boolean> {
    return this.#run('claims', 'Running the saved review again…', async signal => {
      const claims = new Claims(this.#claims!.blob, this.#claims!.options, 'verify') // another part of the library replays
      const replayed = await claims.use(async frame => (await client()).calculate('review.replay', { saved: saved as never }, { frame, signal }), { signal })
        .finally(() => void claims.close())
      const differ = replayed.figures.filter(f => f.status === 'differs')
      if (differ.length > 0) throw new Refused('The saved review does not follow from its own inputs. Replay says more.', differ.map(f => ({ id: f.path, rule: `is ${f.reported || 'not there'}, and should be ${f.computed ?? 'something else'}` })))
      await this.#answer(saved.submitted.map(({ stage: _, ...s }) => s as Submission), signal)
      this.set({ drawn: true, resuming: undefined, focus: this.#stageId(), said: 'The review goes on where it was saved.' })
    })
  }

  async showExample(): Promise<void> {
    this.clear()
    dropDraft(ID)
    replaceQuery(ID, '')
    const raw: Parameters = { ...blanks(parameters), ...formOf(example.agreement), first: example.seed }
    this.set({ raw, example: true })
    void this.complete()
    await this.choose(example.claims(), true)
    if (this.state.summary && (await this.draw(false))) {
      this.set({ date: example.date })
      await this.exampleEntries()
    }
  }

  /** Fills in the determinations of the example. */
  async exampleEntries(): Promise<void> {
    const { state } = this
    if (!state.example || !state.result?.worklist.length) return
    await this.readDeterminations(example.determinations, 'example-determinations.csv')
  }

  /** Empties everything. */
  clear(): void {
    this.#controller?.abort()
    void this.#claims?.close()
    this.#claims = undefined
    this.set({ ...start(), file: undefined, summary: undefined, agreement: undefined, result: undefined, written: undefined, resuming: undefined, busy: undefined, trouble: undefined, focus: undefined })
  }

  startOver(): void {
    this.clear()
    dropDraft(ID)
    replaceQuery(ID, '')
    this.set({ said: 'Everything is cleared.', focus: 'step-agreement' })
    void this.complete()
  }

  cancel(): void {
    this.#controller?.abort()
    this.set({ busy: undefined, said: 'Cancelled. Nothing was changed.' })
  }

  /** The step that waits. */
  #stageId(): string {
    const { stage } = this.state.result!
    return 'step-' + (stage === 'done' ? 'report' : stage)
  }

  async #submit(s: Submission, signal: AbortSignal): Promise<void> {
    await this.#answer([...this.state.submitted, s], signal)
  }

  /** Runs the review with what was submitted. */
  async #answer(submitted: Submission[], signal: AbortSignal): Promise<void> {
    const result = await this.ask('review', { ...this.request(), submitted }, signal)
    this.set({ submitted, result, written: undefined })
    if (result.stage === 'done') queueMicrotask(() => void this.write(this.state.report))
  }

  async #run(at: Place, words: string, f: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    const own = this.#controller = new AbortController()
    this.set({ busy: { at, words, slow: false }, trouble: undefined, said: '' })
    const timer = setTimeout(() => this.state.busy && this.set({ busy: { ...this.state.busy, slow: true } }), 250)
    try {
      await f(own.signal)
      return !own.signal.aborted
    } catch (e) {
      if (!own.signal.aborted) this.set({ trouble: troubleOf(at, e) })
      return false
    } finally {
      clearTimeout(timer)
      if (this.#controller === own) this.set({ busy: undefined })
    }
  }

  #progress(at: Place, words: string): void {
    if (this.state.busy) this.set({ busy: { at, words, slow: this.state.busy.slow } })
  }
}

const pick = (o: FrameOptions | undefined): Columns => ({ id: o?.id, paid: o?.paid, segment: o?.segment, payor: o?.payor, date: o?.date })

export const session = new Session()

/** The review as it stands, drawn again whenever it changes. */
export function useSession(): State {
  const [state, set] = useState(session.state)
  useEffect(() => {
    set(session.state)
    return session.listen(() => set(session.state))
  }, [])
  return state
}
