// Checklists as forms: the items are the library's, so the page asks for them before it can draw the form.

import { useEffect, useMemo, useState } from 'preact/hooks'
import { client, type Result } from '../../client.ts'
import { blanks, Calculator, checkbox, choice, plural, text, type Block, type Field, type Fields } from '../../kit/index.ts'
import { cited, given, UNKNOWN_YES_NO } from './words.ts'

type Checklist = Result<'reportable.site_visit'>
type Item = Checklist['items'][number]

/** The fields of a list: for each item an answer, which is a parameter, and its evidence, which is data. */
function fieldsOf(items: Item[], before: Fields = {}): Fields {
  const fields: Record<string, Field<any, any>> = { ...before }
  for (const i of items) {
    const when = (f: any) => i.id !== 'medical_necessity_license' || f.medicalNecessity
    const group = i.part.charAt(0).toUpperCase() + i.part.slice(1)
    fields[i.id] = choice({ group, label: i.text, as: 'across', options: UNKNOWN_YES_NO, when })
    fields[i.id + ' evidence'] = text({ group, label: 'Evidence', optional: true, data: true, when: f => when(f) && f[i.id] !== '' })
  }
  return fields
}

const answersOf = (items: Item[], v: Record<string, any>) =>
  items.filter(i => given(v[i.id])).map(i => ({ id: i.id, met: v[i.id] as 'yes' | 'no', evidence: v[i.id + ' evidence'] as string | undefined }))

/** A form of a list, as soon as the list is there. */
function useItems(load: () => Promise<Checklist>, before?: Fields): { items: Item[]; fields: Fields } | undefined {
  const [items, set] = useState<Item[]>()
  useEffect(() => {
    let live = true
    void load().then(c => { if (live) set(c.items) })
    return () => { live = false }
  }, [])
  return useMemo(() => items && { items, fields: fieldsOf(items, before) }, [items])
}

const summary = (c: Checklist): string => {
  const no = c.items.filter(i => i.met === 'no').length
  return c.complete ? 'Every item is met.' : `${plural(c.open!.length, 'item')} of ${c.items.length} ${c.open!.length === 1 ? 'is' : 'are'} open${no ? `, ${no} of them not met` : ''}.`
}

const present = (c: Checklist): Block[] => [
  { figures: [
    { label: 'Items met', value: `${c.items.length - (c.open?.length ?? 0)} of ${c.items.length}` },
    { label: 'Not met', value: String(c.items.filter(i => i.met === 'no').length) }, { label: 'Not known', value: String(c.items.filter(i => !i.met).length) },
  ] },
  ...[...new Set(c.items.map(i => i.part))].map(part => ({ table: {
    caption: part.charAt(0).toUpperCase() + part.slice(1), columns: [{ title: 'Item', prose: true }, { title: 'Met' }, { title: 'Evidence' }],
    rows: c.items.filter(i => i.part === part).map(i => [i.text, i.met === 'yes' ? 'Yes' : i.met === 'no' ? 'No' : 'Not known', i.evidence ?? '']),
  } })),
  { paragraph: `Source: ${[...new Set(c.items.map(i => cited(i.source)))].join('; ')}.` },
]

const necessity = { medicalNecessity: checkbox({ label: 'The agreement has medical necessity reviewed' }) }

export function IROQualifications() {
  const list = useItems(() => client().then(c => c.calculate('reportable.iro_qualifications', { medicalNecessity: true })), necessity)
  return list ? <Calculator id="reportable/other/iro" title="Qualifications of an IRO" fields={list.fields} button="Check"
    example={{ ...blanks(list.fields), medicalNecessity: true, coding_certification: 'yes', 'coding_certification evidence': 'CPC of both coders', program_expertise: 'yes', independence: 'no', 'independence evidence': 'It did the billing until 2025' }}
    compute={(v: any, run) => run.answer('reportable.iro_qualifications', { medicalNecessity: v.medicalNecessity, answers: answersOf(list.items.filter(i => v.medicalNecessity || i.id !== 'medical_necessity_license'), v) })}
    summary={summary} present={present} /> : <p role="status">Loading the list…</p>
}

export function SiteVisit() {
  const list = useItems(() => client().then(c => c.calculate('reportable.site_visit', {})))
  return list ? <Calculator id="reportable/other/visit" title="Preparation of a site visit" fields={list.fields} button="Check"
    example={{ ...blanks(list.fields), disclosure_log: 'yes', 'disclosure_log evidence': 'Binder 3', training_documentation: 'yes', companions: 'no' }}
    compute={(v: any, run) => run.answer('reportable.site_visit', { answers: answersOf(list.items, v) })}
    summary={summary} present={present} /> : <p role="status">Loading the list…</p>
}
