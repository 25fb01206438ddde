// Rows that people paste or open: CSV, tab-separated text from a spreadsheet, and the blank-separated text files of
// RAT-STATS. Fast enough to read 100,000 rows between two frames of a screen or so.

export interface Rows {
  /** Titles of the columns, where the first line has some. */
  header: string[] | undefined
  rows: string[][]
  /** The line of each row in the text, counted from 1. */
  lines: number[]
  /** The largest number of columns. */
  width: number
}

/** '\0' stands in no text: there is one column. */
type Delimiter = '\t' | ',' | ';' | ' ' | '\0'

/** A cell that can be a value rather than a title. */
const VALUE = /^[-+($]*[\d.]/

/** Reads a text; header says whether the first line has titles, undefined leaves it to the looks of the line. */
export function readRows(text: string, header?: boolean): Rows {
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1)
  const quoted = text.includes('"')
  const delimiter = guess(text)
  const all: string[][] = [], lines: number[] = []
  let width = 0
  const take = (cells: string[], line: number) => {
    if (cells.every(c => c === '')) return
    all.push(cells)
    lines.push(line)
    if (cells.length > width) width = cells.length
  }
  if (quoted && delimiter !== ' ') quotedRows(text, delimiter, take)
  else {
    let start = 0, line = 1
    for (; start <= text.length; line++) {
      let end = text.indexOf('\n', start)
      if (end < 0) end = text.length
      take(split(text.slice(start, end).trimEnd(), delimiter), line)
      start = end + 1
    }
  }
  const first = all[0]
  const titled = first !== undefined && (header ?? (all.length > 1 && first.some(c => c !== '') && !first.some(c => VALUE.test(c))))
  return {
    header: titled ? first : undefined, rows: titled ? all.slice(1) : all, lines: titled ? lines.slice(1) : lines, width,
  }
}

function split(line: string, delimiter: Delimiter): string[] {
  if (delimiter === ' ') {
    const t = line.trim()
    return t === '' ? [] : t.split(/\s+/)
  }
  const cells = line.split(delimiter)
  for (let i = 0; i < cells.length; i++) cells[i] = cells[i]!.trim()
  return cells
}

function guess(text: string): Delimiter {
  const sample = text.slice(0, 20000).split('\n', 50).filter(l => l.trim() !== '')
  if (sample.some(l => l.trim().includes('\t'))) return '\t'
  const lines = sample.length
  const having = (test: (l: string) => boolean) => sample.filter(test).length
  if (having(l => l.includes(';')) === lines && lines > 0) return ';'
  // Titles say it where the rows do not: "Frame,Item" over "1,119".
  if (lines > 1 && /^[^\d,;]+(,[^\d,;]+)+$/.test(sample[0]!)) return ','
  // A comma between groups of three digits is part of a number, as in a single column of amounts.
  if (having(l => l.replace(/(\d),(?=\d{3}(?!\d))/g, '$1').includes(',')) > lines / 2) return ','
  if (having(l => /^\s*\d+,\d/.test(l)) === lines && sample.every((l, i) => Number(l.split(',')[0]) === i + 1)) return ','
  // Blanks part the columns only where they cannot be part of a text: RAT-STATS' files begin with a number.
  if (having(l => /^\s*\S+\s+\S/.test(l) && VALUE.test(l.trim())) > lines / 2) return ' '
  return '\0'
}

/** CSV with quotation marks (RFC 4180): a cell may hold delimiters and line ends. */
function quotedRows(text: string, delimiter: string, take: (cells: string[], line: number) => void): void {
  let cells: string[] = [], line = 1, start = 1, i = 0
  while (i <= text.length) {
    if (text[i] === '"') {
      let cell = ''
      for (i++; ; ) {
        const end = text.indexOf('"', i)
        const part = end < 0 ? text.slice(i) : text.slice(i, end)
        cell += part
        for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) line++
        if (end < 0) { i = text.length; break }
        i = end + 1
        if (text[i] !== '"') break
        cell += '"'
        i++
      }
      while (i < text.length && text[i] !== delimiter && text[i] !== '\n') cell += text[i++]
      cells.push(cell.trim())
    } else {
      const begin = i
      while (i < text.length && text[i] !== delimiter && text[i] !== '\n') i++
      cells.push(text.slice(begin, i).trim())
    }
    if (i >= text.length || text[i] === '\n') {
      take(cells, start)
      cells = []
      line++
      start = line
    }
    i++
  }
}

/** Decodes a file: UTF-8 or UTF-16 with a byte order mark, and Windows' Latin text where it is no UTF-8. */
export async function decode(file: Blob): Promise<string> {
  let stream = file.stream()
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  if (head[0] === 0x1f && head[1] === 0x8b) stream = stream.pipeThrough(new DecompressionStream('gzip'))
  const bytes = await new Response(stream).arrayBuffer()
  const [a, b] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
