// The whole library: every calculation with its example, to be changed and run.

import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import { calculations, client, IromathError, type CalculationInfo as Calculation } from '../client.ts'
import { Blocks, copyText, documentBlocks, Disclosure, DoneButton, download, plural, Printout, Scroll, type DocumentModel } from '../kit/index.ts'
import { navigated } from '../router.ts'
import { type ViewProps } from './index.ts'

export default function All({ path }: ViewProps) {
  const [list, setList] = useState<Calculation[]>()
  const [trouble, setTrouble] = useState('')
  useEffect(() => { calculations().then(all => setList([...all.values()]), e => setTrouble(String(e.message ?? e))) }, [])
  if (trouble) return <p class="error" role="alert">{trouble}</p>
  if (!list) return <p role="status">Loading the calculations…</p>
  const chosen = path[0] === undefined ? undefined : list.find(c => c.name === path[0])
  if (path[0] !== undefined && !chosen) return <><p>There is no calculation of the name {path[0]}.</p><p><a href="#/all">All calculations</a></p></>
  return chosen ? <One key={chosen.name} calculation={chosen} /> : <List list={list} />
}

const PARTS: [string, string][] = [
  ['sampling', 'Samples and their verification'], ['samplesize', 'Sample sizes'], ['appraisal.variable', 'Appraisals of dollars'],
  ['appraisal.attribute', 'Appraisals of counts'], ['appraisal', 'Percentiles'], ['agreement', 'Agreements'], ['errorrate', 'Error rate'], ['extrapolate', 'Extrapolation and repayment'],
  ['review', 'Reviews'], ['reportable', 'Reportable events and clocks'], ['training', 'Training programme'],
]
const partOf = (name: string) => PARTS.filter(([p]) => name === p || name.startsWith(p + '.')).sort((a, b) => b[0].length - a[0].length)[0]?.[1] ?? 'Others'

function List({ list }: { list: Calculation[] }) {
  const [find, setFind] = useState('')
  const id = useId()
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  const found = list.filter(c => words.every(w => `${c.name} ${c.summary} ${c.source}`.toLowerCase().includes(w)))
  const parts = new Map<string, Calculation[]>()
  for (const [, title] of PARTS) parts.set(title, [])
  for (const c of found) {
    const t = partOf(c.name)
    parts.set(t, [...(parts.get(t) ?? []), c])
  }
  return <>
    <div class="field find"><label for={id}>Find a calculation</label><input id={id} type="search" autocomplete="off" value={find} onInput={e => setFind(e.currentTarget.value)} /></div>
    <p role="status" class="hint">{plural(found.length, 'calculation')}</p>
    {[...parts].filter(([, cs]) => cs.length > 0).map(([title, cs]) => <section class="part" key={title}>
      <h2>{title}</h2>
      <ul class="calculations">{cs.map(c => <li key={c.name}><a href={`#/all/${c.name}`}><Name name={c.name} /></a><span>{c.summary}</span></li>)}</ul>
    </section>)}
  </>
}

interface Answer { result: unknown; request: unknown; printout?: string; document?: DocumentModel }

function One({ calculation: c }: { calculation: Calculation }) {
  const id = useId()
  const example = useMemo(() => JSON.stringify(c.example, null, 2), [c])
  const [text, setText] = useState(example)
  const [answer, setAnswer] = useState<Answer>()
  const [trouble, setTrouble] = useState<IromathError | Error>()
  const [busy, setBusy] = useState(true)
  const [said, say] = useState('')
  const controller = useRef<AbortController | undefined>(undefined)
  const back = useRef<HTMLHeadingElement>(null)

  const run = async (asked: boolean) => {
    controller.current?.abort()
    const { signal } = controller.current = new AbortController()
    setTrouble(undefined)
    say('')
    const showing = setTimeout(() => setBusy(true), 250)
    try {
      let request: unknown
      try {
        request = JSON.parse(text)
      } catch (e) {
        throw new Error(`This is not JSON: ${(e as Error).message}`)
      }
      const iro = await client()
      const result = await iro.calculate(c.name, request as never, { signal })
      let printout: string | undefined, document: DocumentModel | undefined
      if (c.printout) {
        printout = await iro.print(c.name, request as never)
        document = await iro.document(c.name, request as never).catch(() => undefined) as DocumentModel | undefined
      }
      if (signal.aborted) return
      setAnswer({ result, request, printout, document })
      say('Calculated.')
    } catch (e) {
      if (signal.aborted) return
      setTrouble(e as Error)
      if (asked) requestAnimationFrame(() => document.getElementById(id)?.focus())
    } finally {
      clearTimeout(showing)
      if (controller.current?.signal === signal) setBusy(false)
    }
  }
  useEffect(() => {
    if (navigated()) {
      back.current?.focus({ preventScroll: true })
      scrollTo(0, 0)
    }
    void run(false)
    return () => controller.current?.abort()
  }, [])

  const json = answer && JSON.stringify(answer.result, null, 2)
  return <div class="one">
    <p class="no-print"><a href="#/all">All calculations</a></p>
    <h2 class="calculation-name" tabIndex={-1} ref={back}><Name name={c.name} /></h2>
    <p class="prose">{c.summary}</p>
    <p class="source"><span>Source:</span> {c.source}</p>
    <div class="calculator even">
      <form class="entries no-print" noValidate aria-label="Request" onSubmit={e => { e.preventDefault(); void run(true) }}>
        <div class={'field' + (trouble ? ' invalid' : '')}>
          <label for={id}>Request</label>
          <p class="hint" id={id + 'h'}>JSON. It is not stored, and gone when you leave.</p>
          {trouble && <p class="error" id={id + 'e'} role="alert"><span class="error-mark" aria-hidden="true">!</span>
            <span>{trouble.message}{trouble instanceof IromathError && trouble.field && !trouble.message.includes(trouble.field) ? ` (field ${trouble.field})` : ''}</span></p>}
          <textarea id={id} class="mono" rows={Math.min(28, Math.max(8, text.split('\n').length + 1))} spellcheck={false} autocomplete="off" value={text}
            aria-describedby={`${id}h${trouble ? ` ${id}e` : ''}`} aria-invalid={trouble ? 'true' : undefined} onInput={e => setText(e.currentTarget.value)} />
        </div>
        <div class="actions">
          <button type="submit" class="primary">Calculate</button>
          {text !== example && <button type="button" class="quiet" onClick={() => setText(example)}>Show the example</button>}
          {busy && <button type="button" onClick={() => { controller.current?.abort(); setBusy(false); say('Cancelled.') }}>Cancel</button>}
        </div>
      </form>
      <section class="result" aria-label="Result" aria-busy={busy ? 'true' : undefined}>
        <div class="result-head"><h3 class="as-h2">Result</h3>{busy && <progress aria-label="Calculating" />}</div>
        <p role="status" class="status">{said}</p>
        {answer && json && <div class="outcome">
          <div class="toolbar no-print" role="group" aria-label="Use this result">
            <DoneButton done="Copied" onClick={() => copyText(json)}>Copy</DoneButton>
            <button type="button" onClick={() => download(c.name + '.json', 'application/json', json + '\n')}>JSON</button>
            {answer.printout !== undefined && <button type="button" onClick={() => download(c.name + '.txt', 'text/plain', answer.printout!)}>Printout</button>}
            <button type="button" onClick={() => print()}>Print</button>
          </div>
          {answer.document && <Blocks blocks={documentBlocks(answer.document)} />}
          {answer.document ? <Disclosure title="Result as JSON"><JSONText text={json} /></Disclosure> : <JSONText text={json} />}
          {answer.printout !== undefined && <Disclosure title="Printout"><Printout text={answer.printout} label={'Printout: ' + c.name} /></Disclosure>}
        </div>}
      </section>
    </div>
  </div>
}

/** A name that may be broken after its dots and underscores. */
const Name = ({ name }: { name: string }) => <>{name.split(/(?<=[._])/).map(part => <>{part}<wbr /></>)}</>

const MOST = 200_000

function JSONText({ text }: { text: string }) {
  return <>
    <Scroll label="Result as JSON"><pre class="json">{text.slice(0, MOST)}</pre></Scroll>
    {text.length > MOST && <p class="hint">The beginning only: the JSON file has all of it.</p>}
  </>
}
