// Dates as people read them, and due dates as a calendar file.

import { type ResultFile } from './outcome.tsx'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** "2026-11-04" as "November 4, 2026"; no date as it is. */
export function day(date: string | undefined): string {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date ?? '')
  return m ? `${MONTHS[Number(m[2]) - 1]} ${Number(m[3])}, ${m[1]}` : (date ?? '')
}

/** "2026-11" as "November 2026". */
export const month = (m: string): string => `${MONTHS[Number(m.slice(5)) - 1] ?? m} ${m.slice(0, 4)}`

/** "Wednesday, November 4, 2026". */
export const weekday = (date: string): string => `${DAYS[new Date(date + 'T00:00:00Z').getUTCDay()]}, ${day(date)}`

/** "May 4, 2026 to August 28, 2026"; without an end, since when. */
export const span = (from?: string, through?: string): string =>
  !from ? '' : !through ? `since ${day(from)}` : from === through ? day(from) : `${day(from)} to ${day(through)}`

/** The spans of a period, or of its parts where there are days between them. */
export const spans = (p: { from?: string; through?: string; periods?: { from: string; through?: string }[] }): string =>
  (p.periods ?? [p]).map(x => span(x.from, x.through)).join('; ')

/** A sentence of the library, with its dates as people read them. */
export const readable = (text: string): string => text.replace(/\b\d{4}-\d\d-\d\d\b/g, day)

/** Today, where the reader is. */
export function today(): string {
  const d = new Date()
  return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`
}

/** Due dates as entries of a day each (RFC 5545). */
export function calendarFile(name: string, dues: { on: string; title: string; note?: string }[]): ResultFile[] {
  if (dues.length === 0) return []
  const escape = (t: string) => t.replace(/[\\;,]/g, c => '\\' + c).replace(/\r?\n/g, '\\n')
  const stamp = () => new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  return [{
    label: 'Calendar file', name: name + '.ics', type: 'text/calendar',
    content: () => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//iromath//calculators//EN', ...dues.flatMap((d, i) => [
      'BEGIN:VEVENT', `UID:${d.on}-${i}-${stamp()}@iromath`, `DTSTAMP:${stamp()}`, `DTSTART;VALUE=DATE:${d.on.replaceAll('-', '')}`, 'SUMMARY:' + escape(d.title),
      ...(d.note ? ['DESCRIPTION:' + escape(d.note)] : []), 'TRANSP:TRANSPARENT', 'END:VEVENT',
    ]), 'END:VCALENDAR', ''].flatMap(fold).join('\r\n'),
  }]
}

/** A line of a calendar file has at most 75 bytes; the next one goes on after a blank. */
function fold(line: string): string[] {
  const out: string[] = []
  let part = '', bytes = 0
  for (const c of line) {
    const n = new TextEncoder().encode(c).length
    if (bytes + n > 74) {
      out.push(part)
      part = ' '
      bytes = 1
    }
    part += c
    bytes += n
  }
  return [...out, part]
}
