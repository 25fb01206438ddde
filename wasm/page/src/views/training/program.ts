// A programme as a file, and files as the library takes them.

import { type Request } from '../../client.ts'
import { jsonFile } from '../../kit/index.ts'

export type Program = Request<'training.check'>['program']

/** The record of a programme: facts about a clinic and its people, kept nowhere. */
export const programField = jsonFile({
  label: 'Programme', hint: 'The record of the programme as JSON: drop the file, open it, or paste it. It stays in this page only.', api: ['program', 'staff', 'maps', 'modules', 'incidents', 'checks', 'policies', 'bundles'],
})

export const base64 = (f: Blob) => new Promise<string>((ok, no) => {
  const reader = new FileReader()
  reader.onload = () => ok(String(reader.result).replace(/^[^,]*,?/, ''))
  reader.onerror = () => no(new Error('A file could not be read'))
  reader.readAsDataURL(f)
})
