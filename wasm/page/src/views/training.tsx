import { Designs } from '../kit/index.ts'
import { type ViewProps } from './index.ts'
import SelfAudit from './training/audit.tsx'
import EvidenceBundle from './training/bundle.tsx'
import SprintClock from './training/clock.tsx'
import Draw from './training/draw.tsx'
import Lessons from './training/lessons.tsx'
import BeforeAndAfter from './training/metrics.tsx'
import Penalty from './training/penalty.tsx'
import Tasks from './training/tasks.tsx'
import VerifyBundle from './training/verify.tsx'

export default function Training({ path }: ViewProps) {
  return <Designs view="training" label="Training programme" path={path} designs={[
    { id: 'audit', title: 'Self-audit', view: SelfAudit },
    { id: 'clock', title: '72-hour clock', view: SprintClock },
    { id: 'lessons', title: 'Next modules', view: Lessons },
    { id: 'draw', title: 'Charts to check', view: Draw },
    { id: 'metrics', title: 'Before and after', view: BeforeAndAfter },
    { id: 'bundle', title: 'Evidence bundle', view: EvidenceBundle },
    { id: 'verify', title: 'Verify a bundle', view: VerifyBundle },
    { id: 'penalty', title: 'Penalty', view: Penalty },
    { id: 'tasks', title: 'Tasks and rules', view: Tasks },
  ]} />
}
