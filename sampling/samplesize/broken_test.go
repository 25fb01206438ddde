package samplesize

import (
	"encoding/json"
	"errors"
	"io"
	"testing"

	"github.com/iromath/iromath/internal/brokentest"
)

// TestBrokenResults: whatever is missing in a result, its page is written or refused.
func TestBrokenResults(t *testing.T) {
	levels, precisions := decs("0.90", "0.99"), decs("0.05", "0.10", "0.15")
	p := Probe{Universe: 10_000, Overpayments: manualProbe(), Levels: levels, Precisions: precisions}
	strata := manualStrata()
	for i := range strata {
		cost := dec("12.50")
		strata[i].Cost = &cost
	}
	brokentest.WriteText(t, brokentest.Must[ProbeTable](t)(p.Table()))
	brokentest.WriteText(t, brokentest.Must[Curve](t)(p.Curve("", []int64{30, 100})))
	brokentest.WriteText(t, brokentest.Must[Expected](t)(p.Precision(30, dec("0.95"))))
	brokentest.WriteText(t, brokentest.Must[ErrorRateTable](t)(ErrorRate{Universe: 10_000, Rate: dec("0.1"), ReportedTotal: dec("100000"),
		ReportedDeviation: dec("30"), Levels: levels, Precisions: precisions}.Table()))
	brokentest.WriteText(t, brokentest.Must[AttributeTable](t)(Attribute{Universe: 500, Rate: dec("0.20"), Ranges: decs("0.06", "0.40"),
		Levels: levels}.Table()))
	brokentest.WriteText(t, brokentest.Must[DiscoveryTable](t)(Discovery{Universe: 500, Rates: decs("0.06"), Counts: []int64{1}, Levels: levels}.Table()))
	brokentest.WriteText(t, brokentest.Must[AttributeLimitTable](t)(AttributeLimit{Universe: 100, Rate: dec("0.05"), Limits: decs("0.5", "0.09"),
		Levels: levels}.Table()))
	brokentest.WriteText(t, brokentest.Must[StratifiedTable](t)(Stratified{Strata: strata, Levels: levels, Precisions: precisions}.Table()))
	brokentest.WriteText(t, brokentest.Must[StratifiedSizes](t)(StratifiedKnown{Size: 500, Strata: strata, Levels: levels}.Sizes()))
	brokentest.WriteText(t, brokentest.Must[Boundaries](t)(RootFrequency{Lower: dec("0"), Strata: 2, Classes: []FrequencyClass{
		{dec("100"), 16}, {dec("200"), 9}, {dec("300"), 4}, {dec("400"), 1}}}.Boundaries()))
}

// TestLackingPrecisions: a table of JSON with a row more than precisions has no page.
func TestLackingPrecisions(t *testing.T) {
	for _, r := range []interface {
		WriteText(io.Writer, Heading) error
	}{new(ProbeTable), new(ErrorRateTable), new(AttributeTable), new(DiscoveryTable), new(AttributeLimitTable)} {
		if err := json.Unmarshal([]byte(`{"levels":["0.9"],"precisions":[],"rows":[[{"size":5}]]}`), r); err != nil {
			t.Fatal(err)
		}
		if err := r.WriteText(io.Discard, Heading{}); !errors.Is(err, ErrResult) {
			t.Errorf("%T: %v", r, err)
		}
	}
	total := StratifiedTable{TotalSize: Table{Rows: [][]Cell{nil}}}
	if err := total.WriteText(io.Discard, Heading{}); !errors.Is(err, ErrResult) {
		t.Error(err)
	}
}
