// The count appraisals. Figures are those that the RAT-STATS manuals print.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { audit, everyLook, fits, launch, sizes, open, serve, settled, shot } from './harness.mjs'
import { cells, figure, golden, goTo, holdLimits, printout, text } from './golden.mjs'

let server, browser
before(async () => { server = await serve(); browser = await launch() })
after(async () => { await browser.close(); await server.close() })

const visit = (design, options = {}) => open(browser, server.url, { hash: '#/counts/' + design, ...options })
const entry = (page, label) => page.getByLabel(label, { exact: true })
const shows = (page, value) => page.waitForFunction(v => document.querySelector('.figures dd')?.textContent === v, value, { timeout: 20_000 })

const QUANTITIES = { lower_quantity: 1, lower_total: 1, lower: 1, upper_quantity: 2, upper_total: 2, upper: 2, precision_percent: 4 }
const SHARES = { lower_percent: 1, lower_proportion: 1, upper_percent: 2, upper_proportion: 2 }
const PLACES = { lower_percent: 3, upper_percent: 3, lower_proportion: 2, upper_proportion: 2, precision_percent: 2 }
const QUANTITY = /^Two-sided/, SHARE = /^Share of the items/

/** The example of a design, against the case of a golden file that it is; how many items it prints, and their share. */
const CASES = [
  ['stratified', 'attribute_stratified', 'cm-2-7', p => p.combined.projected, p => p.combined.ratio],
  ['two-stage', 'attribute_two_stage', 'cm-2-15', p => p.overall.projected, p => p.overall.ratio],
  ['three-stage', 'attribute_three_stage', 'cm-2-22', p => p.total, p => p.proportion],
  ['rhc-two-stage', 'attribute_rhc_two_stage', 'cm-2-32', p => p.projected],
  ['rhc-three-stage', 'attribute_rhc_three_stage', 'cm-2-56', p => p.projected],
  ['stratified-cluster', 'attribute_stratified_cluster', 'cm-2-65', p => p.overall.projected, p => p.overall.percent],
  ['stratified-multistage', 'attribute_stratified_multistage', 'cm-2-72', p => p.total, p => p.percent],
]

test('the manuals\' figures, from rows and from files', { timeout: 180_000 }, async () => {
  const { page, close } = await visit('unrestricted')
  await settled(page)
  for (const [design, file, id, quantity, share] of CASES) {
    const p = await golden(file, id)
    await goTo(page, '#/counts/' + design)
    const hold = async () => {
      assert.equal(await figure(page), quantity(p), design)
      await holdLimits(page, QUANTITY, p.limits, QUANTITIES, PLACES)
      if (share) {
        await holdLimits(page, SHARE, p.limits, SHARES, PLACES)
        const title = await page.locator('.caption', { hasText: SHARE }).innerText()
        assert.equal(/: ([\d.]+%),/.exec(title)[1], share(p))
      }
      assert.ok((await printout(page)).includes(p.limits['90'].upper ?? p.limits['90'].upper_total ?? p.limits['90'].upper_quantity), `${design}: printout`)
    }
    await hold()
    const files = page.getByRole('radio', { name: 'A RAT-STATS text file' })
    if (await files.count()) {
      await files.check()
      await page.waitForFunction(() => document.querySelector('.stale-note') === null && !document.querySelector('.badge'))
      await settled(page)
      await hold()
    }
  }
  await close()
})

test('the unrestricted sample: exact limits, and the one-sided question', { timeout: 60_000 }, async () => {
  const { page, close } = await visit('unrestricted')
  await settled(page)
  const p = await golden('attribute_unrestricted', 'ug-3-8')
  assert.equal(await figure(page), p.projected_quantity)
  const exact = /^Exact confidence limits/
  await holdLimits(page, exact, p.limits, { lower_quantity: 1, lower_percent: 2, upper_quantity: 3, upper_percent: 4 }, PLACES)
  assert.equal(await page.getByRole('checkbox', { name: /^One-sided interval/ }).count(), 0)
  await entry(page, 'Items with the characteristic').fill('0')
  await shows(page, '0')
  await page.getByRole('checkbox', { name: /^One-sided interval/ }).check()
  await page.getByRole('table', { name: /upper limit only/ }).waitFor()
  const none = await golden('attribute_unrestricted', 'ug-3-9-zero-one-sided')
  await holdLimits(page, exact, none.limits, { upper_quantity: 1, upper_percent: 2 }, PLACES)
  assert.match(await page.locator('.result > .status').innerText(), /With 95% confidence 73 or fewer\.$/)
  await audit(page, 'one-sided')
  await shot(page, 'counts-one-sided')
  await close()
})

test('the share where the number of all items is not known is a ratio', async () => {
  const { page, close } = await visit('two-stage')
  await settled(page)
  await page.getByLabel(/^Items in the universe/).fill('')
  const p = await golden('attribute_two_stage', 'cm-2-13')
  await page.locator('.caption', { hasText: /^Share of the items: 33\.7/ }).waitFor()
  await holdLimits(page, SHARE, p.limits, SHARES, PLACES)
  await close()
})

test('three stages of the user\'s guide, pasted, with a known universe', async () => {
  const { page, close } = await visit('three-stage')
  await settled(page)
  await entry(page, 'File of the units').fill(await text('attribute_data3st_hospital.txt'))
  await page.getByLabel(/^Items in the universe/).fill('72,500')
  const p = await golden('attribute_three_stage', 'ug-3-37')
  await page.locator('.caption', { hasText: /^Share of the items: 23\.7/ }).waitFor()
  assert.equal(await figure(page), p.total)
  await holdLimits(page, SHARE, p.limits, SHARES, PLACES)
  assert.deepEqual((await cells(page, 'Stages of the sample')).map(r => r.slice(1, 3)), [p.first_stage, p.second_stage, p.third_stage].map(s => [s.universe, s.sampled ?? s.sample]))
  await close()
})

test('Clopper and Pearson, by hand: none of ten', async () => {
  const { page, close } = await visit('binomial')
  await settled(page)
  await entry(page, 'Sample size').fill('10')
  await entry(page, 'Items with the characteristic').fill('0')
  // 1 - 0.05^(1/10).
  await page.waitForFunction(() => document.querySelector('.outcome')?.textContent.includes('25.887%'))
  assert.equal(await figure(page), '0.000%')
  await close()
})

test('bad input: more items found than sampled, no number, a wrong line', { timeout: 60_000 }, async () => {
  const { page, close } = await visit('unrestricted')
  await settled(page)
  await entry(page, 'Items with the characteristic').fill('401')
  await entry(page, 'Universe').fill('many')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /Universe: Enter a whole number/)
  await entry(page, 'Universe').fill('10000')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems a', { hasText: '401' }).waitFor()
  await audit(page, 'bad input')
  await shot(page, 'counts-bad-input')
  await goTo(page, '#/counts/two-stage')
  await entry(page, 'File of the primary units').fill('50 10 4\n45 9 ten\n')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('main').innerText(), /Line 2/)
  await close()
})

test('figures survive a reload, a file does not', async () => {
  const { page, close } = await visit('rhc-two-stage')
  await settled(page)
  await page.getByLabel(/^Items in the universe/).fill('1,500,000')
  await entry(page, 'File of the samples').fill('1 250 9\n2 250 12\n3 250 5\n')
  await page.waitForFunction(() => !document.querySelector('.stale-note') && !document.querySelector('.badge'))
  const kept = await page.evaluate(() => JSON.stringify([decodeURIComponent(location.href), { ...sessionStorage }, { ...localStorage }]))
  assert.match(kept, /1,500,000/)
  assert.doesNotMatch(kept, /250/)
  await page.reload()
  await page.locator('.empty').waitFor()
  assert.equal(await page.getByLabel(/^Items in the universe/).inputValue(), '1,500,000')
  assert.equal(await entry(page, 'File of the samples').inputValue(), '')
  await close()
})

test('every design, with everything open, is accessible on a desk and on a phone', { timeout: 300_000 }, async () => {
  for (const size of sizes) {
    const { page, close } = await visit('unrestricted', { ...size, reducedMotion: 'reduce' })
    await settled(page)
    for (const design of ['binomial', ...CASES.map(c => c[0])]) {
      await goTo(page, '#/counts/' + design)
      await page.locator('pre.printout').waitFor({ state: 'attached' })
      for (const b of await page.locator('.disclose').all()) await b.click()
      await audit(page, `${design}, ${size.name}`)
      await fits(page, `${design}, ${size.name}`)
      await shot(page, `counts-${design}-${size.name}`)
    }
    await close()
  }
})

test('the unrestricted sample stands in every look', { timeout: 120_000 }, async () => {
  await everyLook(browser, server.url, 'counts', { hash: '#/counts/unrestricted' })
})
