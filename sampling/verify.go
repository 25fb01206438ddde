package sampling

import (
	"errors"
	"fmt"
	"strings"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrReported is returned where reported numbers cannot be a sample of the frame at all.
var ErrReported = errors.New("sampling: reported numbers")

// Reported is what a report says was drawn. Every plan of this package has a Verify method that holds it against what
// the plan gives, and answers with a [Verdict].
//
// U is what the design selects: plain numbers for [SingleStage], [Systematic] and [Second], ids for [Tickets], and
// [Set], [FrameItem], [SubFrameItem], [RHCRow] or [PPSUnit]. Of the last five a report may leave out (as zero) what
// follows from the rest; each Verify method says what. An order of selection that is stated has to be right.
type Reported[U any] struct {
	// Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
	// sample that was drawn on they are all units, or the added ones alone.
	Units []U `json:"reported"`
	// Spares are the spares as reported, if they are to be verified.
	Spares []U `json:"reportedSpares,omitempty"`
	// FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional.
	FrameDigest string `json:"frameDigest,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r Reported[U]) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Comparison says how reported units stand to those that the plan gives.
type Comparison string

// The comparisons, from best to worst.
const (
	// Reproduced: the plan gives exactly the reported units, in the order of selection or in sequential order, and the
	// reported spares in generated order.
	Reproduced Comparison = "reproduced"
	// OtherOrder: the plan gives the same units, but they are reported in another order.
	OtherOrder Comparison = "other_order"
	// Differs: the plan gives other units.
	Differs Comparison = "differs"
	// Impossible: no draw of the plan's size from its frame gives the reported units.
	Impossible Comparison = "impossible"
)

// worse returns the worse of two comparisons.
func (c Comparison) worse(o Comparison) Comparison {
	for _, worst := range []Comparison{Impossible, Differs, OtherOrder, Reproduced} {
		if c == worst || o == worst {
			return worst
		}
	}
	return c
}

// FrameComparison says whether the frame at hand is the documented one.
type FrameComparison string

// The comparisons of frames.
const (
	// FrameSame: both digests are the same.
	FrameSame FrameComparison = "same"
	// FrameOther: the digests differ.
	FrameOther FrameComparison = "other"
	// FrameNotChecked: one of the digests is missing.
	FrameNotChecked FrameComparison = "not_checked"
)

// compareFrames compares the digests of two frames. The error wraps [ErrFrame] if that of the frame at hand is none.
func compareFrames(atHand, documented string) (FrameComparison, error) {
	switch err := checkDigest(atHand); {
	case err != nil:
		return "", err
	case atHand == "" || documented == "":
		return FrameNotChecked, nil
	case atHand == documented:
		return FrameSame, nil
	}
	return FrameOther, nil
}

// Verdict is the answer about reported units U of a design with the selection S. It holds what was reported and, in
// Selection, the plan.
type Verdict[U, S any] struct {
	// Reported is what was reported.
	Reported[U]
	// Comparison says how the reported units of the sample stand to the plan.
	Comparison Comparison `json:"comparison"`
	// Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
	// sequential order.
	Missing []U `json:"missing,omitempty"`
	Extra   []U `json:"extra,omitempty"`
	// Problems make the reported units impossible.
	Problems *Problems[U] `json:"problems,omitempty"`
	// Frame says whether the frame at hand is the one that was documented with the draw.
	Frame FrameComparison `json:"frame"`
	// SparesComparison is that of the reported spares, empty where none were reported.
	SparesComparison Comparison `json:"sparesComparison,omitempty"`
	// FromSpares are units that were reported in the sample and that the plan gives as spares: units that were replaced.
	FromSpares []FromSpare[U] `json:"fromSpares,omitempty"`
	// Selection is what the plan gives.
	Selection S `json:"selection"`
}

// MarshalJSON writes decimals as strings.
func (v Verdict[U, S]) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// FromSpare is a spare that was reported in the sample.
type FromSpare[U any] struct {
	// Order is the order of selection that the plan gives to the spare.
	Order int64 `json:"order"`
	Unit  U     `json:"unit"`
}

// MarshalJSON writes decimals as strings.
func (f FromSpare[U]) MarshalJSON() ([]byte, error) { return jsonform.Marshal(f) }

// String shows the spare behind its order of selection: "11 - 980".
func (f FromSpare[U]) String() string { return fmt.Sprintf("%d - %v", f.Order, f.Unit) }

// Problems are what makes reported units impossible.
type Problems[U any] struct {
	// Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise.
	Count int64 `json:"count,omitempty"`
	Size  int64 `json:"size,omitempty"`
	// Outside are units that are not in the frame, or that the plan rules out.
	Outside []U `json:"outside,omitempty"`
	// Repeated are units that were reported more than once.
	Repeated []U `json:"repeated,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (p Problems[U]) MarshalJSON() ([]byte, error) { return jsonform.Marshal(p) }

func (p Problems[U]) any() bool { return p.Count != p.Size || p.Outside != nil || p.Repeated != nil }

// String says what makes the units impossible.
func (p Problems[U]) String() string {
	var parts []string
	if p.Count != p.Size {
		parts = append(parts, fmt.Sprintf("%d for a sample of %d", p.Count, p.Size))
	}
	for _, g := range []struct {
		one, more string
		units     []U
	}{
		{"is outside the frame", "are outside the frame", p.Outside},
		{"stands more than once", "stand more than once", p.Repeated},
	} {
		if len(g.units) > 0 {
			parts = append(parts, finding.Join(g.one, g.more, len(g.units), func(i int) string {
				return finding.Clip(fmt.Sprint(g.units[i]))
			}))
		}
	}
	return strings.Join(parts, "; ")
}
