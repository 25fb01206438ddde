// The example of a verification: the fictitious report of examples/verify.

import { packed } from 'iromath:claims/verify'
import agreement from '../../../../../examples/verify/data/agreement.json'
import reported from '../../../../../examples/verify/data/reported.json'
import { unpack } from '../../../pack.mjs'

const { claims, determinations } = unpack(packed)

const json = (value: unknown) => JSON.stringify(value, null, 2).replace(/\[\s+((?:[^[\]{}]|\n)*?)\s+\]/g, (_, list: string) => `[${list.replace(/\s*\n\s*/g, ' ')}]`) + '\n'

export const exampleReport = {
  agreement: { text: json(agreement), example: true }, reported: { text: json(reported), example: true },
  claims: new File([claims], 'example-claims.csv', { type: 'text/csv' }), determinations: { text: determinations, example: true },
}
