package iromath

import (
	"fmt"
	"slices"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// The size of the full sample as reported. OIG's FAQ has no rule of rounding: the full sample "must include a sufficient number
// of paid claims to meet the confidence and precision levels". A sample that is larger than the formula's is a choice, and its
// figures are those of the draw that goes on to its size; a smaller one is not.

// wholeOf reads a number of claims.
func wholeOf(p Printed) (int64, bool) {
	f, err := readPrinted(p, plainFigure)
	if err != nil || !f.value.IsInteger() || !f.value.IsPositive() || f.value.NumDigits() >= 12 {
		return 0, false
	}
	return f.value.IntPart(), true
}

// statedSize is the size of the full sample that a report has: the number of claims that it lists or, where it lists none, the
// size that it states. 0: it has none, or more claims than the frame.
func (v *verifier) statedSize(r *Review) int64 {
	full := v.reported.sampleAt(partFull)
	sizes := v.fullSizes()
	if e := v.reported.Estimate; e != nil {
		sizes = append(sizes, e.SampleSize)
	}
	var stated []int64
	for _, p := range append(sizes, full.Reviewed) {
		if n, ok := wholeOf(p); ok {
			stated = append(stated, n)
		}
	}
	listed := map[int64]bool{}
	for _, n := range v.numbersOf(full) {
		listed[n] = true
	}
	size := int64(len(listed))
	first := r.draws[0].Units()
	all := v.agreement.FullSample == FullSampleFresh || slices.Contains(stated, size)
	for _, u := range first {
		all = all || listed[u.Number]
	}
	switch {
	case size == 0 && len(stated) > 0:
		size = stated[0]
	case size > 0 && !all: // the added claims alone
		size += int64(len(first))
	}
	if size > v.frame.Size() {
		return 0
	}
	return size
}

// fullSizes are the sizes of the full sample as reported.
func (v *verifier) fullSizes() []Printed {
	var list []Printed
	if s := v.reported.Full; s != nil {
		list = append(list, s.Size)
	}
	if s := v.reported.Size; s != nil {
		list = append(list, s.Size)
	}
	return list
}

// larger takes down that the full sample is larger than the formula gives.
func (v *verifier) larger() {
	w, drawn := v.review.wanted, int64(len(v.review.draws[len(v.review.draws)-1].Units()))
	v.mayState(v.values, drawn)
	formula := fmt.Sprintf("the formula gives %s, which RAT-STATS rounds to %d", exact.Fixed(w.Unrounded, 4), w.Size)
	because := formula + "; a larger full sample is sufficient"
	if s := v.reported.Size; s != nil {
		if n, ok := wholeOf(s.Size); ok && n > w.Size {
			v.because["size.size"] = because
		}
	}
	if v.review.chosen < drawn || drawn <= max(w.Size, int64(len(v.review.draws[0].Units()))) {
		return
	}
	v.chosen, v.because["full.size"] = drawn, because
	twice := ""
	if drawn > 2*w.Size {
		twice = " This one is more than twice as large: ask when and why its size was fixed."
	}
	v.warnings = append(v.warnings, finding.Warn("full_sample_larger", "The full sample has %d claims; %s. A larger one is a choice: the full "+
		"sample must include a sufficient number of paid claims to meet the confidence and precision levels (%s). Its size should "+
		"have been fixed before it was drawn; claims are not drawn on until the result pleases.%s", drawn, formula, oigFAQ, twice))
}

// mayState lets a report state as the size every number from what the formula gives to what was drawn.
func (v *verifier) mayState(to values, drawn int64) {
	if s := v.reported.Size; s != nil {
		is := to["size.size"]
		if n, ok := wholeOf(s.Size); ok && n > is.number.IntPart() && n <= drawn {
			to["size.size"] = is.orAlso(count(n))
		}
	}
}
