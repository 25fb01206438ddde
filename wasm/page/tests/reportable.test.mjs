// The view of reportable events, used as a person would. Days are counted by hand, amounts are those of OIG's FAQ.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { audit, everyLook, fits, launch, sizes, open, serve, settled, shot } from './harness.mjs'

let server, browser
before(async () => { server = await serve(); browser = await launch() })
after(async () => { await browser.close(); await server.close() })

const DESIGNS = ['event', 'person', 'deadlines', 'resolution', 'notice', 'other/repayment', 'other/sale', 'other/change', 'other/penalty', 'other/iro', 'other/visit', 'other/due', 'other/rules']
const visit = async (design, options = {}) => {
  const o = await open(browser, server.url, { hash: '#/reportable/' + design, ...options })
  await ready(o.page)
  return o
}
const ready = async page => { await page.locator('.result').waitFor(); await settled(page) }
const entry = (page, label) => page.getByLabel(label, { exact: true })
const status = page => page.locator('.result > .status')
const says = (page, pattern) => page.waitForFunction(([s, f]) => new RegExp(s, f).test(document.querySelector('.result > .status').textContent), [pattern.source, pattern.flags], { timeout: 30_000 })
const figures = async page => Object.fromEntries(await page.locator('.figures > div').evaluateAll(all => all.map(d => [d.querySelector('dt').textContent, d.querySelector('dd').textContent])))

test('every design opens with its example, on a desk and on a phone', { timeout: 600_000 }, async () => {
  for (const design of DESIGNS) {
    for (const size of sizes) {
      const { page, close } = await visit(design, size)
      await says(page, /\S/)
      await audit(page, `${design}, ${size.name}`)
      await fits(page, `${design}, ${size.name}`)
      await shot(page, `reportable-${design.replace('/', '-')}-${size.name}`)
      await close()
    }
  }
})

test('the determination stands in every look, with everything open', { timeout: 300_000 }, async () => {
  await everyLook(browser, server.url, 'reportable-open', { hash: '#/reportable/event' }, async page => {
    for (const b of await page.locator('.disclose').all()) await b.click()
  })
})

test('the example: reportable, with its last days', async () => {
  const { page, close } = await visit('event')
  await says(page, /last day to report it to OIG is Wednesday, November 4, 2026/)
  const f = await figures(page)
  assert.equal(f['Upcoded visits'], 'Reportable')
  assert.equal(f['Last day to report to OIG'], 'November 4, 2026')
  assert.equal(f['Last day to repay'], 'November 29, 2026')
  assert.equal(f.Overpaid, '$18,240.50')
  assert.match(await page.locator('.reasons').innerText(), /meets the provider's screening threshold. That is the first step and decides nothing/)
  assert.match(await page.getByRole('table', { name: 'What it contains' }).innerText(), /The laws that may have been violated, if any\.\s+To be written/)
  assert.match(await page.locator('.chart .words').innerText(), /Report to OIG by November 4, 2026, counted from October 5, 2026/)
  await close()
})

test('without an analysis there is no conclusion, above the threshold and below it', { timeout: 120_000 }, async () => {
  const { page, close } = await visit('event')
  await page.getByRole('group', { name: 'An analysis was made and recorded' }).getByLabel('Not yet').check()
  await says(page, /There is no conclusion yet: that takes an analysis of all facts and circumstances. A threshold alone decides nothing/)
  assert.equal((await figures(page))['Upcoded visits'], 'No conclusion yet')
  assert.match(await page.getByRole('table', { name: 'What is to be done' }).innerText(), /November 29, 2026\s+Notify Medicare promptly and repay \$18,240\.50/)
  await audit(page, 'no conclusion')
  await shot(page, 'reportable-no-conclusion')
  await entry(page, 'Threshold in percent (optional)').fill('50')
  await page.waitForFunction(() => /does not meet/.test(document.querySelector('.reasons').textContent))
  assert.match(await status(page).innerText(), /no conclusion yet/)
  await close()
})

test('a violation, an ineligible person and a petition', { timeout: 180_000 }, async () => {
  const { page, close } = await visit('event')
  await page.getByRole('button', { name: 'Clear', exact: false }).first().click()
  await page.getByLabel('Potential violation of law').check()
  await entry(page, 'What happened').fill('Free rides to patients')
  await entry(page, 'First day').fill('2026-03-02')
  await entry(page, 'Laws that may be violated').fill('42 U.S.C. 1320a-7b(b)')
  await page.getByRole('group', { name: 'They apply to a Federal health care program' }).getByLabel('No', { exact: true }).check()
  await page.getByRole('button', { name: 'Determine' }).click()
  await says(page, /not a reportable event as a potential violation of law/)
  await audit(page, 'violation')

  await page.getByLabel('Ineligible person').check()
  await entry(page, 'Name').fill('B. Doe')
  await entry(page, 'First day of employment or contract').fill('2026-01-02')
  await page.getByRole('button', { name: 'Add exclusion' }).click()
  await entry(page, 'First day of the exclusion').fill('2026-02-01')
  await entry(page, 'Determined to be a reportable event on (optional)').fill('2026-04-01')
  await page.getByRole('button', { name: 'Determine' }).click()
  await says(page, /last day to report it to OIG is Friday, May 1, 2026/)
  await audit(page, 'person')
  await shot(page, 'reportable-event-person')

  await page.getByLabel('Bankruptcy petition').check()
  await entry(page, 'Filed (optional)').fill('2026-03-30')
  await page.getByRole('button', { name: 'Determine' }).click()
  await says(page, /last day to report it to OIG is Friday, May 1, 2026/)
  await entry(page, 'Filed (optional)').fill('')
  await says(page, /not a reportable event as a bankruptcy petition/)
  await audit(page, 'petition')
  await close()
})

test('bad input: at the fields, and what the library refuses', async () => {
  const { page, close } = await visit('event')
  await entry(page, 'Overpayment (optional)').fill('lots')
  await entry(page, 'Author of the analysis').fill('')
  await page.getByRole('button', { name: 'Determine' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /2 entries have to be corrected[\s\S]*Occurrence 1, Overpayment: Enter an amount[\s\S]*Author of the analysis: Enter the author of the analysis/)
  await audit(page, 'bad input')
  await shot(page, 'reportable-bad-input')
  await entry(page, 'Overpayment (optional)').fill('10')
  await entry(page, 'Author of the analysis').fill('Counsel')
  await entry(page, 'Day of the conclusion').fill('2026-08-01')
  await page.getByRole('button', { name: 'Determine' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /2026-08-01[\s\S]*2026-08-28/)
  await close()
})

test('facts are nowhere after a reload; the agreement is', async () => {
  const { page, close } = await visit('event')
  await entry(page, 'Name of the matter (optional)').fill('SECRETMATTER')
  await entry(page, 'Payor (optional)').fill('SECRETPAYOR')
  await entry(page, 'Author of the analysis').fill('SECRETPERSON')
  await page.getByRole('button', { name: 'More options' }).click()
  await entry(page, 'Days to report (optional)').fill('15')
  await page.getByRole('button', { name: 'Add clause' }).click()
  await entry(page, 'Words of the clause').fill('SECRETCLAUSE within 15 days')
  await says(page, /October 20, 2026/)
  const kept = await page.evaluate(() => JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }, document.cookie]))
  assert.match(kept, /reportDays=15/)
  assert.doesNotMatch(kept, /SECRET|18,?240|2026-0/)
  await page.reload()
  await page.locator('.empty').waitFor()
  await page.getByRole('button', { name: 'More options' }).click()
  assert.equal(await entry(page, 'Days to report (optional)').inputValue(), '15')
  assert.equal(await entry(page, 'Name of the matter (optional)').inputValue(), '')
  assert.equal(await entry(page, 'Author of the analysis').count(), 0)
  await audit(page, 'after a reload')
  await close()
})

test('a State exclusion alone: no removal, and the definition decides on the report', async () => {
  const { page, close } = await visit('person')
  await says(page, /still open. No removal is required/)
  assert.doesNotMatch(await page.locator('.outcome').innerText(), /terms\./)
  await page.getByRole('group', { name: 'The definition of an ineligible person takes in an exclusion by a State’s Medicaid program alone' }).getByLabel('Yes').check()
  await says(page, /is a reportable event. No removal is required/)
  await page.getByRole('group', { name: 'The person provides services that this program pays for' }).getByLabel('Yes').check()
  await says(page, /has to be removed/)
  const kept = await page.evaluate(() => location.href + JSON.stringify({ ...sessionStorage }))
  assert.doesNotMatch(kept, /Doe|TX|2025-03/)
  await close()
})

test('clocks: days counted by hand, moved where it is asked for, kept in the link', async () => {
  const { page, close } = await visit('deadlines')
  const table = page.getByRole('table', { name: 'The clocks', exact: true })
  assert.match(await table.innerText(), /November 4, 2026\s+30 days after October 5, 2026\s+Not done yet[\s\S]*November 29, 2026\s+60 days after September 30, 2026\s+Done in time[\s\S]*December 26, 2026\s+5 days before December 31, 2026\s+2 days late/)
  assert.match(await page.getByRole('table', { name: 'Ask for an extension: the notice' }).innerText(), /The reasons why the deadline cannot be met\.\s+Missing/)
  await page.getByRole('button', { name: 'More options' }).click()
  await page.getByRole('group', { name: 'A due date on a weekend' }).getByLabel('The last working day before it').check()
  await page.waitForFunction(() => document.querySelector('.outcome').textContent.includes('moved from November 29, 2026'))
  assert.match(await table.innerText(), /November 27, 2026/)
  await page.getByRole('button', { name: 'Add clock' }).click()
  await entry(page, 'Clock').last().selectOption('agreement')
  await entry(page, 'Name of the clock').fill('Annual report')
  await entry(page, 'Day it is counted from').last().fill('2026-09-01')
  await entry(page, 'Days').fill('60')
  await entry(page, 'Clause of the agreement').fill('within 60 days')
  await says(page, /Saturday, October 31|Friday, October 30/)
  await audit(page, 'clocks')
  await shot(page, 'reportable-clocks')
  assert.match(page.url(), /clocks=/)
  assert.doesNotMatch(decodeURIComponent(page.url()), /Annual|within/)
  const [d] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Calendar file' }).click()])
  const ics = await readFile(await d.path(), 'utf8')
  assert.match(ics, /^BEGIN:VCALENDAR\r\n[\s\S]*DTSTART;VALUE=DATE:20261104\r\nSUMMARY:Report a reportable event\r\n[\s\S]*END:VCALENDAR\r\n$/)
  for (const line of ics.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  await close()
})

test('the other checks say their figure', { timeout: 180_000 }, async () => {
  const want = {
    resolution: /\$27,360\.75/, notice: /an ineligible person usually has 5 items/, 'other/repayment': /Monday, June 29, 2026/, 'other/sale': /binds the purchaser unless OIG determines otherwise in writing. OIG was asked in time/,
    'other/change': /OIG may agree/, 'other/penalty': /9 days at \$1,000\.00 come to \$9,000\.00/, 'other/iro': /3 items of 5 are open, 1 of them not met/, 'other/visit': /14 items of 16/,
    'other/due': /Wednesday, November 25, 2026: 21 days after November 5, 2026, moved from November 26, 2026/, 'other/rules': /\d+ rules in force on November 22, 2026/,
  }
  const { page, close } = await visit('resolution')
  for (const [design, pattern] of Object.entries(want)) {
    await page.evaluate(h => { location.hash = h }, '#/reportable/' + design)
    await page.locator(`a[href="#/reportable/${design}"][aria-current]`).waitFor()
    await page.waitForFunction(s => new RegExp(s).test(document.querySelector('.result > .status')?.textContent ?? ''), pattern.source, { timeout: 30_000 })
  }
  await close()
})

test('the hints on clocks say the days that the library has', async () => {
  const { page, close } = await visit('other/rules')
  await page.getByLabel('The clocks of an agreement').check()
  await says(page, /7 clocks/)
  const days = await page.locator('.outcome > .rows').evaluateAll(all => all.map(d => [...d.children].find(r => r.firstChild.textContent === 'Days')?.lastChild.textContent))
  await page.evaluate(() => { location.hash = '#/reportable/deadlines' })
  const clock = entry(page, 'Clock').first()
  await clock.waitFor()
  const shown = []
  for (const value of await clock.locator('option').evaluateAll(all => all.map(o => o.value).filter(v => v !== 'agreement'))) {
    await clock.selectOption(value)
    const hint = await page.locator('.rowitem').first().locator('.hint').first().innerText({ timeout: 1000 }).catch(() => '')
    shown.push(/: (\d+) days/.exec(hint)?.[1])
  }
  assert.deepEqual(shown, days)
  await close()
})

test('kickbacks: the minimum of $100,000', async () => {
  const { page, close } = await visit('resolution')
  await page.getByLabel('related to kickbacks', { exact: true }).check()
  await entry(page, 'Remuneration').fill('40,000')
  await says(page, /comes to \$100,000\.00, which is the minimum/)
  await close()
})

test('a checklist is answered by keyboard; evidence is nowhere', async () => {
  const { page, close } = await visit('other/visit')
  const item = page.getByRole('group', { name: 'A tour of the relevant parts of the facility.' })
  await item.getByLabel('Not known').focus()
  await page.keyboard.press('ArrowRight')
  await says(page, /13 items of 16 are open/)
  await page.keyboard.press('Tab')
  await page.keyboard.type('SECRETROUTE')
  await page.waitForFunction(() => document.querySelector('.outcome').textContent.includes('SECRETROUTE'))
  const kept = await page.evaluate(() => location.href + JSON.stringify({ ...sessionStorage }))
  assert.match(kept, /tour=yes/)
  assert.doesNotMatch(kept, /SECRET|Binder/)
  await close()
})

test('on paper it is a workpaper', async () => {
  const { page, close } = await visit('event')
  await page.emulateMedia({ media: 'print' })
  const text = await page.evaluate(() => document.body.innerText)
  for (const want of ['Reportable event', 'Author of the analysis', 'Compliance officer', 'November 4, 2026', 'What it contains', 'Formula and source']) assert.ok(text.includes(want), want)
  for (const no of ['Print workpaper', 'Calendar file', 'Ineligible person\n']) assert.ok(!text.includes(no), no)
  await shot(page, 'reportable-print')
  await close()
})
