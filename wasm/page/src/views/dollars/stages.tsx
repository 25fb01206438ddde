// Samples of dollars in two and three stages, and those in random groups.

import data2stg from '../../../../../internal/goldentest/testdata/variable_two_stage_data2stg.csv'
import data3stg from '../../../../../internal/goldentest/testdata/variable_three_stage_ug.csv'
import rhc2data from '../../../../../internal/goldentest/testdata/variable_datarhc2_cm.txt'
import rhc2units from '../../../../../internal/goldentest/testdata/variable_primrhc2_cm.txt'
import rhc3data from '../../../../../internal/goldentest/testdata/variable_datarhc3_cm.txt'
import rhc3units from '../../../../../internal/goldentest/testdata/variable_pusurhc3_cm.txt'
import { checkbox, integer, table, type Table } from '../../kit/index.ts'
import { type Result } from '../../client.ts'
import { appraisal, sample } from '../appraisal/design.tsx'
import { DOLLARS } from '../appraisal/estimate.ts'
import { rhcThreeStage, rhcTwoStage, threeStage, twoStage } from '../appraisal/formulas.tsx'
import { deal } from '../appraisal/samples.ts'
import { stages } from '../appraisal/sections.ts'
import { column, GROUP, inStrata, itemsField } from '../appraisal/strata.ts'
import { primaries, rhcThree, rhcTwo, unitsTable } from '../appraisal/units.ts'

const primary = { universe: integer({ label: 'Primary units in the universe', hint: 'All units that could have been drawn at the first stage.', min: 1 }) }
const items = { label: 'File of the items', hint: 'A line for each sampled item, in the order of the units: a line number, then its amounts.' }

const SIZES = [[50, 10], [65, 13], [45, 9], [48, 10], [52, 10], [58, 12], [42, 8], [66, 13], [40, 8], [56, 11]] as const
const names = SIZES.map((_, i) => String(i + 1))
const lines = column(data2stg, 1, true)

export const TwoStage = appraisal({
  id: 'dollars/two-stage', title: 'Dollar appraisal of a two-stage sample', calculation: 'appraisal.variable.two_stage', amounts: true,
  parameters: {
    ...primary,
    secondaryUniverse: integer({ label: 'Items in the universe', optional: true, more: true, min: 1, hint: 'Where it is known, the mean of an item is stated. It changes neither the estimate nor its error.' }),
  },
  typed: {
    label: 'Rows with a column for the unit',
    fields: {
      unitList: table({
        label: 'Sampled primary units', hint: 'A line for each: its name as the rows have it, and all of its items.', api: ['units'],
        columns: { name: { label: 'Unit', type: 'text', match: GROUP }, universe: { label: 'Items in the unit', type: 'integer', match: /items|universe|size|total/i } },
      }),
      items: itemsField('One item on each line with its unit, those without an overpayment too.', 'Unit'),
    },
    design: v => ({ units: deal(v.items, unitsOf(v.unitList), 'items', 'unitList', 'unit') }),
  },
  files: { units: { label: 'File of the primary units', hint: 'A line for each unit drawn: a counter, its items, its sampled items.' }, data: items },
  example: {
    entry: 'rows', universe: '90', secondaryUniverse: '4500', levels: '80,90,95',
    unitList: sample('Unit\tItems\n' + SIZES.map(([m], i) => `${names[i]}\t${m}`).join('\n')), items: sample(inStrata(lines, names, SIZES.map(s => s[1]), 'Unit\tOverpayment')),
    units: sample(SIZES.map(([m, n], i) => `${i + 1} ${m} ${n}\n`).join('')), data: sample(lines.map((v, i) => `${i + 1} ${v}\n`).join('')),
  },
  exampleNote: 'The ten units of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.variable.two_stage'>) => [stages(r.stages, r.stageVariances), unitsTable(r.units, DOLLARS)],
  formula: twoStage(),
})

const unitsOf = (t: Table) => t.columns.name!.map((name, i) => ({ name, universe: Number(t.columns.universe![i]) }))

export const ThreeStage = appraisal({
  id: 'dollars/three-stage', title: 'Dollar appraisal of a three-stage sample', calculation: 'appraisal.variable.three_stage', amounts: true,
  parameters: primary,
  files: {
    primaryUnits: { label: 'File of the primary units', hint: 'A line for each unit drawn: its name, its secondary units, those of them that were drawn.' },
    units: { label: 'File of the secondary units', hint: 'A line for each, in the order of the primary units: its name, its items, its sampled items.' },
    data: items,
  },
  example: {
    universe: '15', format: 'examined', columns: '5', levels: '80,90,95', primaryUnits: sample('1 Region 1 10 2\n2 Region 2 8 1\n3 Region 3 15 2\n'),
    units: sample('1 1 1 Maine 100 10\n2 1 2 Vermont 125 10\n3 2 1 New York 80 10\n4 3 1 Texas 140 10\n5 3 2 Arkansas 85 10\n'),
    data: sample(data3stg.split('\n').slice(1).join('\n').replaceAll(',', ' ')),
  },
  exampleNote: 'The three regions of the RAT-STATS user’s guide.',
  tables: (r: Result<'appraisal.variable.three_stage'>) => [stages(r.stages, r.stageVariances), ...primaries(r.units, DOLLARS)],
  formula: threeStage(),
})

export const RHCTwoStage = appraisal({
  id: 'dollars/rhc-two-stage', title: 'Dollar appraisal of a two-stage sample in random groups (RHC)', calculation: 'appraisal.variable.rhc_two_stage', amounts: true,
  files: { units: { label: 'File of the primary units', hint: 'A line for each unit drawn: its name, its items, its sampled items, its size, the size of its group, the units in its group.' }, data: items },
  example: { levels: '80,90,95', units: sample(rhc2units), data: sample(rhc2data) },
  exampleNote: 'The ten units of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.variable.rhc_two_stage'>) => rhcTwo(r, DOLLARS),
  formula: rhcTwoStage(),
})

export const groupSizes = {
  sizesOfGroups: checkbox({ label: 'Hold secondary sizes against the sum of their groups', more: true, hint: 'As Rao, Hartley and Cochran have it. RAT-STATS holds them against the size of the primary unit. The point estimate is the same.' }),
}

export const RHCThreeStage = appraisal({
  id: 'dollars/rhc-three-stage', title: 'Dollar appraisal of a three-stage sample in random groups (RHC)', calculation: 'appraisal.variable.rhc_three_stage', amounts: true,
  parameters: groupSizes,
  files: { units: { label: 'File of the units', hint: 'A line for each primary unit, followed by those of its secondary units: name, units or items in it, those drawn, size, size of its group, units in its group.' }, data: items },
  example: { levels: '80,90,95', units: sample(rhc3units), data: sample(rhc3data) },
  exampleNote: 'The four regions of the RAT-STATS manual.',
  tables: (r: Result<'appraisal.variable.rhc_three_stage'>) => rhcThree(r, DOLLARS),
  formula: rhcThreeStage(),
})
