// The example: the fictitious clinic of examples/claimsreview.

import { packed } from 'iromath:claims/claimsreview'
import agreement from '../../../../../examples/claimsreview/data/agreement.json'
import systems from '../../../../../examples/claimsreview/data/systems.csv'
import { unpack } from '../../../pack.mjs'
import { type AgreementInput } from './agreement.ts'

const { claims, determinations } = unpack(packed)

export const example = {
  agreement: agreement as AgreementInput, seed: '36127.25', date: '2026-05-15', determinations, systems,
  claims: () => new File([claims], 'example-claims.csv', { type: 'text/csv' }),
}
