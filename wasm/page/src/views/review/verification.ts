// Answers for reported figures, as blocks.

import { type Result } from '../../client.ts'
import { count, percent, plural, type Block, type TableBlock } from '../../kit/index.ts'

export type Verification = Result<'review.verify'>
type Check = Verification['figures'][number]

const PARTS: Record<string, string> = {
  population: 'Population', discovery: 'Discovery sample', full: 'Full sample', sample: 'Sample', size: 'Size of the full sample', estimate: 'Estimate', obligations: 'Obligations',
}

const words = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase()

/** "discovery.errorRate" as "Discovery sample: error rate", "estimate.intervals[0.9].lowerLimit" as "Estimate, 90% interval: lower limit". */
export function figureName(path: string): string {
  const [part = '', ...rest] = path.match(/(?:[^.[]|\[[^\]]*\])+/g) ?? []
  const of = (name: string) => {
    const [, list, one] = /^(\w+)\[(.*)\]$/.exec(name) ?? []
    if (list === 'intervals') return `${percent(one!)} interval`
    return list ? `${PARTS[list] ?? words(list)}, ${words(one!.split(' ')[0]!)}${one!.includes(' ') ? one!.slice(one!.indexOf(' ')) : ''}` : undefined
  }
  const last = rest.at(-1)
  const places = [of(part) ?? PARTS[part] ?? words(part), ...rest.slice(0, -1).map(r => of(r) ?? words(r))]
  return places.join(', ') + (last === undefined ? '' : `: ${of(last) ?? words(last)}`)
}

const ANSWERS: Record<Check['status'], string> = { matches: 'matches', differs: 'differs', cannot_check: 'cannot be checked' }
const of = (v: Verification, status: Check['status']) => v.figures.filter(f => f.status === status)

/** The answer in a sentence. */
export function verdict(v: Verification): string {
  const all = v.figures.length, differ = of(v, 'differs').length, open = of(v, 'cannot_check').length
  const rest = open > 0 ? ` ${plural(open, 'figure')} cannot be checked.` : ''
  if (all === 0) return 'There is no figure to verify.'
  if (differ === 0) return (open === 0 ? `All ${plural(all, 'figure')} match.` : `${count(all - open)} of ${plural(all, 'figure')} match and none differs.`) + rest
  return `${count(differ)} of ${plural(all, 'figure')} ${differ === 1 ? 'differs' : 'differ'} from what comes out.${rest}${explained(v)}`
}

/** What explains the figures that differ, where one error explains them all. */
function explained(v: Verification): string {
  const d = v.diagnoses?.[0]
  return d && !v.unexplained?.length && v.diagnoses!.length === 1 ? ` One error explains ${d.explains.length === 1 ? 'it' : 'them all'}: ${d.error.replace(/^./, c => c.toLowerCase())}` : ''
}

export function verificationBlocks(v: Verification): Block[] {
  const blocks: Block[] = [{
    figures: [
      { label: 'Figures that differ', value: count(of(v, 'differs').length) },
      { label: 'Figures that match', value: count(of(v, 'matches').length) },
      { label: 'Figures that cannot be checked', value: count(of(v, 'cannot_check').length) },
    ],
  }]
  if (v.diagnoses?.length) {
    blocks.push({ heading: 'What was done wrong' })
    for (const d of v.diagnoses) {
      blocks.push({ paragraph: d.error, rows: [{ label: 'Right is', value: d.rule }, { label: 'Source', value: d.source }, { label: 'Explains', value: plural(d.explains.length, 'figure'), note: d.explains.map(figureName).join('; ') }] })
    }
  }
  if (v.unexplained?.length) blocks.push({ heading: 'Without an explanation', list: v.unexplained.map(figureName) })
  if (v.warnings?.length) blocks.push({ warnings: v.warnings })
  const differ = of(v, 'differs'), open = of(v, 'cannot_check')
  if (differ.length > 0) {
    blocks.push({ table: figures('Figures that differ', differ) }, {
      table: {
        caption: 'How they are worked out', columns: [{ title: 'Figure' }, { title: 'Formula', prose: true }, { title: 'Source', prose: true }],
        rows: differ.map(f => [figureName(f.path), f.formula ?? '', f.source ?? '']),
      },
    })
  }
  if (open.length > 0) {
    blocks.push({ table: { caption: 'Figures that cannot be checked', columns: [{ title: 'Figure' }, { title: 'Reported', figures: true }, { title: 'Because', prose: true }], rows: open.map(f => [figureName(f.path), f.reported, f.because ?? '']) } })
  }
  blocks.push({ table: figures('All figures', v.figures, true) })
  return blocks
}

const short = (text: string) => (text.length > 20 ? text.slice(0, 18) + '…' : text)

function figures(caption: string, list: Check[], answers = false): TableBlock {
  const notes = !answers && list.some(f => f.because)
  return {
    caption,
    columns: [{ title: 'Figure' }, { title: 'Reported', figures: true }, { title: 'Computed', figures: true }, answers ? { title: 'Answer' } : { title: 'Difference', figures: true }, ...(notes ? [{ title: 'Note', prose: true }] : [])],
    rows: list.map(f => [figureName(f.path), short(f.reported), short(f.computed ?? ''), answers ? ANSWERS[f.status] : (f.difference ?? ''), ...(notes ? [f.because ?? ''] : [])]),
  }
}
