// The words of the programme as the page says them, and moments of time.

import { choice, text, type Block, type Warning } from '../../kit/index.ts'
import { month, readable } from '../../kit/dates.ts'

export const ROLES = { front_desk: 'front desk', biller_coder: 'billing and coding', clinician: 'clinicians', manager: 'managers' } as const
export type Role = keyof typeof ROLES
export const TASKS: Record<string, string> = {
  controls_map: 'Training Controls Map', monthly_modules: 'Monthly modules', learning_sprint: 'Learning sprints', competency_checks: 'Competency checks', mitigation_bundle: 'Proof of mitigation', non_retaliation: 'Non-retaliation',
}
export const PITFALLS: Record<string, string> = {
  one_and_done: 'One and done', no_link_to_codes: 'No link to codes', missing_evidence: 'Missing evidence', remuneration_silence: 'Silence on remuneration', slow_response: 'Slow response',
}
export const STATES: Record<string, string> = { done: 'Done', due: 'Due', overdue: 'Overdue', evidence_missing: 'Evidence missing' }
export const CLOCK: Record<string, string> = { running: 'Running', in_time: 'In time', late: 'Late', expired: 'Expired' }
export const STEPS: Record<string, string> = { deploy: 'Deploy', procedure: 'Procedure', sign_off: 'Sign-offs', audit: 'Follow-up audit', coaching: 'Coaching', data: 'Error data', learned: 'What was learned', refund: 'Refunds' }

/** A sentence of the library about a programme: dates and roles as people read them. */
export const sentence = (t: string): string => readable(t).replace(/\b\d{4}-\d\d\b(?!-)/g, month).replace(/\b(front_desk|biller_coder)\b/g, r => r.replace('_', ' '))

export const warned = (list: Warning[] | undefined): Block[] => (list?.length ? [{ warnings: list.map(w => ({ ...w, message: sentence(w.message) })) }] : [])

/** Time zones of the United States. */
const ZONES = [
  { value: 'America/New_York', label: 'Eastern' }, { value: 'America/Chicago', label: 'Central' }, { value: 'America/Denver', label: 'Mountain' }, { value: 'America/Phoenix', label: 'Arizona' },
  { value: 'America/Los_Angeles', label: 'Pacific' }, { value: 'America/Anchorage', label: 'Alaska' }, { value: 'Pacific/Honolulu', label: 'Hawaii' }, { value: 'America/Puerto_Rico', label: 'Atlantic (Puerto Rico)' },
] as const

export const zone = choice({ label: 'Time zone', as: 'select', options: ZONES })

const TIME = /^\s*(\d{1,2}):(\d\d)\s*([ap])?\.?m?\.?\s*$/i
const time = { width: 'short', pattern: TIME, says: 'Enter a time, such as 9:15 am or 14:30' } as const
export const timeOf = (o: { label: string }) => text({ ...time, ...o })
export const timeWhen = (o: { label: string; when: (form: any) => boolean }) => text({ ...time, ...o })

/** What time it is at a moment in a zone, counted as if that were UTC. */
function wall(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' }).formatToParts(at)
  const part = (type: string) => Number(parts.find(p => p.type === type)!.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
}

/** A day and a time in a zone as a moment (RFC 3339) with the zone's offset of then. */
export function moment(date: string, time: string, zone: string): string {
  const m = TIME.exec(time)!
  const hour = m[3] ? (Number(m[1]) % 12) + (m[3].toLowerCase() === 'p' ? 12 : 0) : Number(m[1])
  const clock = `${date}T${String(hour).padStart(2, '0')}:${m[2]}:00`
  const local = Date.parse(clock + 'Z')
  // No such time: the library says so.
  if (Number.isNaN(local)) return clock + 'Z'
  let offset = wall(local, zone) - local
  offset = wall(local - offset, zone) - (local - offset)
  const minutes = Math.abs(offset) / 60_000
  return clock + (offset < 0 ? '-' : '+') + String(Math.floor(minutes / 60)).padStart(2, '0') + ':' + String(minutes % 60).padStart(2, '0')
}

/** A moment as a clock in the zone shows it. */
export const clockTime = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'long', month: 'long', day: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }).format(new Date(at)).replaceAll('\u202f', ' ')
