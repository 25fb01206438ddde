// Dates on a line: how long something lasts, and when it is due. Dates are "2026-11-04" in and become numbers of days only here.

import { clip, Line, Svg, type Drawing } from './chart.tsx'

const DAY = 86_400_000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const dayOf = (date: string | number | undefined) => Date.parse(String(date) + 'T00:00:00Z') / DAY

export function Timeline({ chart, width, id }: Drawing) {
  // On a phone the words begin at the edge, with what follows a colon on a line of its own.
  const narrow = width < 460, wordLines = (label = '') => (narrow ? label.split(/(?<=:) /) : [label])
  const lines = Math.max(1, ...chart.points.map(p => wordLines(p.label).length))
  const row = 28 + 18 * lines, left = 8, right = width - 8, top = 6, bottom = top + row * chart.points.length
  const days = chart.points.flatMap(p => [p.low, p.high, p.value]).filter(d => d !== undefined && d !== '').map(dayOf)
  const first = Math.min(...days), last = Math.max(...days), room = Math.max(4, (last - first) * 0.04)
  const low = first - room, high = last + room
  const at = (d: number) => left + ((d - low) / (high - low)) * (right - left)
  return <Svg id={id} width={width} height={bottom + 26}>
    <g aria-hidden="true">
      {ticks(low, high, Math.max(2, Math.floor((right - left) / 72))).map(t => <g key={t.day}>
        <Line x1={at(t.day)} y1={top} x2={at(t.day)} y2={bottom} c="grid" />
        {at(t.day) > 30 && at(t.day) < width - 30 && <text x={at(t.day)} y={bottom + 18} class="tick middle">{t.words}</text>}</g>)}
    </g>
    {chart.points.map((p, i) => {
      const y = top + row * (i + 1) - 16, a = at(dayOf(p.low)), b = at(dayOf(p.high)), c = p.marked ? ' marked' : ''
      // Words begin with their bar, or end with it where there is no room.
      const late = !narrow && Math.min(a, b) > width * 0.5, x = narrow ? left : late ? Math.max(a, b) : Math.min(a, b)
      const words = wordLines(p.label)
      return <g key={i}>
        {words.map((w, n) => <text key={n} x={x} y={y - 11 - 18 * (words.length - 1 - n)} class={(late ? 'end' : '') + (p.marked ? ' strong' : '')}>{clip(w, Math.floor((late ? x : width - x) / 7.6))}</text>)}
        <Line x1={a} y1={y} x2={b} y2={y} c={'limits span' + c} />
        {p.marked && <circle cx={b} cy={y} r={6} class="point marked" />}
        {p.value !== '' && p.value !== undefined && <path d={`M${at(dayOf(p.value))} ${y - 7}l7 7l-7 7l-7 -7z`} class="done" />}
      </g>
    })}
    <Line x1={left} y1={bottom} x2={right} y2={bottom} c="base" />
  </Svg>
}

/** The first days of months, as many as have room; days of a short time. */
function ticks(low: number, high: number, most: number): { day: number; words: string }[] {
  const months = (high - low) / 30.44
  const out: { day: number; words: string }[] = []
  if (months < 2) {
    const step = [1, 2, 7, 14].find(s => (high - low) / s <= most) ?? 30
    for (let d = Math.ceil(low); d <= high; d += step) {
      const date = new Date(d * DAY)
      out.push({ day: d, words: `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}` })
    }
    return out
  }
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find(s => months / s <= most) ?? 240
  const from = new Date(low * DAY)
  for (let m = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth() + 1) / step) * step; ; m += step) {
    const day = Date.UTC(Math.floor(m / 12), m % 12, 1) / DAY
    if (day > high) return out
    out.push({ day, words: step >= 12 ? String(Math.floor(m / 12)) : `${MONTHS[m % 12]} ${Math.floor(m / 12)}` })
  }
}
