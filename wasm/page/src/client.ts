// The one instance of the library on this page. It runs in workers, so the page answers while it calculates.

import { parts } from 'generated/parts'
import { Iromath, type CalculationInfo, type Frame, type FrameUse } from '../../npm/src/api.ts'
import { port } from '../../npm/src/browser.ts'
import { IromathError } from '../../npm/src/error.ts'
import { type CalculationName, type Request, type Result } from '../../npm/src/index.ts'
import { type Source } from '../../npm/src/instance.ts'
import { WorkerRunner } from '../../npm/src/runner.ts'
import { embedded } from 'iromath:embedded'

export { IromathError, type CalculationInfo, type CalculationName, type Frame, type FrameUse, type Iromath, type Request, type Result }

/** The library with parts from some place; single: with one part only. */
const iromath = (single: boolean, source: (part: string) => Promise<Source>, worker: () => Worker) =>
  new Iromath({ single, source, runner: (part, from) => new WorkerRunner(part, from, () => port(worker())) })

const here = (path: string) => new URL(path, document.baseURI).href
const sourceOf = async (part: string): Promise<Source> => ({ url: here(`wasm/${part}.wasm`) })
const worker = () => new Worker(here('worker.js'))

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
  if (!embedded) return iromath(false, sourceOf, worker)
  const text = document.getElementById('iromath-wasm')!.textContent!
  const packed = Uint8Array.from(atob(text.trim()), c => c.charCodeAt(0))
  const bytes = new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer())
  const source = URL.createObjectURL(new Blob([embedded], { type: 'text/javascript' }))
  return iromath(true, async () => ({ bytes }), () => new Worker(source))
}

/** Loads the part of the library that has a calculation, before somebody asks for it. */
export function warm(name: CalculationName): void {
  // No calculation takes null: what matters is that there is an answer.
  client().then(c => c.calculate(name, null as never)).catch(() => {})
}

/** The names of all calculations. */
export const names = Object.keys(parts).sort() as CalculationName[]

const known = new Map<string, Promise<CalculationInfo>>()

/** What the library says of a calculation. */
export function calculation(name: CalculationName): Promise<CalculationInfo> {
  let c = known.get(name)
  if (!c) {
    known.set(name, c = client().then(c => c.calculation(name)))
    c.catch(() => known.delete(name))
  }
  return c
}

/**
 * Tells what the library says of calculations, those that come first in a list of names first. A part of the library is asked after
 * the other, and none stays in memory for that.
 */
export async function listing(names: readonly CalculationName[], tell: (some: CalculationInfo[]) => void): Promise<void> {
  if (embedded) return tell(await (await client()).calculations())
  for (const part of new Set(names.map(n => parts[n]!))) {
    const one = iromath(true, () => sourceOf(part), worker)
    await one.calculations().then(tell).finally(() => one.close())
  }
}
