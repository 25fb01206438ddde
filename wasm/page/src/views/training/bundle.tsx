// The evidence of incidents or of a month as a bundle of files, with its digest and what it says to the determination factors.

import { type Result } from '../../client.ts'
import { Calculator, choice, count, date, file, plural, rows, text, type Block, type Data, type Run, type Values } from '../../kit/index.ts'
import { cited } from '../reportable/words.ts'
import { EXAMPLE } from './example.ts'
import { base64, programField, type Program } from './program.ts'
import { moment, timeOf, zone } from './words.ts'
import { zip } from './zip.ts'

const KINDS = [
  { value: 'attendance', label: 'Attendance' }, { value: 'module', label: 'Module' }, { value: 'scores', label: 'Scores' }, { value: 'procedure', label: 'Procedure' }, { value: 'signoff', label: 'Sign-off' },
  { value: 'refund', label: 'Refund' }, { value: 'disclosure', label: 'Disclosure' }, { value: 'audit', label: 'Audit' }, { value: 'remediation', label: 'Remediation' }, { value: 'metric', label: 'Metric' },
  { value: 'learned', label: 'What was learned' }, { value: 'policy', label: 'Policy' }, { value: 'acknowledgment', label: 'Acknowledgment' }, { value: 'history', label: 'History of offenses' }, { value: 'other', label: 'Other' },
] as const

const attached = {
  file: file({ label: 'File' }),
  kind: choice({ label: 'Kind', as: 'select', options: KINDS, data: true }),
  date: date({ label: 'Day it is about', data: true }),
  topic: text({ label: 'Topic', data: true, hint: 'Small letters and hyphens, such as copay-waivers.', pattern: /^\s*[a-z0-9]+(-[a-z0-9]+)*\s*$/, says: 'Use small letters, digits and hyphens' }),
  title: text({ label: 'Title', data: true }),
}

const fields = {
  program: programField,
  of: choice({ label: 'The evidence of', as: 'across', options: [{ value: 'incidents', label: 'Incidents' }, { value: 'month', label: 'A month' }] }),
  incidents: text({ label: 'Incidents', data: true, hint: 'Their ids, with commas between.', when: f => f.of === 'incidents' }),
  month: text({ label: 'Month', width: 'short', hint: 'Such as 2026-03.', pattern: /^\s*\d{4}-\d\d\s*$/, says: 'Enter a year and month, such as 2026-03', when: f => f.of === 'month' }),
  on: date({ label: 'Day of the bundle', hint: 'What was recorded for later days stays out.' }),
  at: timeOf({ label: 'Time of the bundle' }),
  zone,
  attach: rows({ label: 'Further files', item: 'File', min: 0, data: true, more: true, fields: attached }),
}

interface Bundle { files: Result<'training.evidence'>; factors?: Result<'training.factors'>; made: string }

export default function EvidenceBundle() {
  return <Calculator id="training/bundle" title="Proof-of-mitigation bundle" fields={fields} button="Gather"
    example={{ program: EXAMPLE as Data, of: 'incidents', incidents: 'I1', on: '2026-03-20', at: '5:00 pm', zone: 'America/New_York' }} exampleNote="The incident of a made-up clinic."
    compute={compute} summary={b => `The bundle has ${plural(b.files.index.length, 'artifact')}. Keep its digest where nobody who can reach the bundle can reach it.`} present={present}
    files={b => [
      { label: 'Save the bundle (ZIP)', name: `bundle-${b.made.slice(0, 10)}.zip`, type: 'application/zip', content: async () => new Uint8Array(await zip(b.files.files.map(f => ({ name: f.name, content: Uint8Array.from(atob(f.content), c => c.charCodeAt(0)) })), b.made).arrayBuffer()) },
      { label: 'Digest', name: 'digest.txt', type: 'text/plain', content: () => b.files.digest + '\n' },
    ]}
    formula={<p>Each artifact becomes a file with a standard name, date_topic_kind_nn.ext. The manifest has the SHA-256 hash of every file; the digest is the hash of the manifest. “Verify a bundle” finds any file that was changed, is missing or was added. What evidence says to the factors of 42 CFR 1003.140(a) is an illustration, not legal advice.</p>} />
}

async function compute(v: Values<typeof fields>, run: Run): Promise<Bundle> {
  const made = moment(v.on, v.at, v.zone)
  const attach = []
  for (const a of v.attach) attach.push({ date: a.date, topic: a.topic, kind: a.kind, title: a.title, ext: /\.([a-z0-9]+)$/i.exec(a.file.name)?.[1]?.toLowerCase() ?? 'bin', content: await base64(a.file) })
  const request = { program: v.program as Program, incidents: v.incidents?.split(/[,;\s]+/).filter(t => t !== ''), month: v.month, made, attach }
  const files = await run.answer('training.evidence', request)
  return { files, made, factors: v.of === 'incidents' ? await run.calculate('training.factors', request) : undefined }
}

function present({ files, factors }: Bundle): Block[] {
  const blocks: Block[] = [
    { figures: [{ label: 'Artifacts in the bundle', value: count(files.index.length) }, { label: 'Files with index and manifest', value: count(files.files.length) }] },
    { rows: [{ label: 'Digest', value: files.digest }] },
    { table: { caption: 'Index by date', columns: [{ title: 'Title' }, { title: 'File' }], rows: files.index.map(i => [i.title, i.name]) } },
  ]
  if (factors) {
    blocks.push({ heading: 'What it says to the determination factors' }, { warnings: [{ code: 'illustration', message: factors.notice }] }, { table: {
      caption: 'Factors of 42 CFR 1003.140(a)', columns: [{ title: 'Factor', prose: true }, { title: 'Artifacts', figures: true }, { title: 'Absent' }],
      rows: factors.factors.map(f => [f.text, count(f.artifacts.length), f.absent?.join(', ') ?? '']),
    } }, { list: factors.factors.flatMap(f => f.note ?? []) }, { paragraph: `Source: ${[...new Set(factors.factors.map(f => cited(f.source)))].join('; ')}.` })
  }
  return blocks
}
