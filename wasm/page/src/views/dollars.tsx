import { Designs } from '../kit/index.ts'
import Unrestricted from './dollars/unrestricted.tsx'
import { type ViewProps } from './index.ts'

export default function Dollars({ path }: ViewProps) {
  return <Designs view="dollars" label="Design of the sample" path={path} designs={[
    { id: 'unrestricted', title: 'Unrestricted', view: Unrestricted },
  ]} />
}
