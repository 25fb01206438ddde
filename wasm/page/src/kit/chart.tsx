// Charts as SVG, each with its title, what it shows in words, and the same in figures. The document's kinds: curve, histogram,
// intervals, bars, and the timeline of the page. They are drawn at the width they have, so that words keep their size on a phone.

import { type ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type ChartBlock, type Point } from './blocks.ts'
import { Disclosure } from './parts.tsx'
import { label, scale, tick } from './scale.ts'
import { TableView } from './result.tsx'
import { Timeline } from './timeline.tsx'

const num = (v: string | number | undefined) => Number(v ?? 0)
export const clip = (s: string, most: number) => (s.length > most ? s.slice(0, most - 1) + '…' : s)

export function Chart({ chart }: { chart: ChartBlock }) {
  const id = useId()
  const ref = useRef<HTMLDivElement>(null)
  const [width, set] = useState(600)
  useLayoutEffect(() => {
    const look = () => { const w = ref.current?.clientWidth; if (w) set(Math.max(240, Math.min(760, w))) }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(ref.current!)
    return () => observer.disconnect()
  }, [])
  const Draw = { bars: Bars, histogram: Histogram, intervals: Intervals, curve: Curve, timeline: Timeline }[chart.kind]
  return <figure class="chart">
    <figcaption id={id}>{chart.title}</figcaption>
    <p class="words" id={id + 'w'}>{chart.alternative}</p>
    <div ref={ref} class="drawing">{chart.points.length > 0 && Draw && <Draw chart={chart} width={width} id={id} />}</div>
    <Disclosure title="Figures of the chart" class="small"><TableView table={{ ...chart.table, caption: chart.table.caption || chart.title }} /></Disclosure>
  </figure>
}

export interface Drawing { chart: ChartBlock; width: number; id: string }

export function Svg({ id, width, height, children }: { id: string; width: number; height: number; children: ComponentChildren }) {
  return <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-labelledby={id} aria-describedby={id + 'w'}>{children}</svg>
}

export const Line = ({ x1, y1, x2, y2, c }: { x1: number; y1: number; x2: number; y2: number; c: string }) => <line x1={x1} y1={y1} x2={x2} y2={y2} class={c} />

/** How many steps an axis takes so that its labels have room. */
const steps = (length: number) => Math.max(2, Math.min(7, Math.floor(length / 80)))

function Across({ s, chart, top, bottom, from, to }: { s: ReturnType<typeof scale>; chart: ChartBlock; top: number; bottom: number; from: number; to: number }) {
  return <g aria-hidden="true">
    {s.ticks.map(t => <g key={t}><Line x1={s.at(t)} y1={top} x2={s.at(t)} y2={bottom} c="grid" /><text x={s.at(t)} y={bottom + 18} class="tick middle">{tick(t, chart.x.unit)}</text></g>)}
    <text x={(from + to) / 2} y={bottom + 38} class="axis middle">{chart.x.title}</text>
  </g>
}

/** Room for the labels beside bars and intervals. */
const gutterOf = (chart: ChartBlock, width: number) => Math.min(width * 0.3, 30 + 7.5 * Math.max(...chart.points.map(p => p.label?.length ?? 0)))

function Bars({ chart, width, id }: Drawing) {
  const narrow = width < 460, gutter = narrow ? 4 : gutterOf(chart, width), row = narrow ? 50 : 36, right = width - 64
  const values = chart.points.map(p => num(p.value))
  const s = scale(Math.min(0, ...values), Math.max(0, ...values), gutter, right, steps(right - gutter), chart.x.unit)
  const bottom = 8 + row * values.length, zero = s.at(0)
  return <Svg id={id} width={width} height={bottom + 46}>
    <Across s={s} chart={chart} top={4} bottom={bottom} from={gutter} to={right} />
    {chart.points.map((p, i) => {
      const y = 8 + row * i + (narrow ? 22 : 7), x = s.at(values[i]!)
      return <g key={i}>
        {narrow ? <text x={gutter} y={y - 6} class={p.marked ? 'strong' : ''}>{clip(p.label ?? '', Math.floor(width / 8))}</text>
          : <text x={gutter - 10} y={y + 16} class={'end' + (p.marked ? ' strong' : '')}>{clip(p.label ?? '', Math.floor(gutter / 7))}</text>}
        <rect x={Math.min(zero, x)} y={y} width={Math.abs(x - zero)} height={22} class={'bar' + (p.marked ? ' marked' : '')} rx={1} />
        <text x={Math.max(zero, x) + 6} y={y + 16} class="value">{label(p.value, chart.x.unit)}</text>
      </g>
    })}
    <Line x1={zero} y1={4} x2={zero} y2={bottom} c="base" />
  </Svg>
}

function Histogram({ chart, width, id }: Drawing) {
  const open = chart.points.find(p => p.marked), closed = chart.points.filter(p => p !== open || chart.points.length === 1)
  const most = tick(Math.max(...chart.points.map(p => num(p.value)), 1) * 1.2, 'count')
  const left = 18 + 7 * most.length, end = width - 12 - (open && closed.length > 0 && open !== closed[0] ? 90 : 0), top = 26, bottom = 220
  const y = scale(0, Math.max(...chart.points.map(p => num(p.value)), 1), bottom, top, 4, 'count')
  const low = Math.min(...closed.map(p => num(p.low))), high = Math.max(...closed.map(p => num(p.high)))
  const x = { at: (v: number) => left + ((v - low) / (high - low || 1)) * (end - left) }
  const edges = [...new Set([...closed.map(p => num(p.low)), high])]
  const every = Math.ceil(edges.length / Math.max(2, Math.floor((end - left) / 62)))
  return <Svg id={id} width={width} height={bottom + 46}>
    <g aria-hidden="true">
      {y.ticks.map(t => <g key={t}><Line x1={left} y1={y.at(t)} x2={width - 8} y2={y.at(t)} c="grid" /><text x={left - 8} y={y.at(t) + 4} class="tick end">{tick(t, 'count')}</text></g>)}
      <text x={2} y={12} class="axis">{chart.y?.title}</text>
    </g>
    {closed.map((p, i) => num(p.value) > 0 && <g key={i}>
      <rect x={x.at(num(p.low)) + 0.5} y={y.at(num(p.value))} width={Math.max(1, x.at(num(p.high)) - x.at(num(p.low)) - 1)} height={bottom - y.at(num(p.value))} class="bar" />
      {x.at(num(p.high)) - x.at(num(p.low)) > 6 + 7.5 * label(p.value, 'count').length && <text x={(x.at(num(p.low)) + x.at(num(p.high))) / 2} y={y.at(num(p.value)) - 5} class="value middle">{label(p.value, 'count')}</text>}
    </g>)}
    {open && open !== closed[0] && <g>
      <rect x={end + 30} y={y.at(num(open.value))} width={48} height={bottom - y.at(num(open.value))} class="bar open" />
      <text x={end + 54} y={y.at(num(open.value)) - 5} class="value middle">{label(open.value, 'count')}</text>
      <text x={end + 54} y={bottom + 18} class="tick middle">over {tick(num(open.low), chart.x.unit)}</text>
    </g>}
    <g aria-hidden="true">
      {edges.map((e, i) => i % every === 0 && <g key={e}><Line x1={x.at(e)} y1={bottom} x2={x.at(e)} y2={bottom + 4} c="base" /><text x={x.at(e)} y={bottom + 18} class="tick middle">{tick(e, chart.x.unit)}</text></g>)}
      <Line x1={left} y1={bottom} x2={width - 8} y2={bottom} c="base" />
      <text x={(left + end) / 2} y={bottom + 38} class="axis middle">{chart.x.title}</text>
    </g>
  </Svg>
}

function Intervals({ chart, width, id }: Drawing) {
  const narrow = width < 460, gutter = narrow ? 12 : gutterOf(chart, width), row = narrow ? 48 : 38, right = width - 24
  const all = chart.points.flatMap(p => [num(p.low), num(p.value), num(p.high)])
  const s = scale(Math.min(...all), Math.max(...all), gutter, right, steps(right - gutter), chart.x.unit)
  const bottom = 8 + row * chart.points.length
  return <Svg id={id} width={width} height={bottom + 46}>
    <Across s={s} chart={chart} top={4} bottom={bottom} from={gutter} to={right} />
    {s.low < 0 && s.high > 0 && <Line x1={s.at(0)} y1={4} x2={s.at(0)} y2={bottom} c="base" />}
    {chart.points.map((p, i) => {
      const y = 8 + row * i + (narrow ? 30 : row / 2), [a, m, b] = [s.at(num(p.low)), s.at(num(p.value)), s.at(num(p.high))], c = p.marked ? ' marked' : ''
      return <g key={i}>
        {narrow ? <text x={4} y={y - 13} class={p.marked ? 'strong' : ''}>{clip(p.label ?? '', Math.floor(width / 8))}</text>
          : <text x={gutter - 14} y={y + 5} class={'end' + (p.marked ? ' strong' : '')}>{clip(p.label ?? '', Math.floor(gutter / 7))}</text>}
        <Line x1={a} y1={y} x2={b} y2={y} c={'limits' + c} />
        <Line x1={a} y1={y - 6} x2={a} y2={y + 6} c={'limits' + c} />
        <Line x1={b} y1={y - 6} x2={b} y2={y + 6} c={'limits' + c} />
        <circle cx={m} cy={y} r={5.5} class={'point' + c} />
      </g>
    })}
  </Svg>
}

function Curve({ chart, width, id }: Drawing) {
  const left = 62, right = width - 14, top = 28, bottom = 240
  const curves = [{ name: chart.name ?? '', points: chart.points }, ...(chart.others ?? [])]
  const points = curves.flatMap(c => c.points)
  const xs = points.map(p => num(p.low)), ys = points.map(p => num(p.value))
  if (chart.target) ys.push(num(chart.target.value))
  const x = scale(Math.min(...xs), Math.max(...xs), left, right, steps(right - left), chart.x.unit)
  const y = scale(Math.min(0, ...ys), Math.max(...ys), bottom, top, 5, chart.y?.unit)
  const path = (ps: Point[]) => ps.map((p, i) => `${i ? 'L' : 'M'}${x.at(num(p.low)).toFixed(1)} ${y.at(num(p.value)).toFixed(1)}`).join('')
  const marked = points.filter(p => p.marked)
  const slot = 60 + 7 * Math.max(...curves.map(c => c.name.length)), abreast = Math.max(1, Math.floor((right - left) / slot))
  const legend = curves.length > 1 ? 24 * Math.ceil(curves.length / abreast) : 0
  return <Svg id={id} width={width} height={bottom + 46 + legend}>
    <g aria-hidden="true">
      {y.ticks.map(t => <g key={t}><Line x1={left} y1={y.at(t)} x2={right} y2={y.at(t)} c="grid" /><text x={left - 8} y={y.at(t) + 4} class="tick end">{tick(t, chart.y?.unit ?? 'count')}</text></g>)}
      {x.ticks.map(t => <text key={t} x={x.at(t)} y={bottom + 18} class="tick middle">{tick(t, chart.x.unit)}</text>)}
      <text x={2} y={12} class="axis">{chart.y?.title}</text>
      <text x={(left + right) / 2} y={bottom + 38} class="axis middle">{chart.x.title}</text>
      <Line x1={left} y1={bottom} x2={right} y2={bottom} c="base" />
    </g>
    {chart.target && <g><Line x1={left} y1={y.at(num(chart.target.value))} x2={right} y2={y.at(num(chart.target.value))} c="target" />
      <text x={right} y={y.at(num(chart.target.value)) - 6} class="strong end">{chart.target.label}</text></g>}
    {curves.map((c, i) => <path key={i} d={path(c.points)} class={`curve c${i % 4}`} />)}
    {marked.map((p, i) => {
      const px = x.at(num(p.low)), late = px > (left + right) / 2
      return <g key={i}><circle cx={px} cy={y.at(num(p.value))} r={5.5} class="point marked" />
        {p.label && <text x={px + (late ? -9 : 9)} y={y.at(num(p.value)) + (chart.target ? 20 : -9)} class={'strong' + (late ? ' end' : '')}>{p.label}</text>}</g>
    })}
    {curves.length > 1 && curves.map((c, i) => {
      const lx = left + (i % abreast) * slot, ly = bottom + 62 + 24 * Math.floor(i / abreast)
      return <g key={c.name}><line x1={lx} x2={lx + 26} y1={ly - 4} y2={ly - 4} class={`curve c${i % 4}`} /><text x={lx + 32} y={ly}>{c.name}</text></g>
    })}
  </Svg>
}
