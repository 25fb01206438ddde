// Draws declared fields, with labels, hints and errors tied to their controls.

import { type ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { blanks, type Field, type FieldError, type Fields } from './fields.ts'
import { DataArea, FileArea, FilesArea } from './data.tsx'
import { Disclosure } from './parts.tsx'

export interface FormState {
  /** Of the form, to tell its controls from those of others on the page. */
  id: string
  raw: any
  errors: Map<string, FieldError>
  set(path: string, value: unknown): void
  /** A field was left: its error may show now. */
  leave(path: string): void
}

export const controlId = (form: string, path: string) => `${form}-${path.replaceAll('.', '-')}`

/** All fields of a form, in groups, those marked so under "More options". */
export function FieldList({ fields, state, prefix = '' }: { fields: Fields; state: FormState; prefix?: string }) {
  const shown = Object.entries(fields).filter(([, f]) => !f.when || f.when(at(state.raw, prefix)))
  const groups: { title?: string; more: boolean; fields: [string, Field<any, any>][] }[] = []
  for (const entry of shown) {
    const [, f] = entry
    const last = groups.at(-1)
    if (last && last.title === f.group && last.more === !!f.more) last.fields.push(entry)
    else groups.push({ title: f.group, more: !!f.more, fields: [entry] })
  }
  const draw = (g: (typeof groups)[number]): ComponentChildren => {
    const inner = g.fields.map(([name, f]) => <FieldView key={name} path={prefix + name} field={f} state={state} form={at(state.raw, prefix)} />)
    return g.title ? <fieldset class="group"><legend>{g.title}</legend>{inner}</fieldset> : inner
  }
  const more = groups.filter(g => g.more)
  const wrong = more.some(g => g.fields.some(([name]) => state.errors.has(prefix + name)))
  return <>
    {groups.filter(g => !g.more).map(draw)}
    {more.length > 0 && <Disclosure title="More options" open={wrong} class="more">{more.map(draw)}</Disclosure>}
  </>
}

/** What a field may ask of the form: the row it stands in over all around it. */
function at(raw: any, prefix: string): any {
  if (!prefix) return raw
  const row = prefix.split('.').filter(Boolean).reduce((o, k) => o?.[k], raw)
  return { ...raw, ...row }
}

function FieldView({ path, field, state, form }: { path: string; field: Field<any, any>; state: FormState; form: any }) {
  const id = controlId(state.id, path)
  const error = state.errors.get(path)
  const raw = path.split('.').reduce((o, k) => o?.[k], state.raw)
  const hinted = typeof field.hint === 'function' ? field.hint(form) : field.hint
  const described = [hinted && id + '-hint', error && id + '-error'].filter(Boolean).join(' ') || undefined
  const set = (value: unknown) => state.set(path, value)
  const leave = () => state.leave(path)
  const { look } = field
  const hint = hinted && <p class="hint" id={id + '-hint'}>{hinted}</p>
  const message = error && <p class="error" id={id + '-error'}><span class="error-mark" aria-hidden="true">!</span><span><span class="visually-hidden">Error: </span>{error.message}</span></p>
  const label = <>{field.label}{field.optional && field.kind !== 'checkbox' && <span class="optional"> (optional)</span>}</>
  const aria = { 'aria-describedby': described, 'aria-invalid': error ? ('true' as const) : undefined }
  const box = (children: ComponentChildren) => <div class={'field' + (error ? ' invalid' : '')}>{children}</div>

  switch (field.kind) {
    case 'checkbox':
      return box(<>
        <label class="tick"><input type="checkbox" id={id} checked={raw} {...aria} onChange={e => set(e.currentTarget.checked)} onBlur={leave} /><span>{label}</span></label>
        {hint}{message}
      </>)
    case 'choice':
      if (look.as === 'select') {
        return box(<>
          <label for={id}>{label}</label>{hint}{message}
          <select id={id} value={raw} {...aria} onChange={e => set(e.currentTarget.value)} onBlur={leave}>
            {look.options!.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}
          </select>
        </>)
      }
      return box(<fieldset class={'choices' + (look.as === 'across' ? ' across' : '')} aria-describedby={described}>
        <legend>{label}</legend>{hint}{message}
        <div class={look.as === 'across' ? 'row' : undefined}>{look.options!.map((o, i) => <label class="tick" key={o.value}>
          <input type="radio" id={i === 0 ? id : undefined} name={id} value={o.value} checked={raw === o.value} onChange={() => set(o.value)} onBlur={leave} />
          <span>{o.label}{o.hint && <span class="hint"> {o.hint}</span>}</span>
        </label>)}</div>
      </fieldset>)
    case 'levels':
      return box(<Levels id={id} field={field} raw={raw} label={label} hint={hint} message={message} described={described} invalid={!!error} set={set} leave={leave} />)
    case 'data':
      return box(<DataArea id={id} field={field} raw={raw} label={label} hint={hint} message={message} error={error} described={described} form={form} set={set} leave={leave} />)
    case 'file':
      return box(<FileArea id={id} field={field} raw={raw} label={label} hint={hint} message={message} described={described} invalid={!!error} set={set} />)
    case 'files':
      return box(<FilesArea id={id} field={field} raw={raw} label={label} hint={hint} message={message} described={described} invalid={!!error} set={set} />)
    case 'rows':
      return <RowList id={id} path={path} field={field} state={state} message={message} hint={hint} />
    case 'area':
      return box(<>
        <label for={id}>{label}</label>{hint}{message}
        <textarea id={id} rows={look.rows} class={look.mono ? 'mono' : undefined} value={raw} spellcheck={!look.mono} {...aria}
          onInput={e => set(e.currentTarget.value)} onBlur={leave} />
      </>)
    case 'date':
      return box(<>
        <label for={id}>{label}</label>{hint}{message}
        <input id={id} type="date" class="medium" value={raw} {...aria} onInput={e => set(e.currentTarget.value)} onBlur={leave} />
      </>)
    default:
      return box(<>
        <label for={id}>{label}</label>{hint}{message}
        <span class={'affixed ' + (look.width ?? 'medium')}>
          {look.prefix && <span class="affix" aria-hidden="true">{look.prefix}</span>}
          <input id={id} type="text" inputMode={look.inputMode} class={look.mono ? 'mono' : undefined} autocomplete="off" spellcheck={false}
            list={look.suggestions && id + '-list'} value={raw} {...aria} onInput={e => set(e.currentTarget.value)} onBlur={leave} />
          {look.suffix && <span class="affix" aria-hidden="true">{look.suffix}</span>}
        </span>
        {look.suggestions && <datalist id={id + '-list'}>{look.suggestions.map(s => <option key={s} value={s} />)}</datalist>}
      </>)
  }
}

interface LevelsProps {
  id: string; field: Field<any, any>; raw: string; label: ComponentChildren; hint: ComponentChildren; message: ComponentChildren
  described?: string; invalid: boolean; set(v: string): void; leave(): void
}

function Levels({ id, field, raw, label, hint, message, described, invalid, set, leave }: LevelsProps) {
  const known = field.look.options!.map(o => o.value)
  const list = raw.split(/[,;\s]+/).filter(t => t !== '')
  const chosen = known.filter(k => list.includes(k))
  const other = raw.split(/[,;]/).filter(t => !known.includes(t.trim())).join(',').trimStart()
  const join = (ticked: string[], typed: string) => set([...ticked, ...(typed.trim() ? [typed] : [])].join(','))
  return <fieldset class="choices across" aria-describedby={described}>
    <legend>{label}</legend>{hint}{message}
    <div class="row">
      {known.map((k, i) => <label class="tick" key={k}>
        <input type="checkbox" id={i === 0 ? id : undefined} checked={chosen.includes(k)} onBlur={leave}
          onChange={e => join(known.filter(x => (x === k ? e.currentTarget.checked : chosen.includes(x))), other)} />
        <span>{k}%</span>
      </label>)}
      <label class="other"><span>Other</span>
        <span class="affixed tiny"><input type="text" inputMode="decimal" autocomplete="off" value={other} aria-invalid={invalid ? 'true' : undefined} onBlur={leave}
          onInput={e => join(chosen, e.currentTarget.value)} /><span class="affix" aria-hidden="true">%</span></span>
      </label>
    </div>
  </fieldset>
}

function RowList({ id, path, field, state, message, hint }: { id: string; path: string; field: Field<any, any>; state: FormState; message: ComponentChildren; hint: ComponentChildren }) {
  const { fields, item, min = 1, max = 1000 } = field.look
  const list = path.split('.').reduce((o, k) => o?.[k], state.raw) as any[]
  const heading = useId()
  const add = () => {
    state.set(path, [...list, blanks(fields!)])
    // The new row's first control is where the typing goes on.
    requestAnimationFrame(() => document.getElementById(controlId(state.id, `${path}.${list.length}.${Object.keys(fields!)[0]}`))?.focus())
  }
  const remove = (i: number) => {
    state.set(path, list.filter((_, n) => n !== i))
    requestAnimationFrame(() => document.getElementById(`${id}-add`)?.focus())
  }
  return <section class="rowlist" aria-labelledby={heading} id={id} tabIndex={-1}>
    <h2 id={heading}>{field.label}</h2>{hint}{message}
    {list.map((_, i) => <fieldset class="rowitem" key={i}>
      <legend>{item} {i + 1}</legend>
      <FieldList fields={fields!} state={state} prefix={`${path}.${i}.`} />
      {list.length > min && <button type="button" class="quiet" onClick={() => remove(i)}>Remove {item!.toLowerCase()} {i + 1}</button>}
    </fieldset>)}
    {list.length < max && <button type="button" id={`${id}-add`} onClick={add}>Add {item!.toLowerCase()}</button>}
  </section>
}
