// Draws blocks.

import { useId } from 'preact/hooks'
import { type Block, type Row, type TableBlock, type Warning } from './blocks.ts'
import { Chart } from './chart.tsx'
import { plural } from './format.ts'
import { Disclosure, Scroll } from './parts.tsx'

/** More rows than these are cut on the screen; copies, files and printouts have all. */
const MOST_ROWS = 200

export function Blocks({ blocks }: { blocks: Block[] }) {
  return <>{blocks.map((b, i) => <BlockView key={i} block={b} />)}</>
}

function BlockView({ block: b }: { block: Block }) {
  return <>
    {b.heading && <h3 class="block-heading">{b.heading}</h3>}
    {b.paragraph && <p class="prose">{b.paragraph}</p>}
    {b.list?.length ? <ul class="prose">{b.list.map((t, i) => <li key={i}>{t}</li>)}</ul> : null}
    {b.warnings?.length ? <Warnings warnings={b.warnings} /> : null}
    {b.figures?.length ? <Figures rows={b.figures} /> : null}
    {b.rows?.length ? <RowsView rows={b.rows} /> : null}
    {b.terms?.length ? <dl class="terms">{b.terms.map((r, i) => <div key={i}><dt>{r.label}</dt><dd>{r.value}</dd></div>)}</dl> : null}
    {b.reasons?.length ? <ol class="reasons">{b.reasons.map((r, i) => <li key={i}>{r.text}{r.source && <span class="cited">{r.source}</span>}</li>)}</ol> : null}
    {b.table && <TableView table={b.table} />}
    {b.chart && <Chart chart={b.chart} />}
    {b.printout && <Disclosure title={b.printout.title}><Printout text={b.printout.text} label={b.printout.title} /></Disclosure>}
    {b.element}
  </>
}

export function Figures({ rows }: { rows: Row[] }) {
  return <dl class="figures">{rows.map((r, i) => <div key={i} class={r.part ? 'part' : ''}><dt>{r.label}</dt><dd>{r.value}</dd>{r.note && <dd class="note">{r.note}</dd>}</div>)}</dl>
}

export function RowsView({ rows }: { rows: Row[] }) {
  return <dl class="rows">{rows.map((r, i) => <div key={i} class={r.part ? 'part' : ''}><dt>{r.label}</dt><dd>{r.value}{r.note && <span class="note"> {r.note}</span>}</dd></div>)}</dl>
}

export function Warnings({ warnings }: { warnings: Warning[] }) {
  return <div class="warnings" role="group" aria-label="Warnings">
    <p class="warnings-title"><span class="warn-mark" aria-hidden="true">!</span>{warnings.length === 1 ? 'To be considered' : `${plural(warnings.length, 'thing')} to be considered`}</p>
    <ul>{warnings.map(w => <li key={w.code + w.message}>{w.message}</li>)}</ul>
  </div>
}

export function TableView({ table: t }: { table: TableBlock }) {
  // Not a caption element: it would scroll out of sight with a wide table.
  const id = useId()
  const rows = t.rows.slice(0, MOST_ROWS)
  const cls = (i: number) => [t.columns[i]?.figures && 'figure', t.columns[i]?.prose && 'prose-cell', t.columns[i]?.whole && 'whole'].filter(Boolean).join(' ') || undefined
  const cells = (r: string[], n?: number) => t.columns.map((_, i) => i === 0 ? <th key={i} scope="row" class={cls(i)}>{r[i] ?? ''}</th> : <td key={i} class={cls(i)}>{r[i] ?? ''}</td>)
  return <>
    {t.caption && <p class="caption" id={id}>{t.caption}</p>}
    <Scroll label={t.caption || 'Table'}>
      <table aria-labelledby={t.caption ? id : undefined}>
        <thead><tr>{t.columns.map((c, i) => <th key={i} scope="col" class={cls(i)}>{c.title}</th>)}</tr></thead>
        <tbody>{rows.map((r, n) => <tr key={n}>{cells(r)}</tr>)}</tbody>
        {t.total?.length ? <tfoot><tr>{cells(t.total)}</tr></tfoot> : null}
      </table>
    </Scroll>
    {t.rows.length > MOST_ROWS && <p class="hint">The first {MOST_ROWS} of {plural(t.rows.length, 'row')}: the CSV file has all.</p>}
  </>
}

export function Printout({ text, label }: { text: string; label: string }) {
  return <Scroll label={label}><pre class="printout">{text}</pre></Scroll>
}
