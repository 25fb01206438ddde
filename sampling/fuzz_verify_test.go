package sampling

import (
	"errors"
	"slices"
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
)

// FuzzVerifyJSON: whatever was reported is held against a plan without a panic, and a verdict is never better than what
// was reported.
func FuzzVerifyJSON(f *testing.F) {
	plan := `{"seed":"48863.78","low":1,"high":1000,"size":10,"spares":4}`
	f.Add([]byte(plan), []byte(`{"reported":[22,141,236,247,257,301,643,650,718,821],"reportedSpares":[980]}`))
	f.Add([]byte(`{"seed":"34346.94","ranges":[{"low":1,"high":1050},{"low":8405,"high":9565}],"size":3}`),
		[]byte(`{"reported":[{"frame":1,"item":119},{"number":1308},{"frame":-9223372036854775808,"item":1}]}`))
	f.Add([]byte(`{"seed":"1","sizes":["1.50","0","3000"],"size":7}`), []byte(`{"reported":[{"number":9223372036854775807,"hits":-1}]}`))
	f.Add([]byte(`{"seed":"100","ranges":[{"low":1,"high":21},{"low":1,"high":94}],"size":2}`), []byte(`{"reported":[{"numbers":[1,2,3,4,5]}]}`))
	f.Add([]byte(`{"partitionSeed":"1","selectionSeed":"2","size":1,"units":[{"name":"A","subUnits":1,"size":"1"}]}`),
		[]byte(`{"reported":[{"name":"A","unit":-1}]}`))
	f.Add([]byte(`{"plan":{"seed":"200","low":1,"high":1000,"size":5},"earlier":[22]}`), []byte(`{"reported":[22]}`))
	f.Add([]byte(`{"seed":"1","low":1,"high":1000,"size":7,"variant":"classic"}`), []byte(`{"reported":[1]}`))
	f.Add([]byte(`{"seed":"x","strata":[{"name":"a","low":1,"high":9,"size":1,"seed":"3"}]}`), []byte(`{"strata":[{"name":"a","reported":[1]}]}`))
	f.Fuzz(func(t *testing.T, plan, reported []byte) {
		fuzzVerify(t, plan, reported, func(p SingleStage) int64 { return p.Size + p.Spares }, SingleStage.Verify)
		fuzzVerify(t, plan, reported, func(p Sets) int64 { return p.Size + p.Spares }, Sets.Verify)
		fuzzVerify(t, plan, reported, func(p Frames) int64 { return p.Size + p.Spares }, Frames.Verify)
		fuzzVerify(t, plan, reported, func(p FramesOfTwo) int64 { return p.Size + p.Spares }, FramesOfTwo.Verify)
		fuzzVerify(t, plan, reported, func(p RHC) int64 { return p.Size }, RHC.Verify)
		fuzzVerify(t, plan, reported, func(p Systematic) int64 { return p.Size }, Systematic.Verify)
		fuzzVerify(t, plan, reported, func(p PPS) int64 { return p.Size }, PPS.Verify)
		fuzzVerify(t, plan, reported, func(p Second) int64 { return p.Plan.Size + p.Plan.Spares }, Second.Verify)
		var s Stratified
		var r StratifiedReported
		if jsonform.Unmarshal(plan, &s) == nil && jsonform.Unmarshal(reported, &r) == nil &&
			!slices.ContainsFunc(s.Strata, func(s Stratum) bool { return s.Size > 300 || s.Spares > 300 }) {
			_, err := s.Verify(r)
			fuzzError(t, err)
		}
	})
}

func fuzzVerify[P, U, S any](
	t *testing.T, plan, reported []byte, size func(P) int64, verify func(P, Reported[U]) (Verdict[U, S], error),
) {
	var p P
	var r Reported[U]
	if jsonform.Unmarshal(plan, &p) != nil || jsonform.Unmarshal(reported, &r) != nil || size(p) > 300 {
		return
	}
	v, err := verify(p, r)
	if fuzzError(t, err) {
		return
	}
	if v.Comparison == Reproduced && (v.Missing != nil || v.Extra != nil || v.Problems != nil) ||
		v.Comparison == Impossible && v.Problems == nil {
		t.Fatalf("%+v", v)
	}
	if _, err := jsonform.Marshal(v); err != nil {
		t.Fatal(err)
	}
}

// fuzzError reports whether there is an error, which has to be a documented one.
func fuzzError(t *testing.T, err error) bool {
	if err == nil {
		return false
	}
	known := []error{ErrMethod, ErrSeed, ErrFrame, ErrSize, ErrDrawOn, ErrVariant, ErrSizes, ErrEarlier, ErrStratum}
	if !slices.ContainsFunc(known, func(e error) bool { return errors.Is(err, e) }) {
		t.Fatal(err)
	}
	return true
}
