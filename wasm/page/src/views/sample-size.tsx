import { Designs } from '../kit/index.ts'
import { type ViewProps } from './index.ts'
import { Attribute, AttributeLimit } from './size/attribute.tsx'
import Boundaries from './size/boundaries.tsx'
import Discovery from './size/discovery.tsx'
import ErrorRate from './size/error-rate.tsx'
import Precision from './size/precision.tsx'
import Probe from './size/probe.tsx'
import { Stratified, StratifiedKnown } from './size/strata.tsx'

export default function SampleSize({ path }: ViewProps) {
  return <Designs view="sample-size" label="Ways to a sample size" path={path} designs={[
    { id: 'probe', title: 'Probe sample', view: Probe },
    { id: 'error-rate', title: 'Expected error rate', view: ErrorRate },
    { id: 'stratified', title: 'Stratified', view: Stratified },
    { id: 'stratified-known', title: 'Stratified, total known', view: StratifiedKnown },
    { id: 'precision', title: 'Precision of a size', view: Precision },
    { id: 'attribute', title: 'Share in error', view: Attribute },
    { id: 'attribute-limit', title: 'Upper limit of a share', view: AttributeLimit },
    { id: 'discovery', title: 'At least one error', view: Discovery },
    { id: 'boundaries', title: 'Boundaries of strata', view: Boundaries },
  ]} />
}
