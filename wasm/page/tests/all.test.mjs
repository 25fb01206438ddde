// All calculations: the list, and each of them with its example.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { audit, everyLook, focused, launch, open, serve, settled, shot } from './harness.mjs'

let server, browser
before(async () => { server = await serve(); browser = await launch() })
after(async () => { await browser.close(); await server.close() })

/** The list with what the parts of the library say of their calculations. */
const told = async page => {
  await page.locator('.calculations a').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.find + .hint').textContent.includes('being loaded'))
}
const calculated = page => page.getByText('Calculated.', { exact: true }).waitFor()

test('the list stands in every look, and is searched', { timeout: 180_000 }, async () => {
  await everyLook(browser, server.url, 'all', { hash: '#/all' }, told)
  const { page, close } = await open(browser, server.url, { hash: '#/all' })
  // The names are there at once; words of their summaries and sources are found when these have come.
  const found = async words => {
    await page.getByLabel('Find a calculation').fill(words)
    return page.locator('.calculations a').allInnerTexts()
  }
  assert.deepEqual(await found('seed search'), ['sampling.seed_search'])
  await told(page)
  assert.deepEqual(await found('clopper pearson'), ['appraisal.attribute.binomial'])
  assert.deepEqual(await found('seed_search'), ['sampling.seed_search'])
  await page.getByRole('link', { name: 'sampling.seed_search' }).click()
  await calculated(page)
  await focused(page, 'textContent', 'sampling.seed_search')
  await close()
})

test('a calculation with a printout stands in every look', { timeout: 180_000 }, async () => {
  await everyLook(browser, server.url, 'all-one', { hash: '#/all/appraisal.variable.unrestricted' }, async page => {
    await calculated(page)
    await page.getByRole('button', { name: 'Printout', exact: true }).last().click()
  })
})

test('a document stands in every look', { timeout: 180_000 }, async () => {
  await everyLook(browser, server.url, 'all-document', { hash: '#/all/review.verify' }, async page => {
    await calculated(page)
    await page.locator('.outcome .figures, .outcome table').first().waitFor()
  })
})

test('every calculation answers its example', { timeout: 300_000 }, async () => {
  const { page, close } = await open(browser, server.url, { hash: '#/all' })
  await page.locator('.calculations a').first().waitFor()
  const names = await page.locator('.calculations a').allInnerTexts()
  assert.ok(names.length > 100, String(names.length))
  const failed = []
  for (const name of names) {
    await page.evaluate(n => { location.hash = '#/all/' + n }, name)
    await page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
    await page.waitForFunction(() => document.querySelector('.one .status')?.textContent === 'Calculated.' || document.querySelector('.one .error'))
    const wrong = await page.locator('.one .error').allInnerTexts()
    if (wrong.length) failed.push(`${name}: ${wrong}`)
  }
  assert.deepEqual(failed, [])
  await close()
})

test('wrong requests are told at the request, and keep nothing', async () => {
  const { page, close } = await open(browser, server.url, { hash: '#/all/errorrate' })
  await calculated(page)
  const request = page.getByLabel('Request', { exact: true }).last()
  await request.fill('{"SECRET": ')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.getByText('This is not JSON').waitFor()
  assert.equal(await request.getAttribute('aria-invalid'), 'true')
  await request.fill('{"SECRET": 1}')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.locator('.error', { hasText: 'SECRET' }).waitFor()
  await audit(page, 'a wrong request')
  await shot(page, 'all-wrong')
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }])), /SECRET/)
  await page.getByRole('button', { name: 'Show the example' }).click()
  await page.getByRole('button', { name: 'Calculate' }).click()
  await calculated(page)
  await settled(page)
  await close()
})
