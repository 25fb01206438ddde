// The views. Those of one part of the library are one file, which is loaded when one of them is gone to.

import { type ComponentType } from 'preact'
import { type CalculationName } from '../client.ts'

export interface ViewProps { /** What follows the view's name in the route. */ path: string[] }
export interface View {
  id: string
  title: string
  /** One line on what it is for. */
  about: string
  /** A calculation of the part of the library that the view needs. */
  warm?: CalculationName
  load(): Promise<ComponentType<ViewProps>>
}

/** The view of an address that names none. */
export const HOME = 'sample-size'

export const views: readonly View[] = [
  { id: 'sample-size', title: 'Sample size', about: 'How many claims to draw for the precision that is asked for.', warm: 'samplesize.probe', load: () => import('./sample-size.tsx').then(m => m.default) },
  { id: 'random', title: 'Random numbers', about: 'Draw a sample that anyone can draw again from its seed.', warm: 'sampling.single_stage', load: () => import('./parts/sampling.ts').then(m => m.Random) },
  { id: 'verify', title: 'Verify a sample', about: 'Hold reported numbers against their seed, and find a seed that is missing.', warm: 'sampling.verify', load: () => import('./parts/sampling.ts').then(m => m.Verify) },
  { id: 'discovery', title: 'Discovery sample', about: 'The net financial error rate of a discovery sample, and what it calls for.', warm: 'errorrate', load: () => import('./parts/review.ts').then(m => m.Discovery) },
  { id: 'dollars', title: 'Dollar appraisals', about: 'What a sample of amounts says about the total of the universe.', warm: 'appraisal.variable.unrestricted', load: () => import('./parts/appraisal.ts').then(m => m.Dollars) },
  { id: 'counts', title: 'Count appraisals', about: 'How many items of the universe have a characteristic, from a sample.', warm: 'appraisal.attribute.unrestricted', load: () => import('./parts/appraisal.ts').then(m => m.Counts) },
  { id: 'review', title: 'Claims review', about: 'A whole review, from the claims file to the report.', warm: 'review', load: () => import('./parts/review.ts').then(m => m.ClaimsReview) },
  { id: 'reportable', title: 'Reportable event', about: 'Facts in, reasons with their sources out, and the days that count.', warm: 'reportable.rules', load: () => import('./parts/compliance.ts').then(m => m.Reportable) },
  { id: 'training', title: 'Training self-audit', about: 'Where the tasks of a staff training programme stand on a day.', warm: 'training.checklist', load: () => import('./parts/compliance.ts').then(m => m.Training) },
  { id: 'all', title: 'All calculations', about: 'Every calculation of the library, as JSON in and JSON out.', load: () => import('./parts/whole.ts').then(m => m.All) },
  { id: 'about', title: 'About and privacy', about: 'What this is, what it is not, and where your entries stay.', load: () => import('./parts/whole.ts').then(m => m.About) },
]
