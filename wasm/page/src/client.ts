// The one instance of the library on this page. It runs in a worker, so the page answers while it calculates.

import { initialize, IromathError, type CalculationInfo, type CalculationName, type Frame, type Iromath, type Request, type Result } from '../../npm/src/index.ts'
import { embedded } from 'iromath:embedded'

export { IromathError }
export type { CalculationInfo, CalculationName, Frame, Iromath, Request, Result }

let instance: Promise<Iromath> | undefined

/** Starts the library, once. */
export function client(): Promise<Iromath> {
  instance ??= start().catch(e => {
    instance = undefined
    throw e
  })
  return instance
}

async function start(): Promise<Iromath> {
  if (!embedded) return initialize({ wasmURL: 'wasm/', worker: () => new Worker(new URL('worker.js', document.baseURI)) })
  const text = document.getElementById('iromath-wasm')!.textContent!
  const packed = Uint8Array.from(atob(text.trim()), c => c.charCodeAt(0))
  const bytes = new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer())
  const source = URL.createObjectURL(new Blob([embedded], { type: 'text/javascript' }))
  return initialize({ bytes, worker: () => new Worker(source) })
}

/** Loads the part of the library that has a calculation, before somebody asks for it. */
export function warm(name: CalculationName): void {
  // No calculation takes null: what matters is that there is an answer.
  client().then(c => c.calculate(name, null as never)).catch(() => {})
}

let list: Promise<Map<string, CalculationInfo>> | undefined

/** The calculations of the library by name. */
export function calculations(): Promise<Map<string, CalculationInfo>> {
  list ??= client().then(c => c.calculations()).then(all => new Map(all.map(c => [c.name, c])))
  return list
}
