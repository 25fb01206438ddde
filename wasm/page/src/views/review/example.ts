// The example: the fictitious clinic of examples/claimsreview.

import agreement from '../../../../../examples/claimsreview/data/agreement.json'
import claims from '../../../../../examples/claimsreview/data/claims.csv'
import determinations from '../../../../../examples/claimsreview/data/determinations.csv'
import systems from '../../../../../examples/claimsreview/data/systems.csv'
import { type AgreementInput } from './agreement.ts'

export const example = {
  agreement: agreement as AgreementInput, seed: '36127.25', date: '2026-05-15', determinations, systems,
  claims: () => new File([claims], 'example-claims.csv', { type: 'text/csv' }),
}
