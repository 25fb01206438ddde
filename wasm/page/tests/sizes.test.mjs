// The sample sizes, used as a person would. Figures are those that the RAT-STATS manuals print, or follow by hand.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { audit, everyLook, fits, launch, open, serve, settled, shot, sizes } from './harness.mjs'

let server, browser
before(async () => { server = await serve(); browser = await launch() })
after(async () => { await browser.close(); await server.close() })

const visit = (design, options = {}) => open(browser, server.url, { hash: '#/sample-size/' + design, ...options })
const entry = (page, label) => page.getByLabel(label, { exact: true })
const status = page => page.locator('.result > .status')
const says = (page, text) => page.waitForFunction(t => document.querySelector('.result > .status')?.textContent.includes(t), text, { timeout: 30_000 })
const rows = async (page, name) => (await page.getByRole('table', { name }).locator('tbody tr').allInnerTexts()).map(t => t.split(/\t/).map(c => c.trim()))
const shown = async (page, label) => page.locator('.figures > div', { has: page.locator('dt', { hasText: label }) }).first().locator('dd').first().innerText()

const PROBE = [321, 382, 453, 459, 343, 388, 313, 420, 407, 395, 441, 448, 447, 333, 357, 395, 477, 391, 356, 368, 376, 350, 461, 472, 447].join('\n')

test('the page opens with it, and every look stands', { timeout: 180_000 }, async () => {
  await everyLook(browser, server.url, 'size', {})
  await everyLook(browser, server.url, 'size-open', { hash: '#/sample-size/stratified' }, async page => {
    for (const b of await page.locator('.disclose').all()) await b.click()
  })
})

for (const design of ['error-rate', 'stratified-known', 'precision', 'attribute', 'attribute-limit', 'discovery', 'boundaries']) {
  test(`${design} stands on a phone and on a desk`, { timeout: 60_000 }, async () => {
    for (const { name: width, ...size } of sizes) {
      const { page, close } = await visit(design, { ...size, reducedMotion: 'reduce' })
      await settled(page)
      for (const b of await page.locator('.disclose').all()) await b.click()
      await audit(page, design)
      await fits(page, design)
      await shot(page, `size-${design}-${width}`)
      await close()
    }
  })
}

test('the probe sample of the manual', async () => {
  const { page, close } = await visit('probe')
  await settled(page)
  await entry(page, 'Universe').fill('100,000')
  await entry(page, 'Units of the probe sample').fill(PROBE)
  await says(page, 'a sample of 1.')
  assert.deepEqual(await rows(page, /^Sample sizes/), [
    ['1%', '256', '421', '597', '1,026'], ['2%', '64', '106', '150', '259'], ['5%', '10 (*)', '17 (*)', '24 (*)', '41'],
    ['10%', '3 (*)', '4 (*)', '6 (*)', '10 (*)'], ['15%', '1 (*)', '2 (*)', '3 (*)', '5 (*)'], ['25%', '---', '1 (*)', '1 (*)', '2 (*)'],
  ])
  assert.equal(await shown(page, 'Mean of the probe'), '$400.00')
  assert.equal(await shown(page, 'Standard deviation'), '$50.00')
  assert.match(await page.locator('.outcome').innerText(), /--- No size: the formula gives less than half a unit\./)
  await page.getByRole('button', { name: 'Printout', exact: true }).last().click()
  assert.match(await page.locator('pre.printout').innerText(), /421[\s\S]*100,000/)
  await close()
})

test('paid and correct amounts, or mean and deviation, give the same sizes', async () => {
  const { page, close } = await visit('probe')
  await settled(page)
  await entry(page, 'Universe').fill('100000')
  await page.getByLabel('Paid and correct amount of each unit').check()
  // An underpaid unit counts as zero; cents are exact.
  await entry(page, 'Units of the probe sample').fill('Paid,Correct\n100.10,100\n50,60\n0.3,0\n0,0\n')
  await page.waitForFunction(() => document.querySelector('.outcome')?.innerText.includes('$0.40'))
  assert.equal(await shown(page, 'Mean of the probe'), '$0.10')
  await page.getByLabel('Mean and standard deviation').check()
  await entry(page, 'Mean overpayment').fill('400')
  await entry(page, 'Standard deviation').fill('50')
  await says(page, 'a sample of 1.')
  assert.deepEqual((await rows(page, /^Sample sizes/))[0], ['1%', '256', '421', '597', '1,026'])
  await close()
})

test('nothing varies: no size, and why', async () => {
  const { page, close } = await visit('probe')
  await settled(page)
  await entry(page, 'Units of the probe sample').fill('5\n5\n5\n')
  await says(page, 'nothing varies')
  assert.equal(await shown(page, 'Sample size for 25%'), 'none')
  await audit(page, 'no size')
  await close()
})

test('an underpaid unit is an error at its field, and the next step knows the size', async () => {
  const { page, close } = await visit('probe')
  await settled(page)
  await entry(page, 'Units of the probe sample').fill('5\n-3\n8\n')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /Units of the probe sample: .*an underpaid claim counts as zero/)
  await audit(page, 'an error')
  await page.getByRole('button', { name: 'Show the example' }).click()
  await says(page, 'a sample of 149.')
  await page.getByRole('link', { name: '99 are drawn on' }).click()
  await page.getByRole('heading', { level: 1, name: 'Random numbers' }).waitFor()
  assert.deepEqual([await entry(page, 'Last number of the frame').inputValue(), await entry(page, 'Sample size').inputValue(), await entry(page, 'Then draw on (optional)').inputValue()], ['4000', '50', '99'])
  await close()
})

test('the expected error rate of the manual', async () => {
  const { page, close } = await visit('error-rate')
  await settled(page)
  assert.deepEqual(await rows(page, /^Sample sizes/), [
    ['1%', '9,181', '9,486', '9,633', '9,784'], ['2%', '7,370', '8,219', '8,676', '9,188'], ['5%', '3,095', '4,248', '5,119', '6,443'],
    ['10%', '1,008', '1,559', '2,077', '3,117'], ['15%', '474', '758', '1,044', '1,675'], ['25%', '176', '287', '403', '675'],
  ])
  assert.deepEqual([await shown(page, 'Expected mean'), await shown(page, 'Its standard deviation')], ['$45.00', '$117.55'])
  await close()
})

test('the strata of the manual, for a precision and with a given total', async () => {
  let { page, close } = await visit('stratified')
  await settled(page)
  assert.deepEqual((await rows(page, /^All strata/))[0], ['1%', '8,264', '13,492', '18,975', '32,030'])
  assert.deepEqual((await rows(page, 'Low Income'))[4], ['15%', '30', '50', '70', '121'])
  assert.match(await page.locator('.outcome').innerText(), /\$5,833\.33[\s\S]*\$4,579\.54/)
  // A third stratum, of a probe sample.
  await page.getByRole('button', { name: 'Add stratum' }).click()
  const third = page.getByRole('group', { name: 'Stratum 3' })
  await third.getByLabel('Name', { exact: true }).fill('No Income')
  await third.getByLabel('Universe', { exact: true }).fill('1000')
  await third.getByLabel('Its overpayments').selectOption('values')
  await third.getByLabel('Overpayments', { exact: true }).fill('0\n10\n20\n')
  await says(page, 'of No Income')
  await close();
  ({ page, close } = await visit('stratified-known'))
  await settled(page)
  assert.deepEqual(await Promise.all(['80%', '90%', '95%', '99%'].map(l => shown(page, `Precision at ${l}`))), ['4.09%', '5.25%', '6.26%', '8.22%'])
  assert.deepEqual(await rows(page, 'Sample sizes of the strata'), [['High Income', '100,000', '100', '20.00%'], ['Low Income', '500,000', '400', '80.00%']])
  await close()
})

test('the precision of a size: of a probe sample, of an error rate, of strata as the manual has it', async () => {
  const { page, close } = await visit('precision')
  await settled(page)
  // By hand: mean 10, s 5, n 25 of 1,000,000 at 95%: t(24) = 2.063899, so 2.063899 * 5/5 / 10 = 20.64 %.
  await page.getByLabel('Mean and standard deviation').check()
  await entry(page, 'Mean overpayment').fill('10')
  await entry(page, 'Standard deviation').fill('5')
  await entry(page, 'Universe').fill('1000000')
  await entry(page, 'Sample size').fill('25')
  await entry(page, 'Confidence level').fill('95')
  await says(page, '20.64%')
  await page.getByLabel('Strata', { exact: true }).check()
  await says(page, '6.26%')
  await page.getByLabel('An expected error rate').check()
  await entry(page, 'Expected error rate').fill('15')
  await entry(page, 'Total reported amount').fill('3000000')
  await entry(page, 'Standard deviation of the reported amounts').fill('125')
  await entry(page, 'Universe').fill('10000')
  await entry(page, 'Sample size').fill('10000')
  await says(page, 'A sample of 10,000 gives 0.00% precision')
  await close()
})

test('shares in error: the manual\'s interval, a limit and a discovery sample by hand', async () => {
  let { page, close } = await visit('attribute')
  await settled(page)
  // The manual prints 314, 488, 666 and 1,079: a search that it does not describe.
  assert.deepEqual((await rows(page, /^Sample sizes/))[0], ['6%', '312', '486', '666', '1,077'])
  assert.deepEqual((await rows(page, /^Intervals of the sizes/))[2], ['95%', '666', '133', '1,710', '2,310', '6.00%'])
  await close();
  // No error in 78 of 100: 22 * 21 / (100 * 99) = 4.67 % that two are missed; with 77 it is 5.11 %.
  ({ page, close } = await visit('attribute-limit'))
  await settled(page)
  await entry(page, 'Universe').fill('100')
  await entry(page, 'Expected share in error').fill('0')
  await page.getByRole('group', { name: 'Limits of the share' }).getByLabel('5%').uncheck()
  await page.getByRole('group', { name: 'Limits of the share' }).getByLabel('Other').fill('1')
  await says(page, 'a sample of 78.')
  await close();
  ({ page, close } = await visit('discovery'))
  await settled(page)
  await entry(page, 'Universe').fill('100')
  await entry(page, 'Numbers of units in error (optional)').fill('2')
  await page.waitForFunction(() => [...document.querySelectorAll('tbody tr')].some(r => /^2\t?.*78/.test(r.innerText)))
  // 50 of 100 miss two with 50 * 49 / (100 * 99).
  assert.ok((await rows(page, /^Chance that 50/)).some(r => r[0] === '2' && r[1] === '75.25%'))
  await close()
})

test('boundaries of equal classes', async () => {
  const { page, close } = await visit('boundaries')
  await settled(page)
  await entry(page, 'Classes').fill('Upper limit,Units\n10,100\n20,100\n30,100\n40,100\n')
  await entry(page, 'Number of strata').fill('2')
  await says(page, 'Boundaries at $20.00.')
  await close()
})

test('parameters survive a reload, the probe sample does not', async () => {
  const { page, close } = await visit('probe')
  await settled(page)
  await entry(page, 'Universe').fill('777')
  await entry(page, 'Units of the probe sample').fill('4242.42\n17\n0\n')
  await says(page, 'a sample of')
  const kept = await page.evaluate(() => JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }]))
  assert.match(kept, /universe=777/)
  assert.doesNotMatch(kept, /4242/)
  await page.reload()
  await page.locator('.empty').waitFor()
  assert.equal(await entry(page, 'Universe').inputValue(), '777')
  assert.equal(await entry(page, 'Units of the probe sample').inputValue(), '')
  await close()
})

test('on paper it is a workpaper', async () => {
  const { page, close } = await visit('probe')
  await settled(page)
  await page.locator('pre.printout').waitFor({ state: 'attached' })
  await page.emulateMedia({ media: 'print' })
  const text = await page.evaluate(() => document.body.innerText)
  for (const want of [/WORKPAPER/i, /Sample size from a probe sample/, /Formula and source/, /RAT-STATS Companion Manual 4-2/]) assert.match(text, want)
  assert.ok(!text.includes('Next step'))
  await shot(page, 'size-print')
  await close()
})

test('by keyboard alone to a result', async () => {
  const { page, close } = await open(browser, server.url)
  await settled(page)
  await entry(page, 'Universe').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => !document.querySelector('.stale') && document.querySelector('.rows')?.innerText.includes('100'))
  assert.match(await status(page).innerText(), /^For 25% precision at 90% confidence: a sample of \d+\.$/)
  await close()
})

// A measure, not a bound: the machine may be busy.
test('the first result, cold', async t => {
  const times = []
  while (times.length < 3) {
    const { page, close } = await open(browser, server.url)
    await page.locator('.figures').first().waitFor()
    times.push(await page.evaluate(() => Math.round(performance.now())))
    await close()
  }
  t.diagnostic(`first result after ${times.join(', ')} ms`)
})
