// The view of the training programme, used as a person would. Days and hours are counted by hand; Fisher's test and the draw are
// held against figures from outside.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { audit, everyLook, fits, launch, sizes, open, serve, settled, shot } from './harness.mjs'

let server, browser
before(async () => { server = await serve(); browser = await launch() })
after(async () => { await browser.close(); await server.close() })

const DESIGNS = ['audit', 'clock', 'lessons', 'draw', 'metrics', 'bundle', 'verify', 'penalty', 'tasks']
const visit = async (design, options = {}) => {
  const o = await open(browser, server.url, { hash: '#/training/' + design, ...options })
  await settled(o.page)
  return o
}
const entry = (page, label) => page.getByLabel(label, { exact: true })
const status = page => page.locator('.result > .status')
const says = (page, pattern) => page.waitForFunction(([s, f]) => new RegExp(s, f).test(document.querySelector('.result > .status').textContent), [pattern.source, pattern.flags], { timeout: 30_000 })
const save = async (page, name) => {
  const [d] = await Promise.all([page.waitForEvent('download'), page.locator('.toolbar').getByRole('button', { name, exact: true }).click()])
  return [d.suggestedFilename(), await d.path()]
}

test('every design opens with its example, on a desk and on a phone', { timeout: 600_000 }, async () => {
  for (const design of DESIGNS) {
    for (const size of sizes) {
      const { page, close } = await visit(design, size)
      await says(page, /\S/)
      await audit(page, `${design}, ${size.name}`)
      await fits(page, `${design}, ${size.name}`)
      await shot(page, `training-${design}-${size.name}`)
      await close()
    }
  }
})

test('the self-audit stands in every look', { timeout: 300_000 }, async () => {
  await everyLook(browser, server.url, 'training-open', { hash: '#/training/audit' }, async page => {
    for (const b of await page.locator('.disclose').all()) await b.click()
  })
})

test('the self-audit: done, due, overdue and missing, the next modules, and an earlier day', async () => {
  const { page, close } = await visit('audit')
  await says(page, /1 of 6 tasks is done on May 15, 2026\. Overdue: proof of mitigation\. Done without evidence: monthly modules, learning sprints\./)
  const out = page.locator('.outcome')
  // 60 days from March 4 end on May 3.
  assert.match(await out.innerText(), /The 60-day metric of module M3 was due on May 3, 2026/)
  assert.match(await page.getByRole('table', { name: 'The six tasks' }).innerText(), /Proof of mitigation\s+Overdue\s+March 31, 2026\s+42 CFR part 1003 determinations factors/)
  assert.match(await page.getByRole('table', { name: 'Next modules and other last days' }).innerText(), /May 31, 2026\s+Monthly modules\s+Deliver the module of May 2026 for front desk/)
  // From Monday 9:15 to Wednesday 12:00 are 50 and three quarters of an hour.
  assert.match(await out.innerText(), /In time 50\.75 hours to deployment/)
  assert.match(await page.getByRole('table', { name: 'Competency checks' }).innerText(), /K1\s+lee\s+March 17, 2026\s+4 of 5\s+Trained and failing/)
  await entry(page, 'As-of day').fill('2026-01-20')
  await says(page, /done on January 20, 2026\. Nothing is overdue/)
  assert.ok(!(await out.innerText()).includes('Sprint of incident'))
  await close()
})

test('a programme that cannot be right, and one that is no JSON', async () => {
  const { page, close } = await visit('audit')
  const text = await entry(page, 'Programme').inputValue()
  await entry(page, 'Programme').fill(text.replace('"person": "ray"', '"person": "nobody"'))
  await says(page, /The programme cannot be right: 1 entry contradicts it/)
  assert.match(await page.getByRole('table', { name: 'What is wrong with it' }).innerText(), /modules\[0\]\.attendance\[2\]\.person/)
  await audit(page, 'a wrong programme')
  await shot(page, 'training-wrong')
  await entry(page, 'Programme').fill('{"clinic": ')
  await page.getByRole('button', { name: 'Audit' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /Programme: This is not JSON/)
  await audit(page, 'no JSON')
  await entry(page, 'Programme').fill('{"clinic": 7}')
  await page.getByRole('button', { name: 'Audit' }).click()
  await page.getByText(/clinic/).first().waitFor()
  await page.locator('.problems').waitFor()
  await audit(page, 'no programme')
  await close()
})

test('a programme is opened as a file and is nowhere after a reload', async () => {
  const { page, close } = await visit('audit')
  const program = JSON.parse(await entry(page, 'Programme').inputValue())
  program.clinic = 'SECRETCLINIC'
  await page.locator('input[type=file]').setInputFiles({ name: 'programme.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(program)) })
  await page.waitForFunction(() => document.querySelector('.figures dt').textContent.includes('SECRETCLINIC'))
  await entry(page, 'As-of day').fill('2026-05-16')
  await says(page, /May 16, 2026/)
  const kept = await page.evaluate(() => JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }]))
  assert.match(kept, /on=2026-05-16/)
  assert.doesNotMatch(kept, /SECRET|lee|kim/)
  await page.reload()
  await page.locator('.empty').waitFor()
  assert.equal(await entry(page, 'As-of day').inputValue(), '2026-05-16')
  assert.equal(await entry(page, 'Programme').inputValue(), '')
  await close()
})

test('72 hours across the day on which clocks are put forward', async () => {
  const { page, close } = await visit('clock')
  await says(page, /1\.00 hours are left, until Monday, March 9, 2026 at 10:15 AM EDT\. Still to be reached: front desk/)
  await entry(page, 'A module reached it on (optional)').last().fill('2026-03-09')
  await entry(page, 'Time it was reached').last().fill('10:15 am')
  await entry(page, 'Time the clock is looked at').fill('11:00')
  await says(page, /reached in time, after 72\.00 of 72 hours/)
  await entry(page, 'Time it was reached').last().fill('10:45 am')
  await says(page, /0\.50 hours late/)
  // Arizona does not put clocks forward.
  await entry(page, 'Time zone').selectOption('America/Phoenix')
  await entry(page, 'Time it was reached').last().fill('9:15 am')
  await says(page, /in time, after 72\.00/)
  await entry(page, 'Time it was reached').last().fill('quarter past')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /Role 2, Time it was reached: Enter a time/)
  await audit(page, 'a wrong time')
  assert.doesNotMatch(await page.evaluate(() => location.href + JSON.stringify({ ...sessionStorage })), /Quantity/)
  await close()
})

test('lessons by dollars; missing documentation is the whole paid amount', async () => {
  const { page, close } = await visit('lessons')
  await says(page, /For March 2026, teach first: Coded too high \(\$130\.00 paid wrongly\)/)
  assert.match(await page.getByRole('table', { name: /^Modules for March 2026/ }).innerText(), /Coded too high\s+Coding\s+2\s+\$130\.00[\s\S]*No order for the test\s+Medical necessity\s+1\s+\$95\.00[\s\S]*No reason given\s+Documentation\s+1\s+\$80\.00/)
  await entry(page, 'Reviewed claims').fill('Claim,Paid,Correct\nA,10.00,10.00\n')
  await says(page, /No claim is in error/)
  await audit(page, 'no lesson')
  await close()
})

test('charts are drawn from each provider, and the same seed draws them again', async () => {
  const { page, close } = await visit('draw')
  await says(page, /7 charts of 2 providers/)
  const drawn = await page.getByRole('table', { name: /^Charts to check/ }).innerText()
  assert.match(drawn, /lee\s+8\s+(E\d, ){4}E\d\s+sam\s+2\s+F1, F2/)
  await entry(page, 'Seed').fill('1')
  await says(page, /with seed 1\./)
  await entry(page, 'Seed').fill('48863.78')
  await says(page, /with seed 48863\.78/)
  assert.equal(await page.getByRole('table', { name: /^Charts to check/ }).innerText(), drawn)
  await close()
})

test('Fisher\'s exact test', async () => {
  const { page, close } = await visit('metrics')
  // 12 of 30 and 3 of 30: the sum of the hypergeometric probabilities of 12 and more, twice, as the margins are even.
  const choose = (n, k) => { let c = 1n; for (let i = 1n; i <= BigInt(k); i++) c = (c * (BigInt(n) - BigInt(k) + i)) / i; return c }
  let tail = 0n
  for (let k = 12; k <= 15; k++) tail += choose(30, k) * choose(30, 15 - k)
  const p = Number((tail * 2n * 10n ** 8n) / choose(60, 15)) / 1e8
  await says(page, /fell from 40\.00% to 10\.00%: a significant change/)
  assert.match(await page.getByRole('table', { name: 'Fisher’s exact test' }).innerText(), new RegExp(`as this one\\s+${p.toFixed(6)}`))
  assert.match(await page.getByRole('table', { name: /^Refunds/ }).innerText(), /In time\s+1\s+Late\s+0\s+Open, with time left\s+1\s+Overdue\s+1/)
  await entry(page, 'In error after').fill('31')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /31/)
  await audit(page, 'more errors than items')
  await close()
})

test('a penalty is multiplied out', async () => {
  const { page, close } = await visit('penalty')
  await says(page, /come to \$415,600\.00; prevention would have taken out \$322,090\.00/)
  await close()
})

test('a bundle is saved as an archive, opened, and verified; a changed file is found', { timeout: 120_000 }, async () => {
  const { page, close } = await visit('bundle')
  await says(page, /The bundle has 14 artifacts/)
  const [name, archive] = await save(page, 'Save the bundle (ZIP)')
  assert.equal(name, 'bundle-2026-03-20.zip')
  const [, digestFile] = await save(page, 'Digest')
  const digest = (await readFile(digestFile, 'utf8')).trim()
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  execFileSync('python3', ['-m', 'zipfile', '-e', archive, folder])
  execFileSync('sha256sum', ['--quiet', '-c', 'manifest.sha256'], { cwd: folder })
  const files = readdirSync(folder)
  assert.equal(files.length, 17)
  assert.equal('sha256:' + createHash('sha256').update(readFileSync(join(folder, 'manifest.sha256'))).digest('hex'), digest)
  assert.ok(statSync(archive).size > 5000)

  await page.evaluate(() => { location.hash = '#/training/verify' })
  await says(page, /The bundle is unchanged/)
  await page.locator('input[type=file]').setInputFiles(files.map(f => join(folder, f)))
  await entry(page, 'Digest that was kept').fill(digest)
  await says(page, /The bundle is unchanged: 16 files are what they were/)
  await shot(page, 'training-verified')

  const changed = files.find(f => f.includes('_attendance_'))
  writeFileSync(join(folder, changed), readFileSync(join(folder, changed), 'utf8') + ' ')
  writeFileSync(join(folder, 'note.txt'), 'x')
  await page.locator('input[type=file]').setInputFiles([...files.filter(f => !f.includes('_scores_')), 'note.txt'].map(f => join(folder, f)))
  await says(page, /not what it was: 3 files changed, missing or added/)
  assert.match(await page.getByRole('table', { name: 'What differs' }).innerText(), new RegExp(`${changed}\\s+Changed[\\s\\S]*_scores_01\\.json\\s+Missing\\s+note\\.txt\\s+Added`))
  await audit(page, 'a changed bundle')
  await fits(page, 'a changed bundle')
  await shot(page, 'training-changed')
  await entry(page, 'Digest that was kept').fill('sha256:' + '0'.repeat(64))
  await says(page, /The manifest is not the one whose digest was kept/)
  await entry(page, 'Digest that was kept').fill('none')
  await page.getByRole('button', { name: 'Verify' }).click()
  await page.locator('.problems:focus').waitFor()
  assert.match(await page.locator('.problems').innerText(), /Enter sha256: and the 64 digits/)
  await close()
})

test('the evidence of a month, with a file beside it', async () => {
  const { page, close } = await visit('bundle')
  await page.getByLabel('A month', { exact: true }).check()
  await entry(page, 'Month').fill('2026-02')
  await page.getByRole('button', { name: 'More options' }).click()
  await page.getByRole('button', { name: 'Add file' }).click()
  await page.locator('.rowitem input[type=file]').setInputFiles({ name: 'sign-in.PDF', mimeType: 'application/pdf', buffer: Buffer.from('scan') })
  await entry(page, 'Day it is about').fill('2026-02-11')
  await entry(page, 'Topic').fill('copay-waivers')
  await entry(page, 'Title').fill('Scanned sign-in sheet')
  await page.waitForFunction(() => document.querySelector('.outcome').textContent.includes('2026-02-11_copay-waivers_attendance_02.pdf'))
  await audit(page, 'a month')
  await shot(page, 'training-month')
  await close()
})

test('on paper it is a workpaper', async () => {
  const { page, close } = await visit('audit')
  await page.emulateMedia({ media: 'print' })
  const text = await page.evaluate(() => document.body.innerText)
  for (const want of ['Training self-audit', 'The six tasks', 'Proof of mitigation', 'The five pitfalls', 'Formula and source']) assert.ok(text.includes(want), want)
  assert.ok(!text.includes('Print workpaper'))
  await shot(page, 'training-print')
  await close()
})
