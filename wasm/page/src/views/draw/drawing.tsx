// A calculator that draws a sample of a design.

import { type FunctionComponent } from 'preact'
import { area, Calculator, choice, csv, integer, plural, type Block, type Fields, type ResultFile, type TableBlock } from '../../kit/index.ts'
import { methodName, SEED_NOTE, type Design, type Drawn, type Unit } from './design.ts'

/** The fields of a plan with another way to its seed: digits that nobody chose. */
function withDigits(fields: Fields): Fields {
  // Sets have no choice of a method; tickets take digits as they are; RHC has two seeds.
  if (!fields.seed || fields.ids) return fields
  const out: Fields = {}
  for (const [name, field] of Object.entries(fields)) {
    if (name !== 'seed') {
      out[name] = field
      continue
    }
    out.seedFrom = choice({
      label: 'The seed is', options: [{ value: 'typed', label: 'a seed number' }, { value: 'digits', label: 'made of dice or lottery digits' }],
    })
    out.seed = { ...field, when: form => form.seedFrom !== 'digits' }
    out.digits = area({
      label: 'Digits', rows: 2, mono: true, api: ['seed'], when: form => form.seedFrom === 'digits',
      hint: 'Ten throws of a die or more, or the numbers of a lottery: 3 1 6 6 2 | 5 5 1 4 2. Agree on their source, date and method before they are known, and document them.',
    })
  }
  return out
}

const more = integer({
  label: 'Then draw on', optional: true, min: 1,
  hint: 'More units after this sample, as if all had been drawn at once: 50 and then 150 are the 200 of one draw.',
})

interface Answer { drawn: Drawn; digits?: string }

export function drawing(d: Design): FunctionComponent {
  const fields: Fields = { ...withDigits(d.fields), ...(d.drawOn && { more }) }
  const title = `Random numbers: ${d.name}`
  return () => <Calculator<Fields, Answer> id={`random/${d.id}`} title={title} fields={fields} example={d.example} exampleNote={d.exampleNote}
    compute={async (v: any, run) => {
      let values = v
      if (v.seedFrom === 'digits') values = { ...v, seed: (await run.calculate('sampling.seed_from_digits', { method: v.method ?? 'ratstats', digits: v.digits })).seed }
      const request = await d.request(values, run)
      let selection
      if (d.drawOn && v.more) selection = await run.answer(d.drawOn as 'sampling.draw_on', { selection: await run.calculate(d.draw, request) as never, more: v.more })
      else selection = await run.answer(d.draw, request)
      return { drawn: d.drawn(selection), ...(v.seedFrom === 'digits' && { digits: v.digits }) }
    }}
    summary={({ drawn }) => said(d, drawn)}
    present={({ drawn, digits }) => present(d, drawn, digits)}
    files={({ drawn }) => files(d, drawn)}
    formula={d.formula}
  />
}

function said(d: Design, s: Drawn): string {
  const spares = s.spares.length ? `, and ${plural(s.spares.length, 'spare')}` : ''
  const added = s.before ? `, ${plural(s.sample.length - s.before, 'of them was', 'of them were')} drawn on` : ''
  return `${plural(s.sample.length, ...d.units)} drawn by ${methodName(s.method)} with the seed ${s.seed}${spares}${added}.`
}

const listed = (d: Design, s: Drawn, units: Unit[], caption: string): TableBlock => ({
  caption, columns: [...d.columns, { title: 'Order of selection', figures: true }, ...(s.before ? [{ title: 'Drawn' }] : [])],
  rows: units.map(u => [...u.cells, String(u.order), ...(s.before ? [u.order > s.before ? 'now' : 'before'] : [])]),
})

function present(d: Design, s: Drawn, digits?: string): Block[] {
  const units = d.units[1].charAt(0).toUpperCase() + d.units[1].slice(1)
  return [
    {
      figures: [
        { label: 'Seed', value: s.seed, ...(digits !== undefined && { note: `made of the digits ${digits.trim()}` }) },
        { label: `${units} in the sample`, value: plural(s.sample.length, ...d.units).replace(/ .*/, ''), note: methodName(s.method) },
        ...(s.before ? [{ label: 'Drawn on', value: String(s.sample.length - s.before), note: `after ${s.before}` }] : []),
        ...(s.spares.length ? [{ label: 'Spares', value: String(s.spares.length) }] : []),
      ],
    },
    ...(s.warnings?.length ? [{ warnings: s.warnings }] : []),
    { table: listed(d, s, s.sample, `The sample: ${d.units[1]} ${d.listed ?? 'in sequential order'}`) },
    ...(s.spares.length ? [{ table: listed(d, s, s.spares, 'Spares, in the order they were generated') }] : []),
    ...(s.facts.length ? [{ rows: s.facts }] : []),
    ...(s.blocks ?? []),
    ...((s.method || 'ratstats') === 'ratstats' ? [{ paragraph: SEED_NOTE }] : []),
    { element: <p class="no-print next">Next step: document the seed with the frame before the sample is reviewed. Somebody else can <a href={`#/verify/${d.id}`}>verify the sample</a>.</p> },
  ]
}

/** The units as CSV, in both orders; spares come after the sample. */
function files(d: Design, s: Drawn): ResultFile[] {
  const head = ['Order of selection', ...d.columns.map(c => c.title), 'Drawn as']
  const line = (as: string) => (u: Unit) => [String(u.order), ...u.cells, as]
  const file = (label: string, name: string, sample: Unit[]): ResultFile => ({
    label, name: `random-${d.id}-${name}.csv`, type: 'text/csv', content: () => csv([head, ...sample.map(line('sample')), ...s.spares.map(line('spare'))]),
  })
  const selected = [...s.sample].sort((a, b) => (a.draw ?? 0) - (b.draw ?? 0) || a.order - b.order)
  return [
    ...(selected.some((u, i) => u !== s.sample[i]) ? [file('CSV in sequential order', 'sequential', s.sample)] : []), file('CSV in order of selection', 'selection', selected),
    ...(s.before ? [file('CSV of what was drawn on', 'drawn-on', s.sample.filter(u => u.order > s.before!))] : []),
  ]
}
