// Builds the page: dist/page, static files for a server, and dist/iromath.html, one file that opens from a disk.
//
//   node page/build.mjs
//
// It takes the WebAssembly files of dist/wasm, what is in dist/generated, and the licences in dist/npm: go run ./build makes them, and calls this.

import { build } from 'esbuild'
import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, '../dist'), out = join(dist, 'page')
/** The parts of the library, which the page fetches when it needs them; the one file has the whole. */
const parts = (await readdir(join(dist, 'wasm'))).filter(f => f.endsWith('.wasm') && f !== 'whole.wasm')
const wasm = name => readFile(join(dist, 'wasm', name))
const version = /const Version = "([^"]+)"/.exec(await readFile(join(here, '../../internal/textfile/page.go'), 'utf8'))[1]
const licences = [
  'Preact\n\n' + await readFile(join(here, '../node_modules/preact/LICENSE'), 'utf8'),
  await readFile(join(dist, 'npm/LICENSES.txt'), 'utf8'),
].join('\n\n')
const template = await readFile(join(here, 'src/index.html'), 'utf8')

const common = {
  bundle: true, minify: true, target: ['es2022'], legalComments: 'none', charset: 'utf8', logLevel: 'warning', absWorkingDir: here,
  alias: Object.fromEntries(['wasm_exec', 'parts', 'calculations'].map(name => [`generated/${name}`, join(dist, 'generated', name + '.mjs')])),
  loader: { '.txt': 'text', '.csv': 'text' }, jsx: 'automatic', jsxImportSource: 'preact', define: { VERSION: JSON.stringify(version) },
}
/** Texts that the build puts in: the source of the worker, which only the one file has inside, and the licences. */
const embed = source => ({
  name: 'embedded',
  setup(b) {
    b.onResolve({ filter: /^iromath:/ }, a => ({ path: a.path.slice('iromath:'.length), namespace: 'embedded' }))
    b.onLoad({ filter: /.*/, namespace: 'embedded' }, a => ({ contents: `export const ${a.path} = ${JSON.stringify({ embedded: source, licences }[a.path])}` }))
  },
})
const sha256 = text => createHash('sha256').update(text).digest('base64')
const fill = parts => template.replace(/%(\w+)%/g, (_, name) => parts[name])
// The end of a script in a text would end the script around it.
const inline = js => js.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--')

const worker = (await build({ ...common, entryPoints: [join(here, '../npm/src/worker.ts')], format: 'iife', write: false })).outputFiles[0].text
const style = (await build({ ...common, entryPoints: ['src/style/index.css'], write: false })).outputFiles[0].text
// Within the page, since browsers ask for an icon again whenever the address changes.
const iconLink = `<link rel="icon" href="data:image/svg+xml;base64,${(await readFile(join(here, 'src/icon.svg'))).toString('base64')}">`

// The page as files.
await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
const { metafile } = await build({
  ...common, entryPoints: { page: 'src/main.tsx' }, format: 'esm', splitting: true, outdir: out, metafile: true, chunkNames: 'parts/[name]-[hash]',
  plugins: [embed(undefined)],
})
await writeFile(join(out, 'worker.js'), worker)
await writeFile(join(out, 'page.css'), style)
await mkdir(join(out, 'wasm'))
for (const part of parts) {
  const bytes = await wasm(part)
  await writeFile(join(out, 'wasm', part), bytes)
  await writeFile(join(out, 'wasm', part + '.gz'), gzipSync(bytes, { level: 9 }))
}
// What the first view needs is asked for at once.
const entry = Object.keys(metafile.outputs).find(o => o.endsWith('page/page.js'))
const preload = metafile.outputs[entry].imports.filter(i => i.kind === 'import-statement').map(i => `<link rel="modulepreload" href="parts/${i.path.split('/').pop()}">`)
await writeFile(join(out, 'index.html'), fill({
  CSP: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'",
  HEAD: [iconLink, '<link rel="stylesheet" href="page.css">', ...preload, '<script type="module" src="page.js"></script>'].join('\n'),
  BODY: '',
}))

// Offline: the names of all files, the parts of the library in their compressed form, and a name of the cache that changes with
// any of them.
const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter(f => f.isFile() && !f.name.endsWith('.wasm')).map(f => join(f.parentPath, f.name).slice(out.length + 1)).sort()
const digest = createHash('sha256')
for (const f of files) digest.update(f).update(await readFile(join(out, f)))
await build({
  ...common, entryPoints: ['src/sw.ts'], format: 'iife', outfile: join(out, 'sw.js'),
  define: { ...common.define, FILES: JSON.stringify(['./', ...files]), CACHE: JSON.stringify('iromath ' + digest.digest('hex').slice(0, 16)) },
})

// The page as one file.
const script = inline((await build({ ...common, entryPoints: ['src/main.tsx'], format: 'esm', write: false, plugins: [embed(worker)] })).outputFiles[0].text)
await writeFile(join(dist, 'iromath.html'), fill({
  CSP: `default-src 'none'; script-src 'sha256-${sha256(script)}' 'wasm-unsafe-eval'; style-src 'sha256-${sha256(style)}'; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'`,
  HEAD: `${iconLink}\n<style>${style}</style>`,
  BODY: `<script type="text/plain" id="iromath-wasm">${gzipSync(await wasm('whole.wasm'), { level: 9 }).toString('base64')}</script>\n<script type="module">${script}</script>`,
}))

const packed = await Promise.all(files.filter(f => !f.startsWith('wasm/')).map(async f => gzipSync(await readFile(join(out, f)), { level: 9 }).length))
console.log(`page: ${files.length} files, ${(packed.reduce((a, b) => a + b) / 1000).toFixed(1)} KB gzip without the WebAssembly`)
