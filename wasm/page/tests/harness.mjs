// What the tests of the page share: a server of dist/page, Chromium, a page that may ask for nothing but its own files and log no
// error, axe-core, and screenshots in SHOTS (a folder of the system's temporary files unless set).

import { chromium } from 'playwright-core'
import axe from 'axe-core'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
export const root = join(here, '../../dist/page')
export const singleFile = join(here, '../../dist/iromath.html')
const shots = process.env.SHOTS ?? join(tmpdir(), 'iromath-shots')
mkdirSync(shots, { recursive: true })

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.json': 'application/json', '.webmanifest': 'application/manifest+json' }

/** Serves dist/page on a free port of this machine. */
export async function serve() {
  const packed = new Map()
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)).replace(/^\/+$/, '/index.html')
    try {
      const file = join(root, path)
      if (!file.startsWith(root)) throw new Error('outside')
      if (!packed.has(file)) packed.set(file, gzipSync(await readFile(file), { level: 6 }))
      response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Encoding': 'gzip', 'Cache-Control': 'no-cache' })
      response.end(packed.get(file))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise(ok => server.listen(0, '127.0.0.1', ok))
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise(ok => { server.closeAllConnections(); server.close(ok) }) }
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}

/**
 * Opens a page of its own context and watches it. options: hash, width, height, colorScheme, forcedColors, reducedMotion, url (of
 * the single file, instead of the server's). The answer has page, context, troubles (what was asked for elsewhere, logged or
 * thrown) and close(), which fails on any trouble.
 */
export async function open(browser, base, { hash = '', width = 1280, height = 900, colorScheme = 'light', forcedColors = 'none', reducedMotion = 'no-preference', url = base, serviceWorkers = 'block', deviceScaleFactor = 1 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, forcedColors, reducedMotion, serviceWorkers, deviceScaleFactor, acceptDownloads: true, permissions: url.startsWith('http') ? ['clipboard-read', 'clipboard-write'] : [] })
  const troubles = [], requests = []
  context.on('request', r => {
    const u = r.url()
    requests.push(u)
    if (!u.startsWith(url) && !u.startsWith('blob:') && !u.startsWith('data:')) troubles.push('request to ' + u)
  })
  const page = await context.newPage()
  opened.set(page, { colorScheme, forcedColors })
  page.on('console', m => { if ((m.type() === 'error' || m.type() === 'warning') && !m.text().includes('blocked by Playwright')) troubles.push('console: ' + m.text()) })
  page.on('pageerror', e => troubles.push('error: ' + e.message))
  await page.goto(url + hash)
  return {
    page, context, troubles, requests,
    async close() {
      await context.close()
      if (troubles.length) throw new Error(troubles.join('\n'))
    },
  }
}

/** The colours that every state has to stand. They are changed under the open page, as the system changes them. */
const COLOURS = {
  light: { colorScheme: 'light', forcedColors: 'none' }, dark: { colorScheme: 'dark', forcedColors: 'none' }, forced: { colorScheme: 'light', forcedColors: 'active' },
}
const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const opened = new WeakMap()

async function inEveryColour(page, look) {
  for (const [name, media] of Object.entries(COLOURS)) {
    await page.emulateMedia(media)
    await look(name)
  }
  await page.emulateMedia(opened.get(page))
}

/** Runs axe-core (WCAG 2.2 A and AA, best practices) and fails on any violation, in light, dark and forced colours. */
export async function audit(page, what, also = async () => {}) {
  // The page's policy lets no script in: the tester evaluates it outside of it.
  await page.evaluate(axe.source + '; undefined')
  await inEveryColour(page, async colour => {
    // Colours change nothing but contrast.
    const runOnly = colour === 'light' ? EVERYTHING : { type: 'rule', values: ['color-contrast'] }
    const { violations } = await page.evaluate(runOnly => window.axe.run(document, { runOnly }), runOnly)
    if (violations.length) {
      throw new Error(`${what}, ${colour}: ` + violations.map(v => `${v.id}: ${v.help}\n` + v.nodes.slice(0, 4).map(n => `  ${n.html.slice(0, 160)}\n  ${n.failureSummary?.replaceAll('\n', ' ')}`).join('\n')).join('\n'))
    }
    await also(colour)
  })
}

/** Fails where the page scrolls sideways. */
export async function fits(page, what) {
  const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
  if (scroll > client) {
    const wide = await page.evaluate(w => [...document.querySelectorAll('main *, header *, nav *')].filter(e => e.getBoundingClientRect().right > w + 1 && !e.closest('.scroll, .data textarea')).slice(0, 5).map(e => e.outerHTML.slice(0, 120)), client)
    throw new Error(`${what}: ${scroll} pixels wide in ${client}:\n${wide.join('\n')}`)
  }
}

/** Takes a picture of the whole page. */
export const shot = (page, name) => page.screenshot({ path: join(shots, name + '.png'), fullPage: true })

/** A desk, and a phone (or a desk at 400 % zoom). */
export const sizes = [{ name: '1280', width: 1280 }, { name: '320', width: 320, height: 640 }]

/**
 * Brings a page into a state on a desk and on a phone, and audits it in every colour: axe-core, no sideways scrolling, a picture.
 * prepare(page) makes the state; without it the state is the view as it opens, with its first result.
 */
export async function everyLook(browser, base, name, options, prepare = async () => {}) {
  for (const size of sizes) {
    const o = await open(browser, base, { ...options, ...size, reducedMotion: 'reduce' })
    await settled(o.page)
    await prepare(o.page)
    await audit(o.page, `${name}, ${size.name}`, async colour => {
      await fits(o.page, `${name}, ${colour}, ${size.name}`)
      await shot(o.page, `${name}-${colour}-${size.name}`)
    })
    await o.close()
  }
}

/** Waits until a property of the element that has the focus, such as its id, has a value or begins with it. */
export const focused = (page, property, begins) => page.waitForFunction(([p, b]) => String(document.activeElement[p]).startsWith(b), [property, begins])

/** Waits until the first result, or another state that is one, is there. */
export async function settled(page) {
  await page.locator('main h1').waitFor()
  await page.waitForFunction(() => !document.querySelector('.skeleton') && !document.querySelector('[aria-busy=true]') && document.querySelector('main').children.length > 1)
}

/** Pastes a text into what has the focus, as a clipboard does. */
export const paste = (page, text) => page.evaluate(t => {
  const data = new DataTransfer()
  data.setData('text/plain', t)
  const target = document.activeElement
  if (target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))) document.execCommand('insertText', false, t)
}, text)
