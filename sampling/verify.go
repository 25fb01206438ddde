package sampling

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/finding"
)

// ErrReported is returned where reported numbers cannot be a sample of the frame at all.
var ErrReported = errors.New("sampling: reported numbers")

// Verification holds reported numbers against the documentation of their draw.
type Verification struct {
	// Plan is the draw as documented: method, seed, frame, size, and spares where they are reported too.
	Plan SingleStage `json:"plan"`
	// Reported are the numbers of the sample as reported, without spares: in any order, or in the order of selection. Of a
	// sample that was drawn on they are all units, or the added ones alone.
	Reported []int64 `json:"reported"`
	// FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional.
	FrameDigest string `json:"frameDigest,omitempty"`
	// ReportedSpares are the spares as reported, if they are to be verified.
	ReportedSpares []int64 `json:"reportedSpares,omitempty"`
}

// Finding says how reported numbers stand to the documentation of their draw.
type Finding string

// The findings, from best to worst.
const (
	// Reproduced: the plan gives exactly the reported numbers, in the order of selection or in sequential order, and the
	// reported spares in generated order.
	Reproduced Finding = "reproduced"
	// OtherOrder: the plan gives the same numbers, but they are reported in another order.
	OtherOrder Finding = "other_order"
	// Differs: the plan gives other numbers.
	Differs Finding = "differs"
	// Impossible: no draw of the plan's size from its frame gives the reported numbers.
	Impossible Finding = "impossible"
)

// FrameFinding says whether the frame at hand is the documented one.
type FrameFinding string

// The findings on the frame.
const (
	SameFrame       FrameFinding = "same"
	OtherFrame      FrameFinding = "other"
	FrameNotChecked FrameFinding = "not_checked" // one of the digests is missing
)

func compareFrames(atHand, documented string) FrameFinding {
	switch {
	case atHand == "" || documented == "":
		return FrameNotChecked
	case atHand == documented:
		return SameFrame
	}
	return OtherFrame
}

// Verdict is the answer to a [Verification].
type Verdict struct {
	// Finding says how the reported numbers of the sample stand to the plan.
	Finding Finding `json:"finding"`
	// Missing are numbers that the plan gives and that were not reported, Extra are those the other way about; both in
	// sequential order.
	Missing []int64 `json:"missing,omitempty"`
	Extra   []int64 `json:"extra,omitempty"`
	// Problems make the reported numbers impossible.
	Problems *Problems `json:"problems,omitempty"`
	// Frame says whether the frame at hand is the one that was documented with the draw.
	Frame FrameFinding `json:"frame"`
	// Spares is the finding on the reported spares, empty where none were reported.
	Spares Finding `json:"spares,omitempty"`
	// FromSpares are numbers that were reported in the sample and that the plan gives as spares: units that were replaced.
	FromSpares []Unit `json:"fromSpares,omitempty"`
	// Selection is what the plan gives.
	Selection Selection `json:"selection"`
}

// Problems are what makes reported numbers impossible.
type Problems struct {
	// Count is the number of reported numbers and Size that of the plan, where they differ; both 0 otherwise.
	Count int64 `json:"count,omitempty"`
	Size  int64 `json:"size,omitempty"`
	// Outside are numbers that are not in the frame.
	Outside []int64 `json:"outside,omitempty"`
	// Repeated are numbers that were reported more than once.
	Repeated []int64 `json:"repeated,omitempty"`
}

func (p Problems) any() bool { return p.Count != p.Size || p.Outside != nil || p.Repeated != nil }

// String says what makes the numbers impossible.
func (p Problems) String() string {
	var parts []string
	if p.Count != p.Size {
		parts = append(parts, fmt.Sprintf("%d numbers for a sample of %d", p.Count, p.Size))
	}
	for _, g := range []struct {
		one, more string
		numbers   []int64
	}{
		{"number is outside the frame", "numbers are outside the frame", p.Outside},
		{"number stands more than once", "numbers stand more than once", p.Repeated},
	} {
		if len(g.numbers) > 0 {
			parts = append(parts, finding.Join(g.one, g.more, len(g.numbers), func(i int) string { return fmt.Sprint(g.numbers[i]) }))
		}
	}
	return strings.Join(parts, "; ")
}

// impossible finds what makes reported numbers impossible for a plan that can be drawn.
func impossible(plan SingleStage, numbers []int64) Problems {
	var p Problems
	if n := int64(len(numbers)); n != plan.Size {
		p.Count, p.Size = n, plan.Size
	}
	seen := make(map[int64]int, len(numbers))
	for _, n := range numbers {
		seen[n]++
		if seen[n] == 2 {
			p.Repeated = append(p.Repeated, n)
		}
		if (n < plan.Low || n > plan.High) && seen[n] == 1 {
			p.Outside = append(p.Outside, n)
		}
	}
	return p
}

// Verify draws the plan again and compares. The errors are those of [SingleStage.Draw]: documentation that cannot be drawn
// at all. A seed that does not give the numbers is no error but a finding; [SeedSearch] looks for one that does.
func (v Verification) Verify() (Verdict, error) {
	s, err := v.Plan.Draw()
	if err != nil {
		return Verdict{}, err
	}
	if err := checkDigest(v.FrameDigest); err != nil {
		return Verdict{}, err
	}
	verdict := Verdict{Selection: s, Frame: compareFrames(v.FrameDigest, s.FrameDigest)}
	sample, reportable := s.Sample, s.SingleStage
	if s.DrawnBefore > 0 && int64(len(v.Reported)) == s.Size-s.DrawnBefore { // the added units alone
		sample = s.Additional()
		reportable.Size = int64(len(sample))
	}
	sequential, selected := numbersOf(sample), numbersOf(bySelection(sample))
	if p := impossible(reportable, v.Reported); p.any() {
		verdict.Finding, verdict.Problems = Impossible, &p
	} else {
		verdict.Finding = compare(v.Reported, sequential, selected)
	}
	if verdict.Finding == Differs || verdict.Finding == Impossible {
		verdict.Missing, verdict.Extra = without(sequential, v.Reported), without(v.Reported, sequential)
		for _, u := range s.SpareUnits {
			if _, extra := slices.BinarySearch(verdict.Extra, u.Number); extra {
				verdict.FromSpares = append(verdict.FromSpares, u)
			}
		}
	}
	if v.ReportedSpares != nil {
		spares := s.SingleStage
		spares.Size = spares.Spares
		if impossible(spares, v.ReportedSpares).any() {
			verdict.Spares = Impossible
		} else {
			verdict.Spares = compare(v.ReportedSpares, numbersOf(s.SpareUnits))
		}
	}
	return verdict, nil
}

// compare holds a list against the orders it may come in.
func compare(reported []int64, orders ...[]int64) Finding {
	for _, o := range orders {
		if slices.Equal(reported, o) {
			return Reproduced
		}
	}
	if len(without(reported, orders[0])) > 0 || len(without(orders[0], reported)) > 0 {
		return Differs
	}
	return OtherOrder
}

func numbersOf(units []Unit) []int64 {
	list := make([]int64, len(units))
	for i, u := range units {
		list[i] = u.Number
	}
	return list
}

// bySelection returns units in the order of selection.
func bySelection(units []Unit) []Unit {
	return slices.SortedFunc(slices.Values(units), func(a, b Unit) int { return cmp.Compare(a.Order, b.Order) })
}

// without returns the different numbers of a list that are not in another, in sequential order.
func without(list, other []int64) []int64 {
	in := make(map[int64]bool, len(other))
	for _, n := range other {
		in[n] = true
	}
	var rest []int64
	for _, n := range list {
		if !in[n] {
			rest = append(rest, n)
			in[n] = true
		}
	}
	slices.Sort(rest)
	return rest
}
