// A claims file: its first line, how it is read, and its frame, which stays in the worker.

import { client, IromathError, type Frame, type FrameUse, type Request, type Result } from '../../client.ts'
import { count, money, plural, type Block, type Row } from '../../kit/index.ts'
import { decode } from '../../kit/table.ts'

export type FrameOptions = NonNullable<Request<'review.frame'>['options']>
export type FrameSummary = Result<'review.frame'>['summary']

export type Role = 'id' | 'paid' | 'segment' | 'payor' | 'date'
/** The columns of a claims file, with the name the library expects and others that people use. */
export const roles: { role: Role; label: string; usual: string; match: RegExp; needed?: boolean }[] = [
  { role: 'id', label: 'Claim id', usual: 'claim_id', match: /claim.*(id|no|num|control)|^(icn|dcn|ccn|tcn)$|^claim$/i, needed: true },
  { role: 'paid', label: 'Amount paid', usual: 'paid', match: /paid.*(am|\$)|am.*paid|pay(ment)?.*am|^paid$|^payment$/i, needed: true },
  { role: 'segment', label: 'Segment', usual: 'segment', match: /segment|line.*(no|num)|^line$/i },
  { role: 'payor', label: 'Payor', usual: 'payor', match: /pay[oe]r|insurer|program/i },
  { role: 'date', label: 'Date in the period', usual: 'paid_date', match: /paid.*date|date.*paid|pay(ment)?.*date/i },
]
export type Columns = Partial<Record<Role, string>>

export interface ClaimsFile { blob: Blob; name: string; header: string[]; comma: string; example?: boolean }

const SEPARATORS = [',', ';', '\t', '|']

/** What parts the fields of a line: the separator that stands in it most often. */
export function separator(line: string): string {
  const times = (s: string) => line.split(s).length
  return SEPARATORS.reduce((best, s) => (times(s) > times(best) ? s : best))
}
export const firstLine = (text: string) => text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0]!

/** Looks at the beginning of a file: its first line has the titles of the columns. */
export async function inspect(file: Blob, name: string): Promise<ClaimsFile> {
  let blob = file
  const [a, b] = new Uint8Array(await blob.slice(0, 2).arrayBuffer())
  if (a === 0x50 && b === 0x4b) throw new Error(`${name} is a workbook or an archive. Save the claims as CSV, and choose that file.`)
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) blob = new Blob([await decode(blob)])
  let head = blob.slice(0, 1 << 16).stream()
  if (a === 0x1f && b === 0x8b) head = blob.stream().pipeThrough(new DecompressionStream('gzip'))
  const reader = head.getReader()
  let text = ''
  const decoder = new TextDecoder()
  try {
    while (text.length < 1 << 16 && !text.includes('\n')) {
      const { value, done } = await reader.read()
      if (done) break
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    throw new Error(`${name} cannot be read: it is no gzip file, or damaged.`)
  }
  await reader.cancel().catch(() => {})
  const line = firstLine(text)
  if (line.trim() === '') throw new Error(`${name} has no first line with the titles of its columns.`)
  const comma = separator(line)
  return { blob, name, comma, header: line.split(comma).map(t => t.trim().replace(/^"(.*)"$/, '$1').trim()) }
}

/** The columns of a header, as far as their titles tell. */
export function findColumns(header: string[]): Columns {
  const found: Columns = {}
  for (const r of roles) {
    const free = header.filter(h => h !== '' && !Object.values(found).includes(h))
    const title = free.find(h => h.toLowerCase() === r.usual) ?? free.find(h => r.match.test(h))
    if (title !== undefined) found[r.role] = title
  }
  return found
}

/** The claims of a file, read into the worker once, and again if the worker has ended meanwhile. */
export class Claims {
  #frame: Frame | undefined

  constructor(readonly blob: Blob, readonly options: FrameOptions, readonly part: FrameUse = 'review') {}

  is(blob: Blob, options: FrameOptions): boolean {
    return this.blob === blob && JSON.stringify(this.options) === JSON.stringify(options)
  }

  async open(about: { signal?: AbortSignal; progress?: (rows: number) => void } = {}): Promise<Frame> {
    return (this.#frame ??= await (await client()).openFrame(this.blob, this.options, { ...about, for: this.part }))
  }

  /** Does something with the frame. */
  async use<T>(f: (frame: Frame) => Promise<T>, about?: { signal?: AbortSignal; progress?: (rows: number) => void }): Promise<T> {
    try {
      return await f(await this.open(about))
    } catch (e) {
      if (!(e instanceof IromathError) || e.code !== 'frame_closed') throw e
      this.#frame = undefined
      return f(await this.open(about))
    }
  }

  async close(): Promise<void> {
    const frame = this.#frame
    this.#frame = undefined
    await frame?.close().catch(() => {})
  }
}

const REASONS: Record<FrameSummary['exclusions'][number]['reason'], string> = {
  malformed: 'Cannot be read', second_segment: 'Second segment of a claim', repeated_id: 'Repeated claim id', zero_paid: 'Nothing was paid',
  negative: 'Paid amount below zero', other_payor: 'Other payor', outside_period: 'Outside the review period',
}

/** What became of every row of a claims file. */
export function frameBlocks(s: FrameSummary): Block[] {
  const out = s.exclusions.filter(e => e.count > 0)
  const left = out.reduce((n, e) => n + Number(e.count), 0)
  const blocks: Block[] = [{
    figures: [
      { label: 'Claims in the frame', value: count(s.size) },
      { label: 'Paid for them', value: money(s.paid) },
      { label: 'Rows of the file', value: count(s.rows) },
      { label: 'Rows left out', value: count(left) },
    ],
  }]
  if (out.length > 0) {
    blocks.push({ table: { caption: 'Rows left out of the frame', columns: [{ title: 'Reason' }, { title: 'Rows', figures: true }], rows: out.map(e => [REASONS[e.reason], count(e.count)]), total: ['All', count(left)] } })
  }
  if (s.malformed?.length) {
    const all = Number(s.exclusions.find(e => e.reason === 'malformed')?.count ?? s.malformed.length)
    blocks.push({
      warnings: [{ code: 'malformed_rows', message: `${plural(all, 'row')} could not be read. A population is complete only when they are put right or shown not to belong.` }],
      table: { caption: all > s.malformed.length ? `The first ${count(s.malformed.length)} rows that cannot be read` : 'Rows that cannot be read', columns: [{ title: 'Line', figures: true }, { title: 'Column' }, { title: 'Value' }, { title: 'Rule', prose: true }], rows: s.malformed.map(m => [count(m.line), m.column ?? '', m.value ?? '', m.rule]) },
    })
  }
  blocks.push({ rows: [{ label: 'Digest of the frame', value: s.digest, note: 'It tells this frame from any other.' }] })
  return blocks
}

export const frameRows = (s: FrameSummary, name: string): Row[] => [
  { label: 'Claims file', value: name },
  { label: 'Frame', value: `${plural(s.size, 'claim')}, ${money(s.paid)} paid` },
  { label: 'Rows left out', value: `${count(s.rows - s.size)} of ${count(s.rows)}` },
  { label: 'Digest', value: s.digest },
]
