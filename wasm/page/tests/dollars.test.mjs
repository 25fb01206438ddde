// The unrestricted dollar appraisal, used as a person would. Figures are those that the RAT-STATS manual prints.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { audit, everyLook, focused, launch, open, paste, serve, settled, shot, singleFile } from './harness.mjs'

let server, browser
before(async () => { server = await serve(); browser = await launch() })
after(async () => { await browser.close(); await server.close() })

const visit = (options = {}) => open(browser, server.url, { hash: '#/dollars/unrestricted', ...options })
const figure = page => page.locator('.figures dd').first()
const entry = (page, label) => page.getByLabel(label, { exact: true })
const rowsOf = n => Array.from({ length: n }, (_, i) => `${(i % 97) + 1}.25`).join('\n')
const waitFor = (page, f, arg) => page.waitForFunction(f, arg, { timeout: 30_000 })
const status = page => page.locator('.result > .status')

test('the example and its result stand in every look', { timeout: 120_000 }, async () => {
  await everyLook(browser, server.url, 'dollars', { hash: '#/dollars/unrestricted' })
})

test('with everything open it stands in every look', { timeout: 120_000 }, async () => {
  await everyLook(browser, server.url, 'dollars-open', { hash: '#/dollars/unrestricted' }, async page => {
    await page.locator('pre.printout').waitFor({ state: 'attached' })
    for (const b of await page.locator('.disclose').all()) await b.click()
    await page.locator('pre.printout').waitFor()
  })
})

test('the manual\'s figures', async () => {
  const { page, close } = await visit()
  await settled(page)
  assert.equal(await figure(page).innerText(), '$706,000.00')
  assert.match(await page.getByRole('table', { name: /^Two-sided/ }).innerText(), /90%\s+\$591,881\.09\s+\$820,118\.91\s+\$114,118\.91\s+16\.16%\s+1\.676551/)
  assert.equal(await page.locator('.badge').first().innerText(), 'Example')
  await page.getByRole('button', { name: 'Printout', exact: true }).last().click()
  assert.match(await page.locator('pre.printout').innerText(), /POINT ESTIMATE\s+706,000/)
  await close()
})

test('sums in place of the items give the same figures', async () => {
  const { page, close } = await visit()
  await settled(page)
  // Overpayments in whole dollars, as they stand in the area.
  const items = (await entry(page, 'Sampled items').inputValue()).split('\n').slice(1).map(l => l.split('\t').map(BigInt)).map(([examined, audited]) => examined - audited)
  const power = n => String(items.reduce((sum, x) => sum + x ** n, 0n))
  const sums = { count: items.length, nonzero: items.filter(x => x !== 0n).length, sum: power(1n), sumSquares: power(2n), sumCubes: power(3n), sumFourths: power(4n) }
  const limits = await page.getByRole('table', { name: /^Two-sided/ }).innerText()
  await page.getByRole('button', { name: 'More options' }).click()
  const area = entry(page, 'Sums in place of the items (JSON) (optional)')
  await area.fill(JSON.stringify({ differenceSums: sums }))
  await page.getByText('Overpayments in the sample', { exact: true }).first().waitFor({ state: 'detached' })
  assert.equal(await entry(page, 'Sampled items').count(), 0)
  assert.equal(await figure(page).innerText(), '$706,000.00')
  assert.equal(await page.getByRole('table', { name: /^Two-sided/ }).innerText(), limits)
  await area.fill(JSON.stringify({ differenceSums: { ...sums, nonzero: 51 } }))
  await page.locator('.invalid .error', { hasText: 'count 50 with 51 nonzero' }).waitFor()
  await audit(page, 'sums that cannot be')
  await close()
})

test('by keyboard alone: from the skip link to a result and into a scrolling table', async () => {
  const { page, close } = await visit()
  await settled(page)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the content')
  await page.keyboard.press('Enter')
  await focused(page, 'tagName', 'H1')
  for (let i = 0; i < 30 && (await page.evaluate(() => document.activeElement.tagName)) !== 'INPUT'; i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('20,000')
  await page.keyboard.press('Enter')
  await waitFor(page, () => document.querySelector('.figures dd').textContent === '$1,412,000.00')
  assert.match(await status(page).innerText(), /^Estimated overpayment in the universe: \$1,412,000\.00\./)
  // Everything in the tab order is visible when it has the focus.
  const seen = new Set()
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab')
    const f = await page.evaluate(() => {
      const e = document.activeElement, r = e.getBoundingClientRect(), o = getComputedStyle(e.matches('.file input') ? e.parentElement : e)
      return { tag: e.tagName, name: e.textContent || e.getAttribute('aria-label') || e.id, hidden: r.width === 0 || r.bottom < 0 || r.top > innerHeight, outline: o.outlineStyle !== 'none' }
    })
    if (f.tag === 'BODY') break
    seen.add(f.name)
    assert.ok(!f.hidden, `hidden: ${JSON.stringify(f)}`)
    assert.ok(f.outline, `no visible focus: ${JSON.stringify(f)}`)
  }
  assert.ok(seen.has('Print workpaper') && seen.has('Formula and source'))
  await close()
})

test('bad input: messages at the fields, a summary that takes the focus, links to the fields', async () => {
  const { page, close } = await visit()
  await settled(page)
  await entry(page, 'Universe').fill('ten')
  await entry(page, 'Sampled items').fill('Examined,Audited\n300,267\nabc,7\n5,$x\n')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /2 entries have to be corrected[\s\S]*Universe: Enter a whole number[\s\S]*Sampled items: 2 rows are wrong/)
  assert.equal(await entry(page, 'Universe').getAttribute('aria-invalid'), 'true')
  const described = (await entry(page, 'Universe').getAttribute('aria-describedby')).split(' ')
  assert.match((await Promise.all(described.map(id => page.evaluate(i => document.getElementById(i).textContent, id)))).join(' '), /Enter a whole number/)
  assert.match(await page.locator('.wrong').innerText(), /Line 3, Examined \(paid\): .abc. is not an amount\s+Line 4, Audited \(correct\): .\$x. is not an amount/)
  await audit(page, 'bad input')
  await shot(page, 'dollars-bad-input')
  await page.locator('.problems a').first().click()
  await focused(page, 'value', 'ten')
  assert.match(await page.locator('.stale-note').innerText(), /entries before/)
  await close()
})

test('an error of the library is at its field', async () => {
  const { page, close } = await visit()
  await settled(page)
  await entry(page, 'Universe').fill('49')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems a').innerText(), /^Universe: .*49/)
  await entry(page, 'Universe').fill('50')
  await waitFor(page, () => document.querySelector('.figures dd').textContent === '$3,530.00')
  assert.equal(await page.locator('.problems').count(), 0)
  await close()
})

test('100,000 rows are pasted without a freeze, calculated, and can be cancelled', { timeout: 120_000 }, async () => {
  const { page, close } = await visit()
  await settled(page)
  await entry(page, 'The rows have').selectOption('difference')
  await entry(page, 'Universe').fill('1000000')
  await entry(page, 'Sampled items').focus()
  await page.keyboard.press('Control+A')
  await page.evaluate(() => {
    window.longest = 0
    new PerformanceObserver(l => { for (const e of l.getEntries()) window.longest = Math.max(window.longest, e.duration) }).observe({ entryTypes: ['longtask'] })
  })
  await paste(page, rowsOf(100_000))
  await page.locator('.held').waitFor()
  assert.match(await page.locator('.counted').innerText(), /^100,000 rows/)
  await page.waitForTimeout(300)
  const longest = await page.evaluate(() => window.longest)
  // As many rows wait for the button.
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  assert.match(await status(page).innerText(), /Cancelled/)
  await page.getByRole('button', { name: 'Calculate' }).click()
  await waitFor(page, () => /^Estimated/.test(document.querySelector('.result > .status').textContent) && document.querySelector('.result').textContent.includes('100,000'))
  await audit(page, '100,000 rows')
  await shot(page, 'dollars-100000')
  await close()
  console.log(`longest task after pasting 100,000 rows: ${Math.round(longest)} ms`)
})

test('parameters survive a reload and make a link; rows are nowhere', async () => {
  const { page, close } = await visit()
  await settled(page)
  await entry(page, 'The rows have').selectOption('difference')
  await entry(page, 'Sampled items').fill('4242.42\n17\n0\n')
  await entry(page, 'Universe').fill('777')
  await waitFor(page, () => document.querySelector('.figures dd').textContent === '$1,103,189.78')
  const kept = await page.evaluate(() => JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }, document.cookie]))
  assert.match(kept, /universe=777/)
  assert.doesNotMatch(kept, /4242/)
  await page.reload()
  await page.locator('.empty').waitFor()
  assert.equal(await entry(page, 'Universe').inputValue(), '777')
  assert.equal(await entry(page, 'The rows have').inputValue(), 'difference')
  assert.equal(await entry(page, 'Sampled items').inputValue(), '')
  await audit(page, 'after a reload')
  await shot(page, 'dollars-reloaded')
  // To another view and back.
  await page.getByRole('link', { name: 'About and privacy' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'About and privacy' }).waitFor()
  await page.getByRole('link', { name: 'Dollar appraisals' }).click()
  await page.getByLabel('Universe', { exact: true }).waitFor()
  assert.equal(await entry(page, 'Universe').inputValue(), '777')
  await close()
})

test('the example with another universe is a link with its rows', async () => {
  const { page, close } = await visit({ hash: '#/dollars/unrestricted?universe=20000&format=examined_audited&levels=90&rows=example' })
  await settled(page)
  assert.equal(await figure(page).innerText(), '$1,412,000.00')
  await close()
})

test('copy, CSV, JSON and printout', async () => {
  const { page, close } = await visit()
  await settled(page)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByText('Copied').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.match(copied, /Estimated overpayment in the universe\t\$706,000\.00/)
  const save = async name => {
    const [d] = await Promise.all([page.waitForEvent('download'), page.locator('.toolbar').getByRole('button', { name, exact: true }).click()])
    return [d.suggestedFilename(), await readFile(await d.path(), 'utf8')]
  }
  const [csvName, csv] = await save('CSV')
  assert.equal(csvName, 'dollars-unrestricted.csv')
  assert.match(csv, /\r\n90%,591881\.09,820118\.91,114118\.91,16\.16%,1\.676551\r\n/)
  const [, json] = await save('JSON')
  assert.equal(JSON.parse(json).result.pointEstimate, '706000')
  assert.equal(JSON.parse(json).request.examined.length, 50)
  const [textName, text] = await save('Printout')
  assert.equal(textName, 'dollars-unrestricted.txt')
  assert.match(text, /706,000/)
  await close()
})

test('on paper it is a workpaper', async () => {
  const { page, close } = await visit()
  await settled(page)
  await page.locator('pre.printout').waitFor({ state: 'attached' })
  await page.emulateMedia({ media: 'print' })
  const text = await page.evaluate(() => document.body.innerText)
  for (const want of [/WORKPAPER/i, 'Dollar appraisal of an unrestricted sample', 'Universe', '50 rows', '$706,000.00', 'Formula and source', 'RAT-STATS Companion Manual 3-2', 'POINT ESTIMATE', /Printed by iromath \d/]) {
    assert.match(text, want instanceof RegExp ? want : new RegExp(want.replace(/[$.]/g, '\\$&')))
  }
  for (const no of ['Print workpaper', 'Skip to the content', 'Sample size', 'Calculate\n']) assert.ok(!text.includes(no), no)
  await shot(page, 'dollars-print')
  await close()
})

test('it works without a network once it is loaded, and is silent', { timeout: 60_000 }, async () => {
  const { page, context, requests, close } = await visit({ serviceWorkers: 'allow' })
  await settled(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await waitFor(page, async () => (await caches.keys()).length === 1)
  const n = requests.length
  await entry(page, 'Universe').fill('123')
  await page.waitForTimeout(1500)
  assert.equal(requests.length, n, requests.slice(n).join('\n'))
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('link', { name: 'All calculations' }).click()
  await page.getByRole('link', { name: 'errorrate', exact: true }).click()
  await page.getByText('Calculated.').waitFor()
  await context.setOffline(false)
  await close()
})

test('the one file works from a disk', { timeout: 60_000 }, async () => {
  const o = await open(browser, server.url, { url: 'file://' + singleFile, hash: '#/dollars/unrestricted' })
  await settled(o.page)
  assert.equal(await figure(o.page).innerText(), '$706,000.00')
  assert.deepEqual(o.requests.filter(r => !/^(file|blob|data):/.test(r)), [])
  await o.close()
})

// A measure, not a bound: the machine may be busy.
test('the first result, cold', async t => {
  const times = []
  while (times.length < 3) {
    const { page, close } = await visit()
    await page.locator('.figures').first().waitFor()
    times.push(await page.evaluate(() => Math.round(performance.now())))
    await close()
  }
  t.diagnostic(`first result after ${times.join(', ')} ms`)
})
