// A claims review from file to report, gone through as a person would, and the verification of others.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { audit, everyLook, focused, launch, open, serve, settled, shot, singleFile } from './harness.mjs'

const data = join(dirname(fileURLToPath(import.meta.url)), '../../../examples/claimsreview/data')
let server, browser
before(async () => { server = await serve(); browser = await launch() })
after(async () => { await browser.close(); await server.close() })

const visit = (options = {}) => open(browser, server.url, { hash: '#/review', ...options })
const entry = (page, label) => page.getByLabel(label, { exact: true })
const button = (page, name) => page.getByRole('button', { name })
const step = (page, title) => page.getByRole('region', { name: title })
const quiet = page => page.waitForFunction(() => document.querySelector('.review') && !document.querySelector('.review[aria-busy=true]'), undefined, { timeout: 60_000 })
const exampleReady = async page => { await page.getByText(/50 determinations of example/).waitFor({ timeout: 60_000 }); await quiet(page) }
const handIn = async page => { await button(page, 'Hand in the determinations').click(); await quiet(page) }
const reported = async page => { await page.locator('.report .toolbar').waitFor({ timeout: 60_000 }); await quiet(page) }
const csvFile = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const figures = (page, title) => step(page, title).locator('.figures').first().innerText()

async function save(page, click) {
  const [d] = await Promise.all([page.waitForEvent('download'), click()])
  return [d.suggestedFilename(), await readFile(await d.path(), 'utf8')]
}

/** An empty review under way: what is typed is one's own. */
async function own(page) {
  await exampleReady(page)
  await button(page, 'Start your own review').click()
  await page.locator('#claims-file').waitFor()
}

const FOUR = 'claim_id,paid\nA-1,100.00\nA-2,250.00\nA-3,80.00\nA-4,120.00\n'

/** A quarterly review of two claims out of four. */
async function small(page) {
  await own(page)
  await page.getByRole('radio', { name: /Quarterly sample/ }).check()
  await page.getByLabel(/^Claims in the first sample/).fill('2')
  await page.locator('#claims-file').setInputFiles(csvFile('four.csv', FOUR))
  await step(page, 'Claims file').getByText('Digest of the frame').waitFor()
  await page.getByLabel('Seed', { exact: true }).fill('1234')
  await button(page, 'Draw the sample').click()
  await quiet(page)
}

test('the example stands in every look', { timeout: 240_000 }, async () => {
  await everyLook(browser, server.url, 'review', { hash: '#/review' }, exampleReady)
})

test('the entries stand in every look', { timeout: 240_000 }, async () => {
  await everyLook(browser, server.url, 'review-entries', { hash: '#/review' }, async page => {
    await exampleReady(page)
    await button(page, /Change agreement/).click()
    await page.getByRole('heading', { name: 'The sampling frame' }).waitFor()
    await button(page, 'More options').click()
    await button(page, 'Add clause').click()
    await page.getByLabel(/^Payors/).fill('Medicare')
    await page.locator('.stale-note').waitFor()
  })
})

test('the outcome of the discovery sample stands in every look', { timeout: 240_000 }, async () => {
  await everyLook(browser, server.url, 'review-outcome', { hash: '#/review' }, async page => { await exampleReady(page); await handIn(page) })
})

test('the report stands in every look', { timeout: 400_000 }, async () => {
  await everyLook(browser, server.url, 'review-report', { hash: '#/review' }, async page => {
    await exampleReady(page)
    await handIn(page)
    await handIn(page)
    await reported(page)
    for (const name of [/^Systems behind/, /^Claims that never/, /^What the report says/]) await button(page, name).click()
  })
})

test('verification and replay stand in every look', { timeout: 400_000 }, async () => {
  for (const part of ['verify', 'replay']) await everyLook(browser, server.url, 'review-' + part, { hash: '#/review/' + part })
})

/** Net financial error rate in hundredths of a percent of claims in cents, in whole numbers, half away from zero. */
function rateOf(claims) {
  const cents = t => BigInt(Math.round(Number(t) * 100))
  let paid = 0n, net = 0n
  for (const c of claims) {
    paid += cents(c.paid)
    net += cents(c.paid) - (c.documentation === 'missing' ? 0n : cents(c.correct))
  }
  const hundredths = (net * 20000n + paid) / (2n * paid)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`
}

test('the example from the draw to the report, saved, resumed and replayed', { timeout: 240_000 }, async () => {
  const { page, close } = await visit()
  await exampleReady(page)
  assert.match(await page.locator('.stand').innerText(), /^50 of 412 claims are drawn/)
  const [worklistName, worklist] = await save(page, () => button(page, 'Download the worklist').click())
  assert.equal(worklistName, 'worklist-discovery.csv')
  const ids = worklist.trim().split('\n').slice(1).map(l => l.split(',')[2])
  assert.equal(ids.length, 50)
  const all = Object.fromEntries((await readFile(join(data, 'determinations.csv'), 'utf8')).trim().split('\n').slice(1).map(l => { const [id, paid, correct, documentation] = l.split(','); return [id, { paid, correct, documentation }] }))
  const [, table] = await save(page, () => button(page, 'Save the table as CSV').click())
  assert.equal(table.trim().split('\n').length, 51)

  await handIn(page)
  const headline = step(page, 'Discovery sample').locator('.headline')
  assert.match(await headline.innerText(), /^At 13\.17% the net financial error rate meets the 5% threshold: a full sample and a systems review are due\. The full sample has 174 claims; 124 further claims/)
  assert.equal(rateOf(ids.map(id => all[id])), '13.17%')
  await focused(page, 'className', 'headline')
  assert.match(await figures(page, 'Discovery sample'), /13\.17%/)
  await page.getByRole('link', { name: 'To the 124 further claims of the full sample' }).click()
  await focused(page, 'id', 'step-full_sample')

  await handIn(page)
  await reported(page)
  assert.match(await page.locator('.stand').innerText(), /^The review is done\. .*\$3,872\.54/)
  assert.match(await step(page, 'Full sample').innerText(), /\$3,872\.54[\s\S]*\$2,913\.41[\s\S]*\$4,831\.67[\s\S]*24\.77%\s+within the 25% asked for/)
  await button(page, /^Systems behind overpaid claims: 0 of 29/).click()
  await button(page, 'Use those of the example').click()
  await button(page, /^Systems behind overpaid claims: 29 of 29/).waitFor({ timeout: 60_000 })
  await reported(page)
  await button(page, /^What the report says/).click()
  await page.getByLabel(/^Date of the report/).fill('2026-06-01')
  await page.locator('.report').getByText('2026-06-01').first().waitFor({ timeout: 60_000 })

  const toolbar = page.locator('.report .toolbar')
  const [, claims] = await save(page, () => toolbar.getByRole('button', { name: 'Claims as CSV' }).click())
  assert.equal(claims.trim().split('\r\n').length, 175)
  const [, text] = await save(page, () => toolbar.getByRole('button', { name: 'Printout' }).click())
  assert.match(text, /\$3,872\.54/)
  const [savedName, saved] = await save(page, () => toolbar.getByRole('button', { name: 'Save the review' }).click())
  assert.equal(savedName, 'review-saved.json')

  // Somebody else takes it up.
  await button(page, 'Start your own review').click()
  await page.getByLabel('Resume a saved review').setInputFiles({ name: 'saved.json', mimeType: 'application/json', buffer: Buffer.from(saved) })
  await page.getByText(/Of the saved review: 412 claims/).waitFor()
  await page.locator('#claims-file').setInputFiles(csvFile('other.csv', FOUR))
  await step(page, 'Claims file').locator('.problems').waitFor()
  await page.locator('#claims-file').setInputFiles(join(data, 'claims.csv'))
  await reported(page)
  assert.match(await page.locator('.stand').innerText(), /\$3,872\.54/)
  await button(page, /^Systems behind overpaid claims: 29 of 29/).waitFor()

  await page.getByRole('link', { name: 'Replay a saved review' }).click()
  await settled(page)
  const open = text => page.getByLabel('Open a file: Saved review (JSON)').setInputFiles({ name: 'saved.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await open(saved)
  await page.getByLabel(/^Claims file/).setInputFiles(join(data, 'claims.csv'))
  await button(page, 'Replay').click()
  await page.getByText(/^All \d+ figures match\.$/).waitFor({ timeout: 60_000 })
  const changed = JSON.parse(saved)
  changed.results.estimate.nonzero += '0'
  await open(JSON.stringify(changed))
  await button(page, 'Replay').click()
  await page.getByText(/1 of \d+ figures differs/).waitFor({ timeout: 60_000 })
  // The review is where it was left.
  await page.getByRole('link', { name: 'Review', exact: true }).click()
  assert.match(await page.locator('.stand').innerText(), /\$3,872\.54/)
  await close()
})

test('two claims out of four, typed: the rate by hand', { timeout: 120_000 }, async () => {
  const { page, close } = await visit()
  await small(page)
  assert.match(await step(page, 'Sample').innerText(), /A-2[\s\S]*\$250\.00[\s\S]*A-3[\s\S]*\$80\.00/)
  await entry(page, 'Documentation of A-2').selectOption('complete')
  await entry(page, 'Correct amount of A-2').fill('$255.50')
  await entry(page, 'Documentation of A-3').selectOption('missing')
  await entry(page, 'Complete on (optional)').fill('2026-11-22')
  await handIn(page)
  // (-5.50 + 80.00) / (250.00 + 80.00)
  assert.match(await figures(page, 'Sample'), /22\.58%\s+\$74\.50 of \$330\.00/)
  await reported(page)
  assert.match(await page.locator('.report').innerText(), /2027-01-21/)
  await close()
})

test('parameters survive a reload, claims and determinations are nowhere', { timeout: 120_000 }, async () => {
  const { page, close } = await visit()
  await small(page)
  await entry(page, 'Documentation of A-2').selectOption('complete')
  await entry(page, 'Correct amount of A-2').fill('4242.42')
  await entry(page, 'Reason of A-2').fill('SECRET')
  const kept = await page.evaluate(async () => JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }, document.cookie, (await indexedDB.databases()).length]))
  assert.match(kept, /protocol=quarterly/)
  assert.match(kept, /first=1234/)
  assert.doesNotMatch(kept, /A-2\b|250|4242|SECRET/)
  // Another view and back: all of it is still there.
  await page.getByRole('link', { name: 'About and privacy' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'About and privacy' }).waitFor()
  await page.getByRole('link', { name: 'Claims review' }).click()
  assert.equal(await entry(page, 'Correct amount of A-2').inputValue(), '4242.42')
  await page.goto(server.url + '#/review')
  await page.reload()
  await page.getByText(/kept only while this page is open/).waitFor()
  assert.equal(await page.getByLabel('Seed', { exact: true }).inputValue(), '1234')
  assert.equal(await page.getByRole('radio', { name: /Quarterly sample/ }).isChecked(), true)
  assert.doesNotMatch(await page.locator('main').innerText(), /\bA-2\b|SECRET/)
  await audit(page, 'after a reload')
  await close()
})

test('an agreement is opened, refused where it contradicts itself, and saved', { timeout: 120_000 }, async () => {
  const { page, close } = await visit()
  await own(page)
  const file = body => ({ name: 'agreement.json', mimeType: 'application/json', buffer: Buffer.from(body) })
  const opened = page.getByLabel('Open an agreement (JSON)')
  const given = { protocol: 'discovery', name: 'N', sampleSize: 60, threshold: '0.055', precision: '0.2', netting: 'not_netted', confidence: '0.95', fullSample: 'fresh', method: 'tickets', spares: 5, repayDays: 45, reportDays: 20, payors: ['Medicare, Part B', 'Medicaid'], clauses: [{ parameter: 'threshold', quote: 'at 5.5 percent', source: 'III.D' }] }
  await opened.setInputFiles(file(JSON.stringify(given)))
  await page.locator('.beside').first().getByText('5.5%').waitFor()
  assert.deepEqual(JSON.parse((await save(page, () => button(page, 'Save the agreement (JSON)').click()))[1]), given)
  assert.equal(await page.getByLabel('Seed of the full sample').count(), 1)
  for (const [body, says] of [['{', /is no JSON/], ['{"protocol":"yearly"}', /not discovery, single or quarterly/], ['{"protocol":"single","foo":1}', /unknown field "foo"/]]) {
    await opened.setInputFiles(file(body))
    await step(page, 'Agreement').locator('.problems').filter({ hasText: says }).waitFor()
  }
  await page.getByLabel(/^Method of drawing/).selectOption('python')
  await page.getByLabel('The agreement requires RAT-STATS itself').check()
  await page.getByText(/but RAT-STATS is required/).waitFor()
  await audit(page, 'a refused agreement')
  await shot(page, 'review-agreement-refused')
  await close()
})

test('files that cannot be read, rows that are wrong: by line, nothing is taken', { timeout: 120_000 }, async () => {
  const { page, close } = await visit()
  await own(page)
  const choose = f => page.locator('#claims-file').setInputFiles(f)
  const refused = says => step(page, 'Claims file').filter({ hasText: says }).waitFor()
  await choose({ name: 'claims.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK\x03\x04xxxx') })
  await refused(/Save the claims as CSV/)
  await choose(csvFile('empty.csv', 'claim_id,paid\nX,0\n'))
  await refused(/No claim in the frame/)
  // Other titles, semicolons and gzip: columns are chosen by hand.
  await choose({ name: 'odd.csv.gz', mimeType: 'application/gzip', buffer: gzipSync('Key;Amount\nA-1;100.00\nA-2;x\nA-3;80.00\n') })
  await page.getByText('Choose the columns of claim id and amount paid.').waitFor()
  await page.getByLabel('Claim id', { exact: true }).selectOption('Key')
  await page.getByLabel('Amount paid', { exact: true }).selectOption('Amount')
  await step(page, 'Claims file').getByText('Digest of the frame').waitFor()
  assert.match(await step(page, 'Claims file').innerText(), /Claims in the frame\s+2\s[\s\S]*Rows that cannot be read[\s\S]*3\s+Amount\s+x/)
  await close()

  const o = await visit()
  await small(o.page)
  const drop = text => o.page.getByLabel('Open the filled-in worklist').setInputFiles(csvFile('filled.csv', text))
  await drop('claim_id,correct,documentation\nA-2,ten,complete\nA-3,7\n')
  await o.page.locator('.problems .wrong').waitFor()
  assert.match(await o.page.locator('.problems').innerText(), /2 rows are wrong: nothing was taken\.\s+Line 2, correct: .ten. not an amount\s+Line 3: has 2 fields/)
  await drop('claim_id;paid;correct;documentation\nA-2;251;255.50;complete\nA-9;1;1;complete\n')
  await o.page.getByText('1 determinations of filled.csv; 1 rows of claims that are not asked for').waitFor()
  await handIn(o.page)
  assert.match(await o.page.locator('.problems').innerText(), /1 of 2 claims[\s\S]*A-3: has no determination/)
  await entry(o.page, 'Documentation of A-3').selectOption('complete')
  await handIn(o.page)
  assert.match(await o.page.locator('.problems').innerText(), /A-3: has no correct amount/)
  assert.equal(await entry(o.page, 'Correct amount of A-3').getAttribute('aria-invalid'), 'true')
  await entry(o.page, 'Correct amount of A-3').fill('80')
  await handIn(o.page)
  assert.match(await o.page.locator('.problems').innerText(), /A-2: determinations with another paid amount than the frame/)
  await audit(o.page, 'refused determinations')
  await shot(o.page, 'review-refused')
  await o.close()
})

test('claims that never belonged leave the frame and spares step in', { timeout: 120_000 }, async () => {
  const { page, close } = await visit()
  await exampleReady(page)
  const first = page.getByRole('rowheader').first()
  const id = await first.innerText()
  await button(page, /^Claims that never belonged/).click()
  await button(page, 'Correct the frame').click()
  await page.locator('.problems:focus').waitFor()
  await entry(page, 'The kind of claim').fill('claims of a private payor')
  await entry(page, 'How the whole frame was searched for them').fill('by payor code')
  await entry(page, 'Ids of all claims of the kind').fill('NO-SUCH')
  await button(page, 'Correct the frame').click()
  await page.getByText('NO-SUCH: not in the frame').waitFor()
  await entry(page, 'Ids of all claims of the kind').fill(id)
  await button(page, 'Correct the frame').click()
  await button(page, /^Claims that never belonged in the population \(1 corrected\)/).waitFor()
  await quiet(page)
  assert.ok(!(await page.getByRole('rowheader').allInnerTexts()).includes(id))
  assert.match(await page.locator('.counted').innerText(), /49 of 50/)
  await close()
})

test('100,000 claims: read in pieces, cancelled, drawn; time and memory', { timeout: 300_000 }, async () => {
  const { page, close } = await visit()
  await own(page)
  // The file is made in the page, so that what the tester does is not measured.
  const megabytes = await page.evaluate(() => {
    let text = 'claim_id,paid,payor,paid_date\n'
    for (let i = 1; i <= 100_000; i++) text += `HC26-${String(i).padStart(8, '0')},${(i % 900) + 1}.${String(i % 100).padStart(2, '0')},Medicare,2026-0${(i % 9) + 1}-1${i % 10}\n`
    const rows = new Array(500_000).fill(0).map((_, i) => `X${i},5.00`).join('\n') + '\n'
    const files = { large: new File([text], 'large.csv'), huge: new File(['claim_id,paid\n', rows, rows, rows, rows], 'huge.csv') }
    window.dropFile = name => {
      const data = new DataTransfer()
      data.items.add(files[name])
      document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }
    return text.length / 1e6
  })
  const cdp = await browser.newBrowserCDPSession()
  const memory = async () => {
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
    const kb = await Promise.all(processInfo.filter(p => p.type === 'renderer').map(async p => Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${p.id}/status`, 'utf8').catch(() => ''))?.[1] ?? 0)))
    return Math.round(Math.max(...kb) / 1000)
  }
  const before = await memory()
  await page.evaluate(() => {
    window.longest = 0
    new PerformanceObserver(l => { for (const e of l.getEntries()) window.longest = Math.max(window.longest, e.duration) }).observe({ entryTypes: ['longtask'] })
  })
  const begin = Date.now()
  await page.evaluate(() => dropFile('large'))
  await step(page, 'Claims file').getByText('Digest of the frame').waitFor({ timeout: 120_000 })
  const read = Date.now() - begin
  const lap = async () => page.evaluate(() => { const l = Math.round(window.longest); window.longest = 0; return l })
  const laps = [await lap()]
  assert.match(await figures(page, 'Claims file'), /Claims in the frame\s+100,000/)
  await page.getByLabel('Seed', { exact: true }).fill('48863.78')
  const drawing = Date.now()
  await button(page, 'Draw the sample').click()
  await page.getByText('50 of 100,000 claims are drawn').waitFor({ timeout: 60_000 })
  const drawn = Date.now() - drawing
  laps.push(await lap())
  await button(page, 'Set the 50 others to complete and paid correctly').click()
  await handIn(page)
  laps.push(await lap())
  assert.match(await figures(page, 'Discovery sample'), /0\.00%/)
  await reported(page)
  laps.push(await lap())
  console.log(`100,000 claims (${megabytes.toFixed(1)} MB): read in ${read} ms, drawn in ${drawn} ms, memory of the page ${before} MB before and ${await memory()} MB after, longest tasks when read, drawn, handed in, reported: ${laps.join(', ')} ms`)

  // A file of 2 million rows is cancelled.
  await button(page, 'Start over').first().click()
  await button(page, 'Start over').first().click()
  await page.evaluate(() => dropFile('huge'))
  await page.getByText(/rows read/).first().waitFor({ timeout: 60_000 })
  await button(page, 'Cancel').click()
  await page.getByText('Cancelled. Nothing was changed.').waitFor()
  await page.waitForTimeout(2000)
  assert.equal(await step(page, 'Claims file').locator('.figures').count(), 0)
  await close()
})

test('a reported review: the figures that differ, and why', { timeout: 120_000 }, async () => {
  const { page, close } = await visit({ hash: '#/review/verify' })
  await settled(page)
  await page.getByText(/^26 of 39 figures differ from what comes out\. One error explains them all: replaced by a spare because documentation is missing: HB26-02650\./).waitFor({ timeout: 60_000 })
  assert.match(await page.getByRole('table', { name: 'Figures that differ' }).innerText(), /Sample: net overpayment\s+\$21\.11/)
  await entry(page, 'Determinations (CSV)').fill('claim_id,correct,documentation\nX,zzz,complete\n')
  await button(page, 'Verify').click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.entries').innerText(), /Line 2, correct: .zzz. not an amount/)
  await entry(page, 'Reported figures (JSON)').fill('{')
  await button(page, 'Verify').click()
  await page.getByText(/Reported figures \(JSON\): This is not a list of reported figures/).waitFor()
  await audit(page, 'refused figures')
  await close()
})

test('by keyboard alone to an outcome', { timeout: 120_000 }, async () => {
  const { page, close } = await visit()
  await exampleReady(page)
  await page.locator('#complete-on').focus()
  for (let i = 0; i < 6 && (await page.evaluate(() => document.activeElement.textContent)) !== 'Hand in the determinations'; i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await quiet(page)
  await focused(page, 'textContent', 'At 13.17%')
  const seen = new Set()
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const f = await page.evaluate(() => {
      const e = document.activeElement, r = e.getBoundingClientRect(), o = getComputedStyle(e.matches('.file input') ? e.parentElement : e)
      return { tag: e.tagName, name: e.getAttribute('aria-label') || e.textContent, hidden: r.width === 0 || r.bottom < 0 || r.top > innerHeight, outline: o.outlineStyle !== 'none' }
    })
    if (f.tag === 'BODY') break
    seen.add(f.name)
    assert.ok(!f.hidden, `hidden: ${JSON.stringify(f)}`)
    assert.ok(f.outline, `no visible focus: ${JSON.stringify(f)}`)
  }
  assert.ok(seen.has('Download the worklist') && [...seen].some(n => /^Correct amount of /.test(n)))
  await close()
})

test('on paper: the worklist, then the report', { timeout: 180_000 }, async () => {
  const { page, close } = await visit()
  await exampleReady(page)
  await page.emulateMedia({ media: 'print' })
  assert.match(await page.evaluate(() => document.body.innerText), /Discovery sample[\s\S]*WC25-00015/)
  await shot(page, 'review-print-worklist')
  await page.emulateMedia({ media: 'screen' })
  await handIn(page)
  await handIn(page)
  await reported(page)
  await page.emulateMedia({ media: 'print' })
  const text = await page.evaluate(() => document.body.innerText)
  for (const want of [/WORKPAPER/i, /Claims review report/, /13\.174%/, /\$3,872\.54/, /Glossary/, /Printed by iromath \d/]) assert.match(text, want)
  for (const no of ['Print workpaper', 'Hand in', 'Resume a saved review', 'Change agreement']) assert.ok(!text.includes(no), no)
  await shot(page, 'review-print')
  await close()
})

test('the one file reviews from a disk', { timeout: 120_000 }, async () => {
  const o = await open(browser, server.url, { url: 'file://' + singleFile, hash: '#/review' })
  await exampleReady(o.page)
  await handIn(o.page)
  assert.match(await o.page.locator('.stand').innerText(), /meets the threshold/)
  await o.close()
})
