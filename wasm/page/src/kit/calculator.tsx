// A calculator: fields on the left, the result beside them. It opens with an example and its result. It checks, calculates in the
// worker, can be cancelled, keeps parameters (never data), and hands results on as copy, print, CSV, JSON and printout.

import { type ComponentChildren } from 'preact'
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { client, IromathError, type CalculationName, type Frame, type Iromath, type Request, type Result } from '../client.ts'
import { parse, replaceQuery } from '../router.ts'
import { type Block } from './blocks.ts'
import { type Data } from './columns.ts'
import { blanks, checkForm, type FieldError, type Fields, type Raws, type Values } from './fields.ts'
import { WrongRows } from './data.tsx'
import { controlId, FieldList, type FormState } from './form.tsx'
import { draft, dropDraft, fromQuery, saveDraft, toQuery } from './keep.ts'
import { at, isData, labelOf, placeError, plainly, wrongRows } from './problems.ts'
import { Outcome, type Main, type ResultFile } from './outcome.tsx'

/** What a calculation has at hand while it runs. */
export interface Run {
  client: Iromath
  signal: AbortSignal
  /** Calculates; several in a row are fine. */
  calculate<N extends CalculationName>(name: N, request: Request<N>, options?: { frame?: Frame }): Promise<Result<N>>
  /** Calculates what the page is about: its printout, its JSON and its source are what the reader gets. */
  answer<N extends CalculationName>(name: N, request: Request<N>, options?: { frame?: Frame }): Promise<Result<N>>
  /** How far it is, for what takes long. */
  progress(done: number, total?: number, words?: string): void
}

export interface CalculatorProps<F extends Fields, R> {
  /** The route, which the parameters belong to: "dollars/unrestricted". */
  id: string
  title: string
  fields: F
  /** What the form has when nobody has entered anything: it is calculated at once and marked as an example. */
  example: Partial<Raws<F>>
  /** Where the example comes from. */
  exampleNote?: string
  compute(values: Values<F>, run: Run): Promise<R>
  /** The result as blocks. */
  present(result: R, values: Values<F>): Block[]
  /** The result in one sentence: it is spoken, and heads the result. */
  summary(result: R, values: Values<F>): string
  /** The formula, as MathML or words. */
  formula?: ComponentChildren
  /** Where it comes from; by default what the calculation says. */
  source?: string
  /** Files that the result has beside those that every result has. */
  files?(result: R, values: Values<F>): ResultFile[]
  /** Words on the button: "Calculate". */
  button?: string
  /** Whether it calculates while people type, where rows are few; true by default. */
  automatic?: boolean
}

interface Done<F extends Fields, R> { result: R; values: Values<F>; parameters: [string, string][]; main?: Main; file?: string; raw: Raws<F> }
interface Busy { shown: boolean; done: number; total?: number; words?: string }

/** Rows up to which a form is calculated while people type. */
const AUTOMATIC_CHARACTERS = 100_000
const AFTER_TYPING = 400

export function Calculator<F extends Fields, R>(props: CalculatorProps<F, R>) {
  const { id, title, fields, example, compute } = props
  const formId = useId()
  const summaryRef = useRef<HTMLDivElement>(null)
  const start = useMemo(() => open(id, fields, example), [id])
  const [raw, setRaw] = useState<Raws<F>>(start.raw)
  const [isExample, setExample] = useState(start.example)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [submitted, setSubmitted] = useState(false)
  const [answers, setAnswers] = useState<Map<string, FieldError>>(new Map())
  const [failure, setFailure] = useState<FieldError>()
  const [done, setDone] = useState<Done<F, R>>()
  const [busy, setBusy] = useState<Busy>()
  const [said, say] = useState('')
  const controller = useRef<AbortController | undefined>(undefined)
  const timer = useRef(0)

  const checked = useMemo(() => checkForm(fields, raw), [fields, raw])
  const shown = new Map([...checked.errors].filter(([path]) => submitted || left.has(path) || isData(fields, path, raw)))
  for (const [path, e] of answers) if (!shown.has(path)) shown.set(path, e)

  const run = useCallback(async (form: Raws<F>, asked: boolean) => {
    const { values, errors } = checkForm(fields, form)
    if (errors.size > 0) return
    controller.current?.abort()
    const own = controller.current = new AbortController()
    const { signal } = own
    setAnswers(new Map())
    setFailure(undefined)
    setBusy({ shown: false, done: 0 })
    const showing = setTimeout(() => setBusy(b => b && { ...b, shown: true }), 250)
    let main: Main | undefined
    try {
      const instance = await client()
      const calculate: Run['calculate'] = async (name, request, options) => {
        signal.throwIfAborted()
        return instance.calculate(name, request, { signal, ...options })
      }
      const result = await compute(values, {
        client: instance, signal, calculate,
        async answer(name, request, options) {
          const own: Main = main = { name, request, ...options }
          return (own.result = await calculate(name, request, options)) as never
        },
        progress: (n, total, words) => { if (!signal.aborted) setBusy(b => b && { ...b, done: n, total, words }) },
      })
      if (signal.aborted) return
      setDone({ result, values, parameters: parametersOf(fields, form), main, file: fileOf(form), raw: form })
      say('')
    } catch (e) {
      if (signal.aborted) return
      const at = placeError(fields, form, e)
      if (at) setAnswers(new Map([at]))
      else setFailure({ message: plainly(e), wrong: e instanceof IromathError ? wrongRows(e, {}) : undefined })
      if (asked) {
        setSubmitted(true)
        requestAnimationFrame(() => summaryRef.current?.focus())
      }
    } finally {
      clearTimeout(showing)
      if (controller.current === own) setBusy(undefined)
    }
  }, [fields, compute])

  // The first result, without waiting.
  useEffect(() => {
    void run(raw, false)
    return () => {
      clearTimeout(timer.current)
      controller.current?.abort()
    }
  }, [])

  const enter = (next: Raws<F>) => {
    setRaw(next)
    setAnswers(new Map())
    setFailure(undefined)
    clearTimeout(timer.current)
    controller.current?.abort()
    setBusy(undefined)
    if (props.automatic !== false && weight(next) <= AUTOMATIC_CHARACTERS) timer.current = setTimeout(() => void run(next, false), AFTER_TYPING) as unknown as number
  }
  const change = (next: Raws<F>) => {
    setExample(false)
    const query = toQuery(fields, next)
    saveDraft(id, query)
    replaceQuery(id, query)
    enter(next)
  }

  const latest = useRef({ raw, enter })
  useLayoutEffect(() => { latest.current = { raw, enter } })
  // A link to other parameters of the same calculator.
  useEffect(() => {
    const on = () => {
      const route = parse(location.hash)
      if ([route.view, ...route.path].join('/') !== id || !route.query || route.query === toQuery(fields, latest.current.raw)) return
      setExample(false)
      latest.current.enter(fromQuery(fields, route.query, example))
    }
    addEventListener('hashchange', on)
    return () => removeEventListener('hashchange', on)
  }, [id])

  const submit = (e: Event) => {
    e.preventDefault()
    clearTimeout(timer.current)
    setSubmitted(true)
    if (checked.errors.size > 0) {
      requestAnimationFrame(() => summaryRef.current?.focus())
      return
    }
    void run(raw, true)
  }
  const cancel = () => {
    controller.current?.abort()
    setBusy(undefined)
    say('Cancelled. Nothing was changed.')
  }
  const again = (next: Raws<F>, toExample: boolean) => {
    dropDraft(id)
    replaceQuery(id, '')
    setLeft(new Set())
    setSubmitted(false)
    setExample(toExample)
    if (!toExample) setDone(undefined)
    enter(next)
    say(toExample ? 'The example is back.' : 'All entries are cleared.')
  }

  const state: FormState = {
    id: formId, raw, errors: shown,
    set: (path, value) => change(setAt(raw, path.split('.'), value)),
    leave: path => setLeft(l => (l.has(path) || at(raw, path) === '' && !submitted ? l : new Set([...l, path]))),
  }
  const problems = submitted ? [...shown] : []
  const stale = done !== undefined && done.raw !== raw && !busy

  return <div class="calculator">
    <form class="entries no-print" onSubmit={submit} noValidate aria-label={title}>
      {isExample && <p class="example-note"><span class="badge">Example</span> {props.exampleNote ?? 'Change any entry to use your own.'} <button type="button" class="link" onClick={() => again(blanks(fields), false)}>Clear it</button></p>}
      {(problems.length > 0 || failure) && <div class="problems" role="alert" tabIndex={-1} ref={summaryRef} aria-labelledby={formId + '-problems'}>
        <h2 id={formId + '-problems'}>{failure ? 'This could not be calculated' : problems.length === 1 ? 'One entry has to be corrected' : `${problems.length} entries have to be corrected`}</h2>
        {failure && <p>{failure.message}</p>}
        {failure?.wrong && <WrongRows rows={failure.wrong} />}
        {problems.length > 0 && <ul>{problems.map(([path, e]) => <li key={path}>
          <a href={'#' + controlId(formId, path)} onClick={ev => { ev.preventDefault(); document.getElementById(controlId(formId, path))?.focus() }}>{labelOf(fields, path)}: {e.message}</a>
        </li>)}</ul>}
      </div>}
      <FieldList fields={fields} state={state} />
      <div class="actions">
        {/* The field that was typed in keeps the focus while the button is pressed: its error would move the button away from under the pointer. */}
        <button type="submit" class="primary" onMouseDown={e => e.preventDefault()}>{props.button ?? 'Calculate'}</button>
        {!isExample && <button type="button" class="quiet" onClick={() => again(blanks(fields), false)}>Clear</button>}
        {!isExample && <button type="button" class="quiet" onClick={() => again({ ...blanks(fields), ...example }, true)}>Show the example</button>}
      </div>
    </form>
    <section class={'result' + (stale ? ' stale' : '')} aria-label={`Result: ${title}`} aria-busy={busy?.shown ? 'true' : undefined}>
      <div class="result-head no-print">
        <h2>Result{isExample && done && <span class="badge">Example</span>}</h2>
        {busy?.shown && <Progress busy={busy} cancel={cancel} />}
      </div>
      <p class="status" role="status">{busy ? (busy.shown ? 'Calculating…' : '') : done && !stale && checked.errors.size === 0 ? props.summary(done.result, done.values) : said}</p>
      {stale && <p class="stale-note no-print">{checked.errors.size > 0 ? 'The figures below are of the entries before. Complete the entries for new ones.' : 'The entries have changed: the figures below are of those before.'}</p>}
      {done
        ? <Outcome id={id} title={title} done={done} blocks={presented(props, done)} example={isExample} formula={props.formula} source={props.source} files={props.files?.(done.result, done.values)} />
        : <Waiting failed={!!failure} incomplete={checked.errors.size > 0} />}
    </section>
  </div>
}

function presented<F extends Fields, R>(props: CalculatorProps<F, R>, done: Done<F, R>): Block[] {
  try {
    return props.present(done.result, done.values)
  } catch (e) {
    // A fault in a view is not to take the page with it.
    console.error(e)
    return [{ warnings: [{ code: 'fault', message: 'The result cannot be shown because of a fault in this page. It can be downloaded as JSON.' }] }]
  }
}

function Progress({ busy, cancel }: { busy: Busy; cancel(): void }) {
  return <div class="progress">
    {busy.total ? <progress max={busy.total} value={busy.done} aria-label="Progress" /> : <progress aria-label="Calculating" />}
    <span>{busy.words ?? (busy.total ? `${Math.floor((100 * busy.done) / busy.total)}%` : '')}</span>
    <button type="button" onClick={cancel}>Cancel</button>
  </div>
}

function Waiting({ failed, incomplete }: { failed: boolean; incomplete: boolean }) {
  if (failed) return null
  if (incomplete) return <p class="empty">The result appears here when the entries are complete. Rows are kept only while this page is open: after a reload, enter them again.</p>
  return <div class="skeleton" aria-hidden="true"><span /><span /><span /><span /></div>
}

/** Where a form begins: with the parameters of the link, with those kept in this tab, or with the example. */
function open<F extends Fields>(id: string, fields: F, example: Partial<Raws<F>>): { raw: Raws<F>; example: boolean } {
  const route = parse(location.hash)
  const own = [route.view, ...route.path].join('/') === id ? route.query : ''
  const query = own || draft(id)
  if (!query) return { raw: { ...blanks(fields), ...example }, example: true }
  if (!own) replaceQuery(id, query)
  return { raw: fromQuery(fields, query, example), example: false }
}

export function setAt(object: any, [key, ...rest]: string[], value: unknown): any {
  const copy = Array.isArray(object) ? [...object] : { ...object }
  copy[key!] = rest.length === 0 ? value : setAt(copy[key!], rest, value)
  return copy
}

/** What a workpaper states: every field but those of "More options" that were left empty. */
function parametersOf(fields: Fields, raw: any): [string, string][] {
  const empty = (v: unknown) => v === '' || v === null || (Array.isArray(v) && v.length === 0)
  return Object.entries(fields).filter(([name, f]) => (!f.when || f.when(raw)) && !(f.more && empty(raw[name]))).map(([name, f]) => [f.label, f.show(raw[name], raw)])
}

const fileOf = (raw: any) => (Object.values(raw).find(v => (v as Data | null)?.name) as Data | undefined)?.name

/** Roughly how much there is to read. */
function weight(raw: any): number {
  let n = 0
  for (const v of Object.values(raw)) {
    if (Array.isArray(v)) for (const r of v) n += weight(r)
    else if (v instanceof Blob) n += v.size
    else if (v && typeof v === 'object') n += ((v as Data).text ?? '').length
  }
  return n
}
