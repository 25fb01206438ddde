// A request to end an agreement early or to modify it, and what OIG's FAQ says to it.

import { Calculator, choice, date } from '../../kit/index.ts'
import { answerWhen, given, reasons } from './words.ts'

const ending = (f: any) => f.kind === 'early_termination'
const auditors = (f: any) => !ending(f) && f.modification === 'internal_audit'

const fields = {
  kind: choice({ label: 'What is asked for', options: [{ value: 'early_termination', label: 'An early end of the agreement' }, { value: 'modification', label: 'A modification of it' }] }),
  termination: choice({ label: 'Ground', when: ending, options: [{ value: 'performance', label: 'The provider complied with the agreement' }, { value: 'left_programs', label: 'It leaves the Federal health care programs' }, { value: 'ceased_operations', label: 'It ceases operations altogether' }] }),
  modification: choice({ label: 'Ground', when: f => !ending(f), options: [{ value: 'internal_audit', label: 'Its own auditors are to do the claims reviews' }, { value: 'other', label: 'Another ground' }] }),
  capability: answerWhen({ label: 'It has demonstrated that its own personnel can do claims audits', when: auditors }),
  discussed: date({ label: 'Discussed with the OIG monitor on', optional: true, when: f => !ending(f) }),
  submitted: date({ label: 'Submitted in writing on', optional: true, when: f => !ending(f) }),
}

const BASIS: Record<string, string> = { yes: 'A ground on which OIG may agree', no: 'No ground on which OIG agrees', '': 'OIG’s FAQ leaves it open' }

export default function Change() {
  return <Calculator id="reportable/other/change" title="Early termination or modification" fields={fields}
    example={{ kind: 'modification', modification: 'internal_audit', capability: 'yes', discussed: '2026-11-02' }}
    compute={(v, run) => run.answer('reportable.change_request', { kind: v.kind, ground: (v.termination ?? v.modification)!, capability: given(v.capability), discussed: v.discussed, submitted: v.submitted })}
    summary={f => `${BASIS[f.basis ?? '']}. OIG decides.`}
    present={f => [{ figures: [{ label: 'By OIG’s FAQ', value: BASIS[f.basis ?? '']!, note: 'OIG decides' }] }, ...reasons('Still to be done', f.steps), ...reasons('Why', f.reasons)]} />
}
