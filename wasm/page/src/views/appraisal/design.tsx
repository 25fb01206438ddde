// A calculator for a design of strata, clusters or stages, of dollars or of counts: the sample is entered in rows where a design
// has such a form, or as the text files of RAT-STATS, which the library reads itself.

import { type ComponentChildren, type FunctionComponent } from 'preact'
import { type CalculationName, type Request, type Result } from '../../client.ts'
import { Calculator, choice, textFile, type Block, type Fields, type Raws, type Values } from '../../kit/index.ts'
import { DOLLARS, headline, intervals, ITEMS, limits, share, spoken, type Estimate } from './estimate.ts'
import { dataFileFields, dataFileOf, formatField, levelFields, levelsOf, singleField, type Kind } from './options.ts'
import { valuesOf } from './samples.ts'
import { besides, estimated, valuesChart, type Section } from './sections.ts'

/** The designs that have a reader of RAT-STATS' files. */
type Read = Extract<CalculationName, `appraisal.${string}.read`>
type DesignName = Extract<Read extends `${infer N}.read` ? N : never, CalculationName>

/** What a design's own calculation takes beside the levels. */
type Entered<N extends DesignName> = Omit<Request<N>, 'levels' | 'oneSidedLevels' | 'zeroVarianceForSingle'>

interface DesignProps<N extends DesignName, P extends Fields, T extends Fields> {
  /** The route: "dollars/stratified". */
  id: string
  title: string
  calculation: N
  /** Entries beside the sample, by their names in the request. */
  parameters?: P
  /** The sample in rows of the form. */
  typed?: { label: string; fields: T; design(v: Values<T>): Partial<Entered<N>> }
  /** The texts of the reader, by their names in its request. */
  files: Record<string, { label: string; hint: string }>
  /** Rows of items, which are amounts of one or two kinds. */
  amounts?: boolean
  /** Whether the design has variances that a single item can lack; true by default. */
  single?: boolean
  /** Places of shares in percent; 2 by default. */
  places?: number
  example: Record<string, unknown>
  exampleNote: string
  /** What else the result says. */
  tables(r: Result<N>): Block[]
  formula: ComponentChildren
}

/** An example of rows or of a text. */
export const sample = (text: string) => ({ text, example: true })

const COUNTED = 'Estimated items with the characteristic'

export function appraisal<N extends DesignName, P extends Fields = {}, T extends Fields = {}>(p: DesignProps<N, P, T>): FunctionComponent {
  const { typed } = p
  const dollars = p.calculation.startsWith('appraisal.variable.')
  const measure = dollars ? DOLLARS : ITEMS, shares = share(p.places ?? 2)
  const inFiles = (form: any) => !typed || form.entry === 'files'
  const only = (fields: Fields, when: (form: any) => boolean): Fields => Object.fromEntries(Object.entries(fields).map(([k, f]) => [k, { ...f, when }]))
  const fields: Fields = {
    ...p.parameters,
    ...(typed && { entry: choice({ label: 'The sample is entered as', options: [{ value: 'rows', label: typed.label }, { value: 'files', label: Object.keys(p.files).length > 1 ? 'RAT-STATS text files' : 'A RAT-STATS text file' }] }) }),
    ...(p.amounts && formatField),
    ...(typed && only(typed.fields, form => form.entry === 'rows')),
    ...only(Object.fromEntries(Object.entries(p.files).map(([k, f]) => [k, textFile(f)])), inFiles),
    ...levelFields, ...(p.amounts && only(dataFileFields, inFiles)), ...(p.single !== false && singleField),
  }
  const calculate = async (v: Values<Fields>, run: { calculate(n: never, q: never): Promise<unknown>; answer(n: N, q: Request<N>): Promise<Result<N>> }) => {
    const design = typed && v.entry === 'rows'
      ? typed.design(v as Values<T>)
      : await run.calculate(`${p.calculation}.read` as never, {
        ...Object.fromEntries(Object.keys(p.files).map(k => [k, v[k].text])), ...(p.amounts && dataFileOf(v as never)),
      } as never) as object
    const own = Object.fromEntries(Object.keys(p.parameters ?? {}).filter(k => v[k] !== undefined && v[k] !== '').map(k => [k, v[k]]))
    const answer = await run.answer(p.calculation, {
      ...design, ...own, ...levelsOf(v as never), ...(v.zeroVarianceForSingle && { zeroVarianceForSingle: true }),
    } as Request<N>)
    const { kind } = answer as { kind?: Kind }
    return { answer, values: kind && p.amounts ? valuesOf(design, kind) : [] }
  }
  const label = (r: Result<N>) => (dollars ? estimated((r as { kind?: Kind }).kind) : COUNTED)
  const present = ({ answer, values }: { answer: Result<N>; values: string[] }): Block[] => {
    const main = answer as Estimate & { kind?: Kind; proportion?: Estimate; examinedSection?: Section; auditedSection?: Section }
    return [
      ...headline(main, measure, label(answer)),
      ...(main.proportion ? [{ table: intervals(main.proportion, shares, `Share of the items: ${shares.show(main.proportion.pointEstimate)}, with limits`, false) }] : []),
      ...limits(main, measure, dollars ? undefined : 'Two-sided confidence intervals of the number of items'),
      ...(values.length > 0 ? [{ chart: valuesChart(values, main.kind!) }] : []),
      ...p.tables(answer),
      ...besides([main.examinedSection, main.auditedSection].filter(s => s !== undefined)),
    ]
  }
  const summary = ({ answer }: { answer: Result<N> }) => `${label(answer)}: ${measure.show((answer as Estimate).pointEstimate)}.${spoken(answer as Estimate, measure)}`
  return () => <Calculator id={p.id} title={p.title} fields={fields} example={p.example as Partial<Raws<Fields>>} exampleNote={p.exampleNote}
    compute={calculate as never} summary={summary} present={present} formula={p.formula} />
}
