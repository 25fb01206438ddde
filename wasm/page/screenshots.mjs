// Takes the pictures of the README, in page/screenshots, from a built page:
//
//	node page/screenshots.mjs

import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launch, open, serve, settled } from './tests/harness.mjs'

const folder = join(dirname(fileURLToPath(import.meta.url)), 'screenshots')
await mkdir(folder, { recursive: true })
const server = await serve(), browser = await launch()

async function picture(name, look, prepare) {
  const o = await open(browser, server.url, { reducedMotion: 'reduce', ...look })
  await settled(o.page)
  await prepare(o.page)
  await o.page.screenshot({ path: join(folder, name + '.png') })
  await o.close()
}

await picture('sample-size', { hash: '#/sample-size', width: 1280, height: 1180 }, async () => {})
await picture('review', { hash: '#/review', width: 390, height: 844, colorScheme: 'dark', deviceScaleFactor: 2 }, async page => {
  const outcome = page.getByText(/meets the 5% threshold/)
  await page.getByText(/50 determinations of example/).waitFor()
  await page.getByRole('button', { name: 'Hand in the determinations' }).click()
  await outcome.first().waitFor()
  await settled(page)
})

await browser.close()
await server.close()
