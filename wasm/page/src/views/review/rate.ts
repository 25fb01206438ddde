// An error rate in words, and the categories of errors.

import { percent, round, shift } from '../../kit/index.ts'
import { compare } from '../../kit/fields.ts'

/** A rate with two places, or as many as it takes to tell it from a threshold that it does not have. */
export function rateText(rate: string, threshold?: string): string {
  for (let places = 2; places < 18; places++) {
    const rounded = round(shift(rate, 2), places)
    if (!threshold || compare(rate, threshold) === 0 || compare(rounded, shift(threshold, 2)) !== 0) return rounded + '%'
  }
  return percent(rate)
}

export const CATEGORIES: Record<string, string> = { coding: 'Coding', documentation: 'Documentation', medical_necessity: 'Medical necessity', other: 'Other', '': 'Not stated' }
