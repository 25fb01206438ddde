package sampling

import (
	"fmt"
	"slices"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// StratifiedReported is what a report says was drawn from the strata of a plan.
type StratifiedReported struct {
	// Strata are those of the plan, in any order.
	Strata []StratumReported `json:"strata"`
	// FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional.
	FrameDigest string `json:"frameDigest,omitempty"`
}

// StratumReported is what was reported of one stratum.
type StratumReported struct {
	// Name of the stratum in the plan.
	Name string `json:"name"`
	// Units and Spares are the numbers, as in [Reported].
	Units  []int64 `json:"reported"`
	Spares []int64 `json:"reportedSpares,omitempty"`
}

// StratifiedVerdict is the answer about the reported numbers of a stratified sample.
type StratifiedVerdict struct {
	// StratifiedReported is what was reported.
	StratifiedReported
	// Comparison is the worst of all strata. A plan with a stratum that was not reported is [Impossible].
	Comparison Comparison `json:"comparison"`
	// NotReported are the strata of the plan without reported numbers.
	NotReported []string `json:"notReported,omitempty"`
	// Frame says whether the frame at hand is the one that was documented with the draw.
	Frame FrameComparison `json:"frame"`
	// SparesComparison is the worst of the strata whose spares were reported, empty if none were.
	SparesComparison Comparison `json:"sparesComparison,omitempty"`
	// Verdicts are those of the strata, in the order of the plan.
	Verdicts []StratumVerdict `json:"verdicts"`
	// Plan is the plan, its method stated.
	Plan Stratified `json:"plan"`
}

// StratumVerdict is the answer about one stratum.
type StratumVerdict struct {
	// Name of the stratum.
	Name string `json:"name"`
	Verdict[int64, Selection]
}

// MarshalJSON writes decimals as strings.
func (v StratumVerdict) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// Verify draws the plan again and holds the reported numbers of every stratum against it, as [SingleStage.Verify] does.
// The errors are those of [Stratified.Draw], and [ErrStratum] for a reported stratum that the plan does not have, or that
// was reported twice.
func (s Stratified) Verify(r StratifiedReported) (StratifiedVerdict, error) {
	drawn, err := s.Draw()
	if err != nil {
		return StratifiedVerdict{}, err
	}
	frame, err := compareFrames(r.FrameDigest, s.FrameDigest)
	if err != nil {
		return StratifiedVerdict{}, err
	}
	reported := make(map[string]StratumReported, len(r.Strata))
	known := make(map[string]bool, len(s.Strata))
	for _, stratum := range s.Strata {
		known[stratum.Name] = true
	}
	for i, stratum := range r.Strata {
		_, twice := reported[stratum.Name]
		switch {
		case !known[stratum.Name]:
			return StratifiedVerdict{}, fmt.Errorf("%w %q was reported (%d.) and is none of the plan", ErrStratum,
				finding.Clip(stratum.Name), i+1)
		case twice:
			return StratifiedVerdict{}, fmt.Errorf("%w %q was reported twice", ErrStratum, finding.Clip(stratum.Name))
		}
		reported[stratum.Name] = stratum
	}
	v := StratifiedVerdict{StratifiedReported: r, Comparison: Reproduced, Frame: frame, Plan: drawn.Stratified,
		Verdicts: []StratumVerdict{}}
	v.Strata = append([]StratumReported{}, r.Strata...)
	for i, stratum := range v.Strata {
		v.Strata[i].Units, v.Strata[i].Spares = append([]int64{}, stratum.Units...), slices.Clone(stratum.Spares)
	}
	for _, stratum := range drawn.Selections {
		one, ok := reported[stratum.Name]
		if !ok {
			v.NotReported, v.Comparison = append(v.NotReported, stratum.Name), Impossible
			continue
		}
		verdict, err := stratum.Selection.Verify(Reported[int64]{one.Units, one.Spares, r.FrameDigest})
		if err != nil {
			return StratifiedVerdict{}, err
		}
		v.Verdicts = append(v.Verdicts, StratumVerdict{stratum.Name, verdict})
		v.Comparison = v.Comparison.worse(verdict.Comparison)
		if c := verdict.SparesComparison; c != "" {
			v.SparesComparison = c.worse(v.SparesComparison)
		}
	}
	return v, nil
}
