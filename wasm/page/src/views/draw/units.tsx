// The designs whose units have several parts: sets, items of frames, units by size.

import { choice, count, Formula, integer, money, rows, table, textFile, type Columns, type Table } from '../../kit/index.ts'
import { common, commonOf, design, frameDigest, method, number, plain, seedField, size, spares, type Unit } from './design.ts'

const range = (low: string, high: string) => ({ low: number(low), high: number(high) })
const whole = (label: string, match: RegExp): Columns[string] => ({ label, type: 'integer', match })
/** Rows of a table of whole numbers. */
const records = (t: Table, ids: readonly string[]) => Array.from({ length: t.count }, (_, i) => Object.fromEntries(ids.map(id => [id, Number(t.columns[id]![i])])))

const setIds = (n: number) => Array.from({ length: n }, (_, i) => `n${i + 1}`)
const setOf = (list: { order?: number; numbers: number[] }[]): Unit[] => list.map(u => ({ order: u.order!, cells: [u.numbers.map(plain).join(' – ')] }))

export const sets = design({
  id: 'sets', title: 'Sets of 2 to 4', name: 'sample of sets of numbers', units: ['set', 'sets'], columns: [{ title: 'Set' }],
  fields: {
    seed: seedField,
    ranges: rows({ label: 'Ranges', item: 'Range', hint: 'For example pages and lines: a set has a number of each.', min: 2, max: 4, fields: range('First number', 'Last number') }),
    size, spares, ...common,
  },
  example: { seed: '61061.36', ranges: [{ low: '1', high: '658' }, { low: '1', high: '66' }], size: '10', spares: '4' }, exampleNote: 'The example of the RAT-STATS User\'s Guide: pages and lines.',
  draw: 'sampling.sets', verify: 'sampling.verify.sets', drawOn: 'sampling.draw_on.sets',
  request: v => ({ seed: v.seed, ranges: v.ranges, size: v.size, spares: v.spares, ...commonOf(v) }),
  drawn: s => ({ sample: setOf(s.sample), spares: setOf(s.spareSets), before: s.drawnBefore, seed: s.seed, method: s.method, warnings: s.warnings, facts: [{ label: 'Sets in the frame', value: count(s.frameSize) }] }),
  report: (label, more) => table({ label, columns: form => Object.fromEntries(setIds(form.ranges.length).map((id, i) => [id, whole(`Number ${i + 1}`, new RegExp(`${i + 1}$`))])), ...more }),
  reported: (t: Table, v) => { const ids = setIds(v.ranges.length); return Array.from({ length: t.count }, (_, i) => ({ numbers: ids.map(id => Number(t.columns[id]![i])) })) },
  cells: u => [u.numbers.map(plain).join(' – ')],
  reportExample: { text: '147,47\n165,26\n169,6\n200,31\n250,56\n309,41\n471,50\n491,48\n510,29\n48,42\n', note: 'The sample of the RAT-STATS User\'s Guide, with the spare 48 – 42 in the place of 598 – 32.' },
  formula: <p>Every set takes one random number for each of its ranges, the first range first, also when the set has come before and is thrown away. Whole sets are all different; the numbers in them may come again.</p>,
})

const items = [{ title: 'Frame' }, { title: 'Item', figures: true }, { title: 'Random number', figures: true }]
interface Item { order?: number; number?: number; frame?: number; subFrame?: number; item?: number }
const itemCells = (u: Item) => [plain(u.frame), plain(u.item), plain(u.number)]
const pageCells = (u: Item) => [plain(u.frame), plain(u.subFrame), plain(u.item), plain(u.number)]
const itemOf = (list: Item[], cells: (u: Item) => string[]): Unit[] => list.map(u => ({ order: u.order!, cells: cells(u) }))
const ITEM: Columns = { frame: whole('Frame', /frame/i), item: whole('Item', /item|line/i) }
const PAGE: Columns = { frame: whole('Frame', /^frame/i), subFrame: whole('Sub-frame', /sub|page/i), item: whole('Item', /item|line/i) }

export const frames = design({
  id: 'frames', title: 'Frames', name: 'sample of several frames', units: ['item', 'items'], columns: items,
  fields: {
    method, seed: seedField,
    ranges: rows({ label: 'Frames', item: 'Frame', hint: 'In their order, for example the claims of several months.', fields: range('First item', 'Last item'), api: ['frame'] }),
    size, spares, ...common,
  },
  example: { seed: '34346.94', ranges: [{ low: '1', high: '1050' }, { low: '8405', high: '9565' }], size: '3', spares: '2' }, exampleNote: 'The example of the RAT-STATS User\'s Guide.',
  draw: 'sampling.frames', verify: 'sampling.verify.frames', drawOn: 'sampling.draw_on.frames',
  request: v => ({ method: v.method, seed: v.seed, ranges: v.ranges, size: v.size, spares: v.spares, ...commonOf(v) }),
  drawn: s => ({ sample: itemOf(s.sample, itemCells), spares: itemOf(s.spareItems, itemCells), before: s.drawnBefore, seed: s.seed, method: s.method, warnings: s.warnings, facts: [{ label: 'Items of all frames', value: count(s.frameSize) }] }),
  report: (label, more) => table({ label, columns: ITEM, ...more }), reported: (t: Table) => records(t, ['frame', 'item']) as never, cells: itemCells,
  search: (s, reported) => ({ low: 1, high: s.frameSize, numbers: reported.map(u => u.number!) }),
  reportExample: { text: 'Frame,Item\n1,119\n2,8662\n1,322\n', note: 'The sample of the RAT-STATS User\'s Guide, with the spare of frame 1, item 322, in the place of frame 2, item 8957.' },
  formula: <p>One number is drawn from 1 to the number of all items; it stands for an item of one of the frames, which are taken as if they were one behind the other.</p>,
})

export const framesOfTwo = design({
  id: 'frames-of-two', title: 'Frames of two', name: 'sample of sub-frames and items in several frames', units: ['item', 'items'],
  columns: [{ title: 'Frame' }, { title: 'Sub-frame', figures: true }, { title: 'Item', figures: true }, { title: 'Random number', figures: true }],
  fields: {
    method, seed: seedField,
    frames: rows({
      label: 'Frames', item: 'Frame', hint: 'In their order, for example the pages of several lists.', api: ['frame'],
      fields: { ...range('First sub-frame (page)', 'Last sub-frame (page)'), firstItem: number('First item (line)'), lastItem: number('Last item (line)') },
    }),
    size, spares, ...common,
  },
  example: {
    seed: '35809.13', size: '3', spares: '2',
    frames: [[1, 100], [1, 456], [45, 832]].map(([low, high]) => ({ low: String(low), high: String(high), firstItem: '1', lastItem: '66' })),
  },
  exampleNote: 'The example of the RAT-STATS User\'s Guide.',
  draw: 'sampling.frames_of_two', verify: 'sampling.verify.frames_of_two', drawOn: 'sampling.draw_on.frames_of_two',
  request: v => ({
    method: v.method, seed: v.seed, size: v.size, spares: v.spares, ...commonOf(v),
    frames: v.frames.map(f => ({ subFrames: { low: f.low, high: f.high }, items: { low: f.firstItem, high: f.lastItem } })),
  }),
  drawn: s => ({ sample: itemOf(s.sample, pageCells), spares: itemOf(s.spareItems, pageCells), before: s.drawnBefore, seed: s.seed, method: s.method, warnings: s.warnings, facts: [{ label: 'Items of all frames', value: count(s.frameSize) }] }),
  report: (label, more) => table({ label, columns: PAGE, ...more }), reported: (t: Table) => records(t, ['frame', 'subFrame', 'item']) as never, cells: pageCells,
  search: (s, reported) => ({ low: 1, high: s.frameSize, numbers: reported.map(u => u.number!) }),
  reportExample: { text: 'Frame,Page,Line\n2,15,35\n2,358,52\n3,223,52\n', note: 'The sample of the RAT-STATS User\'s Guide, with line 52 in the place of line 51.' },
  formula: <>
    <p>One number is drawn from 1 to the number of all items. With <i>B</i> items in the frames before, <i>m</i> items in each sub-frame, and <i>r</i> = number − <i>B</i> − 1, it stands for</p>
    <Formula lines={[['Sub-frame', '"first sub-frame" + r "\u00a0div\u00a0" m'], ['Item', '"first item" + r "\u00a0mod\u00a0" m']]} />
  </>,
})

const amount = (t: string | undefined) => (t === undefined ? '' : count(t))

export const pps = design({
  id: 'pps', title: 'By size (PPS)', name: 'sample with probability proportional to size', units: ['unit', 'units'],
  columns: [{ title: 'Unit' }, { title: 'Hits', figures: true }, { title: 'Size', figures: true }, { title: 'Cumulated', figures: true }, { title: 'Certainty' }],
  listed: 'in the order of the frame',
  fields: {
    method, seed: seedField, size: integer({ label: 'Hits', hint: 'Amounts are drawn, so hits count, not units: a large unit can be hit more than once.', min: 1 }),
    sizes: table({ label: 'Sizes of the units', hint: 'One unit on each line in the order of the frame, for example paid amounts. Zeros are possible.', columns: { sizes: { label: 'Size', match: /size|paid|amount|book/i } } }),
    frameDigest,
  },
  example: { seed: '100', size: '4', sizes: { text: 'Paid amount\n100.00\n2500.50\n0\n40.25\n812.00\n95.10\n330.00\n61.75\n', example: true } }, exampleNote: 'Eight units with their paid amounts.',
  draw: 'sampling.pps', verify: 'sampling.verify.pps',
  request: v => ({ method: v.method, seed: v.seed, size: v.size, sizes: v.sizes.columns.sizes!, ...(v.sizes.name && { file: v.sizes.name }), ...(v.frameDigest && { frameDigest: v.frameDigest }) }),
  drawn: s => ({
    sample: s.units.map(u => ({ order: u.order!, cells: [plain(u.number), plain(u.hits), money(u.size!), money(u.cumulated!), u.certainty ? 'yes' : ''] })), spares: [], seed: s.seed, method: s.method,
    facts: [
      { label: 'Units in the frame', value: count(s.sizes.length) }, { label: 'Total of the sizes', value: money(s.total) }, { label: 'Interval', value: money(s.interval) },
      { label: 'Start', value: money(s.start), note: `number ${count(s.startNumber)} of ${count(s.places)}` }, { label: 'Certainty units', value: count(s.certaintyUnits), note: `with ${count(s.certaintyHits)} hits` },
      { label: 'Digest of the sizes', value: s.sizesDigest },
    ],
  }),
  report: (label, more) => table({ label, hint: 'The number of each unit and its hits.', columns: { number: whole('Unit', /unit|number/i), hits: whole('Hits', /hit/i) }, ...more }),
  reported: (t: Table) => records(t, ['number', 'hits']) as never, cells: u => [plain(u.number), plain(u.hits)],
  reportExample: { text: 'Unit,Hits\n2,3\n7,1\n', note: 'A report on four hits in eight units, one of which is wrong.' },
  formula: <p>The sizes are added up to the total <i>T</i>, and every <i>T</i>/<i>n</i>-th amount of it, from a random start in the first interval, hits the unit it falls into. A unit of at least the interval is hit at every start: it is a certainty unit. Everything is counted in the smallest decimal place, so it is exact.</p>,
})

const UNITS = 'Name,Sub-units,Size\nREGION1,117,1250\nREGION2,63,610\nREGION3,91,720\nREGION4,123,1320\nREGION5,107,1160\nREGION6,116,1240\nREGION7,102,960\nREGION8,118,1300\nREGION9,122,1320\nREGION10,85,640\nREGION11,94,930\nREGION12,62,550\n'

export const rhc = design({
  id: 'rhc', title: 'RHC', name: 'RHC sample', units: ['unit', 'units'],
  columns: [{ title: 'Unit' }, { title: 'Sub-units', figures: true }, { title: 'Size', figures: true }, { title: 'Size of its group', figures: true }, { title: 'Units in its group', figures: true }],
  listed: 'in the order of the groups',
  fields: {
    partitionSeed: { ...seedField, label: 'Seed number 1', hint: 'For the partition into groups.' }, selectionSeed: { ...seedField, label: 'Seed number 2', hint: 'For the selection of a unit of each group.' },
    size: integer({ label: 'Units to select', min: 1 }),
    as: choice({ label: 'All units are given as', as: 'select', options: [{ value: 'rows', label: 'Rows: name, sub-units, size' }, { value: 'ratstats', label: 'RAT-STATS\' text file of all units' }] }),
    units: table({
      label: 'All units', when: f => f.as === 'rows', hint: 'In the order of their file: another order gives another sample.', api: ['frame'],
      columns: { name: { label: 'Name', type: 'text', match: /name|^id$|unit$/i }, subUnits: { label: 'Sub-units', type: 'integer', match: /sub/i }, size: { label: 'Size', match: /size|beds|dollars/i } },
    }),
    file: textFile({ label: 'Text file of all units', when: f => f.as === 'ratstats', hint: 'A line for each unit: its name, its sub-units and its size.', api: ['frame', 'text'] }),
    level: choice({ label: 'They are', more: true, hint: 'This changes headings only.', options: [{ value: 'primary', label: 'primary units' }, { value: 'secondary', label: 'secondary units' }] }),
    ...common,
  },
  example: { partitionSeed: '100', selectionSeed: '200', size: '4', as: 'rows', units: { text: UNITS, example: true } }, exampleNote: 'Twelve regions, four to be selected: the example of the RAT-STATS Companion Manual.',
  draw: 'sampling.rhc', verify: 'sampling.verify.rhc',
  request: async (v, run) => ({
    partitionSeed: v.partitionSeed, selectionSeed: v.selectionSeed, size: v.size, level: v.level, ...commonOf(v), ...((v.units ?? v.file)!.name && { file: (v.units ?? v.file)!.name }),
    units: v.as === 'ratstats' ? (await run.calculate('sampling.rhc.read', { text: v.file!.text })).units
      : v.units!.columns.name!.map((name, i) => ({ name, subUnits: Number(v.units!.columns.subUnits![i]), size: v.units!.columns.size![i]! })),
  }),
  drawn: s => ({
    sample: s.summary.map((u, i) => ({ order: i + 1, cells: [u.name, count(u.subUnits), amount(u.size), amount(u.groupSize), count(u.unitsInGroup!)] })), spares: [],
    seed: `${s.partitionSeed} and ${s.selectionSeed}`, method: s.method, warnings: s.warnings, facts: [{ label: 'All units', value: count(s.units.length) }, { label: 'Groups', value: count(s.groups.length) }],
    blocks: [{
      table: {
        caption: 'The groups (complete output)', columns: ['Group', 'Unit', 'Sub-units', 'Size', 'Selected'].map((title, i) => ({ title, figures: i === 2 || i === 3 })),
        rows: s.groups.flatMap((g, i) => g.units.map((u, n) => [String(i + 1), u.name, count(u.subUnits), amount(u.size), n + 1 === g.selected ? 'selected' : ''])),
      },
    }],
  }),
  report: (label, more) => table({ label, hint: 'The name of each selected unit.', columns: { name: { label: 'Name', type: 'text', match: /name|unit|^id$/i } }, ...more }),
  reported: (t: Table) => t.columns.name!.map(name => ({ name })),
  cells: u => [u.name!, ...(u.groupSize !== undefined ? [count(u.subUnits!), amount(String(u.size)), amount(String(u.groupSize)), count(u.unitsInGroup!)] : [])],
  reportExample: { text: 'Name\nREGION6\nREGION4\nREGION9\nREGION10\n', note: 'The selection of the RAT-STATS Companion Manual, with REGION9 in the place of REGION8.' },
  formula: <>
    <p>Each unit gets a random number with the first seed; sorted by these the units are cut into as many groups as units are to be selected. With the second seed each group gets a number <i>u</i>, and of its sizes, added up to <i>c</i><sub>1</sub>, <i>c</i><sub>2</sub>, …, <i>c</i><sub>m</sub>, the first unit is selected with</p>
    <Formula lines={[['', 'c_k > u * c_m']]} />
  </>,
})
