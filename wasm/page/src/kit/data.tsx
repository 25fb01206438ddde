// The area for rows: paste, type, drop or open a file; what was read of it; which rows are wrong. A small text can be
// edited in place. A large one is held beside the page, since a text area with 100,000 lines would freeze it.

import { type ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { readColumns, type Data, type WrongRow } from './columns.ts'
import { readLines, type Field, type FieldError } from './fields.ts'
import { count, plural } from './format.ts'
import { Scroll } from './parts.tsx'
import { decode } from './table.ts'

/** A text of more lines or characters is not put into the text area. */
const EDITABLE_LINES = 2000, EDITABLE_CHARACTERS = 200_000
const SHOWN = 5, SHOWN_WRONG = 8

export const isLarge = (text: string) => text.length > EDITABLE_CHARACTERS || readLines(text) > EDITABLE_LINES

interface Props {
  id: string; field: Field<any, any>; raw: Data | null; label: ComponentChildren; hint: ComponentChildren; message: ComponentChildren
  error?: FieldError; described?: string; form: any; set(v: Data | null): void; leave(): void
}

export function DataArea({ id, field, raw, label, hint, message, error, described, form, set, leave }: Props) {
  const [over, setOver] = useState(false)
  const [trouble, setTrouble] = useState('')
  const area = useRef<HTMLTextAreaElement>(null)
  const large = useMemo(() => raw !== null && isLarge(raw.text), [raw])
  const wasLarge = useRef(large)
  useEffect(() => {
    // Whoever pasted or removed a large text had the focus in what is gone now.
    if (wasLarge.current !== large && document.activeElement === document.body) document.getElementById(id)?.focus()
    wasLarge.current = large
  }, [large])

  const open = async (file: File | undefined) => {
    if (!file) return
    setTrouble('')
    try {
      set({ text: await decode(file), name: file.name })
    } catch {
      setTrouble(`${file.name} could not be read`)
    }
  }
  const paste = (e: ClipboardEvent) => {
    const text = e.clipboardData?.getData('text/plain') ?? ''
    const el = area.current!
    const whole = el.value.slice(0, el.selectionStart) + text + el.value.slice(el.selectionEnd)
    if (!isLarge(whole)) return
    e.preventDefault()
    set({ ...raw, text: whole, name: undefined, example: undefined })
  }
  const drop = (e: DragEvent) => {
    e.preventDefault()
    setOver(false)
    const file = e.dataTransfer?.files[0]
    if (file) void open(file)
    else {
      const text = e.dataTransfer?.getData('text/plain')
      if (text) set({ text })
    }
  }

  return <div class={'data' + (over ? ' over' : '')} onDragOver={e => { e.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
    <label for={id} id={id + '-label'}>{label}</label>{hint}{message}
    {error?.wrong && <WrongRows rows={error.wrong} />}
    {large
      ? <div class="held" id={id} tabIndex={-1} role="group" aria-labelledby={id + '-label'} aria-describedby={described}>
          <p><strong>{raw!.name ?? 'Pasted text'}</strong>: {plural(readLines(raw!.text), 'line')}, {size(raw!.text.length)}. It is held in this page only.</p>
          <button type="button" onClick={() => set(null)}>Remove</button>
        </div>
      : <textarea ref={area} id={id} class="mono" rows={8} spellcheck={false} autocomplete="off" placeholder={field.look.placeholder} value={raw?.text ?? ''}
          aria-describedby={described} aria-invalid={error ? 'true' : undefined} onPaste={paste} onBlur={leave}
          onInput={e => set(e.currentTarget.value === '' ? null : { ...raw, text: e.currentTarget.value, name: undefined, example: undefined })} />}
    <div class="row tools">
      <label class="file"><span>Open a file<span class="visually-hidden">: {field.label}</span></span>
        <input type="file" accept={field.look.accept ?? '.csv,.tsv,.txt,.dat,.gz,text/csv,text/plain'} onChange={e => { void open(e.currentTarget.files?.[0]); e.currentTarget.value = '' }} /></label>
      {!large && raw && <button type="button" class="quiet" onClick={() => { set(null); area.current?.focus() }}>Clear</button>}
      <span class="hint">or drop one here. Nothing is uploaded.</span>
    </div>
    <p class="error" role="status">{trouble}</p>
    {raw && field.look.columns && <Reading id={id} raw={raw} field={field} form={form} set={set} />}
  </div>
}

interface FileProps {
  id: string; field: Field<any, any>; raw: File | null; label: ComponentChildren; hint: ComponentChildren; message: ComponentChildren
  described?: string; invalid: boolean; set(v: File | null): void
}

/** A place for a file that stays as it is. */
export function FileArea({ id, field, raw, label, hint, message, described, invalid, set }: FileProps) {
  const [over, setOver] = useState(false)
  return <div class={'data' + (over ? ' over' : '')} onDragOver={e => { e.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}
    onDrop={e => { e.preventDefault(); setOver(false); const f = e.dataTransfer?.files[0]; if (f) set(f) }}>
    <label for={id}>{label}</label>{hint}{message}
    {raw && <p class="held"><strong>{raw.name}</strong>, {size(raw.size)}. <button type="button" class="quiet" onClick={() => { set(null); document.getElementById(id)?.focus() }}>Remove</button></p>}
    <div class="row tools">
      <span class="file"><span aria-hidden="true">{raw ? 'Choose another file' : 'Choose a file'}</span>
        <input id={id} type="file" accept={field.look.accept} aria-describedby={described} aria-invalid={invalid ? 'true' : undefined}
          onChange={e => { const f = e.currentTarget.files?.[0]; if (f) set(f); e.currentTarget.value = '' }} /></span>
      <span class="hint">or drop one here. Nothing is uploaded.</span>
    </div>
  </div>
}

interface FilesProps extends Omit<FileProps, 'raw' | 'set'> { raw: File[] | null; set(v: File[] | null): void }

/** A place for several files that stay as they are. */
export function FilesArea({ id, raw, label, hint, message, described, invalid, set }: FilesProps) {
  const [over, setOver] = useState(false)
  const most = 8
  return <div class={'data' + (over ? ' over' : '')} onDragOver={e => { e.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}
    onDrop={e => { e.preventDefault(); setOver(false); void dropped(e.dataTransfer!).then(f => { if (f.length) set(f) }) }}>
    <label for={id}>{label}</label>{hint}{message}
    {raw && <div class="held"><p><strong>{plural(raw.length, 'file')}</strong>, {size(raw.reduce((n, f) => n + f.size, 0))}. They are held in this page only.</p>
      <ul class="names">{raw.slice(0, most).map(f => <li key={f.name} class="mono">{f.name}</li>)}{raw.length > most && <li>and {count(raw.length - most)} more</li>}</ul>
      <button type="button" onClick={() => { set(null); document.getElementById(id)?.focus() }}>Remove</button></div>}
    <div class="row tools">
      <span class="file"><span aria-hidden="true">{raw ? 'Choose other files' : 'Choose the files'}</span>
        <input id={id} type="file" multiple aria-describedby={described} aria-invalid={invalid ? 'true' : undefined}
          onChange={e => { const f = [...e.currentTarget.files ?? []]; if (f.length) set(f); e.currentTarget.value = '' }} /></span>
      <span class="hint">or drop them or their folder here. Nothing is uploaded.</span>
    </div>
  </div>
}

/** The files of a drop, and those in a folder that was dropped. */
async function dropped(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map(i => i.webkitGetAsEntry?.()).filter(e => e != null)
  if (entries.length === 0 || entries.every(e => e.isFile)) return [...data.files]
  const all: File[] = []
  const walk = async (e: FileSystemEntry, way: string): Promise<void> => {
    if (e.isFile) {
      const f = await new Promise<File>((ok, no) => (e as FileSystemFileEntry).file(ok, no))
      all.push(new File([f], way + f.name))
      return
    }
    const reader = (e as FileSystemDirectoryEntry).createReader()
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((ok, no) => reader.readEntries(ok, no))
      if (some.length === 0) return
      for (const s of some) await walk(s, way + (s.isDirectory ? s.name + '/' : ''))
    }
  }
  for (const e of entries) await walk(e, '')
  return all
}

const size = (characters: number) => characters < 1e6 ? `${Math.max(1, Math.round(characters / 1e3))} KB` : `${(characters / 1e6).toFixed(1)} MB`

/** What was read: how many rows, which columns, the first of them. */
function Reading({ id, raw, field, form, set }: { id: string; raw: Data; field: Field<any, any>; form: any; set(v: Data): void }) {
  const columns = field.look.columns!(form)
  const { rows, at } = readColumns(raw, columns)
  if (rows.width === 0) return null
  const titles = Array.from({ length: rows.width }, (_, i) => rows.header?.[i] || `Column ${i + 1}`)
  const uses = new Map(Object.entries(at).map(([c, i]) => [i, columns[c]!.label]))
  // With one column for one value there is nothing to choose.
  const asks = rows.width > 1 || Object.keys(columns).length > 1
  return <div class="reading">
    <p class="counted"><strong>{plural(rows.rows.length, 'row')}</strong>{rows.width > 1 && ` of ${count(rows.width)} columns`}
      <label class="tick"><input type="checkbox" checked={!!rows.header} onChange={e => set({ ...raw, header: e.currentTarget.checked })} /><span>The first line has titles</span></label></p>
    {asks && <div class="mapping">
      {Object.entries(columns).map(([c, column]) => <div class="field" key={c}>
        <label for={`${id}-col-${c}`}>{column.label}</label>
        <select id={`${id}-col-${c}`} value={String(at[c] ?? -1)} onChange={e => set({ ...raw, chosen: { ...raw.chosen, [c]: Number(e.currentTarget.value) } })}>
          {(column.optional || at[c] === undefined) && <option value="-1">{column.optional ? 'none' : 'choose'}</option>}
          {titles.map((t, i) => <option key={i} value={String(i)}>{t}</option>)}
        </select>
      </div>)}
    </div>}
    <Scroll label="First rows">
      <table class="preview">
        <caption class="visually-hidden">First rows as they were read</caption>
        <thead><tr><th scope="col">Line</th>{titles.map((t, i) => <th key={i} scope="col" class={uses.has(i) ? 'used' : ''}>{t}{uses.has(i) && <span class="use">{uses.get(i)}</span>}</th>)}</tr></thead>
        <tbody>{rows.rows.slice(0, SHOWN).map((r, n) => <tr key={n}><th scope="row">{rows.lines[n]}</th>{titles.map((_, i) => <td key={i} class={uses.has(i) ? 'used' : ''}>{r[i] ?? ''}</td>)}</tr>)}</tbody>
      </table>
    </Scroll>
    {rows.rows.length > SHOWN && <p class="hint">and {count(rows.rows.length - SHOWN)} more</p>}
  </div>
}

export function WrongRows({ rows }: { rows: WrongRow[] }) {
  return <ul class="wrong">
    {rows.slice(0, SHOWN_WRONG).map((w, i) => <li key={i}>{w.line === undefined ? '' : `Line ${count(w.line)}`}{w.column && (w.line === undefined ? w.column : `, ${w.column}`)}{w.value ? <>: <span class="mono">“{w.value.slice(0, 40)}”</span> {w.rule}</> : `: ${w.rule}`}</li>)}
    {rows.length > SHOWN_WRONG && <li>and {count(rows.length - SHOWN_WRONG)} more</li>}
  </ul>
}
