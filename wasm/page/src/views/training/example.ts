// A made-up clinic of four people, whose programme has a bit of everything: done, due, overdue, and without evidence.

const people = ['kim', 'lee', 'ray', 'sam']

/** A module for everybody, with sign-ins, scores and, where it is old enough, its 60-day metric. */
function module(id: string, date: string, topic: string, title: string, competencies: string[], followUp?: object, more: object = {}) {
  return {
    id, date, roles: ['manager', 'clinician', 'front_desk', 'biller_coder'], topic, title, minutes: 11, competencies,
    script: { vignette: 'What happens at the desk or in the room.', decision: 'What is right, and who decides.', artifact: 'What is signed and filed.' },
    questions: ['Who decides?', 'What is filed?', 'Who signs?'],
    attendance: people.map(person => ({ person, date, pre: '33', post: '100' })), ...(followUp && { followUp }), ...more,
  }
}

const metric = (date: string, before: number, after: number) => ({ date, metric: 'charts in error', before: { errors: before, reviewed: 30 }, after: { errors: after, reviewed: 30 } })

const program = {
  clinic: 'Example Clinic', owner: 'kim', start: '2026-01-01',
  staff: [
    { id: 'kim', roles: [{ role: 'manager', from: '2020-01-01' }] },
    { id: 'lee', provider: true, roles: [{ role: 'clinician', from: '2020-01-01' }] },
    { id: 'ray', roles: [{ role: 'front_desk', from: '2020-01-01' }] },
    { id: 'sam', roles: [{ role: 'biller_coder', from: '2021-06-01' }] },
  ],
  maps: [{
    version: '1', date: '2026-01-05', approved: '2026-01-05', exposures: [
      { kind: 'revenue_code', name: '99214-99215', competencies: [{ id: 'em', text: 'E/M level validation', roles: ['clinician', 'biller_coder'], artifacts: ['level worksheet'] }] },
      { kind: 'remuneration', name: 'copay waivers', competencies: [{ id: 'hardship', text: 'Financial hardship screening', roles: ['front_desk', 'manager'], artifacts: ['hardship form with signature'] }] },
    ],
  }],
  modules: [
    module('M1', '2026-01-14', 'em-levels', 'Which level a visit has', ['em'], metric('2026-03-16', 9, 4)),
    module('M2', '2026-02-11', 'copay-waivers', 'When a copay may be waived', ['hardship'], metric('2026-04-13', 6, 5)),
    module('M3', '2026-03-04', 'copay-waivers', 'Screen for hardship first', ['hardship'], undefined, { incident: 'I1' }),
    module('M4', '2026-04-15', 'em-levels', 'Time or decision making', ['em']),
  ],
  incidents: [{
    id: 'I1', identified: '2026-03-02T09:15:00-05:00', triggers: ['staff_report'], authorities: ['oig'], what: 'Copays waived without screening', topic: 'copay-waivers',
    roles: ['front_desk', 'manager'],
    deployments: [{ module: 'M3', role: 'front_desk', at: '2026-03-04T12:00:00-05:00' }, { module: 'M3', role: 'manager', at: '2026-03-04T12:00:00-05:00' }],
    procedure: { title: 'Copays', version: '3', change: 'No waiver without a signed hardship form', date: '2026-03-04', signed: '2026-03-04' },
    signOffs: [{ person: 'ray', date: '2026-03-04' }, { person: 'kim', date: '2026-03-05' }],
    before: { date: '2026-03-03', errors: 7, reviewed: 20 }, after: { date: '2026-03-18', errors: 1, reviewed: 20 },
    learned: { date: '2026-03-18', text: 'Screen first; the form is on the second shelf' },
  }],
  checks: [
    {
      id: 'K1', provider: 'lee', date: '2026-03-17', draw: { provider: 'lee', seed: '48863.78', encounters: ['E1', 'E2', 'E3', 'E4', 'E5'] }, feedback: 'Talked through on March 17',
      results: ['E1', 'E2', 'E3', 'E4', 'E5'].map((encounter, i) => ({ encounter, documentation: i !== 1, necessity: true })),
      remediation: { plan: 'Sit in on three visits with the lead', date: '2026-03-18', completed: '2026-04-02' },
    },
    {
      id: 'K2', provider: 'lee', date: '2026-03-18', incidents: ['I1'], draw: { provider: 'lee', seed: '171.5', encounters: ['E6', 'E7', 'E8', 'E9', 'E10'] }, feedback: 'All in order',
      results: ['E6', 'E7', 'E8', 'E9', 'E10'].map(encounter => ({ encounter, documentation: true, necessity: true })),
    },
  ],
  policies: [{ version: '1', title: 'Nobody is punished for speaking up', date: '2026-01-05', signed: '2026-01-05', pathways: ['private mailbox', 'drop box'] }],
  acknowledgments: ['kim', 'lee', 'ray'].map(person => ({ person, policy: '1', date: '2026-01-14' })),
  cases: [{ id: 'C1', received: '2026-03-02', what: 'Copays are waived for regulars', triaged: '2026-03-02', triage: 'Incident I1', incident: 'I1', closed: '2026-03-20', memo: 'Screening is done since' }],
  bundles: [{ date: '2026-03-20', incidents: ['I1'], digest: 'sha256:c7ab54566126feff0ebf0dd9e759670f5294d1dd1f061e7fbb237f278a019840' }],
}

/** The day the example is looked at. */
export const EXAMPLE_DAY = '2026-05-15'
export const EXAMPLE = { text: JSON.stringify(program, null, 1), example: true }
