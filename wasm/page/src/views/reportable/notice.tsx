// What the report of a reportable event usually contains, for each kind.

import { Calculator, choice } from '../../kit/index.ts'
import { article, cited, KINDS } from './words.ts'

const fields = { kind: choice({ label: 'Kind of reportable event', options: KINDS }) }

export default function Notice() {
  return <Calculator id="reportable/notice" title="Contents of a report to OIG" fields={fields} example={{ kind: 'ineligible_person' }} exampleNote="Choose the kind of event." button="Show"
    compute={(v, run) => run.answer('reportable.notice', { kind: v.kind })}
    summary={(items, v) => `The report of ${article(KINDS.find(k => k.value === v.kind)!.label.toLowerCase())} usually has ${items.length} items. The list of your agreement counts.`}
    present={items => [
      { table: { caption: 'What the report contains', columns: [{ title: 'No.' }, { title: 'Item', prose: true }], rows: items.map((n, i) => [String(i + 1), n.text]) } },
      { paragraph: `Source: ${cited(items[0]?.source)}.` },
    ]}
    formula={<p>OIG’s FAQ has no list: this is what OIG’s agreements usually demand. “Event” sets the facts beside it; the list of your agreement is entered there under “More options”.</p>} />
}
