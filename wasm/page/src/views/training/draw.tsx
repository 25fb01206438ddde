// Five charts of each provider, drawn with a seed that is kept.

import { type Result } from '../../client.ts'
import { Calculator, choice, count, csv, integer, plural, seed, table, type Block, type Values } from '../../kit/index.ts'
import { warned } from './words.ts'

const fields = {
  seed: seed({ label: 'Seed', hint: 'Keep it: with it anybody can draw the same charts again.' }),
  charts: integer({ label: 'Charts of each provider', initial: '5', min: 1 }),
  encounters: table({
    label: 'Encounters', hint: 'All encounters of the quarter, one on each line with its provider, in an order that was fixed before the draw.', api: ['providers'],
    columns: { provider: { label: 'Provider', type: 'text', match: /provider|clinician|doctor/i }, encounter: { label: 'Encounter', type: 'text', match: /encounter|chart|visit|id/i } },
  }),
  method: choice({ label: 'Random numbers of', as: 'select', more: true, options: [{ value: 'ratstats', label: 'RAT-STATS' }, { value: 'r', label: 'R' }, { value: 'r_rounding', label: 'R before 3.6' }, { value: 'python', label: 'Python' }, { value: 'numpy', label: 'NumPy' }] }),
}

const EXAMPLE = 'Provider\tEncounter\n' + [...Array.from({ length: 8 }, (_, i) => `lee\tE${i + 1}`), 'sam\tF1', 'sam\tF2'].join('\n') + '\n'

type Drawn = Result<'training.competency_draw'>

export default function Draw() {
  return <Calculator id="training/draw" title="Charts to check" fields={fields} example={{ seed: '48863.78', charts: '5', encounters: { text: EXAMPLE, example: true } }} button="Draw"
    compute={(v, run) => run.answer('training.competency_draw', { seed: v.seed, charts: v.charts, method: v.method, providers: framesOf(v) })}
    summary={d => `${plural(d.providers.reduce((n, p) => n + p.selected.length, 0), 'chart')} of ${plural(d.providers.length, 'provider')} are drawn with seed ${d.seed}.`}
    present={present}
    files={d => [{ label: 'Charts as CSV', name: 'charts-to-check.csv', type: 'text/csv', content: () => csv([['Provider', 'Encounter'], ...d.providers.flatMap(p => p.selected.map(e => [p.provider, e]))]) }]}
    formula={<p>Each provider is a stratum with a seed of its own, derived from the seed and the provider’s id, and a simple random sample without replacement. With no more encounters than charts all of them are checked.</p>} />
}

/** The encounters of each provider, in the order of the rows. */
function framesOf(v: Values<typeof fields>) {
  const frames = new Map<string, string[]>()
  const { provider, encounter } = v.encounters.columns as { provider: string[]; encounter: string[] }
  provider.forEach((p, i) => { frames.set(p, [...frames.get(p) ?? [], encounter[i]!]) })
  return [...frames].map(([provider, encounters]) => ({ provider, encounters }))
}

const present = (d: Drawn): Block[] => [
  { figures: [{ label: 'Charts to check', value: count(d.providers.reduce((n, p) => n + p.selected.length, 0)) }, { label: 'Providers', value: count(d.providers.length) }, { label: 'Seed', value: d.seed }] },
  ...warned(d.warnings),
  { table: { caption: 'Charts to check, in the order of the frame', columns: [{ title: 'Provider' }, { title: 'Encounters', figures: true }, { title: 'Drawn', prose: true }], rows: d.providers.map(p => [p.provider, count(p.encounters.length), p.selected.join(', ')]) } },
  { table: { caption: 'To draw again', columns: [{ title: 'Provider' }, { title: 'Seed' }, { title: 'SHA-256 of the encounters', prose: true }], rows: d.providers.map(p => [p.provider, p.seed, p.frameDigest]) } },
]
