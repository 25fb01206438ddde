// Results as text and as CSV, onto the clipboard and into files.

import { type Block, type TableBlock } from './blocks.ts'

/** What heads a copy or a file: title, parameters, and who calculated it. */
export interface Sheet { title: string; parameters: [string, string][]; blocks: Block[]; source?: string }

/** Cells of a result, table by table: one line of cells each. */
function lines(s: Sheet): string[][] {
  const out: string[][] = [[s.title], ['Calculated by', `iromath ${VERSION}`]]
  if (s.source) out.push(['Source', s.source])
  if (s.parameters.length) out.push([], ['Parameters'], ...s.parameters)
  const table = (t: TableBlock, title = t.caption) => {
    out.push([], ...(title ? [[title]] : []), t.columns.map(c => c.title), ...t.rows)
    if (t.total?.length) out.push(t.total)
  }
  for (const b of s.blocks) {
    if (b.heading) out.push([], [b.heading])
    if (b.paragraph) out.push([b.paragraph])
    for (const item of b.list ?? []) out.push([item])
    for (const r of b.reasons ?? []) out.push(r.source ? [r.text, r.source] : [r.text])
    for (const rows of [b.figures, b.rows, b.terms]) {
      if (rows?.length) out.push([], ...rows.map(r => (r.note ? [r.label, r.value, r.note] : [r.label, r.value])))
    }
    for (const w of b.warnings ?? []) out.push(['Warning', w.message])
    if (b.table) table(b.table)
    if (b.chart) table(b.chart.table, b.chart.title)
  }
  return out
}

const NUMBER = /^-?\$?-?\d{1,3}(,\d{3})*(\.\d+)?%?$|^-?\$?\d+(\.\d+)?%?$/

/**
 * A cell of a CSV file. Numbers lose dollar signs and commas, so that a spreadsheet counts them. Anything else that a spreadsheet
 * would take for a formula gets an apostrophe in front.
 */
export function csvCell(cell: string): string {
  let c = NUMBER.test(cell) ? cell.replace(/[$,]/g, '') : /^[=+\-@\t\r]/.test(cell) ? "'" + cell : cell
  if (/[",\r\n]/.test(c)) c = '"' + c.replaceAll('"', '""') + '"'
  return c
}

/** Lines of cells as CSV (RFC 4180), with a byte order mark so that spreadsheets see UTF-8. */
export const csv = (rows: string[][]): string => '\ufeff' + rows.map(r => r.map(csvCell).join(',') + '\r\n').join('')

export const sheetCSV = (s: Sheet): string => csv(lines(s))

/** Tab-separated, for a clipboard: it pastes into a mail and into a spreadsheet. */
export const sheetText = (s: Sheet): string =>
  lines(s).map(r => r.map(c => (/^[=+@]/.test(c) ? "'" + c : c).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n') + '\n'

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // No permission, or an old browser from a disk.
    const area = document.createElement('textarea')
    const before = document.activeElement as HTMLElement | null
    area.value = text
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    before?.focus()
    if (!done) throw new Error('The browser did not allow it')
  }
}

export function download(name: string, type: string, content: string | Uint8Array): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const a = document.createElement('a')
  a.href = url
  a.download = name
  a.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
