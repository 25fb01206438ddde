// A result with all that a reader can do with it: copy, print as a workpaper, download, see formula, source and printout.

import { type ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { calculation, client, type CalculationName, type Frame } from '../client.ts'
import { type Block } from './blocks.ts'
import { copyText, download, sheetCSV, sheetText, type Sheet } from './export.ts'
import { Disclosure, DoneButton, Scroll } from './parts.tsx'
import { Blocks, Printout, RowsView } from './result.tsx'

/** The calculation that a result is of. */
export interface Main { name: CalculationName; request: unknown; frame?: Frame; result?: unknown }

/** A file that a result can be saved as. */
export interface ResultFile { /** Words on its button. */ label: string; name: string; type: string; content(): string | Uint8Array | Promise<string | Uint8Array> }

interface Props {
  id: string
  title: string
  done: { result: unknown; parameters: [string, string][]; main?: Main; file?: string }
  blocks: Block[]
  example: boolean
  formula?: ComponentChildren
  source?: string
  files?: ResultFile[]
}

/** What stands at the head of a workpaper; it stays while the page is open, and is kept nowhere. */
const heading = { audit: '' }

/** A request of more characters is printed only when somebody asks. */
const PRINT_AT_ONCE = 200_000

export function Outcome({ id, title, done, blocks, example, formula, source: given, files = [] }: Props) {
  const { main } = done
  const [source, setSource] = useState(given)
  const [printable, setPrintable] = useState(false)
  const [audit, setAudit] = useState(heading.audit)
  const [page, setPage] = useState<{ of: unknown; text: string }>()
  const [printing, setPrinting] = useState(false)
  const auditId = useId()
  const current = useRef<unknown>(undefined)
  current.current = main?.request

  useEffect(() => {
    if (!main) return
    let live = true
    void calculation(main.name).then(c => {
      if (!live) return
      setSource(given ?? c.source)
      setPrintable(c.printout)
    }, () => {})
    return () => { live = false }
  }, [main?.name, given])

  const printout = async (): Promise<string> => {
    if (!main || !printable) return ''
    const { request, frame } = main
    const text = await (await client()).print(main.name, request as never, { audit: heading.audit, date: today(), file: done.file ?? '' }, { frame })
    if (current.current === request) setPage({ of: request, text })
    return text
  }
  // The page is made while nobody waits, so that the browser's own print command finds it.
  useEffect(() => {
    if (!printable || !main || JSON.stringify(main.request).length > PRINT_AT_ONCE) return
    const timer = setTimeout(() => void printout().catch(() => setPage(undefined)), 300)
    return () => clearTimeout(timer)
  }, [printable, main?.request, audit])

  const text = page && page.of === main?.request ? page.text : undefined
  const sheet: Sheet = { title: audit ? `${title}: ${audit}` : title, parameters: done.parameters, blocks, source }
  const file = (end: string) => id.replaceAll('/', '-') + end
  const print = async () => {
    if (printable && text === undefined) {
      setPrinting(true)
      await printout().finally(() => setPrinting(false))
    }
    // The page is drawn first.
    await new Promise(ok => setTimeout(ok, 50))
    window.print()
  }

  return <div class="outcome">
    <header class="print-only workpaper-head">
      <p class="workpaper">Workpaper</p>
      <p class="workpaper-title">{title}</p>
      {audit && <p class="audit">{audit}</p>}
      {example && <p>Example figures</p>}
      <RowsView rows={done.parameters.map(([label, value]) => ({ label, value }))} />
    </header>
    <div class="toolbar no-print" role="group" aria-label="Use this result">
      <DoneButton done="Copied" onClick={() => copyText(sheetText(sheet))}>Copy</DoneButton>
      <button type="button" onClick={() => void print()} disabled={printing}>Print workpaper</button>
      <button type="button" onClick={() => download(file('.csv'), 'text/csv', sheetCSV(sheet))}>CSV</button>
      <button type="button" onClick={() => download(file('.json'), 'application/json', JSON.stringify({ calculation: main?.name, request: main?.request, result: main ? main.result : done.result, software: `iromath ${VERSION}` }, null, 2) + '\n')}>JSON</button>
      {printable && <DoneButton done="Saved" onClick={async () => download(file('.txt'), 'text/plain', text ?? await printout())}>Printout</DoneButton>}
      {files.map(f => <DoneButton key={f.label} done="Saved" onClick={async () => download(f.name, f.type, await f.content())}>{f.label}</DoneButton>)}
    </div>
    <Blocks blocks={blocks} />
    {(formula || source) && <Disclosure title="Formula and source">
      {formula && <Scroll label="Formula"><div class="formula">{formula}</div></Scroll>}
      {source && <p class="source"><span>Source:</span> {source}</p>}
    </Disclosure>}
    {printable && <Disclosure title="Printout" onOpen={() => { if (text === undefined) void printout() }} class="printout-part">
      <div class="field no-print">
        <label for={auditId}>Name of the review, for the heading <span class="optional">(optional)</span></label>
        <input id={auditId} type="text" maxLength={40} autocomplete="off" value={audit} onInput={e => { heading.audit = e.currentTarget.value; setAudit(heading.audit) }} />
      </div>
      {text === undefined ? <p class="hint no-print">The printout is being made…</p> : <Printout text={text} label={'Printout: ' + title} />}
    </Disclosure>}
    <footer class="print-only workpaper-foot">Printed by iromath {VERSION} on {today()}. Claims-review mathematics, not a government program.</footer>
  </div>
}

function today(): string {
  const d = new Date()
  return `${d.getMonth() + 1}/${d.getDate()}/${d.getFullYear()}`
}
