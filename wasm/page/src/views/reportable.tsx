import { Designs } from '../kit/index.ts'
import { type ViewProps } from './index.ts'
import Change from './reportable/change.tsx'
import { IROQualifications, SiteVisit } from './reportable/checklists.tsx'
import Deadlines from './reportable/deadlines.tsx'
import DueDate from './reportable/due.tsx'
import Event from './reportable/event.tsx'
import Notice from './reportable/notice.tsx'
import StipulatedPenalty from './reportable/penalty.tsx'
import IneligiblePerson from './reportable/person.tsx'
import Repayment from './reportable/repayment.tsx'
import Resolution from './reportable/resolution.tsx'
import Rules from './reportable/rules.tsx'
import Sale from './reportable/sale.tsx'

export default function ReportableEvents({ path }: ViewProps) {
  return <Designs view="reportable" label="Reportable events and clocks" path={path} designs={[
    { id: 'event', title: 'Event', view: Event },
    { id: 'person', title: 'Ineligible person', view: IneligiblePerson },
    { id: 'deadlines', title: 'Deadlines and clocks', view: Deadlines },
    { id: 'resolution', title: 'Resolution', view: Resolution },
    { id: 'notice', title: 'Notice', view: Notice },
    { id: 'other', title: 'Other checks', view: OtherChecks },
  ]} />
}

function OtherChecks({ path }: ViewProps) {
  return <Designs view="reportable/other" label="Other checks" path={path} designs={[
    { id: 'repayment', title: 'Overpayment clock', view: Repayment },
    { id: 'sale', title: 'Sale of a business', view: Sale },
    { id: 'change', title: 'Early end or modification', view: Change },
    { id: 'penalty', title: 'Stipulated penalty', view: StipulatedPenalty },
    { id: 'iro', title: 'IRO qualifications', view: IROQualifications },
    { id: 'visit', title: 'Site visit', view: SiteVisit },
    { id: 'due', title: 'Due date', view: DueDate },
    { id: 'rules', title: 'Rules', view: Rules },
  ]} />
}
