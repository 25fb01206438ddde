// The table of a worklist: a determination for each claim, typed or read from a file.

import { Component } from 'preact'
import { useState } from 'preact/hooks'
import { count, money, Scroll } from '../../kit/index.ts'
import { blank, CATEGORIES, DOCUMENTATION, isFilled, SERVICE, type Entries, type Entry, type WrongEntry, type Worklist } from './determinations.ts'
import { session } from './session.ts'

/** Rows of a page; on a phone each is a card. */
const PAGE = matchMedia('(max-width: 46rem)').matches ? 10 : 50

interface Props { worklist: Worklist; entries: Entries; wrong?: WrongEntry[] }

const set = (entries: Entries) => session.set({ entries })
const change = (id: string, e: Entry) => set({ ...session.state.entries, [id]: e })

export function WorklistTable({ worklist, entries, wrong = [] }: Props) {
  const [from, go] = useState(0)
  const [service, showService] = useState(false)
  const start = Math.min(from, Math.floor((worklist.length - 1) / PAGE) * PAGE)
  const page = worklist.slice(start, start + PAGE)
  const open = worklist.filter(c => !isFilled(entries[c.id]))
  const pages = worklist.length > PAGE && <nav class="pages" aria-label="Pages of the worklist">
    <button type="button" disabled={start === 0} onClick={() => go(start - PAGE)}>Previous</button>
    <span>Claims {count(start + 1)} to {count(start + page.length)} of {count(worklist.length)}</span>
    <button type="button" disabled={start + PAGE >= worklist.length} onClick={() => go(start + PAGE)}>Next</button>
  </nav>
  return <div class="worklist">
    <div class="row tools">
      <p class="counted"><strong>{count(worklist.length - open.length)} of {count(worklist.length)}</strong> claims have a determination</p>
      {open.length > 0 && <button type="button" class="quiet" onClick={() => set({ ...entries, ...Object.fromEntries(open.map(c => [c.id, { ...blank, ...entries[c.id], documentation: 'complete', correct: c.paid }])) })}>Set the {count(open.length)} others to complete and paid correctly</button>}
      <label class="tick"><input type="checkbox" checked={service} onChange={e => showService(e.currentTarget.checked)} /><span>Patient, service date and codes</span></label>
    </div>
    {pages}
    <Scroll label="Determinations of the worklist"><table class="cards">
      <caption class="visually-hidden">Determinations of the worklist</caption>
      <thead><tr><th scope="col" class="figure">Number</th><th scope="col">Claim</th><th scope="col">Payor</th><th scope="col" class="figure">Paid</th><th scope="col">Documentation</th><th scope="col">Correct amount</th><th scope="col">Reason of the error</th><th scope="col">Category</th>
        {service && SERVICE.map(s => <th scope="col" key={s.key}>{s.label}</th>)}</tr></thead>
      <tbody>{page.map(c => <ClaimRow key={c.id} claim={c} entry={entries[c.id] ?? blank} service={service} wrong={wrong.filter(w => w.id === c.id && w.key !== 'documentation' || w.id === c.id && !isFilled(entries[c.id]))} />)}</tbody>
    </table></Scroll>
  </div>
}

interface RowProps { claim: Worklist[number]; entry: Entry; service: boolean; wrong: WrongEntry[] }

/** Drawn again only when its own entry changes: a table has hundreds of controls. */
class ClaimRow extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const p = this.props
    return next.entry !== p.entry || next.claim !== p.claim || next.service !== p.service || next.wrong.length + p.wrong.length > 0
  }

  override render({ claim: c, entry: e, service, wrong }: RowProps) {
    const set = (key: keyof Entry, value: string) => change(c.id, { ...e, [key]: value })
    const bad = (key: keyof Entry) => (wrong.some(w => w.key === key) ? { 'aria-invalid': 'true' as const } : {})
    const select = (key: keyof Entry, label: string, options: { value: string; label: string }[], none: string) =>
      <select aria-label={`${label} of ${c.id}`} value={e[key]} {...bad(key)} onChange={ev => set(key, ev.currentTarget.value)}>
        <option value="">{none}</option>{options.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
    const input = (key: keyof Entry, label: string, mode: 'text' | 'decimal' = 'text') =>
      <input type="text" inputMode={mode} autocomplete="off" aria-label={`${label} of ${c.id}`} value={e[key]} {...bad(key)} onInput={ev => set(key, ev.currentTarget.value)} />
    const missing = e.documentation === 'missing'
    return <tr class={wrong.length > 0 ? 'refused' : ''}>
      <td class="figure" data-title="Number">{count(c.number)}</td>
      <th scope="row" data-title="Claim">{c.id}{wrong.map((w, i) => <span key={i} class="row-error">{w.rule}</span>)}</th>
      <td data-title="Payor">{c.payor}</td>
      <td class="figure" data-title="Paid">{money(c.paid)}</td>
      <td data-title="Documentation">{select('documentation', 'Documentation', DOCUMENTATION, 'Choose')}</td>
      <td data-title="Correct amount">{missing ? <span class="hint">none: all of it is overpaid</span> : input('correct', 'Correct amount', 'decimal')}</td>
      <td class="reason" data-title="Reason">{input('reason', 'Reason')}</td>
      <td data-title="Category">{select('category', 'Category', CATEGORIES, 'none')}</td>
      {service && SERVICE.map(s => <td key={s.key} data-title={s.label}>{input(s.key, s.label)}</td>)}
    </tr>
  }
}
