// The designs whose units are numbers, or ids.

import { choice, count, decimal, Formula, numbers, rows, table, text, type Row } from '../../kit/index.ts'
import { common, commonOf, design, frameDigest, method, number, plain, seedField, size, spares, type Unit } from './design.ts'

interface Numbered { order: number; number: number }
export const numbered = (list: Numbered[]): Unit[] => list.map(u => ({ order: u.order, cells: [plain(u.number)] }))
export const NUMBER_COLUMN = [{ title: 'Number' }]
const frame = { low: number('First number of the frame'), high: number('Last number of the frame') }
const numberReport = (label: string, more: object) => numbers({ label, min: -9_007_199_254_740_991, ...more })
const ofNumbers = { columns: NUMBER_COLUMN, report: numberReport, reported: (v: number[]) => v, cells: (n: number) => [plain(n)] }
const sums = (s: { frameSize: number; summation?: string }): Row[] => [
  { label: 'Units in the frame', value: count(s.frameSize) }, ...(s.summation !== undefined ? [{ label: 'Summation of random numbers', value: count(s.summation), note: 'RAT-STATS\' check figure' }] : []),
]

const singleFields = { method, seed: seedField, ...frame, size, spares, ...common }

export const single = design({
  ...ofNumbers, id: 'single', title: 'Single stage', name: 'simple random sample', units: ['number', 'numbers'], fields: singleFields,
  example: { seed: '48863.78', low: '1', high: '1000', size: '10', spares: '4' }, exampleNote: 'The example of the RAT-STATS User\'s Guide.',
  draw: 'sampling.single_stage', verify: 'sampling.verify', drawOn: 'sampling.draw_on',
  request: v => ({ method: v.method, seed: v.seed, low: v.low, high: v.high, size: v.size, spares: v.spares, ...commonOf(v) }),
  drawn: s => ({ sample: numbered(s.sample), spares: numbered(s.spareUnits), before: s.drawnBefore, seed: s.seed, method: s.method, facts: sums(s), warnings: s.warnings }),
  search: (s, reported) => ({ low: s.low, high: s.high, numbers: reported }),
  reportExample: { text: '22\n141\n236\n980\n257\n301\n643\n650\n718\n821\n', note: 'The sample of the RAT-STATS User\'s Guide, with the spare 980 in the place of 247.' },
  formula: <>
    <p>RAT-STATS draws by the generator of Wichmann and Hill, whose three start values come from Visual Basic's own generator and the seed:</p>
    <Formula lines={[['', 'u = "frac" (frac{x}{30269} + frac{y}{30307} + frac{z}{30323})']]} />
    <p>where <i>x</i>, <i>y</i>, <i>z</i> become 171<i>x</i> mod 30269, 172<i>y</i> mod 30307, 170<i>z</i> mod 30323 before each draw. The number is int(<i>u</i> · (last − first + 1)) + first; one that was drawn already is thrown away. The other methods give the lists of the programs that they are named after.</p>
  </>,
})

export const systematic = design({
  ...ofNumbers, id: 'systematic', title: 'Systematic', name: 'systematic sample', units: ['unit', 'units'],
  fields: {
    method, seed: seedField, ...frame, size,
    variant: choice({ label: 'Interval', options: [
      { value: 'fractional', label: 'Exactly the size', hint: 'The interval N/n need not be a whole number.' }, { value: 'classic', label: 'Every k-th unit', hint: 'k is N/n, rounded down; it can give more units than asked.' },
    ] }),
    frameDigest,
  },
  example: { seed: '100', low: '1', high: '1000', size: '7' }, exampleNote: '7 of 1,000 units.',
  draw: 'sampling.systematic', verify: 'sampling.verify.systematic',
  request: v => ({ method: v.method, seed: v.seed, low: v.low, high: v.high, size: v.size, variant: v.variant, ...commonOf(v) }),
  drawn: s => ({
    sample: numbered(s.sample), spares: [], seed: s.seed, method: s.method, warnings: s.warnings,
    facts: [{ label: 'Units in the frame', value: count(s.frameSize) }, { label: 'Interval', value: decimal(s.interval, 4).replace(/\.?0+$/, '') }, { label: 'Start', value: count(s.start) }],
  }),
  reportExample: { text: '42\n292\n542\n793\n', note: '4 of 1,000 units, the last of which is wrong.', fields: { seed: '100', low: '1', high: '1000', size: '4' } },
  formula: <p>Exactly the size: the frame of <i>N</i> units is a line of <i>nN</i> points, <i>n</i> for each unit. The start <i>r</i> is drawn from 1 to <i>N</i>, and the points <i>r</i>, <i>r</i> + <i>N</i>, <i>r</i> + 2<i>N</i>, … select the units they lie in. Every k-th unit: the start is drawn from 1 to <i>k</i>. One sample gives no unbiased estimate of its variance.</p>,
})

export const second = design({
  ...ofNumbers, id: 'second', title: 'Second draw', name: 'second draw', units: ['new number', 'new numbers'],
  fields: { ...singleFields, earlier: numbers({ label: 'Numbers drawn before', hint: 'In any order, spares that were used included. They are passed over.', min: -9_007_199_254_740_991 }) },
  example: { seed: '200', low: '1', high: '1000', size: '5', spares: '0', earlier: { text: '22\n141\n236\n247\n257\n', example: true } }, exampleNote: 'Five more of 1,000 units, after five.',
  draw: 'sampling.second', verify: 'sampling.verify.second',
  request: v => ({ plan: { method: v.method, seed: v.seed, low: v.low, high: v.high, size: v.size, spares: v.spares, ...commonOf(v) }, earlier: v.earlier }),
  drawn: s => ({
    sample: numbered(s.sample), spares: numbered(s.spareUnits), seed: s.plan.seed, method: s.plan.method, warnings: s.warnings,
    facts: [
      ...sums(s), { label: 'Units not drawn before', value: count(s.available) },
      { label: 'Passed over, since drawn before', value: s.passedOver.length ? s.passedOver.map(plain).join(', ') : 'none' },
    ],
  }),
  reportExample: { text: '228\n231\n413\n546\n898\n', note: 'A second draw of five, one of which is wrong.' },
  formula: <p>Numbers are drawn from the whole frame with a seed of their own; one that was drawn before is thrown away like one that comes twice, and has no order of selection. Where the first draw can be drawn on, that is the simpler way.</p>,
})

export const IDS = ['Claim id', ...Array.from({ length: 40 }, (_, i) => `A-${1001 + i * 7}`)].join('\n')
const idColumn = { id: { label: 'Id', type: 'text', match: /id|claim|icn|dcn/i } } as const
const ids = (label: string, more: object) => table({ label, columns: idColumn, ...more })
const ticketed = (list: { order: number; ticket: string; id: string }[]): Unit[] => list.map(u => ({ order: u.order, cells: [u.id, u.ticket.slice(0, 11)] }))

/** Their seed is any text. */
export const tickets = design({
  id: 'tickets', title: 'SHA-256 tickets', name: 'sample by SHA-256 tickets', units: ['id', 'ids'], columns: [{ title: 'Id' }, { title: 'Ticket', figures: true }], listed: 'in the order of their tickets',
  fields: {
    seed: text({ label: 'Public seed', hint: 'Any text, best one that is public and that nobody controls: the throws of dice, or the numbers of a lottery on a date agreed on before.' }),
    size, spares, ids: table({ label: 'Ids of the frame', columns: idColumn, hint: 'One claim id on each line, in any order.', api: ['ticket_id', 'repeated'] }), frameDigest,
  },
  example: { seed: '13 04 55 21 87 02', size: '5', spares: '2', ids: { text: IDS, example: true } }, exampleNote: '40 claim ids, and the numbers of a lottery.',
  draw: 'sampling.tickets', verify: 'sampling.verify.tickets', drawOn: 'sampling.draw_on.tickets',
  request: v => ({ seed: v.seed, size: v.size, spares: v.spares, ids: v.ids.columns.id!, ...(v.frameDigest && { frameDigest: v.frameDigest }) }),
  drawn: s => ({ sample: ticketed(s.sample), spares: ticketed(s.spareUnits), before: s.drawnBefore, seed: s.seed, method: 'tickets', facts: [{ label: 'Ids in the frame', value: count(s.frameSize) }] }),
  report: (label, more) => ids(label, { placeholder: 'A-1001', ...more }), reported: v => v.columns.id, cells: id => [id],
  verification: ({ ids, ...plan }, reported) => ({ plan, ids, ...reported }),
  reportExample: { text: 'Claim id\nA-1008\nA-1001\n', note: 'Two of 40 claim ids.', fields: { size: '2' } },
  formula: <>
    <p>With <i>h</i> for the SHA-256 hash of a text as hexadecimal digits, the ticket of an id is made of</p>
    <Formula lines={[['', 'h (h (seed) + "id")']]} />
    <p>(the one text behind the other) read as a whole number and written with its digits reversed behind “0.”; the ids with the smallest tickets are the sample. Tickets are recommended where the agreement leaves the choice of the method: they need no numbering of the claims, do not depend on the order of the file, and a claim that leaves the frame does not reshuffle the rest.</p>
  </>,
})

/** Strata are drawn one by one; their verification asks for the numbers of each. */
export const stratumFields = {
  name: text({ label: 'Name', width: 'medium' }), low: number('First number'), high: number('Last number'), size, spares,
  seed: text({ label: 'Seed of its own', optional: true, more: true, width: 'medium', hint: 'Where it is empty, it follows from the seed of the plan and the name.' }),
}
export const STRATA = [
  { name: 'small', low: '1', high: '900', size: '5', spares: '0', seed: '' }, { name: 'large', low: '901', high: '1000', size: '3', spares: '0', seed: '' },
]
export const planSeed = { ...seedField, label: 'Seed of the plan', optional: true as const, hint: 'Each stratum gets a seed of its own out of it and its name. It may be empty if every stratum has a seed.' }
export const stratumOf = (s: { name: string; low: number; high: number; size: number; spares: number; seed?: string }) =>
  ({ name: s.name, low: s.low, high: s.high, size: s.size, spares: s.spares, ...(s.seed && { seed: s.seed }) })

export const stratifiedFormula = <p>A simple random sample of each stratum. The seed of a stratum is given, or derived: of the SHA-256 hash of the seed of the plan, a line feed and the stratum's name, the first eight bytes are a whole number; for RAT-STATS it is taken modulo 8,640,000 as hundredths of a second since midnight, for other methods modulo 2<sup>31</sup>. So anybody can check it: printf '48863.78\nInpatient' | sha256sum.</p>

export const stratified = design({
  ...ofNumbers, id: 'stratified', title: 'Stratified', name: 'stratified sample', units: ['number', 'numbers'], columns: [{ title: 'Stratum' }, ...NUMBER_COLUMN],
  fields: { method, seed: planSeed, strata: rows({ label: 'Strata', item: 'Stratum', fields: stratumFields, min: 1 }), frameDigest },
  example: { seed: '48863.78', strata: STRATA }, exampleNote: 'Two strata of one frame.',
  draw: 'sampling.stratified', verify: 'sampling.verify.stratified',
  request: v => ({ method: v.method, ...(v.seed && { seed: v.seed }), strata: v.strata.map(stratumOf), ...(v.frameDigest && { frameDigest: v.frameDigest }) }),
  drawn: s => ({
    sample: s.selections.flatMap((t, draw) => t.selection.sample.map(u => ({ order: u.order, cells: [t.name, plain(u.number)], draw }))),
    spares: s.selections.flatMap((t, draw) => t.selection.spareUnits.map(u => ({ order: u.order, cells: [t.name, plain(u.number)], draw }))),
    seed: s.seed ?? 'of each stratum', method: s.method, warnings: s.selections.flatMap(t => t.selection.warnings ?? []),
    facts: [{ label: 'Units in the frames', value: count(s.frameSize) }],
    blocks: [{
      table: {
        caption: 'The strata', columns: ['Stratum', 'Seed', 'Frame', 'Sample', 'Spares'].map((title, i) => ({ title, figures: i > 0 })),
        rows: s.selections.map(t => [t.name, t.selection.seed + (t.seedDerived ? ' (derived)' : ''), count(t.selection.frameSize), count(t.selection.size), count(t.selection.spares)]),
      },
    }],
  }),
  reported: () => [], cells: () => [], reportExample: { text: '', note: '' }, formula: stratifiedFormula,
})
