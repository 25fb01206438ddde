import { Designs } from '../kit/index.ts'
import { Binomial } from './counts/binomial.tsx'
import { RHCThreeStage, RHCTwoStage, Stratified, StratifiedCluster, StratifiedMultistage, ThreeStage, TwoStage } from './counts/designs.tsx'
import { Unrestricted } from './counts/unrestricted.tsx'
import { type ViewProps } from './index.ts'

export default function Counts({ path }: ViewProps) {
  return <Designs view="counts" label="Design of the sample" path={path} designs={[
    { id: 'unrestricted', title: 'Unrestricted', view: Unrestricted },
    { id: 'binomial', title: 'Unknown universe', view: Binomial },
    { id: 'stratified', title: 'Stratified', view: Stratified },
    { id: 'two-stage', title: 'Two-stage', view: TwoStage },
    { id: 'three-stage', title: 'Three-stage', view: ThreeStage },
    { id: 'rhc-two-stage', title: 'RHC two-stage', view: RHCTwoStage },
    { id: 'rhc-three-stage', title: 'RHC three-stage', view: RHCThreeStage },
    { id: 'stratified-cluster', title: 'Stratified cluster', view: StratifiedCluster },
    { id: 'stratified-multistage', title: 'Stratified multistage', view: StratifiedMultistage },
  ]} />
}
