// What a result says, apart from any form: the blocks that the library's own reports are made of (internal/document), and two
// more. One list of blocks is drawn on the page, printed, copied and downloaded, so the forms cannot drift apart.

import { type ComponentChildren } from 'preact'

export interface Row { label: string; value: string; note?: string; part?: boolean }
export interface TableColumn { title: string; figures?: boolean; prose?: boolean; /** Never broken, such as a date. */ whole?: boolean }
export interface TableBlock { caption?: string; columns: TableColumn[]; rows: string[][]; total?: string[] }
export type Unit = 'dollars' | 'percent' | 'count' | 'date'
export interface Axis { title: string; unit: Unit }
/** A value of a chart; the kinds of chart say what low and high are. Decimals are strings, as the library sends them. */
export interface Point { label?: string; value: string | number; low?: string | number; high?: string | number; marked?: boolean }
export interface ChartBlock {
  /**
   * bars: a bar for each point, one below the other. histogram: columns beside each other from low to high, a marked point being the
   * open class at the end. intervals: for each point a line from low to high with a mark at value. curve: a line through the
   * points, low being the place on the X axis and value the height. timeline: for each point a bar from the date low to the date
   * high, and a mark at the date value where there is one; a marked point is a deadline.
   */
  kind: 'bars' | 'histogram' | 'intervals' | 'curve' | 'timeline'
  title: string
  /** What there is to see, in words. */
  alternative: string
  x: Axis
  y?: Axis
  points: Point[]
  /** A value of the Y axis to hold a curve against. */
  target?: Point
  /** More curves beside the first, each with its name; name is that of the first. */
  name?: string
  others?: { name: string; points: Point[] }[]
  /** The same in figures. */
  table: TableBlock
}
export interface Warning { code: string; message: string }

export interface Block {
  heading?: string
  paragraph?: string
  list?: string[]
  /** The few values that a reader looks for first. */
  figures?: Row[]
  rows?: Row[]
  terms?: Row[]
  /** Steps of a reasoning, each with where it stands. */
  reasons?: { text: string; source?: string }[]
  table?: TableBlock
  chart?: ChartBlock
  printout?: { title: string; text: string }
  /** Findings that are not errors. */
  warnings?: Warning[]
  /** Something else, which is drawn and printed but neither copied nor downloaded. */
  element?: ComponentChildren
}
export interface DocumentModel { title: string; subtitle?: string; rows?: Row[]; sections: { title: string; blocks: Block[] }[] }

/** The blocks of a document of the library. */
export const documentBlocks = (d: DocumentModel): Block[] => [
  ...(d.rows?.length ? [{ rows: d.rows }] : []),
  ...d.sections.flatMap(s => [{ heading: s.title }, ...s.blocks]),
]

/** A table of a list: for each column its title and its cells. The first column is what a row is called. */
export function tableOf<T>(caption: string, list: readonly T[], columns: readonly (readonly [string, (row: T, i: number) => string])[], total?: string[]): TableBlock {
  return {
    caption, columns: columns.map(([title], i) => ({ title, figures: i > 0 })),
    rows: list.map((row, i) => columns.map(([, cell]) => cell(row, i))), ...(total && { total }),
  }
}
