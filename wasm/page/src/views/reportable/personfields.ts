// The facts about a person who may be ineligible. All of them are data.

import { area, choice, date, rows, text, type Values } from '../../kit/index.ts'
import { answerWhen, given } from './words.ts'

const fact = { data: true } as const

export const personFields = {
  name: text({ ...fact, label: 'Name' }),
  duties: text({ ...fact, label: 'Duties', optional: true }),
  from: date({ ...fact, label: 'First day of employment or contract' }),
  through: date({ ...fact, label: 'Last day of employment or contract', optional: true, hint: 'Empty while it goes on.' }),
  exclusions: rows({
    ...fact, label: 'Exclusions', item: 'Exclusion', min: 0, fields: {
      program: choice({
        ...fact, label: 'Excluded from', as: 'select', options: [
          { value: 'federal_health_care_programs', label: 'all Federal health care programs, by OIG' }, { value: 'medicare', label: 'Medicare' },
          { value: 'state_medicaid', label: 'a State’s Medicaid program' }, { value: 'procurement', label: 'Federal procurement (debarred or suspended)' },
        ],
      }),
      state: text({ ...fact, label: 'State', width: 'short', when: f => f.program === 'state_medicaid', pattern: /^\s*[A-Za-z]{2}\s*$/, says: 'Enter the two letters of the State, such as TX' }),
      from: date({ ...fact, label: 'First day of the exclusion' }),
      through: date({ ...fact, label: 'Last day of the exclusion', optional: true, hint: 'The day before reinstatement; empty while it goes on.' }),
      paidServices: answerWhen({ ...fact, label: 'The person provides services that this program pays for', when: f => f.program === 'state_medicaid' }),
    },
  }),
  federalScreened: date({ ...fact, label: 'Federal exclusion lists last searched', optional: true }),
  convicted: date({ ...fact, label: 'Convicted, with no exclusion yet', optional: true, hint: 'Day of a conviction that calls for mandatory exclusion, 42 U.S.C. 1320a-7(a).' }),
  screening: area({ ...fact, label: 'Screening that was made', optional: true, rows: 2 }),
  found: area({ ...fact, label: 'How the person was found', optional: true, rows: 2 }),
}

export const personOf = (v: Values<typeof personFields>) => ({
  name: v.name, duties: v.duties, from: v.from, through: v.through, federalScreened: v.federalScreened, convicted: v.convicted, screening: v.screening, found: v.found,
  exclusions: v.exclusions.map(x => ({ program: x.program, state: x.state?.toUpperCase(), from: x.from, through: x.through, paidServices: given(x.paidServices) })),
})
