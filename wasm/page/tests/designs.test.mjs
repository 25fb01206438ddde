// The dollar appraisals beside the unrestricted one. Figures are those that the RAT-STATS manuals print, or worked out by hand.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { audit, everyLook, fits, launch, sizes, open, serve, settled, shot } from './harness.mjs'
import { cells, figure, golden, goTo, holdLimits, printed, printout, text } from './golden.mjs'

let server, browser
before(async () => { server = await serve(); browser = await launch() })
after(async () => { await browser.close(); await server.close() })

const visit = (design, options = {}) => open(browser, server.url, { hash: '#/dollars/' + design, ...options })
const entry = (page, label) => page.getByLabel(label, { exact: true })
const status = page => page.locator('.result > .status')
const shows = (page, value) => page.waitForFunction(v => document.querySelector('.figures dd')?.textContent === v, value, { timeout: 20_000 })

const LIMITS = /^Two-sided/
const COLUMNS = { lower_limit: 1, lower: 1, upper_limit: 2, upper: 2, precision_amount: 3, precision_percent: 4 }
const PLACES = { precision_percent: 2 }
const limitsOf = p => p.confidence ?? p.limits

/** The example of a design, against the case of a golden file that it is. */
const CASES = [
  ['stratified', 'variable_stratified', 'datastrat', p => [p.overall.point_estimate, p.overall.confidence]],
  ['post-stratified', 'variable_post_stratified', 'cm-3-94', p => [p.overall.point_estimate, p.overall.limits]],
  ['two-stage', 'variable_two_stage', 'data2stg', p => [p.overall_totals.point_estimate, limitsOf(p)]],
  ['three-stage', 'variable_three_stage', 'data3stg-ug', p => [p.overall_point_estimate, limitsOf(p)]],
  ['rhc-two-stage', 'variable_rhc_two_stage', 'cm-3-43', p => [p.point_estimate, limitsOf(p)]],
  ['rhc-three-stage', 'variable_rhc_three_stage', 'cm-3-69', p => [p.point_estimate, limitsOf(p)]],
  ['stratified-cluster', 'variable_stratified_cluster', 'cm-3-79', p => [p.point_estimate, limitsOf(p)]],
  ['stratified-multistage', 'variable_stratified_multistage', 'cm-3-89', p => [p.point_estimate, limitsOf(p)]],
  ['unknown-universe', 'variable_unknown_universe', 'cm-3-104', p => [p.limits['90'].point_estimate, limitsOf(p)]],
]

test('the manuals\' figures, from rows and from files', { timeout: 180_000 }, async () => {
  const { page, close } = await visit('unrestricted')
  await settled(page)
  for (const [design, file, id, of] of CASES) {
    const [estimate, limits] = of(await golden(file, id))
    await goTo(page, '#/dollars/' + design)
    const hold = async () => {
      assert.equal(printed(await figure(page), 0), estimate, design)
      await holdLimits(page, LIMITS, limits, COLUMNS, PLACES)
      const page1 = await printout(page)
      for (const l of Object.values(limits)) assert.ok(page1.includes(l.lower_limit ?? l.lower), `${design}: printout`)
    }
    await hold()
    const files = page.getByRole('radio', { name: /RAT-STATS text files?/ })
    if (await files.count()) {
      await files.check()
      await page.waitForFunction(() => document.querySelector('.stale-note') === null && !document.querySelector('.badge'))
      await settled(page)
      await hold()
    }
  }
  await close()
})

test('strata and stages say what they are made of', { timeout: 60_000 }, async () => {
  const { page, close } = await visit('stratified')
  await settled(page)
  const strata = (await golden('variable_stratified', 'datastrat')).strata
  const rows = await cells(page, 'The strata')
  strata.forEach((s, i) => assert.deepEqual([rows[i][1], rows[i][4].slice(1), rows[i][5], printed(rows[i][6], 0), printed(rows[i][7], 0)],
    [s.universe, s.mean, s.standard_deviation, s.point_estimate, s.standard_error_total]))
  await goTo(page, '#/dollars/two-stage')
  const units = (await golden('variable_two_stage', 'data2stg')).units
  const shown = await cells(page, /^Primary units/)
  // Exact ties are printed by RAT-STATS as its floating point had them.
  units.forEach((u, i) => assert.deepEqual(shown[i].slice(1, 5), [u.universe_size, u.sample_size, u.nonzero_items, '$' + u.sample_mean]))
  assert.deepEqual((await cells(page, 'Stages of the sample')).map(r => r.slice(1, 3)), [['90', '10'], ['522', '104']])
  await close()
})

test('known totals, by hand: ratio, difference, regression, and strata', { timeout: 60_000 }, async () => {
  const { page, close } = await visit('known-total')
  await settled(page)
  // 100 overpaid of 1,000 paid in the sample; 130,000 paid in all.
  assert.equal(await figure(page), '$13,000.00')
  await page.getByRole('radio', { name: /^Difference/ }).check()
  // 130,000 + 1,000 (12.50 - 125).
  await shows(page, '$17,500.00')
  await page.getByRole('radio', { name: /^Regression/ }).check()
  // Slope 6,840 / 35,800; 12,500 + slope (130,000 - 125,000).
  await shows(page, '$13,455.31')
  await page.getByRole('button', { name: 'More options' }).click()
  await entry(page, 'Slope that was fixed beforehand (optional)').fill('0.1')
  await shows(page, '$13,000.00')
  await page.getByRole('radio', { name: /^Ratio/ }).check()
  await page.getByRole('radio', { name: 'One from each stratum' }).check()
  await page.getByLabel('Name, as in the rows').fill('visits')
  await page.getByLabel('Items in the stratum').fill('100')
  await page.getByLabel(/^Known total of x in the stratum/).fill('5,000')
  await page.getByRole('button', { name: 'Add stratum' }).click()
  await page.getByLabel('Name, as in the rows').nth(1).fill('Surgery')
  await page.getByLabel('Items in the stratum').nth(1).fill('10')
  await page.getByLabel(/^Known total of x in the stratum/).nth(1).fill('9,000')
  await page.getByRole('radio', { name: /^One for each stratum/ }).check()
  await entry(page, 'Sampled items').fill('Stratum,Paid,Overpayment\nvisits,40,4\nVisits,60,6\nsurgery,1000,300\nsurgery,800,60\n')
  // 0.1 of 5,000 and 0.2 of 9,000.
  await shows(page, '$2,300.00')
  assert.equal(await status(page).innerText().then(s => s.split('.')[0]), 'Estimated total of y in the universe: $2,300')
  await audit(page, 'known totals by strata')
  await shot(page, 'known-total-strata')
  await close()
})

test('proportional to size, by hand', { timeout: 60_000 }, async () => {
  const { page, close } = await visit('pps')
  await settled(page)
  // 30 of the certain unit, and 100 (0.2 + 1 + 0.1).
  assert.equal(await figure(page), '$160.00')
  assert.deepEqual((await cells(page, 'The units'))[2], ['C', '$200.00', '$30.00', '2', '15.00%', '$30.00 (certain)'])
  await goTo(page, '#/dollars/stringer')
  // 800 (1 - 0.05^(1/8)) if nothing had been found.
  assert.equal((await cells(page, 'Bounds'))[0][2], '$249.88')
  await entry(page, 'Units that were hit').fill('A,50,0\nB,40,0\nC,60,0\nD,80,0\n')
  await page.getByRole('textbox', { name: 'Hits' }).fill('4')
  await entry(page, 'Total size of the universe').fill('1,000')
  // 1,000 (1 - 0.05^(1/4)).
  await shows(page, '$527.13')
  await entry(page, 'Units that were hit').fill('A,50,60\nB,40,0\nC,60,0\nD,80,0\n')
  await page.locator('.problems', { hasText: 'is not from 0 to 1' }).or(page.locator('.error', { hasText: 'is not from 0 to 1' })).first().waitFor()
  await audit(page, 'a tainting above 1')
  await close()
})

test('minimum sum, by hand', async () => {
  const { page, close } = await visit('minimum-sum')
  await settled(page)
  // 3 of 4 of 10 in error: at least 4 at 90 %, so the smallest other payment is added to the 130 found.
  assert.equal(await figure(page), '$145.00')
  assert.deepEqual(await cells(page, 'Limits'), [['90%', '4', '$15.00', '$145.00']])
  await close()
})

test('the unknown universe from values: nothing is rounded in between', async () => {
  const { page, close } = await visit('unknown-universe')
  await settled(page)
  await page.getByRole('radio', { name: /^Values/ }).check()
  await page.locator('figcaption', { hasText: 'Overpayments in the sample' }).waitFor()
  const sum = async (file, column) => (await text(file)).trim().split('\n').map(l => Number(l.trim().split(/\s+/)[column])).reduce((a, b) => a + b)
  const [items, dollars] = [await sum('variable_datauniv.txt', 1), await sum('variable_datavar.txt', 1)]
  assert.equal((await figure(page)).replace(/[$,]/g, ''), (575 * items / 70 * dollars / 55).toFixed(2))
  await close()
})

test('two kinds of value: the difference first, the others beside it', async () => {
  const { page, close } = await visit('stratified')
  await settled(page)
  await entry(page, 'The rows have').selectOption('examined_audited')
  await entry(page, 'Sampled items').fill('Stratum\tPaid\tCorrect\nA\t10.10\t10\nA\t20\t19.90\nB\t5\t5\nB\t9\t7\n')
  // 5,200 * 0.10 + 3,500 * 1.
  await shows(page, '$4,020.00')
  await page.getByRole('table', { name: /^Examined: point estimate \$102,760\.00/ }).waitFor()
  await page.getByRole('table', { name: /^Audited: point estimate \$98,740\.00/ }).waitFor()
  await close()
})

test('more options reach the calculation', async () => {
  const { page, close } = await visit('stratified')
  await settled(page)
  await page.getByRole('button', { name: 'More options' }).click()
  await entry(page, 'Percentile of the total').selectOption('strata')
  // t with 48 degrees of freedom.
  await page.waitForFunction(() => /1\.677224/.test(document.querySelector('.outcome').textContent))
  assert.match(await page.getByRole('table', { name: LIMITS }).innerText(), /t-value/)
  await close()
})

test('rows of a stratum that is not listed, a stratum without rows, and one that is named twice', { timeout: 60_000 }, async () => {
  const { page, close } = await visit('stratified')
  await settled(page)
  await entry(page, 'Sampled items').fill('Stratum,Overpayment\nA,10\nC,5\nB,7\na,8\n')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /Sampled items: 1 row names a stratum that is not listed/)
  assert.match(await page.locator('.wrong').innerText(), /Line 3: .C. is not the name of a stratum/)
  await audit(page, 'a stratum that is not listed')
  await shot(page, 'designs-bad-stratum')
  await entry(page, 'Sampled items').fill('Stratum,Overpayment\nA,10\na,8\n')
  await page.locator('.problems a', { hasText: 'Stratum 2' }).waitFor()
  assert.match(await page.locator('.problems').innerText(), /No row belongs to the stratum .B./)
  await page.getByLabel('Name, as in the rows').nth(1).fill('A')
  await page.locator('.problems a', { hasText: 'Two of them' }).waitFor()
  await close()
})

test('a wrong line of a file is named', async () => {
  const { page, close } = await visit('rhc-two-stage')
  await settled(page)
  await entry(page, 'File of the items').fill('1 5\n2 x\n')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('main').innerText(), /Line 2.*x/)
  await audit(page, 'a wrong line')
  await shot(page, 'designs-bad-file')
  await close()
})

test('strata survive a reload, rows do not', async () => {
  const { page, close } = await visit('stratified')
  await settled(page)
  await page.getByLabel('Items in the stratum').first().fill('5,300')
  await entry(page, 'Sampled items').fill('Stratum,Overpayment\nA,4242.42\nA,5\nB,1\nB,2\n')
  // 5,300 * 2,123.71 + 3,500 * 1.50.
  await page.waitForFunction(() => document.querySelector('.figures dd').textContent === '$11,260,913.00')
  const kept = await page.evaluate(() => JSON.stringify([decodeURIComponent(location.href), { ...sessionStorage }, { ...localStorage }]))
  assert.match(kept, /5,300/)
  assert.doesNotMatch(kept, /4242/)
  await page.reload()
  await page.locator('.empty').waitFor()
  assert.equal(await page.getByLabel('Items in the stratum').first().inputValue(), '5,300')
  assert.equal(await entry(page, 'Sampled items').inputValue(), '')
  await close()
})

test('by keyboard: to another design and into its form', async () => {
  const { page, close } = await visit('unrestricted')
  await settled(page)
  await page.getByRole('link', { name: 'Two-stage', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash === '#/dollars/two-stage')
  await entry(page, 'Primary units in the universe').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('180')
  await page.keyboard.press('Enter')
  await shows(page, '$43,203.23')
  await close()
})

const DESIGNS = ['stratified', 'known-total', 'post-stratified', 'unknown-universe', 'two-stage', 'three-stage', 'rhc-two-stage', 'rhc-three-stage', 'stratified-cluster', 'stratified-multistage', 'pps', 'stringer', 'minimum-sum']

test('every design, with everything open, is accessible on a desk and on a phone', { timeout: 300_000 }, async () => {
  for (const size of sizes) {
    const { page, close } = await visit('unrestricted', { ...size, reducedMotion: 'reduce' })
    await settled(page)
    for (const design of DESIGNS) {
      await goTo(page, '#/dollars/' + design)
      await page.locator('pre.printout').waitFor({ state: 'attached' })
      for (const b of await page.locator('.disclose').all()) await b.click()
      await audit(page, `${design}, ${size.name}`)
      await fits(page, `${design}, ${size.name}`)
      await shot(page, `dollars-${design}-${size.name}`)
    }
    await close()
  }
})

test('the stratified design stands in every look', { timeout: 120_000 }, async () => {
  await everyLook(browser, server.url, 'dollars-stratified', { hash: '#/dollars/stratified' })
})
