// The whole library: every calculation with its example, to be changed and run.

import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import { calculation, client, IromathError, listing, names, type CalculationInfo as Calculation, type CalculationName } from '../client.ts'
import { Blocks, copyText, documentBlocks, Disclosure, DoneButton, download, plural, Printout, Scroll, type DocumentModel } from '../kit/index.ts'
import { navigated } from '../router.ts'
import { type ViewProps } from './index.ts'

export default function All({ path: [name] }: ViewProps) {
  if (name === undefined) return <List />
  const known = names.find(n => n === name)
  return known ? <Page key={known} name={known} /> : <><p>There is no calculation of the name {name}.</p><p><a href="#/all">All calculations</a></p></>
}

/** A calculation, as soon as its part of the library has said what it is. */
function Page({ name }: { name: CalculationName }) {
  const [c, set] = useState<Calculation>()
  const [trouble, setTrouble] = useState('')
  useEffect(() => { calculation(name).then(set, e => setTrouble(e.message)) }, [])
  if (c) return <One calculation={c} />
  return trouble ? <p class="error" role="alert">{trouble}</p> : <p role="status">Loading the calculation…</p>
}

/** Titles of the list by the beginning of names, the longer before the shorter. */
const PARTS: [string, string][] = [
  ['sampling', 'Samples and their verification'], ['samplesize', 'Sample sizes'], ['appraisal.variable', 'Appraisals of dollars'],
  ['appraisal.attribute', 'Appraisals of counts'], ['appraisal', 'Percentiles'], ['agreement', 'Agreements'], ['errorrate', 'Error rate'], ['extrapolate', 'Extrapolation and repayment'],
  ['review', 'Reviews'], ['reportable', 'Reportable events and clocks'], ['training', 'Training programme'],
]
const titleOf = (name: string) => PARTS.find(([p]) => name === p || name.startsWith(p + '.'))?.[1] ?? 'Others'
const sections = [...PARTS.map(([, title]) => title), 'Others'].map(title => ({ title, own: names.filter(n => titleOf(n) === title) }))

/** What the library says of its calculations, as far as it has been asked. */
const told = new Map<string, Calculation>()

function List() {
  const [find, setFind] = useState('')
  const [heard, setHeard] = useState(told.size)
  const [trouble, setTrouble] = useState('')
  const id = useId()
  useEffect(() => {
    if (told.size < names.length) listing(sections.flatMap(s => s.own), some => { for (const c of some) told.set(c.name, c); setHeard(told.size) }).catch(e => setTrouble(e.message))
  }, [])
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  const text = (n: string) => `${n} ${told.get(n)?.summary ?? ''} ${told.get(n)?.source ?? ''}`.toLowerCase()
  const found = sections.map(s => ({ ...s, own: s.own.filter(n => words.every(w => text(n).includes(w))) })).filter(s => s.own.length > 0)
  return <>
    <div class="field find"><label for={id}>Find a calculation</label><input id={id} type="search" autocomplete="off" value={find} onInput={e => setFind(e.currentTarget.value)} /></div>
    <p role="status" class="hint">{plural(found.reduce((n, s) => n + s.own.length, 0), 'calculation')}{heard < names.length && !trouble && '. What they do is being loaded…'}</p>
    {trouble && <p class="error" role="alert">{trouble}</p>}
    {found.map(({ title, own }) => <section class="part" key={title}>
      <h2>{title}</h2>
      <ul class="calculations">{own.map(n => <li key={n}><a href={`#/all/${n}`}><Name name={n} /></a><span>{told.get(n)?.summary}</span></li>)}</ul>
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
