// Next month's modules from the errors of a review.

import { type Result } from '../../client.ts'
import { Calculator, count, date, integer, money, plural, table, type Block, type Columns, type Values } from '../../kit/index.ts'
import { month } from '../../kit/dates.ts'
import { ROLES, warned } from './words.ts'

const word = (words: Record<string, RegExp>, says: string) => (cell: string) => {
  const hit = Object.keys(words).find(w => words[w]!.test(cell))
  return hit ? { value: hit } : { error: says }
}
const columns: Columns = {
  id: { label: 'Claim', type: 'text', match: /claim|^id$|icn/i },
  paid: { label: 'Paid', match: /^paid|paid amount/i },
  correct: { label: 'Correct', match: /correct|should|allow/i, optional: true },
  documentation: { label: 'Documentation', match: /docum/i, optional: true, type: word({ missing: /miss|none|no rec/i, insufficient: /insuff|partial/i, complete: /compl|suff|yes/i }, 'is not complete, insufficient or missing') },
  category: { label: 'Category', match: /categ/i, optional: true, type: word({ coding: /cod/i, documentation: /docum/i, medical_necessity: /necess/i, other: /other/i }, 'is not coding, documentation, medical necessity or other') },
  reason: { label: 'Reason', type: 'text', match: /reason|finding|error/i, optional: true },
}

const fields = {
  reviewed: date({ label: 'Day the review was complete', hint: 'The lessons are for the month after.' }),
  claims: table({ label: 'Reviewed claims', hint: 'All claims that were reviewed, those without an error too. Where documentation is missing, no correct amount is given.', columns }),
  most: integer({ label: 'Lessons at most', optional: true, min: 1, hint: 'All of them if it is empty.' }),
}

const EXAMPLE = `Claim\tPaid\tCorrect\tDocumentation\tCategory\tReason
A-1\t100.00\t100.00\tcomplete\t\t
A-2\t250.00\t180.00\tcomplete\tcoding\tCoded too high
A-3\t80.00\t\tmissing\t\t
A-4\t120.00\t125.50\tcomplete\tcoding\tModifier left out
A-5\t210.00\t150.00\tcomplete\tcoding\tCoded too high
A-6\t95.00\t0.00\tinsufficient\tmedical necessity\tNo order for the test
`

type Plan = Result<'training.lessons'>
const CATEGORIES: Record<string, string> = { coding: 'Coding', documentation: 'Documentation', medical_necessity: 'Medical necessity', other: 'Other', '': 'Without a category' }

export default function Lessons() {
  return <Calculator id="training/lessons" title="Next modules from a review" fields={fields} example={{ reviewed: '2026-02-20', claims: { text: EXAMPLE, example: true } }}
    compute={(v, run) => run.answer('training.lessons', { reviewed: v.reviewed, most: v.most, claims: claimsOf(v) })}
    summary={p => p.lessons.length ? `For ${month(p.month)}, teach first: ${nameOf(p.lessons[0]!)} (${money(p.lessons[0]!.dollars)} paid wrongly).` : `No claim is in error: the review gives no lesson for ${month(p.month)}.`}
    present={present}
    formula={<p>Errors of the same category and reason are one lesson. Lessons are ranked by the dollars that were paid wrongly, overpaid and underpaid together, then by the number of claims. The roles are a suggestion by the category.</p>} />
}

function claimsOf(v: Values<typeof fields>) {
  const c = v.claims.columns as Record<string, string[]>
  const cell = (name: string, i: number) => c[name]?.[i] || undefined
  return c.id!.map((id, i) => ({
    number: i + 1, id, paid: c.paid![i]!, correct: cell('correct', i), reason: cell('reason', i),
    documentation: (cell('documentation', i) ?? (cell('correct', i) === undefined ? 'missing' : 'complete')) as 'complete' | 'insufficient' | 'missing',
    category: cell('category', i) as 'coding' | 'documentation' | 'medical_necessity' | 'other' | undefined,
  }))
}

const nameOf = (l: Plan['lessons'][number]) => l.reason || CATEGORIES[l.category]!.toLowerCase()

function present(p: Plan): Block[] {
  const blocks: Block[] = [
    { figures: [{ label: `To teach first in ${month(p.month)}`, value: p.lessons[0] ? nameOf(p.lessons[0]) : 'Nothing' }, { label: 'Lessons', value: count(p.lessons.length) }, { label: 'Claims in error', value: `${count(p.inError)} of ${count(p.reviewed)}` }] },
    ...warned(p.warnings),
  ]
  if (p.lessons.length === 0) return blocks
  blocks.push({ table: {
    caption: `Modules for ${month(p.month)}, the most expensive error first`,
    columns: [{ title: 'Error' }, { title: 'Category' }, { title: 'Claims', figures: true }, { title: 'Paid wrongly', figures: true }, { title: 'Roles' }],
    rows: p.lessons.map(l => [l.reason || 'No reason given', CATEGORIES[l.category]!, count(l.claims), money(l.dollars), l.roles.map(r => ROLES[r]).join(', ')]),
  } }, { chart: {
    kind: 'bars', title: 'Dollars paid wrongly, by error', x: { title: 'Overpaid and underpaid', unit: 'dollars' },
    alternative: p.lessons.map(l => `${nameOf(l)}: ${money(l.dollars)} in ${plural(l.claims, 'claim')}`).join('; ') + '.',
    points: p.lessons.slice(0, 12).map((l, i) => ({ label: nameOf(l), value: l.dollars, marked: i === 0 })),
    table: { columns: [{ title: 'Error' }, { title: 'Overpaid', figures: true }, { title: 'Underpaid', figures: true }, { title: 'Rank by count', figures: true }, { title: 'Topic' }, { title: 'Claims' }], rows: p.lessons.map(l => [nameOf(l), money(l.overpaid), money(l.underpaid), String(l.byCount), l.topic, l.ids.join(', ')]) },
  } })
  return blocks
}
