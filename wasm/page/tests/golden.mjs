// The printed figures of the RAT-STATS manuals, and the same as the page shows them.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { settled } from './harness.mjs'

const data = join(dirname(fileURLToPath(import.meta.url)), '../../../internal/goldentest/testdata')

/** What a case of a golden file prints. */
export async function golden(file, id) {
  const { cases } = JSON.parse(await readFile(join(data, file + '.json'), 'utf8'))
  return cases.find(c => c.id === id).printed
}
export const text = file => readFile(join(data, file), 'utf8')

/** "$480,046.27" or "24.058%" with fewer places, half away from zero, as the manuals print it: "480,046", "24.06%". */
export function printed(shown, places) {
  const [, sign, digits, percent] = /^(-?)\$?([\d,]+(?:\.\d+)?)(%?)$/.exec(shown) ?? assert.fail(`no figure: ${shown}`)
  const [whole, fraction = ''] = digits.replaceAll(',', '').split('.')
  let n = BigInt(whole + fraction.padEnd(places, '0').slice(0, places))
  if (fraction.length > places && fraction[places] >= '5') n++
  const s = n.toString().padStart(places + 1, '0'), cut = s.length - places
  return sign + s.slice(0, cut).replace(/\B(?=(\d{3})+$)/g, ',') + (places ? '.' + s.slice(cut) : '') + percent
}

/** Goes to another calculator of the page, as a link does. */
export async function goTo(page, hash) {
  await page.evaluate(h => { location.hash = h }, hash)
  await page.waitForFunction(h => document.querySelector('.designs [aria-current]')?.getAttribute('href') === h.split('?')[0], hash)
  await settled(page)
  await page.locator('.figures').first().waitFor()
}

/** The cells of a table by its caption, a row each. */
export const cells = (page, name) => page.getByRole('table', { name }).first().evaluate(t => [...t.tBodies[0].rows].map(r => [...r.cells].map(c => c.textContent)))

export const figure = page => page.locator('.figures dd').first().innerText()

/** The printout, opened if it is closed. */
export async function printout(page) {
  const button = page.getByRole('button', { name: 'Printout', exact: true }).last()
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  return page.locator('pre.printout').innerText()
}

/** Holds a table of limits against those printed: each level's figures in columns of the table, rounded to places. */
export async function holdLimits(page, caption, want, columns, places) {
  const rows = await cells(page, caption)
  for (const [level, figures] of Object.entries(want)) {
    const row = rows.find(r => r[0] === level + '%')
    for (const [name, column] of Object.entries(columns)) {
      if (figures[name] !== undefined) assert.equal(printed(row[column], places[name] ?? 0), figures[name].replace(/^\./, '0.'), `${level}% ${name}`)
    }
  }
}
