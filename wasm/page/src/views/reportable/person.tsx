// Whether an employee or contractor is an ineligible person, and has to be removed.

import { type Result } from '../../client.ts'
import { Calculator, type Block, type Raws } from '../../kit/index.ts'
import { spans } from '../../kit/dates.ts'
import { personFields, personOf } from './personfields.ts'
import { clauseFields, definitionFields, definitionOf, inFront } from './terms.ts'
import { reasons, said, warned } from './words.ts'

const fields = { ...personFields, ...inFront(definitionFields), ...clauseFields }
type Finding = Result<'reportable.ineligible_person'>

const example: Partial<Raws<typeof fields>> = {
  name: 'B. Doe', duties: 'Registration', from: '2025-03-01', federalScreened: '2026-09-01',
  exclusions: [{ program: 'state_medicaid', state: 'TX', from: '2026-01-15', through: '', paidServices: 'no' }],
}

export default function IneligiblePerson() {
  return <Calculator id="reportable/person" title="Ineligible person" fields={fields} example={example} button="Examine"
    exampleNote="Facts about the person stay in this page only."
    compute={(v, run) => run.answer('reportable.ineligible_person', { person: personOf(v), terms: definitionOf(v) })}
    summary={summary} present={present}
    formula={<>
      <p>An exclusion from Medicare or from all Federal health care programs during the employment or contract decides: the person is ineligible, and the employment or contract is a reportable event.</p>
      <p>Somebody whom only a State’s Medicaid program excluded need not be terminated if the person is not excluded from Medicare, as a search of the federal lists shows, and provides no services that this program pays for. Whether it has to be reported is a matter of the agreement’s definition.</p>
    </>} />
}

function summary(f: Finding): string {
  const removal = f.removal === 'yes' ? ' The person has to be removed from work for these programs.' : f.removal === 'no' ? ' No removal is required.' : ' Whether the person has to be removed is not known yet: the reasons say what is missing.'
  if (f.conclusion === 'reportable') return `The employment or contract of ${f.name} is a reportable event.${removal}`
  if (f.conclusion === 'not_reportable') return `The employment or contract of ${f.name} is not a reportable event.${removal}`
  return `Whether the employment or contract of ${f.name} is a reportable event is still open.${removal}`
}

const present = (f: Finding): Block[] => [
  { figures: [
    { label: f.name, value: { reportable: 'Reportable', not_reportable: 'Not reportable', needs_analysis: 'No conclusion yet' }[f.conclusion] ?? f.conclusion },
    { label: 'To be removed', value: said(f.removal) },
    ...(f.from ? [{ label: 'Engaged and ineligible', value: spans(f) }] : []),
  ] },
  ...warned(f.warnings),
  ...reasons('Why', f.reasons),
]
