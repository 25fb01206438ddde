package attribute

import (
	"errors"
	"strings"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/jsonform"
)

// documented fails for an error that no appraisal or reader of stages and strata documents.
func documented(t *testing.T, err error) {
	t.Helper()
	var rows RowErrors
	for _, known := range []error{ErrUnits, ErrStrata, ErrSample, ErrSingle, ErrUniverse, ErrEncoding, ErrLine,
		appraisal.ErrLevel} {
		if errors.Is(err, known) {
			return
		}
	}
	if !errors.As(err, &rows) {
		t.Fatal(err)
	}
}

// plain fails for an estimate with limits that do not hold the point estimate, or a proportion that is none.
func plain(t *testing.T, p Projection, proportion bool) {
	t.Helper()
	for _, e := range []appraisal.Estimate{p.Estimate, p.Proportion} {
		for _, i := range e.Intervals {
			if i.LowerLimit.Cmp(e.PointEstimate) > 0 || i.UpperLimit.Cmp(e.PointEstimate) < 0 ||
				e.StandardError.IsNegative() {
				t.Fatalf("%+v", e)
			}
		}
	}
	if x := p.Proportion.PointEstimate; x.IsNegative() || proportion && x.InexactFloat64() > 1 {
		t.Fatalf("a proportion of %s", x)
	}
}

// FuzzReadStages: whatever file is read is refused or appraised; a refusal is one of the errors that are documented.
func FuzzReadStages(f *testing.F) {
	for _, s := range []string{
		"1000 100 2\n1500,100,6\n", "REGION 5 90 2\nHOSPITAL 1 47 9 3\nHOSPITAL 2 51 10 2\n", "R 1 1\nU 9007199254740992 1 1\n", "50\t10\t4\n", "0 0 0\n",
		"1 2 3 4\n", "x", "", "R 5 0\n", "R 5 99999999999\nU 1 1 1\n", "1 1 1.0\n", "1 1 0\n9007199254740992 2 1\n",
	} {
		f.Add(s, int64(12), int64(0))
		f.Add(s, int64(1), int64(1<<53))
	}
	f.Fuzz(func(t *testing.T, text string, universe, items int64) {
		if len(text) > 5000 {
			return
		}
		if d, err := ReadStratified(strings.NewReader(text)); err != nil {
			documented(t, err)
		} else if r, err := d.Appraise(); err != nil {
			documented(t, err)
		} else {
			plain(t, r.Projection, true)
		}
		if d, err := ReadTwoStage(strings.NewReader(text)); err != nil {
			documented(t, err)
		} else {
			d.Universe, d.SecondaryUniverse, d.ZeroVarianceForSingle = universe, items, true
			if r, err := d.Appraise(); err != nil {
				documented(t, err)
			} else {
				plain(t, r.Projection, items == 0)
			}
		}
		if d, err := ReadThreeStage(strings.NewReader(text)); err != nil {
			documented(t, err)
		} else {
			d.Universe, d.ThirdUniverse = universe, items
			if r, err := d.Appraise(); err != nil {
				documented(t, err)
			} else {
				plain(t, r.Projection, items == 0)
			}
		}
	})
}

// FuzzStagesJSON: whatever request is decoded is refused with a documented error or appraised.
func FuzzStagesJSON(f *testing.F) {
	for _, s := range []string{
		`{"universe":3,"units":[{"universe":4,"sampleSize":2,"count":1},{"universe":2,"sampleSize":2,"count":0}],"secondaryUniverse":9}`,
		`{"universe":15,"units":[{"name":"A","universe":10,"units":[{"universe":5,"sampleSize":2,"count":1}]}],"zeroVarianceForSingle":true}`,
		`{"strata":[{"universe":9,"sampleSize":2,"count":1},{"universe":1,"sampleSize":1,"count":1}],"levels":["0.9"],"oneSidedLevels":["0.9"]}`,
		`{"universe":-1,"units":[]}`, `{"units":[{}]}`, `{"strata":[{"universe":0}]}`, `{"strata":null}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 5000 {
			return
		}
		var s Stratified
		if jsonform.Unmarshal(data, &s) == nil && len(s.Levels)+len(s.OneSidedLevels) < 5 {
			if r, err := s.Appraise(); err != nil {
				documented(t, err)
			} else {
				plain(t, r.Projection, true)
			}
		}
		var two TwoStage
		if jsonform.Unmarshal(data, &two) == nil && len(two.Levels)+len(two.OneSidedLevels) < 5 {
			if r, err := two.Appraise(); err != nil {
				documented(t, err)
			} else {
				plain(t, r.Projection, two.SecondaryUniverse == 0)
			}
		}
		var three ThreeStage
		if jsonform.Unmarshal(data, &three) == nil && len(three.Levels)+len(three.OneSidedLevels) < 5 {
			if r, err := three.Appraise(); err != nil {
				documented(t, err)
			} else {
				plain(t, r.Projection, three.ThirdUniverse == 0)
			}
		}
	})
}
