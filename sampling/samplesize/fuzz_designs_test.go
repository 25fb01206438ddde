package samplesize

import (
	"errors"
	"slices"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/jsonform"
)

// documented are all errors that a request may end in.
var documented = []error{
	ErrUniverse, ErrProbe, ErrPrecision, ErrDistribution, ErrRate, ErrReported, ErrSize, ErrStrata, ErrAllocation, ErrFrequencies,
	ErrUndefined, appraisal.ErrLevel,
}

func mustBeDocumented(t *testing.T, err error) {
	t.Helper()
	if !slices.ContainsFunc(documented, func(k error) bool { return errors.Is(err, k) }) {
		t.Fatal(err)
	}
}

// FuzzErrorRateJSON: whatever is decoded is refused with a documented error, or has sizes between 0 and the universe.
func FuzzErrorRateJSON(f *testing.F) {
	f.Add([]byte(`{"universe":10000,"rate":"0.15","reportedTotal":"3000000","reportedDeviation":"125"}`))
	f.Add([]byte(`{"universe":1,"rate":"1e-40","reportedTotal":"0","reportedDeviation":"1e39","levels":["0.5"]}`))
	f.Add([]byte(`{"universe":5,"rate":"1e-99","reportedTotal":"-1","reportedDeviation":"1e99"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var e ErrorRate
		if len(data) > 2000 || jsonform.Unmarshal(data, &e) != nil || len(e.Levels) > 5 || len(e.Precisions) > 5 {
			return
		}
		table, err := e.Table()
		if err != nil {
			mustBeDocumented(t, err)
			return
		}
		printed(t, table.WriteText)
		if table.has(func(c Cell) bool { return c.Size < 0 || c.Size > e.Universe || c.Unrounded.IsNegative() }) {
			t.Fatalf("%+v", table)
		}
	})
}

// FuzzStratifiedJSON: the same of strata, as a table and as a known total.
func FuzzStratifiedJSON(f *testing.F) {
	for _, s := range []string{
		`{"strata":[{"name":"A","universe":10,"meanOverpayment":"1","overpaymentDeviation":"90"},` +
			`{"name":"B","universe":90,"overpayments":["1","1","4"]},{"name":"C","universe":9,"overpayments":["0","2"]}]}`,
		`{"strata":[{"name":"A","universe":2,"meanOverpayment":"0","overpaymentDeviation":"1e-40","cost":"1e-40"},` +
			`{"name":"B","universe":9007199254740000,"meanOverpayment":"0","overpaymentDeviation":"1e39",` +
			`"cost":"1e39"}],"sizeAgain":true,"minimum":3,"precisions":["1e-40"],"levels":["0.99"]}`,
		`{"strata":[{"name":"A","universe":2,"overpayments":["1","2"]}],"allocation":"proportional"}`, `{}`,
	} {
		f.Add([]byte(s), int64(12))
	}
	f.Fuzz(func(t *testing.T, data []byte, size int64) {
		var s Stratified
		if len(data) > 2000 || jsonform.Unmarshal(data, &s) != nil || len(s.Levels) > 3 || len(s.Precisions) > 3 {
			return
		}
		sizes, err := StratifiedKnown{
			Size: size, Strata: s.Strata, Levels: s.Levels, Allocation: s.Allocation, Minimum: s.Minimum,
		}.Sizes()
		if err != nil {
			mustBeDocumented(t, err)
		} else {
			printed(t, sizes.WriteText)
			for _, one := range sizes.Strata {
				if one.Size < 0 || one.Size > one.Universe {
					t.Fatalf("%+v", one)
				}
			}
		}
		table, err := s.Table()
		if err != nil {
			mustBeDocumented(t, err)
			return
		}
		printed(t, table.WriteText)
		for _, one := range table.Strata {
			if one.has(func(c Cell) bool { return c.Size < 0 || c.Size > one.Universe || c.Unrounded.IsNegative() }) {
				t.Fatalf("%+v", one)
			}
		}
	})
}

// FuzzRootFrequencyJSON: whatever is decoded is refused with a documented error, or all units are in strata.
func FuzzRootFrequencyJSON(f *testing.F) {
	f.Add([]byte(`{"lower":"0","classes":[{"upper":"1","count":4},{"upper":"2.5","count":9}],"strata":2}`))
	f.Add([]byte(`{"lower":"-1e39","classes":[{"upper":"1e-40","count":1},{"upper":"1e39","count":1}],"strata":2}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var r RootFrequency
		if len(data) > 2000 || jsonform.Unmarshal(data, &r) != nil {
			return
		}
		b, err := r.Boundaries()
		if err != nil {
			mustBeDocumented(t, err)
			return
		}
		units := int64(0)
		for _, s := range b.Strata {
			units += s.Universe
		}
		if units != b.Universe || len(b.Strata) != r.Strata {
			t.Fatalf("%+v", b)
		}
	})
}
