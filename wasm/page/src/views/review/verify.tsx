// Verification of what an Independent Review Organization reports, from its own claims and determinations.

import { Calculator, choice, file, text, textFile, type Run } from '../../kit/index.ts'
import { IromathError } from '../../client.ts'
import { parseJSON } from './agreement.ts'
import { Claims, findColumns, firstLine, inspect, roles, separator, type Columns, type FrameOptions } from './claims.ts'
import { exampleReport } from './examplereport.ts'
import { verdict, verificationBlocks } from './verification.ts'

const column = (role: string) => text({ label: `Column: ${roles.find(r => r.role === role)!.label.toLowerCase()}`, hint: 'Empty: found by its title.', optional: true, data: true, more: true, width: 'medium' })

const fields = {
  agreement: textFile({ label: 'Agreement (JSON)', hint: 'The agreement itself, not what the report says of it. It may stand in the reported figures instead.', optional: true, placeholder: '{"protocol": "quarterly"}' }),
  reported: textFile({ label: 'Reported figures (JSON)', hint: 'Figures as the report prints them; what it does not state is left out. The example shows every part.' }),
  claims: file({ label: 'Claims file', hint: 'All paid claims that the sample was drawn from. It is read in this page; nothing is uploaded.', accept: '.csv,.tsv,.txt,.gz,text/csv,text/plain' }),
  determinations: textFile({ label: 'Determinations (CSV)', hint: 'With the columns claim_id, correct and documentation. It may hold more claims than were drawn.' }),
  id: column('id'), paid: column('paid'), segment: column('segment'), payor: column('payor'), date: column('date'),
  comma: choice({ label: 'Fields of the claims file are parted by', as: 'select', more: true, options: [{ value: '', label: 'what its first line tells' }, { value: ',', label: 'a comma' }, { value: ';', label: 'a semicolon' }, { value: '\t', label: 'a tab' }, { value: '|', label: 'a bar' }] }),
}

let claims: Claims | undefined

/** The claims of a file, which stay in the worker until another file takes their place. */
export async function claimsOf(blob: File, options: FrameOptions): Promise<Claims> {
  if (!claims?.is(blob, options)) {
    void claims?.close()
    claims = new Claims(blob, options, 'verify')
  }
  return claims
}

export const reading = (run: Run) => ({ signal: run.signal, progress: (rows: number) => run.progress(0, undefined, `${rows.toLocaleString('en-US')} rows read`) })

/** Says at which field something was refused. */
export async function atField<T>(field: string, f: () => T | Promise<T>): Promise<T> {
  try {
    return await f()
  } catch (e) {
    if (e instanceof IromathError) throw new IromathError({ code: e.code, field, message: e.message, rows: [...e.rows], rowCount: e.rowCount })
    if (e instanceof Error && e.name !== 'AbortError') throw new IromathError({ code: 'page', field, message: e.message })
    throw e
  }
}

export default function VerifyReview() {
  return <Calculator id="review/verify" title="Verification of a reported claims review" fields={fields} button="Verify" automatic={false}
    example={exampleReport} exampleNote="A fictitious quarterly report with errors in it."
    compute={async (v, run) => {
      const reported = await atField('reported', () => parseJSON(v.reported.text, 'a list of reported figures'))
      if (v.agreement) reported.agreement = await atField('agreement', () => parseJSON(v.agreement!.text, 'an agreement'))
      if (!reported.agreement) throw new IromathError({ code: 'page', field: 'agreement', message: 'Enter the agreement: it says what the figures are held against' })
      const agreement = await atField('agreement', () => run.calculate('agreement', reported.agreement))
      const determinations = await atField('determinations', async () =>
        (await run.calculate('review.determinations', { text: v.determinations.text, options: { comma: separator(firstLine(v.determinations.text)) } })).determinations)
      const found = await atField('claims', () => inspect(v.claims, v.claims.name))
      const columns: Columns = findColumns(found.header)
      for (const { role } of roles) if (v[role]) columns[role] = v[role]
      if (!agreement.from && !agreement.through) delete columns.date
      const options = JSON.parse(JSON.stringify({ ...columns, comma: v.comma || found.comma, payors: agreement.payors, from: agreement.from, through: agreement.through })) as FrameOptions
      const frame = await atField('claims', async () => claimsOf(v.claims, options))
      await atField('claims', () => frame.open(reading(run)))
      return frame.use(f => run.answer('review.verify', { reported, determinations: determinations as never }, { frame: f }), reading(run))
    }}
    summary={verdict} present={verificationBlocks}
    formula={<p>Every sample is drawn again from its seed, and every figure worked out again from claims and determinations. A figure matches if ours, rounded to as many places as the report prints, half away from zero, gives it; there is no other tolerance. Where figures differ, the page looks for the error that makes them what they are.</p>}
  />
}
