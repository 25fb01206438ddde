// What a report says beside the review itself.

import { checkbox, choice, date, decimalNumber, dollars, integer, rows, seed, text, type Values } from '../../kit/index.ts'
import { type Request } from '../../client.ts'

const scrutinized = (raw: any) => raw.scrutiny === true

export const reportFields = {
  date: date({ label: 'Date of the report', optional: true }),
  maskPatients: checkbox({ label: 'Mask patients', hint: 'Leaves no more than the last four characters of their identifiers.' }),
  scrutiny: checkbox({ label: 'Checks that a court asks for', hint: 'Adds simulations and other checks of the estimate.' }),
  scrutinySeed: seed({ label: 'Seed of the simulation', hint: 'Empty: the seed of the first sample.', optional: true, when: scrutinized }),
  replicates: integer({ label: 'Simulated samples', hint: 'Empty: 1,000.', optional: true, min: 1000, max: 100_000, when: scrutinized }),
  minimumSum: checkbox({ label: 'Lower limit of the minimum sum method', when: scrutinized }),
  errorShare: decimalNumber({ label: 'Error share of the minimum sum method', hint: 'Above 0 and up to 1; empty: 1. It has to be chosen before the sample is seen.', optional: true, max: '1', when: (raw: any) => scrutinized(raw) && raw.minimumSum }),
  costReport: date({ label: 'Corresponding cost report due', optional: true, more: true }),
  refunds: rows({
    label: 'Refunds made already', item: 'Refund', min: 0, max: 100, data: true, more: true,
    fields: {
      amount: dollars({ label: 'Amount' }), payor: text({ label: 'Payor', optional: true, hint: 'Where claims name payors.' }),
      date: date({ label: 'Date', optional: true }), note: text({ label: 'For', optional: true }),
    },
  }),
  suspensions: rows({
    label: 'Suspensions of the deadline to repay', item: 'Suspension', min: 0, max: 20, more: true,
    fields: {
      kind: choice({
        label: 'Because of', as: 'select', options: [
          { value: 'investigation', label: 'A timely investigation' }, { value: 'oig_self_disclosure', label: 'OIG self-disclosure' },
          { value: 'cms_self_referral_disclosure', label: 'CMS self-referral disclosure' }, { value: 'extended_repayment_schedule', label: 'Extended repayment schedule' },
        ],
      }),
      from: date({ label: 'From' }), through: date({ label: 'Through', optional: true, hint: 'Empty: it has not ended.' }),
    },
  }),
  programs: rows({
    label: 'Programs of the payors', item: 'Payor', min: 0, max: 100, more: true,
    fields: {
      payor: text({ label: 'Payor', optional: true, hint: 'As the claims spell it; empty where they name none.' }),
      program: choice({
        label: 'Program', hint: 'Nothing suspends the deadline of Medicaid.', as: 'select',
        options: [{ value: 'medicare_parts_a_b', label: 'Medicare Parts A and B' }, { value: 'medicaid', label: 'Medicaid' }],
      }),
    },
  }),
}

export function reportOf(v: Values<typeof reportFields>): NonNullable<Request<'review'>['report']> {
  return JSON.parse(JSON.stringify({
    date: v.date, maskPatients: v.maskPatients || undefined, costReport: v.costReport,
    refunds: v.refunds?.length ? v.refunds : undefined, suspensions: v.suspensions?.length ? v.suspensions : undefined,
    programs: v.programs?.length ? v.programs : undefined,
    scrutiny: v.scrutiny ? { seed: v.scrutinySeed, replicates: v.replicates, minimumSum: v.minimumSum || undefined, errorShare: v.errorShare } : undefined,
  }))
}
