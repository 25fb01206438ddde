// Builds the page: dist/page, static files for a server, and dist/iromath.html, one file that opens from a disk.
//
//   node page/build.mjs
//
// It fails where the page without its WebAssembly weighs more than LIMIT. It takes the WebAssembly files of dist/wasm, what is in dist/generated, and the licences in dist/npm: go run ./build makes them, and calls this.

import { build } from 'esbuild'
import { minify } from 'vite'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { numbered, pack } from './pack.mjs'

/** Bytes of all files of the page but the WebAssembly, with gzip. */
const LIMIT = 150_000
const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, '../dist'), out = join(dist, 'page')
/** The parts of the library, which the page fetches when it needs them; the one file has the whole. */
const parts = (await readdir(join(dist, 'wasm'))).filter(f => f.endsWith('.wasm') && f !== 'whole.wasm')
const wasm = name => readFile(join(dist, 'wasm', name))
/** A part in its compressed form: that of the whole build, where it is there. */
const packed = name => wasm(name + '.gz').catch(async () => gzipSync(await wasm(name), { level: 9 }))
const version = /const Version = "([^"]+)"/.exec(await readFile(join(here, '../../internal/textfile/page.go'), 'utf8'))[1]
const licences = [
  'Preact\n\n' + await readFile(join(here, '../node_modules/preact/LICENSE'), 'utf8'),
  await readFile(join(dist, 'npm/LICENSES.txt'), 'utf8'),
].join('\n\n')
const template = await readFile(join(here, 'src/index.html'), 'utf8')

const common = {
  bundle: true, minify: true, target: ['es2022'], legalComments: 'none', charset: 'utf8', logLevel: 'warning', absWorkingDir: here,
  alias: Object.fromEntries(['wasm_exec', 'parts'].map(name => [`generated/${name}`, join(dist, 'generated', name + '.mjs')])),
  loader: { '.txt': 'text', '.csv': 'text' }, jsx: 'automatic', jsxImportSource: 'preact', define: { VERSION: JSON.stringify(version) },
}
/** The claims and determinations of an example. */
async function example(name) {
  const [claims, determinations] = await Promise.all(['claims', 'determinations'].map(f => readFile(join(here, '../../examples', name, 'data', f + '.csv'), 'utf8')))
  return pack(claims, determinations)
}
/** Which part of the library has which calculations, in less space than an object of names. */
async function partsModule() {
  const { parts } = await import(join(dist, 'generated/parts.mjs'))
  const lists = Object.fromEntries([...new Set(Object.values(parts))].map(p => [p, Object.keys(parts).filter(n => parts[n] === p).join(' ')]))
  return `export const parts = {}
    for (const [part, names] of Object.entries(${JSON.stringify(lists)})) for (const name of names.split(' ')) parts[name] = part`
}
/**
 * What the build puts in: the source of the worker, which only the one file has inside, the licences, the files of examples, and
 * the names of the calculations. The support script of the toolchain is needed in the worker alone.
 */
const embed = source => ({
  name: 'embedded',
  setup(b) {
    b.onResolve({ filter: /^iromath:/ }, a => ({ path: a.path.slice('iromath:'.length), namespace: 'embedded' }))
    b.onLoad({ filter: /goldentest\/testdata\/.*\.(txt|csv)$/ }, async a => ({ contents: `export default ${numbered(await readFile(a.path, 'utf8'))}` }))
    b.onLoad({ filter: /generated\/parts\.mjs$/ }, async () => ({ contents: await partsModule() }))
    b.onLoad({ filter: /.*/, namespace: 'embedded' }, async ({ path }) => {
      const [name, value] = path.startsWith('claims/') ? ['packed', await example(path.slice('claims/'.length))] : [path, { embedded: source, licences }[path]]
      return { contents: `export const ${name} = ${JSON.stringify(value)}` }
    })
  },
})
/** The texts of a build that esbuild bundled and Vite's minifier made smaller: a fortieth smaller than esbuild alone makes them. */
async function bundle(options) {
  const { outputFiles, metafile } = await build({ ...common, ...options, write: false, metafile: true })
  const files = await Promise.all(outputFiles.map(async ({ path, text }) => {
    if (!path.endsWith('.js') && path !== '<stdout>') return { path, text }
    const { code, errors } = await minify(path, text, { module: options.format === 'esm', compress: { target: common.target[0] }, mangle: { toplevel: true } })
    if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`)
    return { path, text: code }
  }))
  return { files, metafile }
}
const text = async options => (await bundle(options)).files[0].text
const sha256 = text => createHash('sha256').update(text).digest('base64')
const fill = parts => template.replace(/%(\w+)%/g, (_, name) => parts[name])
// The end of a script in a text would end the script around it.
const inline = js => js.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--')

const worker = await text({ entryPoints: [join(here, '../npm/src/worker.ts')], format: 'iife' })
const style = (await build({ ...common, entryPoints: ['src/style/index.css'], write: false })).outputFiles[0].text
// Within the page, since browsers ask for an icon again whenever the address changes.
const iconLink = `<link rel="icon" href="data:image/svg+xml;base64,${(await readFile(join(here, 'src/icon.svg'))).toString('base64')}">`

// The page as files.
await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
const page = await bundle({ entryPoints: { page: 'src/main.tsx' }, format: 'esm', splitting: true, outdir: out, chunkNames: 'parts/[name]-[hash]', plugins: [embed(undefined)] })
await mkdir(join(out, 'parts'))
for (const f of page.files) await writeFile(f.path, f.text)
await writeFile(join(out, 'worker.js'), worker)
await writeFile(join(out, 'page.css'), style)
await mkdir(join(out, 'wasm'))
for (const part of parts) {
  await writeFile(join(out, 'wasm', part), await wasm(part))
  await writeFile(join(out, 'wasm', part + '.gz'), await packed(part))
}
await copyFile(join(dist, 'npm/wasm/SHA256SUMS'), join(out, 'wasm/SHA256SUMS'))
// What the first view needs is asked for at once.
const entry = Object.keys(page.metafile.outputs).find(o => o.endsWith('page/page.js'))
const preload = page.metafile.outputs[entry].imports.filter(i => i.kind === 'import-statement').map(i => `<link rel="modulepreload" href="parts/${i.path.split('/').pop()}">`)
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
await writeFile(join(out, 'sw.js'), await text({
  entryPoints: ['src/sw.ts'], format: 'iife',
  define: { ...common.define, FILES: JSON.stringify(['./', ...files]), CACHE: JSON.stringify('iromath ' + digest.digest('hex').slice(0, 16)) },
}))

// The page as one file.
const script = inline(await text({ entryPoints: ['src/main.tsx'], format: 'esm', plugins: [embed(worker)] }))
await writeFile(join(dist, 'iromath.html'), fill({
  CSP: `default-src 'none'; script-src 'sha256-${sha256(script)}' 'wasm-unsafe-eval'; style-src 'sha256-${sha256(style)}'; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'`,
  HEAD: `${iconLink}\n<style>${style}</style>`,
  BODY: `<script type="text/plain" id="iromath-wasm">${(await packed('whole.wasm')).toString('base64')}</script>\n<script type="module">${script}</script>`,
}))

const own = [...files.filter(f => !f.startsWith('wasm/')), 'sw.js']
const weights = await Promise.all(own.map(async f => gzipSync(await readFile(join(out, f)), { level: 9 }).length))
const weight = weights.reduce((a, b) => a + b)
console.log(`page: ${own.length} files, ${(weight / 1000).toFixed(1)} KB gzip without the WebAssembly`)
if (weight > LIMIT) throw new Error(`the page may weigh ${LIMIT / 1000} KB: what has grown is not needed by everybody, or can be said shorter`)
