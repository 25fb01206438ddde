// The discovery sample. Its figures can be worked out by hand; the sizes are those of RAT-STATS' formula.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { audit, everyLook, focused, launch, open, serve, settled, shot } from './harness.mjs'
import { cells, figure, text } from './golden.mjs'

let server, browser
before(async () => { server = await serve(); browser = await launch() })
after(async () => { await browser.close(); await server.close() })

const visit = (options = {}) => open(browser, server.url, { hash: '#/discovery', ...options })
const entry = (page, label) => page.getByLabel(label, { exact: true })
const universe = page => page.getByLabel(/^Claims in the universe/)
const status = page => page.locator('.result > .status')
const says = (page, words) => page.waitForFunction(w => document.querySelector('.result > .status').textContent.includes(w), words, { timeout: 20_000 })
const TITLES = 'Claim,Paid,Correct,Documentation,Category,Reason\n'
/** 20 claims of 100 dollars, the first of them with their own correct amount. */
const claims = (...correct) => TITLES + Array.from({ length: 20 }, (_, i) => `X-${i + 1},100,${correct[i] ?? 100},complete,,`).join('\n')

test('the example stands in every look', { timeout: 120_000 }, async () => {
  await everyLook(browser, server.url, 'discovery', { hash: '#/discovery' })
})

test('below the threshold it stands in every look', { timeout: 120_000 }, async () => {
  await everyLook(browser, server.url, 'discovery-below', { hash: '#/discovery' }, async page => {
    await entry(page, 'Reviewed claims').fill(claims(99, 101))
    await says(page, 'is below')
    for (const b of await page.locator('.disclose').all()) await b.click()
  })
})

test('at the threshold: the error rate, the size, and how many more to draw', async () => {
  const { page, close } = await visit()
  await settled(page)
  // 1,265.90 overpaid less 37.01 underpaid, of 12,500.
  assert.equal(await figure(page), '9.83%')
  assert.equal(await status(page).innerText(), 'At 9.83% the net financial error rate meets the 5% threshold: a full sample is due. Draw 304 more claims.')
  const sizes = await cells(page, /^Claims in the full sample/)
  // n = (N s)^2 / ((0.25 N m / z)^2 + N s^2) of the overpayments, zeros included.
  const rows = await cells(page, 'Claims in error')
  const over = rows.map(r => Number(r[3].replace(/[$,]/g, ''))).map(v => Math.max(0, v))
  const n = 50, N = 4200, m = over.reduce((a, b) => a + b) / n, s2 = (over.reduce((a, b) => a + b * b, 0) - n * m * m) / (n - 1), z = 1.6448536269514722
  assert.deepEqual(sizes.find(r => r[0] === '25%')[2], String(Math.round(N * N * s2 / ((0.25 * N * m / z) ** 2 + N * s2))))
  assert.match(await page.locator('.outcome').innerText(), /Draw 304 more claims\. The full sample has 354 claims at 90% confidence and 25% precision, the 50 of the discovery sample among them/)
  assert.match(await page.locator('.outcome').innerText(), /1 claim has no documentation \(C-1519\): the whole paid amount counts as overpaid/)
  await close()
})

test('the sizes of the manual, from its probe sample', async () => {
  const { page, close } = await visit()
  await settled(page)
  const { input, printed } = JSON.parse(await text('size_variable_probe.json')).cases.find(c => c.id === 'companion-ex1')
  await universe(page).fill(String(input.universe_size))
  await entry(page, 'Reviewed claims').fill('Claim,Paid,Correct\n' + input.probe_values.map((v, i) => `P${i},1000,${1000 - v}`).join('\n'))
  await page.waitForFunction(n => document.querySelector('.outcome')?.textContent.includes(`overpayments of all ${n} claims`), input.probe_values.length)
  await page.getByRole('button', { name: 'More options' }).click()
  await entry(page, 'Precision of the full sample').fill('1')
  await says(page, 'Draw 396 more claims.')
  const { columns, rows, cells: sizes } = printed.table
  const own = await cells(page, /^Claims in the full sample/)
  for (const [i, precision] of rows.entries()) {
    const row = own.find(r => r[0] === precision)
    if (row) assert.deepEqual(row.slice(1), sizes[i].slice(0, 3).map(s => (s === '---' ? 'none' : s.replace(' (*)', ''))), precision)
  }
  assert.deepEqual([columns.slice(0, 3), own.map(r => r[0])], [['80%', '90%', '95%'], ['1%', '10%', '15%', '20%', '25%']])
  await close()
})

test('the rate beside the threshold is told from it', async () => {
  const { page, close } = await visit()
  await settled(page)
  // 100 of 2,000 is the threshold itself.
  await entry(page, 'Reviewed claims').fill(claims(0))
  await says(page, 'At 5.00% the net financial error rate meets the 5% threshold')
  await entry(page, 'Reviewed claims').fill(claims('0.01'))
  await says(page, 'At 4.9995% the net financial error rate is below the 5% threshold: no full sample is due. Repay the $99.99')
  await close()
})

test('netting, threshold, and a discovery sample that is the full one', { timeout: 60_000 }, async () => {
  const { page, close } = await visit()
  await settled(page)
  await entry(page, 'Reviewed claims').fill(claims(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 200, 200, 200))
  // 1,100 overpaid, 300 underpaid, of 2,000.
  await says(page, 'At 40.00% the net')
  await page.getByRole('radio', { name: 'Not netted' }).check()
  await says(page, 'At 55.00% the financial error rate (underpayments not netted) meets')
  await universe(page).fill('30')
  // n is (30 s)^2 / ((0.25 * 30 * 55 / z)^2 + 30 s^2) = 17, with s^2 = 2,605.26.
  await says(page, 'The discovery sample is the full sample.')
  assert.match(await page.locator('.outcome').innerText(), /A systems review is due, whatever the size of the full sample\./)
  await page.getByRole('button', { name: 'More options' }).click()
  await entry(page, 'Precision of the full sample').fill('1')
  await says(page, 'Review every one of the 30 claims.')
  await universe(page).fill('19')
  await page.locator('.invalid', { hasText: 'Claims in the universe' }).getByText(/19/).waitFor()
  await universe(page).fill('')
  await page.getByText('Enter the number of claims in the universe').waitFor()
  await entry(page, 'Threshold').fill('60')
  await says(page, 'is below the 60% threshold')
  assert.match(await page.locator('.warnings').innerText(), /usually has 50 claims; this one has 20/)
  await close()
})

test('rows without titles, without documentation, and a blank correct amount', { timeout: 60_000 }, async () => {
  const { page, close } = await visit()
  await settled(page)
  await entry(page, 'Reviewed claims').fill('A-1\t100\t90\nA-2\t$1,100.00\t1,100\n')
  // 10 of 1,200.
  await says(page, 'At 0.83%')
  assert.match(await page.locator('.warnings').innerText(), /every claim was taken as completely documented/)
  await entry(page, 'Reviewed claims').fill('A-1\t100\t90\nA-2\t1100\t\nA-2\t50\t50\n')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /Reviewed claims: 2 claims are wrong/)
  assert.match(await page.locator('.wrong').innerText(), /Line [23]: .A-2. correct amount is missing[\s\S]*A-2. claim is there twice/)
  await entry(page, 'Reviewed claims').fill(TITLES + 'A-1,100,90,lost,coding,\nA-2,x,5,complete,bad,\n')
  assert.match(await page.locator('.wrong').innerText(), /Line 2, Documentation: .lost. is not complete, insufficient or missing\s+Line 3, Paid: .x. is not an amount\s+Line 3, Category: .bad. is not/)
  await audit(page, 'bad claims')
  await shot(page, 'discovery-bad-input')
  await close()
})

test('a file is dropped', async () => {
  const { page, close } = await visit()
  await settled(page)
  const transfer = await page.evaluateHandle(t => { const d = new DataTransfer(); d.items.add(new File([t], 'reviewed.csv', { type: 'text/csv' })); return d }, claims(50, 0))
  await page.locator('.data').first().dispatchEvent('drop', { dataTransfer: transfer })
  // 150 of 2,000.
  await says(page, 'At 7.50%')
  await close()
})

test('by keyboard alone: a threshold is changed', async () => {
  const { page, close } = await visit()
  await settled(page)
  await entry(page, 'Threshold').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  await says(page, 'is below the 10% threshold')
  await page.keyboard.press('Tab')
  await focused(page, 'value', 'netted')
  await close()
})

test('parameters survive a reload; claims and ids are nowhere', async () => {
  const { page, close } = await visit()
  await settled(page)
  await universe(page).fill('987')
  await entry(page, 'Reviewed claims').fill(TITLES + 'SECRET-7,100,0,complete,coding,Jane Doe\nB,55.55,55.55,complete,,\n')
  await says(page, 'At 64.29%')
  const kept = await page.evaluate(() => JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }, document.cookie]))
  assert.match(kept, /universe=987/)
  assert.doesNotMatch(kept, /SECRET|Jane|55\.55/)
  await page.reload()
  await page.locator('.empty').waitFor()
  assert.equal(await universe(page).inputValue(), '987')
  assert.equal(await entry(page, 'Reviewed claims').inputValue(), '')
  await close()
})

test('copy, CSV, printout and paper', async () => {
  const { page, close } = await visit()
  await settled(page)
  const [d] = await Promise.all([page.waitForEvent('download'), page.locator('.toolbar').getByRole('button', { name: 'CSV', exact: true }).click()])
  assert.equal(d.suggestedFilename(), 'discovery.csv')
  assert.match(await readFile(await d.path(), 'utf8'), /Net financial error rate,9\.83%/)
  await page.locator('pre.printout').waitFor({ state: 'attached' })
  await page.emulateMedia({ media: 'print' })
  const paper = await page.evaluate(() => document.body.innerText)
  for (const want of [/WORKPAPER/i, 'Discovery sample', '50 rows', '9.83%', 'Claims in error', 'OIG Corporate Integrity Agreement FAQ', 'ERROR RATE                                9.8311%']) assert.ok(want instanceof RegExp ? want.test(paper) : paper.includes(want), String(want))
  await shot(page, 'discovery-print')
  await close()
})
