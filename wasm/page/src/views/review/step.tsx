// A step of the review: its title, its entries with their errors, and how far it is.

import { type ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { checkForm, type Fields, type Raws } from '../../kit/index.ts'
import { setAt } from '../../kit/calculator.tsx'
import { WrongRows } from '../../kit/data.tsx'
import { controlId, FieldList } from '../../kit/form.tsx'
import { labelOf } from '../../kit/problems.ts'
import { session } from './session.ts'
import { type Place, type State, type Trouble } from './state.ts'

export type Standing = 'done' | 'current' | 'later'

export function Step({ id, number, title, standing, note, children }: { id: string; number: number; title: string; standing: Standing; note?: string; children: ComponentChildren }) {
  const heading = 'step-' + id
  return <section class={`step ${standing} ${id}`} aria-labelledby={heading}>
    <h2 id={heading} tabIndex={-1}><span class="step-number"><span class="visually-hidden">Step </span>{number}</span><span>{title}</span>
      {standing === 'done' && <span class="badge">{note ?? 'Done'}</span>}</h2>
    {children}
  </section>
}

interface FormProps<F extends Fields> {
  label: string; fields: F; raw: Raws<F>; set(raw: Raws<F>): void
  /** What the library refuses. */
  trouble?: Trouble
  /** Words on the button; without it there is none. */
  button?: string
  submit?(): void
  before?: ComponentChildren
  children?: ComponentChildren
}

/** The entries of a step. */
export function Form<F extends Fields>({ label, fields, raw, set, trouble, button, submit, before, children }: FormProps<F>) {
  const id = useId()
  const [left, leave] = useState<ReadonlySet<string>>(new Set())
  const [asked, ask] = useState(false)
  const summary = useRef<HTMLDivElement>(null)
  const { errors } = checkForm(fields, raw)
  const shown = new Map([...errors].filter(([path]) => asked || left.has(path)))
  if (trouble?.field && trouble.field in fields) shown.set(trouble.field, { message: trouble.message })
  const problems = asked ? [...shown] : []
  return <form class="entries" aria-label={label} noValidate onSubmit={e => {
    e.preventDefault()
    ask(errors.size > 0)
    if (errors.size > 0) requestAnimationFrame(() => summary.current?.focus())
    else submit?.()
  }}>
    {before}
    {problems.length > 0 && <div class="problems" role="alert" tabIndex={-1} ref={summary} aria-label="Entries to be corrected">
      <ul>{problems.map(([path, e]) => <li key={path}><a href={'#' + controlId(id, path)} onClick={ev => { ev.preventDefault(); document.getElementById(controlId(id, path))?.focus() }}>{labelOf(fields, path)}: {e.message}</a></li>)}</ul>
    </div>}
    <FieldList fields={fields} state={{
      id, raw, errors: shown,
      set: (path, value) => set(setAt(raw, path.split('.'), value)),
      leave: path => leave(l => (l.has(path) ? l : new Set([...l, path]))),
    }} />
    {children}
    {button && <div class="actions"><button type="submit" class="primary">{button}</button></div>}
  </form>
}

/** What was refused at a place, where no field is to blame. */
export function Refusal({ trouble, at, fields }: { trouble?: Trouble; at: Place; fields?: Fields }) {
  if (trouble?.at !== at || (trouble.field && fields && trouble.field in fields)) return null
  return <div class="problems" role="alert">
    <p>{trouble.message}</p>
    {trouble.wrong && <WrongRows rows={trouble.wrong} />}
    {trouble.entries && <WrongRows rows={trouble.entries.map(e => ({ column: e.id, rule: e.rule }))} />}
  </div>
}

export function Busy({ state, at }: { state: State; at: Place }) {
  const { busy } = state
  return <div class="working" aria-busy={busy ? 'true' : undefined}>{busy?.at === at && busy.slow && <div class="progress">
    <progress aria-label={busy.words} /><span>{busy.words}</span><button type="button" onClick={() => session.cancel()}>Cancel</button>
  </div>}</div>
}

/** A button that takes a file. */
export function FileButton({ children, accept, take }: { children: ComponentChildren; accept: string; take(file: File): void }) {
  return <label class="file"><span>{children}</span>
    <input type="file" accept={accept} onChange={e => { const f = e.currentTarget.files?.[0]; e.currentTarget.value = ''; if (f) take(f) }} /></label>
}

/** A place that files can be dropped on. */
export function Drop({ take, children, class: name = '' }: { take(file: File): void; children: ComponentChildren; class?: string }) {
  const [over, set] = useState(false)
  return <div class={`data ${name} ${over ? 'over' : ''}`} onDragOver={e => { e.preventDefault(); set(true) }} onDragLeave={() => set(false)}
    onDrop={e => { e.preventDefault(); set(false); const f = e.dataTransfer?.files[0]; if (f) take(f) }}>{children}</div>
}

/** A button that asks once more, where something would be lost. */
export function Twice({ words, asks, yes, sure, act }: { words: string; asks: string; yes: string; sure: boolean; act(): void }) {
  const [asking, ask] = useState(false)
  if (!asking) return <button type="button" class="quiet" onClick={() => (sure ? act() : ask(true))}>{words}</button>
  return <span class="asking" role="alert"><span>{asks}</span> <button type="button" onClick={() => { ask(false); act() }}>{yes}</button> <button type="button" class="quiet" onClick={() => ask(false)}>Keep them</button></span>
}
