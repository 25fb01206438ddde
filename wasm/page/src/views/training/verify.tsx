// Whether the files of a proof-of-mitigation bundle are what they were.

import { type Result } from '../../client.ts'
import { Calculator, count, files, plural, text, type Block, type Run, type Values } from '../../kit/index.ts'
import { base64 } from './program.ts'
import { warned } from './words.ts'

/** More than this is not held in the memory of a page. */
const MOST_BYTES = 50e6

const fields = {
  files: files({ label: 'Files of the bundle', hint: 'All of them, with manifest.sha256.' }),
  digest: text({ label: 'Digest that was kept', data: true, hint: 'The one of the manifest, from where nobody who can reach the bundle can reach it.', pattern: /^\s*(sha256:)?[0-9a-f]{64}\s*$/i, says: 'Enter sha256: and the 64 digits after it' }),
}

// The manifest names the one file with its hash; the digest is that of the manifest.
const example = {
  files: [
    new File(['Screen for hardship first.\n'], '2026-03-04_copay-waivers_module_01.txt'),
    new File(['b1cf83e778c70eb549f6b54bf9d351e12558837eac052cfee5f2f3e2f49fd34e  2026-03-04_copay-waivers_module_01.txt\n'], 'manifest.sha256'),
  ],
  digest: 'sha256:c7ab54566126feff0ebf0dd9e759670f5294d1dd1f061e7fbb237f278a019840',
}

type Verification = Result<'training.verify_bundle'>

export default function VerifyBundle() {
  return <Calculator id="training/verify" title="Verify a bundle" fields={fields} example={example} button="Verify" exampleNote="A bundle of one file."
    compute={verify} summary={summary} present={present}
    formula={<p>The manifest has the SHA-256 hash of every file, and the digest is the hash of the manifest. Whoever kept the digest elsewhere can prove that no file was changed, is missing or was added. Without this page, <code>sha256sum -c manifest.sha256</code> finds those that were changed or are missing.</p>} />
}

async function verify(v: Values<typeof fields>, run: Run): Promise<Verification> {
  const total = v.files.reduce((n, f) => n + f.size, 0)
  if (total > MOST_BYTES) throw new Error('The files have more than 50 MB together: verify them with sha256sum -c manifest.sha256.')
  const list = []
  for (const [i, f] of v.files.entries()) {
    run.signal.throwIfAborted()
    run.progress(i, v.files.length)
    list.push({ name: f.name, sha256: '', content: await base64(f) })
  }
  const digest = v.digest.trim().toLowerCase()
  return run.answer('training.verify_bundle', { digest: digest.startsWith('sha256:') ? digest : 'sha256:' + digest, files: list })
}

const found = (b: Verification) => [...(b.changed ?? []).map(n => [n, 'Changed']), ...(b.missing ?? []).map(n => [n, 'Missing']), ...(b.added ?? []).map(n => [n, 'Added'])]

const summary = (b: Verification): string => b.unchanged ? `The bundle is unchanged: ${plural(b.files, 'file')} are what they were.`.replace('1 file are what they were', 'its 1 file is what it was')
  : !b.digest ? 'There is no manifest: nothing can be verified.'
    : !b.digestMatches ? 'The manifest is not the one whose digest was kept: the bundle was changed, or it is another one.'
      : `The bundle is not what it was: ${plural(found(b).length, 'file')} changed, missing or added.`

const present = (b: Verification): Block[] => [
  { figures: [
    { label: 'The bundle', value: b.unchanged ? 'Unchanged' : 'Not what it was' }, { label: 'Manifest', value: !b.digest ? 'missing' : b.digestMatches ? 'matches the digest' : 'differs' }, { label: 'Files of the manifest', value: count(b.files) },
    { label: 'Changed', value: count(b.changed?.length ?? 0) }, { label: 'Missing', value: count(b.missing?.length ?? 0) }, { label: 'Added', value: count(b.added?.length ?? 0) },
  ] },
  ...(b.digest && !b.digestMatches ? [{ warnings: [{ code: 'manifest', message: 'The manifest was changed: what follows goes by it and proves nothing.' }] }] : []),
  ...warned(b.warnings),
  ...(found(b).length ? [{ table: { caption: 'What differs', columns: [{ title: 'File' }, { title: 'It is' }], rows: found(b) as string[][] } }] : []),
  { rows: [{ label: 'Digest of the manifest that is there', value: b.digest || 'none' }] },
]
