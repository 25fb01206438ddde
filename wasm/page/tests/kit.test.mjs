// The parts of the kit that need no browser.

import assert from 'node:assert/strict'
import { build } from 'esbuild'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const { outputFiles } = await build({
  bundle: true, format: 'esm', write: false, absWorkingDir: join(here, '../src/kit'), define: { VERSION: '"0"' },
  stdin: { contents: ['format', 'parse', 'table', 'columns', 'export', 'fields', 'keep', 'histogram'].map(m => `export * as ${m} from './${m}.ts'`).join('\n'), resolveDir: join(here, '../src/kit') },
})
const { format, parse, table, columns, export: files, fields, keep, histogram } = await import('data:text/javascript;base64,' + Buffer.from(outputFiles[0].text).toString('base64'))

/** Runs f on each case and compares. */
const each = (cases, f) => { for (const [input, want] of cases) assert.deepEqual(f(input), want, JSON.stringify(input)) }

test('money is rounded on its digits, half away from zero', () => {
  each([['1234.5', '$1,234.50'], ['0.005', '$0.01'], ['-0.005', '-$0.01'], ['-0.004', '$0.00'], ['2.675', '$2.68'], ['999999.995', '$1,000,000.00'], ['12345678901234567890.125', '$12,345,678,901,234,567,890.13'], ['.5', '$0.50']], format.money)
})

test('a fraction is a percentage without loss', () => {
  each([['0.9', '90%'], ['0.975', '97.5%'], ['1', '100%'], ['0', '0%'], ['0.0005', '0.05%'], ['-0.05', '-5%']], v => format.percent(v))
  each([['90', '0.9'], ['97.5', '0.975'], ['5', '0.05'], ['0', '0'], ['100', '1'], ['0.1', '0.001']], v => format.shift(v, -2))
})

test('amounts as people write them', () => {
  each([['$1,234.50', '1234.50'], ['(12.00)', '-12.00'], ['-$5', '-5'], ['$-5', '-5'], ['+7', '7'], ['.5', '0.5'], ['5.', '5'], ['1,23', undefined], ['12,345,6', undefined], ['1e3', undefined], ['', undefined], ['-(5)', undefined], ['--5', undefined], ['5 6', undefined]], parse.parseDecimal)
  each([['2026-11-22', '2026-11-22'], ['2/9/2026', '2026-02-09'], ['2/29/2026', undefined], ['2/29/2028', '2028-02-29'], ['13/1/2026', undefined]], parse.parseDate)
})

test('rows: delimiters, titles, quotation marks, blank lines', () => {
  const read = t => { const r = table.readRows(t); return [r.header, r.rows, r.lines] }
  each([
    ['300\n267\n', [undefined, [['300'], ['267']], [1, 2]]],
    ['1,900.00\n$2,000\n', [undefined, [['1,900.00'], ['$2,000']], [1, 2]]],
    ['Paid\tCorrect\r\n300\t267\r\n', [['Paid', 'Correct'], [['300', '267']], [2]]],
    ['id,paid\nA,1\n\nB,2\n', [['id', 'paid'], [['A', '1'], ['B', '2']], [2, 4]]],
    ['  1   300    267\n  2  $1,900.00  774\n', [undefined, [['1', '300', '267'], ['2', '$1,900.00', '774']], [1, 2]]],
    ['a;b\n1;2\n', [['a', 'b'], [['1', '2']], [2]]],
    ['name,paid\n"Doe, ""J""\nII",5\nX,6\n', [['name', 'paid'], [['Doe, "J"\nII', '5'], ['X', '6']], [2, 4]]],
    ['\ufeffpaid\n5\n', [['paid'], [['5']], [2]]],
    // A comma that could be of thousands parts the columns where the titles have one too.
    ['Frame,Item\n1,119\n2,862\n', [['Frame', 'Item'], [['1', '119'], ['2', '862']], [2, 3]]],
    ['', [undefined, [], []]],
  ], read)
})

test('columns are found by title, by kind and past a line number, and chosen by hand', () => {
  const wanted = { examined: { label: 'Examined', match: /paid/i }, audited: { label: 'Audited', match: /correct/i } }
  const at = (text, more) => columns.readColumns({ text, ...more }, wanted).at
  assert.deepEqual(at('id,Correct,Paid\nA,1,2\n'), { audited: 1, examined: 2 })
  assert.deepEqual(at('1 300 267\n2 900 774\n'), { examined: 1, audited: 2 })
  assert.deepEqual(at('300\t267\n900\t774\n'), { examined: 0, audited: 1 })
  assert.deepEqual(at('300\t267\n900\t774\n', { chosen: { examined: 1 } }), { examined: 1, audited: 0 })
  assert.deepEqual(columns.readColumns({ text: '300\n900\n' }, wanted).missing, ['audited'])
})

test('of ids that are all texts the first is lost to no title', () => {
  const ids = { id: { label: 'Id', type: 'text', match: /id/i } }
  const read = (text, header) => columns.readColumns({ text, header }, ids).table.columns.id
  assert.deepEqual(read('A-1\nA-2\n'), ['A-1', 'A-2'])
  assert.deepEqual(read('Claim id\nA-1\nA-2\n'), ['A-1', 'A-2'])
  assert.deepEqual(read('Key\nA-1\n', true), ['A-1'])
})

test('a few whole numbers on one line', () => {
  const f = fields.integers({ label: 'Sizes', min: 1 })
  assert.deepEqual(f.check('100 1,400;7', {}), { value: [100, 1400, 7] })
  assert.match(f.check('100 x', {}).error, /whole number/)
  assert.match(f.check('0', {}).error, /at least 1/)
})

test('every wrong row is told, by its line', () => {
  const r = columns.readColumns({ text: 'paid\n1\nx\n\n3\n$\n' }, { paid: { label: 'Paid', match: /paid/ } })
  assert.deepEqual(r.wrong, [{ line: 3, column: 'Paid', value: 'x', rule: 'is not an amount' }, { line: 6, column: 'Paid', value: '$', rule: 'is not an amount' }])
})

test('a cell never leaves as a formula', () => {
  each([['=1+1', "'=1+1"], ['-1.5', '-1.5'], ['-1+cmd', "'-1+cmd"], ['@x', "'@x"], ['+1', "'+1"], ['\tx', "'\tx"], ['\rx', '"\'\rx"'], ['$1,234.50', '1234.50'], ['-$2', '-2'], ['12.5%', '12.5%'], ['a,"b"', '"a,""b"""'], ['1,2,3', '"1,2,3"']], files.csvCell)
})

test('data are in no link, whatever the form', () => {
  const form = {
    universe: fields.integer({ label: 'Universe' }), ids: fields.text({ label: 'Ids', data: true }),
    items: fields.table({ label: 'Items', columns: { a: { label: 'A' } } }),
    record: fields.jsonFile({ label: 'Record' }), folder: fields.files({ label: 'Folder' }),
    strata: fields.rows({ label: 'Strata', item: 'Stratum', fields: { size: fields.integer({ label: 'Size' }), items: fields.table({ label: 'Items', columns: { a: { label: 'A' } } }), note: fields.text({ label: 'Note', data: true }) } }),
  }
  const raw = { universe: '10', ids: 'SECRET', items: { text: 'SECRET' }, record: { text: '"SECRET"' }, folder: [new File(['SECRET'], 'SECRET')], strata: [{ size: '5', items: { text: 'SECRET' }, note: 'SECRET' }] }
  const query = keep.toQuery(form, raw)
  assert.equal(query, 'universe=10&strata=' + encodeURIComponent('[{"size":"5"}]').replaceAll('%20', '+'))
  const back = keep.fromQuery(form, query, {})
  assert.deepEqual(back, { universe: '10', ids: '', items: null, record: null, folder: null, strata: [{ size: '5', items: null, note: '' }] })
  // What a link claims about data is not taken.
  assert.equal(keep.fromQuery(form, 'ids=x&items=y&strata=' + encodeURIComponent('[{"size":5,"note":"x"}]'), {}).strata[0].note, '')
})

test('a JSON file is what its JSON says', () => {
  const record = fields.jsonFile({ label: 'Record' })
  assert.deepEqual(record.check({ text: '{"a": [1]}' }, {}), { value: { a: [1] } })
  assert.match(record.check({ text: '{"a": ' }, {}).error, /^This is not JSON: /)
  assert.match(record.check(null, {}).error, /Paste the text/)
  assert.deepEqual(fields.jsonFile({ label: 'Record', optional: true }).check(null, {}), {})
})

test('a histogram counts every value once', () => {
  const h = histogram.histogram(['0', '0', '0.1', '0.3', '0.7', '1', '-0.1'], 'T', 'A')
  assert.equal(h.points.reduce((n, p) => n + p.value, 0), 7)
  for (const p of h.points) assert.ok(p.low < p.high)
  assert.equal(histogram.histogram(['5', '5'], 'T', 'A').points.length, 1)
})

test('example rows come back only where all rows are those of the example', () => {
  const form = { a: fields.table({ label: 'A', columns: {} }), b: fields.textFile({ label: 'B' }), c: fields.textFile({ label: 'C', when: () => false }) }
  const example = { text: 'x', example: true }, own = { text: 'y' }
  each([[{ a: example, b: example, c: own }, 'rows=example'], [{ a: example, b: own, c: example }, ''], [{ a: own, b: own, c: example }, ''], [{ a: example, b: null, c: null }, '']], raw => keep.toQuery(form, raw))
})

test('a difference is exact', () => {
  each([[['10.1', '10'], '0.1'], [['0.3', '0.30'], '0'], [['5', '7.25'], '-2.25'], [['12345678901234567.89', '0.01'], '12345678901234567.88'], [['-1', '-0.5'], '-0.5']], ([a, b]) => format.minus(a, b))
})
