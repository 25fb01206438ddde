// The verification of reported samples, as a person would do it. Samples are those that the RAT-STATS manuals print.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { audit, everyLook, fits, launch, open, serve, settled, shot, sizes } from './harness.mjs'

let server, browser
before(async () => { server = await serve(); browser = await launch() })
after(async () => { await browser.close(); await server.close() })

const visit = (design, options = {}) => open(browser, server.url, { hash: '#/verify/' + design, ...options })
const entry = (page, label) => page.getByLabel(label, { exact: true })
const says = (page, text) => page.waitForFunction(t => document.querySelector('.result > .status')?.textContent.includes(t), text, { timeout: 30_000 })
const rows = async (page, name) => (await page.getByRole('table', { name }).locator('tbody tr').allInnerTexts()).map(t => t.split(/\t/).map(c => c.trim()))
const shown = async (page, label) => page.locator('.figures > div', { has: page.locator('dt', { hasText: label }) }).first().locator('dd').first().innerText()

test('the example stands in every look', { timeout: 120_000 }, async () => {
  await everyLook(browser, server.url, 'verify', { hash: '#/verify/single' }, async page => {
    for (const b of await page.locator('.disclose').all()) await b.click()
  })
})

for (const design of ['seeds', 'sets', 'frames', 'frames-of-two', 'systematic', 'stratified', 'pps', 'rhc', 'tickets', 'second', 'patterns']) {
  test(`${design} stands on a phone and on a desk`, { timeout: 60_000 }, async () => {
    for (const { name: width, ...size } of sizes) {
      const { page, close } = await visit(design, { ...size, reducedMotion: 'reduce' })
      await settled(page)
      for (const b of await page.locator('.disclose').all()) await b.click()
      await audit(page, design)
      await fits(page, design)
      await shot(page, `verify-${design}-${width}`)
      await close()
    }
  })
}

test('a spare that stood in, then every other verdict', async () => {
  const { page, close } = await visit('single')
  await settled(page)
  assert.equal(await shown(page, 'The reported sample'), 'Differs')
  assert.deepEqual(await rows(page, /^Spares that stood in/), [['980', '11']])
  assert.deepEqual(await rows(page, /^Given by the seed/), [['247']])
  assert.deepEqual((await rows(page, 'What the seed gives'))[3], ['247', '3', 'missing'])
  const reported = entry(page, 'Reported numbers')
  await reported.fill('22, 141, 236, 247, 257, 301, 643, 650, 718, 821')
  await says(page, 'Reproduced: the seed gives exactly the 10 reported numbers.')
  await reported.fill('718 643 247 236 821 650 257 141 301 22')
  await says(page, 'Reproduced')
  await reported.fill('821 718 22 141 236 247 257 301 643 650')
  await says(page, 'neither in sequential order nor in the order of selection')
  await reported.fill('22 22 236 247 257 301 643 650 718 1821')
  await says(page, 'cannot be a sample of this plan: one is outside of the frame (1821); one stands more than once (22)')
  assert.equal(await shown(page, 'The reported sample'), 'Impossible')
  await audit(page, 'impossible')
  await shot(page, 'verify-impossible')
  await reported.fill('22 141')
  await says(page, '2 numbers are reported where the plan has 10')
  // Spares are verified too.
  await reported.fill('22 141 236 247 257 301 643 650 718 821')
  await page.getByRole('button', { name: 'More options' }).click()
  await entry(page, 'Reported spares (optional)').fill('980 507 440 558')
  await page.waitForFunction(() => document.querySelector('.outcome').innerText.includes('not what the seed gives'))
  await close()
})

test('a mistyped seed is found without being asked for', async () => {
  const { page, close } = await visit('single')
  await settled(page)
  await entry(page, 'Seed').fill('48836.78')
  await entry(page, 'Reported numbers').fill('22 141 236 247 257 301 643 650 718 821')
  await page.getByRole('heading', { name: 'Another seed gives the reported numbers' }).waitFor()
  assert.match(await page.locator('.outcome').innerText(), /those of the seed 48863\.78, which is one slip of the hand away from 48836\.78/)
  await audit(page, 'a mistyped seed')
  await close()
})

test('the seed search: by one slip, and where no seed gives the numbers', async () => {
  const { page, close } = await visit('seeds')
  await settled(page)
  assert.equal(await shown(page, 'Seed one slip'), '48863.78')
  assert.equal(await shown(page, 'Start states'), '1')
  assert.match((await rows(page, 'Seeds by start state'))[0].join('|'), /^39711\|731\.45 \(00:12:11\), /)
  await entry(page, 'Reported numbers').fill('1 2 3 4 5 6 7 8 9 10')
  await says(page, 'No RAT-STATS seed gives these numbers: all 65,536 start states were tried.')
  await entry(page, 'Reported numbers').fill('')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /Reported numbers: Paste the numbers/)
  await close()
})

test('every design answers for its units', { timeout: 120_000 }, async () => {
  const answer = async (design, label, text, want) => {
    const { page, close } = await visit(design)
    await settled(page)
    assert.equal(await shown(page, 'The reported sample'), 'Differs', design)
    await entry(page, label).fill(text)
    await says(page, want)
    await close()
  }
  await answer('sets', 'Reported sets', '147,47\n165,26\n169,6\n200,31\n250,56\n309,41\n471,50\n491,48\n510,29\n598,32\n', 'exactly the 10 reported sets')
  await answer('frames', 'Reported items', 'Frame,Item\n1,119\n2,8662\n2,8957\n', 'exactly the 3 reported items')
  await answer('frames-of-two', 'Reported items', 'Frame,Page,Line\n2,15,35\n2,358,52\n3,223,51\n', 'exactly the 3 reported items')
  await answer('rhc', 'Reported units', 'REGION6\nREGION4\nREGION8\nREGION10\n', 'exactly the 4 reported units')
  await answer('systematic', 'Reported units', '42 292 542 792', 'exactly the 4 reported units')
  await answer('pps', 'Reported units', 'Unit,Hits\n2,3\n5,1\n', 'exactly the 2 reported units')
  await answer('second', 'Reported new numbers', '228 231 413 547 898', 'exactly the 5 reported new numbers')
})

test('strata: each has its verdict', async () => {
  const { page, close } = await visit('stratified')
  await settled(page)
  assert.equal(await shown(page, 'small'), 'Reproduced')
  assert.equal(await shown(page, 'large'), 'Differs')
  await page.getByRole('group', { name: 'Stratum 2' }).getByLabel('Reported numbers (optional)', { exact: true }).fill('982')
  await says(page, 'exactly the reported numbers of 2 strata')
  await close()
})

test('parameters survive a reload, reported numbers do not', async () => {
  const { page, close } = await visit('single')
  await settled(page)
  await entry(page, 'Reported numbers').fill('4242')
  await entry(page, 'Sample size').fill('1')
  await entry(page, 'Last number of the frame').fill('5000')
  await says(page, 'none of the 1 reported number is')
  const kept = await page.evaluate(() => JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }]))
  assert.match(kept, /high=5000/)
  assert.doesNotMatch(kept, /4242/)
  await page.reload()
  await page.locator('.empty').waitFor()
  assert.equal(await entry(page, 'Reported numbers').inputValue(), '')
  assert.equal(await entry(page, 'Last number of the frame').inputValue(), '5000')
  await close()
})
