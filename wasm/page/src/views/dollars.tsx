import { Designs } from '../kit/index.ts'
import { Auxiliary } from './dollars/auxiliary.tsx'
import { StratifiedCluster, StratifiedMultistage } from './dollars/clusters.tsx'
import { MinimumSum } from './dollars/minimum-sum.tsx'
import { PostStratified } from './dollars/post-stratified.tsx'
import { PPS, Stringer } from './dollars/proportional.tsx'
import { RHCThreeStage, RHCTwoStage, ThreeStage, TwoStage } from './dollars/stages.tsx'
import { Stratified } from './dollars/stratified.tsx'
import { UnknownUniverse } from './dollars/unknown-universe.tsx'
import Unrestricted from './dollars/unrestricted.tsx'
import { type ViewProps } from './index.ts'

export default function Dollars({ path }: ViewProps) {
  return <Designs view="dollars" label="Design of the sample" path={path} designs={[
    { id: 'unrestricted', title: 'Unrestricted', view: Unrestricted },
    { id: 'stratified', title: 'Stratified', view: Stratified },
    { id: 'known-total', title: 'Known total', view: Auxiliary },
    { id: 'post-stratified', title: 'Post-stratified', view: PostStratified },
    { id: 'unknown-universe', title: 'Unknown universe', view: UnknownUniverse },
    { id: 'two-stage', title: 'Two-stage', view: TwoStage },
    { id: 'three-stage', title: 'Three-stage', view: ThreeStage },
    { id: 'rhc-two-stage', title: 'RHC two-stage', view: RHCTwoStage },
    { id: 'rhc-three-stage', title: 'RHC three-stage', view: RHCThreeStage },
    { id: 'stratified-cluster', title: 'Stratified cluster', view: StratifiedCluster },
    { id: 'stratified-multistage', title: 'Stratified multistage', view: StratifiedMultistage },
    { id: 'pps', title: 'Proportional to size', view: PPS },
    { id: 'stringer', title: 'Stringer bound', view: Stringer },
    { id: 'minimum-sum', title: 'Minimum sum', view: MinimumSum },
  ]} />
}
