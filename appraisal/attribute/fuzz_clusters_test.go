package attribute

import (
	"errors"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/jsonform"
)

// plainProjection fails for a projection with limits that do not hold its estimates, or estimates that are no proportion.
func plainProjection(t *testing.T, p Projection, items int64) {
	t.Helper()
	for _, e := range []appraisal.Estimate{p.Estimate, p.Proportion} {
		for _, i := range e.Intervals {
			if i.LowerLimit.Cmp(e.PointEstimate) > 0 || i.UpperLimit.Cmp(e.PointEstimate) < 0 ||
				i.PrecisionAmount.IsNegative() {
				t.Fatalf("%+v", e)
			}
		}
	}
	if p.Proportion.PointEstimate.IsNegative() || p.Proportion.PointEstimate.Cmp(decimal.NewFromInt(1)) > 0 ||
		p.PointEstimate.IntPart() > items {
		t.Fatalf("%+v", p)
	}
	if _, err := jsonform.Marshal(p); err != nil {
		t.Fatal(err)
	}
}

// anyOf fails for an error that is not among those that are documented.
func anyOf(t *testing.T, err error, documented ...error) {
	t.Helper()
	var rows RowErrors
	if errors.As(err, &rows) {
		return
	}
	for _, d := range documented {
		if errors.Is(err, d) {
			return
		}
	}
	t.Fatal(err)
}

// FuzzReadStratifiedCluster: whatever text is read is refused or appraised; a refusal is one of the errors that are
// documented.
func FuzzReadStratifiedCluster(f *testing.F) {
	for _, s := range []string{
		"STATE UNIVERSITIES 415 2 2500\nUNIV1 8 2\nUNIV2 12 3\nPRIVATE,168,1,1000\nUNIV1,2,1\n", "A 5 1 9\nb 1 2\n", "A 5 2 9\nb 0 0\nc 0 0\n", "A 2 2 9\nb 4 1\nc 5 5",
		"A 5 0 9\n", "1 1 1 1\n1 1 1\n", "\xFF\xFE", "A 5 1 9007199254740992\nb 9007199254740992 1\n", "A 5 1,5 9\n", "",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ReadStratifiedCluster(strings.NewReader(text))
		if err != nil {
			anyOf(t, err, ErrStrata, ErrEncoding, ErrLine)
			return
		}
		if len(d.Strata) > 50 {
			return
		}
		r, err := d.Appraise()
		if err != nil {
			anyOf(t, err, ErrStrata, ErrCluster, ErrSample, ErrSingle, ErrUniverse)
			return
		}
		plainProjection(t, r.Projection, r.Items)
	})
}

// FuzzReadStratifiedMultistage is the same for the file of percentages.
func FuzzReadStratifiedMultistage(f *testing.F) {
	for _, s := range []string{"16.90 1.99 5600\n21.84,3.57,3500\n", "100 0 1", "101 1 1", "1 -1 1", "1 1 1.5", "1 2",
		"\xFF\xFE", "", "0.0 99999999999 9007199254740992"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ReadStratifiedMultistage(strings.NewReader(text))
		if err != nil {
			anyOf(t, err, ErrStrata, ErrEncoding, ErrLine)
			return
		}
		r, err := d.Appraise()
		if err != nil {
			anyOf(t, err, ErrStrata, ErrEntry, ErrUniverse)
			return
		}
		plainProjection(t, r.Projection, r.Universe)
	})
}

// FuzzClusterJSON: whatever request of both designs is decoded is refused with a documented error or appraised.
func FuzzClusterJSON(f *testing.F) {
	for _, s := range []string{
		`{"strata":[{"universe":415,"items":2500,"clusters":[{"items":8,"count":2},{"items":12,"count":3}]}],"levels":["0.9"],"oneSidedLevels":["0.9"]}`,
		`{"strata":[{"universe":5,"items":9,"clusters":[{"items":0,"count":0}]}],"zeroVarianceForSingle":true}`,
		`{"strata":[{"proportion":"0.1690","standardError":"0.0199","universe":5600},{"proportion":1,"standardError":"0e999","universe":1}]}`,
		`{"strata":[{"proportion":"1e999","universe":-1}]}`, `{}`, `null`, `{"strata":null}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 3000 {
			return
		}
		var cluster StratifiedCluster
		if jsonform.Unmarshal(data, &cluster) == nil && len(cluster.Levels)+len(cluster.OneSidedLevels) < 5 {
			if r, err := cluster.Appraise(); err != nil {
				anyOf(t, err, ErrStrata, ErrCluster, ErrSample, ErrSingle, ErrUniverse, appraisal.ErrLevel)
			} else {
				plainProjection(t, r.Projection, r.Items)
			}
		}
		var multistage StratifiedMultistage
		if jsonform.Unmarshal(data, &multistage) == nil && len(multistage.Levels)+len(multistage.OneSidedLevels) < 5 {
			if r, err := multistage.Appraise(); err != nil {
				anyOf(t, err, ErrStrata, ErrEntry, ErrUniverse, appraisal.ErrLevel)
			} else {
				plainProjection(t, r.Projection, r.Universe)
			}
		}
	})
}
