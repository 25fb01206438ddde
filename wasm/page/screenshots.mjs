// Takes the pictures of the README, in page/screenshots, from a built page:
//
//	node page/screenshots.mjs

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import { launch, open, serve, settled } from './tests/harness.mjs'

const folder = join(dirname(fileURLToPath(import.meta.url)), 'screenshots')
await mkdir(folder, { recursive: true })
const server = await serve(), browser = await launch()

/** A picture of a part of a page: state(page) brings it about and gives the places of its top and its bottom. */
async function picture(name, look, state) {
  const { page, close } = await open(browser, server.url, { reducedMotion: 'reduce', ...look })
  await settled(page)
  const [top, bottom] = await state(page)
  const png = await page.screenshot({ fullPage: true, clip: { x: 0, y: top, width: look.width, height: bottom - top } })
  await writeFile(join(folder, name + '.png'), await indexed(page, png))
  await close()
}

/** The same picture in the 256 colours that it has most of, which takes half as much. */
async function indexed(page, png) {
  const { width, height, palette, pixels } = await page.evaluate(async base64 => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), c => c.charCodeAt(0))]))
    const { width, height } = image, canvas = new OffscreenCanvas(width, height).getContext('2d')
    canvas.drawImage(image, 0, 0)
    const colours = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer), often = new Map()
    for (const c of colours) often.set(c, (often.get(c) ?? 0) + 1)
    const parts = c => [c & 255, (c >> 8) & 255, (c >> 16) & 255]
    const palette = [...often.keys()].sort((a, b) => often.get(b) - often.get(a)).slice(0, 256).map(parts)
    const distance = (a, b) => a.reduce((d, v, i) => d + (v - b[i]) ** 2, 0)
    const nearest = new Map([...often.keys()].map(c => [c, palette.reduce((best, p, i) => (distance(p, parts(c)) < distance(palette[best], parts(c)) ? i : best), 0)]))
    return { width, height, palette, pixels: [...colours].map(c => nearest.get(c)) }
  }, png.toString('base64'))
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]), out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]), rows = Buffer.alloc((width + 1) * height)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  for (let y = 0; y < height; y++) rows.set(pixels.slice(y * width, (y + 1) * width), y * (width + 1) + 1)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('PLTE', Buffer.from(palette.flat())), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Where an element is on the page. */
const box = locator => locator.evaluate(e => { const r = e.getBoundingClientRect(); return { top: Math.round(r.top + scrollY), bottom: Math.round(r.bottom + scrollY) } })

const probe = new URLSearchParams({ universe: 4200, from: 'moments', meanOverpayment: '25.32', overpaymentDeviation: '75.62', levels: '80,90,95', precisions: '10,15,25' })
await picture('sample-size', { hash: '#/sample-size/probe?' + probe, width: 1280, height: 900 }, async page => [0, (await box(page.locator('.drawing'))).bottom + 8])
await picture('review', { hash: '#/review', width: 390, height: 844, colorScheme: 'dark', deviceScaleFactor: 2 }, async page => {
  const step = page.locator('.step.discovery_sample')
  await page.getByText(/50 determinations of example/).waitFor()
  await page.getByRole('button', { name: 'Hand in the determinations' }).click()
  await step.locator('.figures').first().waitFor()
  const { top } = await box(step)
  return [top - 16, top + 828]
})

await browser.close()
await server.close()
