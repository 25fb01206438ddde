// Opens reports in Chromium, on a light and a dark screen, on a telephone and as paper, and looks for what a reader would
// stumble over: violations of WCAG 2 AA that axe-core finds, anything loaded from elsewhere, errors on the console, a page
// wider than the screen, paper without numbered pages on both sides.
//
//	(cd wasm && npm ci)
//	go run ./examples/claimsreview -format html >report.html
//	MODULES=wasm/node_modules node internal/browsertest/report.mjs [-out DIR] report.html...
//
// CHROMIUM names the browser, /usr/bin/chromium if it is not set. With -out the pages are kept as pictures and PDF.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const from = createRequire(path.resolve(process.env.MODULES ?? 'node_modules') + '/');
const { chromium } = from('playwright-core');
const axe = fs.readFileSync(from.resolve('axe-core/axe.min.js'), 'utf8');
const args = process.argv.slice(2);
const out = args[0] === '-out' ? args.splice(0, 2)[1] : '';
if (args.length === 0) throw new Error('no report to look at');

let failures = 0;
const fail = (...what) => { failures++; console.log('FAIL', ...what); };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const file of args) {
  const address = pathToFileURL(path.resolve(file)).href;
  for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['light', 390], ['dark', 390]]) {
    const view = `${file} ${colorScheme} ${width}`;
    // The page's own policy keeps every script out, that of the examination too.
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    page.on('request', r => { if (r.url() !== address) fail(view, 'loads', r.url()); });
    page.on('console', m => fail(view, 'console:', m.text()));
    page.on('pageerror', e => fail(view, 'error:', e.message));
    await page.goto(address);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (beyond > 0) fail(view, `is ${beyond} pixels wider than the screen`);
    if (out) await page.screenshot({ path: path.join(out, `${path.basename(file, '.html')}-${colorScheme}-${width}.png`), fullPage: true });
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document));
    if (found.passes.length < 20) fail(view, 'axe-core looked at next to nothing');
    for (const v of found.violations) fail(view, v.id, v.help, v.nodes.map(n => n.html.slice(0, 200)).slice(0, 3).join('\n'));
    if (colorScheme === 'light' && width === 1280) {
      const pdf = await page.pdf({ preferCSSPageSize: true, format: 'Letter', printBackground: true });
      const boxes = new Set(pdf.toString('latin1').match(/\/MediaBox \[[^\]]*\]/g));
      if (boxes.size !== 2) fail(view, 'paper has sides', [...boxes].join(' '));
      if (out) fs.writeFileSync(path.join(out, path.basename(file, '.html') + '.pdf'), pdf);
    }
    console.log('looked at', view);
    await context.close();
  }
}
await browser.close();
process.exitCode = failures ? 1 : 0;
