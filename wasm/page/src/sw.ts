// Keeps the files of this version, so that the page works without a network. It answers for them alone.

declare const FILES: string[]
declare const CACHE: string

const worker = self as unknown as {
  addEventListener(type: string, f: (e: any) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  location: Location
  registration: { scope: string }
}

worker.addEventListener('install', e => e.waitUntil(caches.open(CACHE).then(c => c.addAll(FILES)).then(() => worker.skipWaiting())))

worker.addEventListener('activate', e => e.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('iromath ') && name !== CACHE) await caches.delete(name)
  await worker.clients.claim()
})()))

worker.addEventListener('fetch', e => {
  const url = new URL(e.request.url)
  if (e.request.method !== 'GET' || url.origin !== worker.location.origin) return
  e.respondWith(caches.open(CACHE).then(async c => (await c.match(e.request, { ignoreSearch: true })) ?? (await part(c, url)) ?? fetch(e.request)))
})

/** A part of the library is kept compressed, as it is large; a server may have unpacked it on the way. */
async function part(cache: Cache, url: URL): Promise<Response | undefined> {
  if (!url.pathname.endsWith('.wasm')) return undefined
  const kept = await cache.match(url.origin + url.pathname + '.gz')
  if (!kept) return undefined
  const body = await kept.blob()
  const [a, b] = new Uint8Array(await body.slice(0, 2).arrayBuffer())
  const bytes = a === 0x1f && b === 0x8b ? body.stream().pipeThrough(new DecompressionStream('gzip')) : body.stream()
  return new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } })
}
