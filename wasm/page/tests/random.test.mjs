// Random numbers, drawn as a person would. Figures are those that the RAT-STATS manuals print, and what R and Python give.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { audit, everyLook, fits, launch, open, serve, settled, shot, sizes } from './harness.mjs'

let server, browser
before(async () => { server = await serve(); browser = await launch() })
after(async () => { await browser.close(); await server.close() })

const visit = (design, options = {}) => open(browser, server.url, { hash: '#/random/' + design, ...options })
const entry = (page, label) => page.getByLabel(label, { exact: true })
const says = (page, text) => page.waitForFunction(t => document.querySelector('.result > .status')?.textContent.includes(t), text, { timeout: 30_000 })
const rows = async (page, name) => (await page.getByRole('table', { name }).locator('tbody tr').allInnerTexts()).map(t => t.split(/\t/).map(c => c.trim()))
const save = async (page, name) => {
  const [d] = await Promise.all([page.waitForEvent('download'), page.locator('.toolbar').getByRole('button', { name, exact: true }).click()])
  return [d.suggestedFilename(), await readFile(await d.path(), 'utf8')]
}

test('the example stands in every look', { timeout: 120_000 }, async () => {
  await everyLook(browser, server.url, 'random', { hash: '#/random/single' }, async page => {
    for (const b of await page.locator('.disclose').all()) await b.click()
  })
})

for (const design of ['sets', 'frames', 'frames-of-two', 'systematic', 'stratified', 'pps', 'rhc', 'tickets', 'second']) {
  test(`${design} stands on a phone and on a desk`, { timeout: 60_000 }, async () => {
    for (const { name: width, ...size } of sizes) {
      const { page, close } = await visit(design, { ...size, reducedMotion: 'reduce' })
      await settled(page)
      for (const b of await page.locator('.disclose').all()) await b.click()
      await audit(page, design)
      await fits(page, design)
      await shot(page, `random-${design}-${width}`)
      await close()
    }
  })
}

test('the single stage of the manual: sample, spares, check figure, printout, and both orders as CSV', async () => {
  const { page, close } = await visit('single')
  await settled(page)
  assert.deepEqual(await rows(page, /^The sample/), [['22', '10'], ['141', '8'], ['236', '4'], ['247', '3'], ['257', '7'], ['301', '9'], ['643', '2'], ['650', '6'], ['718', '1'], ['821', '5']])
  assert.deepEqual(await rows(page, /^Spares/), [['980', '11'], ['507', '12'], ['440', '13'], ['557', '14']])
  assert.match(await page.locator('.outcome').innerText(), /Summation of random numbers\s+6,520[\s\S]*65,536 different samples/)
  await page.getByRole('button', { name: 'Printout', exact: true }).last().click()
  assert.match(await page.locator('pre.printout').innerText(), /SEED NUMBER: 48863\.78[\s\S]*SUMMATION OF RANDOM NUMBERS = 6,520/)
  const [name, bySelection] = await save(page, 'CSV in order of selection')
  assert.equal(name, 'random-single-selection.csv')
  assert.match(bySelection, /^\ufeffOrder of selection,Number,Drawn as\r\n1,718,sample\r\n2,643,sample\r\n/)
  assert.match(bySelection, /\r\n10,22,sample\r\n11,980,spare\r\n/)
  const [, sequential] = await save(page, 'CSV in sequential order')
  assert.match(sequential, /\r\n10,22,sample\r\n8,141,sample\r\n/)
  await close()
})

test('the numbers of R and of Python', async () => {
  const { page, close } = await visit('single')
  await settled(page)
  await entry(page, 'Seed').fill('42')
  await entry(page, 'Last number of the frame').fill('100')
  await entry(page, 'Spares').fill('0')
  const inOrder = async () => (await rows(page, /^The sample/)).sort((a, b) => a[1] - b[1]).map(r => Number(r[0]))
  await entry(page, 'Method').selectOption('r')
  await says(page, 'by R 3.6.0')
  assert.deepEqual(await inOrder(), [49, 65, 25, 74, 18, 100, 47, 24, 71, 89])
  await entry(page, 'Method').selectOption('python')
  await says(page, 'by Python')
  assert.deepEqual(await inOrder(), [82, 15, 4, 95, 36, 32, 29, 18, 14, 87])
  await entry(page, 'Method').selectOption('numpy')
  await says(page, 'by NumPy')
  // NumPy's longer list does not begin with the shorter one.
  await entry(page, 'Then draw on (optional)').fill('5')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /draw the additional units apart/)
  await audit(page, 'an error')
  await close()
})

test('drawing on gives what one draw would have given, and says what was added', async () => {
  const { page, close } = await visit('single')
  await settled(page)
  await entry(page, 'Sample size').fill('4')
  await entry(page, 'Spares').fill('0')
  await entry(page, 'Then draw on (optional)').fill('6')
  await says(page, '6 of them were drawn on')
  assert.deepEqual((await rows(page, /^The sample/)).slice(0, 3), [['22', '10', 'now'], ['141', '8', 'now'], ['236', '4', 'before']])
  const [, added] = await save(page, 'CSV of what was drawn on')
  assert.equal(added.trim().split('\r\n').length, 7)
  await close()
})

test('a seed of dice', async () => {
  const { page, close } = await visit('single')
  await settled(page)
  await page.getByLabel('made of dice or lottery digits').check()
  await entry(page, 'Digits').fill('3 1 6 6 2 | 5 5 1 4 2 | 6 3 3 1 5')
  // The last thirteen digits.
  await says(page, 'with the seed 6625514263315')
  await entry(page, 'Digits').fill('three')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /Digits:/)
  await close()
})

test('sets, frames and frames of two of the manual', async () => {
  let { page, close } = await visit('sets')
  await settled(page)
  assert.deepEqual((await rows(page, /^The sample/))[0], ['147 – 47', '9'])
  assert.deepEqual((await rows(page, /^Spares/))[0], ['48 – 42', '11'])
  await close();
  ({ page, close } = await visit('frames'))
  await settled(page)
  assert.deepEqual(await rows(page, /^The sample/), [['1', '119', '119', '3'], ['2', '8662', '1308', '1'], ['2', '8957', '1603', '2']])
  await close();
  ({ page, close } = await visit('frames-of-two'))
  await settled(page)
  assert.deepEqual(await rows(page, /^The sample/), [['2', '15', '35', '7559', '2'], ['2', '358', '52', '30214', '3'], ['3', '223', '51', '48495', '1']])
  await close()
})

test('RHC of the manual, from rows and from RAT-STATS\' text file', async () => {
  const { page, close } = await visit('rhc')
  await settled(page)
  const want = [['REGION6', '116', '1,240', '3,100', '3', '1'], ['REGION4', '123', '1,320', '3,410', '3', '2'], ['REGION8', '118', '1,300', '3,170', '3', '3'], ['REGION10', '85', '640', '2,320', '3', '4']]
  assert.deepEqual(await rows(page, /^The sample/), want)
  const text = (await entry(page, 'All units').inputValue()).split('\n').slice(1).join('\n').replaceAll(',', ' ')
  await entry(page, 'All units are given as').selectOption('ratstats')
  await entry(page, 'Text file of all units').fill(text)
  await page.waitForFunction(() => !document.querySelector('.stale') && document.querySelectorAll('tbody tr').length > 4)
  assert.deepEqual(await rows(page, /^The sample/), want)
  await close()
})

test('tickets of the example of their author\'s rule, and ids that begin without a title', async () => {
  const { page, close } = await visit('tickets')
  await settled(page)
  await entry(page, 'Sample size').fill('1')
  await entry(page, 'Spares').fill('1')
  await entry(page, 'Ids of the frame').fill('A-1\nA-2\nA-3\nA-4\nA-5\n')
  await says(page, '1 id drawn')
  assert.match(await page.locator('.outcome').innerText(), /Ids in the frame\s+5/)
  // h(h(seed) + "A-4"), computed apart from the library.
  const { createHash } = await import('node:crypto')
  const h = t => createHash('sha256').update(t).digest('hex')
  const ticket = id => '0.' + [...String(BigInt('0x' + h(h('13 04 55 21 87 02') + id))).padStart(64, '0')].reverse().join('')
  const sorted = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'].sort((a, b) => (ticket(a) < ticket(b) ? -1 : 1))
  assert.deepEqual([...await rows(page, /^The sample/), ...await rows(page, /^Spares/)], sorted.slice(0, 2).map((id, i) => [id, ticket(id).slice(0, 11), String(i + 1)]))
  const kept = await page.evaluate(() => JSON.stringify([location.href, { ...sessionStorage }]))
  assert.doesNotMatch(kept, /A-1/)
  await entry(page, 'Ids of the frame').fill('A-1\nA-1\nA-3\n')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /A-1/)
  await close()
})

test('systematic and PPS by hand, strata by their derived seeds, and a second draw', async () => {
  let { page, close } = await visit('systematic')
  await settled(page)
  const text = await page.locator('.outcome').innerText(), start = Number(/Start\s+([\d,]+)/.exec(text)[1].replace(',', ''))
  // Every 1,000th of 7,000 points from the start, seven to a unit.
  assert.deepEqual((await rows(page, /^The sample/)).map(r => Number(r[0])), Array.from({ length: 7 }, (_, i) => Math.ceil((start + 1000 * i) / 7)))
  await close();
  ({ page, close } = await visit('pps'))
  await settled(page)
  // The interval is 984.90: from 164.5525 on, three hits lie below 2,600.50 and the fourth in unit 5.
  assert.deepEqual((await rows(page, /^The sample/)).map(r => r.slice(0, 2)), [['2', '3'], ['5', '1']])
  await close();
  ({ page, close } = await visit('stratified'))
  await settled(page)
  const { createHash } = await import('node:crypto')
  const derived = name => ((createHash('sha256').update('48863.78\n' + name).digest().readBigUInt64BE() % 8640000n).toString()).replace(/(\d\d)$/, '.$1')
  assert.deepEqual((await rows(page, 'The strata')).map(r => r[1]), ['small', 'large'].map(n => derived(n) + ' (derived)'))
  await close();
  ({ page, close } = await visit('second'))
  await settled(page)
  assert.equal((await rows(page, /^The sample/)).length, 5)
  assert.match(await page.locator('.outcome').innerText(), /Units not drawn before\s+995/)
  await close()
})

test('bad input, and parameters that survive a reload', async () => {
  const { page, close } = await visit('single')
  await settled(page)
  await entry(page, 'Seed').fill('noon')
  await entry(page, 'Sample size').fill('0')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /Seed: Enter a seed number[\s\S]*Sample size: Enter a whole number of at least 1/)
  await audit(page, 'bad input')
  await entry(page, 'Seed').fill('12345')
  await entry(page, 'Sample size').fill('1001')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems a', { hasText: 'Sample size' }).filter({ hasText: '1000' }).waitFor()
  await entry(page, 'Sample size').fill('10')
  await says(page, 'seed 12345')
  assert.deepEqual((await rows(page, /^The sample/)).map(r => r[0]), ['9', '236', '337', '340', '346', '497', '556', '641', '658', '884'])
  await page.reload()
  await says(page, 'seed 12345')
  await close()
})

test('on paper it is a workpaper', async () => {
  const { page, close } = await visit('single')
  await settled(page)
  await page.locator('pre.printout').waitFor({ state: 'attached' })
  await page.emulateMedia({ media: 'print' })
  const text = await page.evaluate(() => document.body.innerText)
  for (const want of [/WORKPAPER/i, /Random numbers: simple random sample/, /48863\.78/, /RAT-STATS Companion Manual 1-2/]) assert.match(text, want)
  await shot(page, 'random-print')
  await close()
})
