// What the designs of a sample share. A design is declared once: the draw and the verification are made of it.

import { type ComponentChildren } from 'preact'
import { type CalculationName, type Request, type Result } from '../../client.ts'
import {
  checkbox, choice, integer, seed, text, type Block, type Field, type Fields, type Raws, type Row, type Run, type Values, type Warning,
} from '../../kit/index.ts'

/** A unit that was drawn, as the columns of its design show it. */
export interface Unit { order: number; cells: string[]; /** Which of several draws it is of. */ draw?: number }

/** What was drawn, whatever the design. */
export interface Drawn {
  /** In sequential order. */
  sample: Unit[]
  /** In the order they were generated. */
  spares: Unit[]
  /** How many of the sample were drawn before, by the same plan. */
  before?: number
  /** The seed and the method of the draw. */
  seed: string
  method?: string
  facts: Row[]
  blocks?: Block[]
  warnings?: Warning[]
}

/** Of which units a verification is about. */
type UnitOf<V extends CalculationName> = Request<V> extends { reported: (infer U)[] } ? U : never

export interface Spec<F extends Fields, D extends CalculationName, V extends CalculationName> {
  id: string
  title: string
  /** The name of the design, for headings: "simple random sample". */
  name: string
  /** What its units are called. */
  units: [one: string, many: string]
  fields: F
  example: Partial<Raws<F>>
  exampleNote: string
  columns: { title: string; figures?: boolean }[]
  /** How the sample is listed, if not in sequential order. */
  listed?: string
  draw: D
  verify: V
  drawOn?: CalculationName
  request(v: Values<F>, run: Run): Request<D> | Promise<Request<D>>
  drawn(selection: Result<D>): Drawn
  /** A field for the units of a report, and the units that it stands for. */
  report(label: string, more: object): Field<any, any>
  reported(value: any, v: any): UnitOf<V>[]
  /** A unit of a verdict, as the columns show it. */
  cells(unit: UnitOf<V>): string[]
  /** A report that is wrong in one unit, for the example of the verification. */
  reportExample: { text: string; note: string; fields?: Partial<Raws<F>> }
  /** The request of the verification, where it is not the plan beside what was reported. */
  verification?(plan: Request<D>, reported: { reported: UnitOf<V>[]; reportedSpares?: UnitOf<V>[]; frameDigest?: string }): Request<V>
  /** The frame and the numbers for a search of seeds. */
  search?(selection: Result<D>, reported: UnitOf<V>[]): { low: number; high: number; numbers: number[] }
  formula: ComponentChildren
}

/** A design whose own types are behind it. */
export type Design = Omit<Spec<any, any, any>, 'request' | 'drawn' | 'reported' | 'cells' | 'verification' | 'search'> & {
  request(v: any, run: Run): any
  drawn(selection: any): Drawn
  reported(value: any, v: any): any[]
  cells(unit: any): string[]
  verification?(plan: any, reported: any): any
  search?(selection: any, reported: any[]): { low: number; high: number; numbers: number[] }
}

export const design = <F extends Fields, D extends CalculationName, V extends CalculationName>(spec: Spec<F, D, V>): Design => spec as unknown as Design

export const METHODS = [
  { value: 'ratstats', label: 'RAT-STATS' },
  { value: 'r', label: 'R 3.6.0 and later (sample.int)' },
  { value: 'r_rounding', label: 'R before 3.6.0 (sample.kind Rounding)' },
  { value: 'python', label: 'Python (random.sample)' },
  { value: 'numpy', label: 'NumPy (default_rng, choice)' },
] as const

export const methodName = (m?: string) => METHODS.find(x => x.value === (m || 'ratstats'))?.label.replace(/ \(.*/, '') ?? (m === 'tickets' ? 'SHA-256 tickets' : m!)

/** sampling.SeedNote. */
export const SEED_NOTE = 'A RAT-STATS seed number keeps 16 bits only: different seed numbers can give the same sample, and a sampling plan has at most 65,536 different samples.'

export const method = choice({ label: 'Method', as: 'select', options: METHODS, hint: 'The program whose random numbers these are. Agreements ask for RAT-STATS as a rule.' })
export const seedField = seed({
  label: 'Seed', maxLength: 4300, pattern: /^[-+\d.,]+$/,
  hint: 'A number that nobody chose for its sample. RAT-STATS takes the seconds since midnight, such as 48863.78; other methods take whole numbers. RAT-STATS makes at most 65,536 different samples of all seeds.',
})
const NUMBER = 9_007_199_254_740_991
export const number = (label: string, more?: { hint?: string; api?: string[] }) => integer({ label, min: -NUMBER, api: ['frame'], ...more })
export const size = integer({ label: 'Sample size', hint: 'RAT-STATS: the quantity in sequential order.', min: 1 })
export const spares = integer({ label: 'Spares', hint: 'They continue the draw and never change the sample. RAT-STATS: spares in random order.', initial: '0' })
export const frameDigest = text({ label: 'Digest of the frame', optional: true, more: true, hint: 'sha256: and 64 digits. Documented with the draw, it keeps the frame from being exchanged afterwards. It changes no number.' })
export const strict = checkbox({ label: 'Refuse what RAT-STATS itself could not draw', more: true, hint: 'Its limits are 10,000 numbers, fewer than the frame has, and no negative ones. Without this they are warnings.' })
export const common = { frameDigest, strict }
export const commonOf = (v: { frameDigest?: string; strict?: boolean }) => ({ ...(v.frameDigest && { frameDigest: v.frameDigest }), ...(v.strict && { strict: true }) })

/** Numbers of units are no amounts: they have no thousands commas. */
export const plain = (n: number | string | undefined) => String(n ?? '')
