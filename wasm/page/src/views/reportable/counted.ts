// How a due date came about, in words.

import { plural } from '../../kit/index.ts'
import { day } from '../../kit/dates.ts'

/** "30 days after October 5, 2026". */
export const counted = (x: { from: string; days: number; before?: boolean; count?: string; counted: string; on: string }): string =>
  `${plural(x.days, x.count === 'business_days' ? 'business day' : 'day')} ${x.before ? 'before' : 'after'} ${day(x.from)}` + (x.on !== x.counted ? `, moved from ${day(x.counted)}` : '')
