// What a self-audit goes by: tasks, pitfalls, determination factors and rules.

import { Calculator, choice, plural, type Block } from '../../kit/index.ts'
import { type Result } from '../../client.ts'
import { cited } from '../reportable/words.ts'
import { PITFALLS, TASKS } from './words.ts'

const fields = {
  part: choice({ label: 'Show', options: [{ value: 'tasks', label: 'The six tasks' }, { value: 'pitfalls', label: 'The five pitfalls' }, { value: 'factors', label: 'The factors of 42 CFR 1003.140(a)' }, { value: 'rules', label: 'The rules that are counted by' }] }),
}
type Lists = Result<'training.checklist'>

export default function Tasks() {
  return <Calculator id="training/tasks" title="Tasks, pitfalls, factors and rules" fields={fields} example={{ part: 'tasks' }} exampleNote="Choose a list." button="Show"
    compute={(_, run) => run.answer('training.checklist', {})}
    summary={(l, v) => `${plural(l[v.part].length, 'entry', 'entries')}.`} present={(l, v) => lists[v.part](l)} />
}

const lists: Record<'tasks' | 'pitfalls' | 'factors' | 'rules', (l: Lists) => Block[]> = {
  tasks: l => l.tasks.flatMap(t => [{ heading: TASKS[t.id]! }, { paragraph: t.text }, { rows: [{ label: 'How often', value: t.frequency }, { label: 'Who', value: t.role }, { label: 'Reference, as worded', value: t.reference }, { label: 'Source', value: cited(t.source) }] }]),
  pitfalls: l => [{ reasons: l.pitfalls.map(p => ({ text: `${PITFALLS[p.id]}. ${p.text}`, source: cited(p.source) })) }],
  factors: l => l.factors.flatMap(f => [{ heading: f.text }, { rows: [...(f.aggravating ? [{ label: 'Aggravating', value: f.aggravating }] : []), ...(f.mitigating ? [{ label: 'Mitigating', value: f.mitigating }] : []), { label: 'Evidence that speaks to it', value: f.kinds.join(', ') }, { label: 'Source', value: cited(f.source) }] }]),
  rules: l => [{ reasons: l.rules.map(r => ({ text: r.text, source: cited(r) })) }],
}
