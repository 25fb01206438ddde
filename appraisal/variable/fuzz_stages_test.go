package variable

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
	for _, known := range []error{ErrUnits, ErrStrata, ErrSample, ErrSingle, ErrUniverse, ErrDegrees, ErrFormat, ErrEncoding,
		ErrLine, appraisal.ErrLevel} {
		if errors.Is(err, known) {
			return
		}
	}
	if !errors.As(err, &rows) {
		t.Fatal(err)
	}
}

// plain fails for an estimate with limits that do not hold the point estimate.
func plain(t *testing.T, e appraisal.Estimate) {
	t.Helper()
	for _, i := range e.Intervals {
		if i.LowerLimit.Cmp(e.PointEstimate) > 0 || i.UpperLimit.Cmp(e.PointEstimate) < 0 ||
			i.PrecisionAmount.IsNegative() || e.StandardError.IsNegative() {
			t.Fatalf("%+v", e)
		}
	}
}

// FuzzReadStages: whatever files are read are refused or appraised; a refusal is one of the errors that are documented.
func FuzzReadStages(f *testing.F) {
	f.Add("1 Region 1 10 2\n2 Region 2 8 1\n", "1 1 1 Maine 100 1\n2 1 2 Vermont 125 2\n3 2 1 New York 80 1\n",
		"1 103\n2 97\n3 94\n4 -1\n", "examined", int64(15))
	f.Add("A 5 2", "1 5,200\t2\n2 3500 2\n", "1 $80\n2 43\n3 133\n4 0\n", "difference", int64(5))
	f.Add("A 5 9007199254740993", "1 1 1e5\n", "1,1\n2,2\n", "audited", int64(1<<53))
	f.Add("", "1 9 2\n1 9 2\n", "1 3 4\n1 3 4\n1 5 4\n1 3 9\n", "examined_audited", int64(2))
	f.Add("A 0 0", "0 0\n", "", "", int64(-1))
	f.Fuzz(func(t *testing.T, primary, units, data, format string, universe int64) {
		if len(primary)+len(units)+len(data) > 5000 {
			return
		}
		file := DataFile{Format: Format(format)}
		if d, err := ReadStratified(strings.NewReader(units), strings.NewReader(data), file); err != nil {
			documented(t, err)
		} else if r, err := d.Appraise(); err != nil {
			documented(t, err)
		} else {
			plain(t, r.Estimate)
		}
		if d, err := ReadTwoStage(strings.NewReader(units), strings.NewReader(data), file); err != nil {
			documented(t, err)
		} else {
			d.Universe, d.ZeroVarianceForSingle = universe, true
			if r, err := d.Appraise(); err != nil {
				documented(t, err)
			} else {
				plain(t, r.Estimate)
			}
		}
		if d, err := ReadThreeStage(strings.NewReader(primary), strings.NewReader(units), strings.NewReader(data),
			file); err != nil {
			documented(t, err)
		} else {
			d.Universe = universe
			if r, err := d.Appraise(); err != nil {
				documented(t, err)
			} else {
				plain(t, r.Estimate)
			}
		}
	})
}

// FuzzStagesJSON: whatever request is decoded is refused with a documented error or appraised.
func FuzzStagesJSON(f *testing.F) {
	for _, s := range []string{
		`{"universe":3,"units":[{"universe":4,"difference":["1","3"]},{"universe":2,"difference":["5","5"]}],"secondaryUniverse":9}`,
		`{"universe":15,"units":[{"name":"A","universe":10,"units":[{"universe":5,"examined":["1","2"],"audited":["0",2]}]}],"zeroVarianceForSingle":true}`,
		`{"strata":[{"universe":9,"audited":["1e30","0"]},{"universe":1,"audited":["-3"]}],"levels":["0.9"],"oneSidedLevels":["0.9"]}`,
		`{"strata":[{"universe":9,"audited":["1","0"]}],"degreesOfFreedom":"satterthwaite"}`, `{"strata":[{"universe":9,"audited":["1","0"]}],"degreesOfFreedom":"x"}`,
		`{"universe":-1,"units":[]}`, `{"units":[{}]}`, `{"strata":[{"universe":0}]}`, `{"strata":null}`, `{"universe":3,"units":[{"universe":9007199254740992,"difference":["1","3"]},{"universe":9007199254740992,"difference":["1","3"]}]}`,
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
				plain(t, r.Estimate)
			}
		}
		var two TwoStage
		if jsonform.Unmarshal(data, &two) == nil && len(two.Levels)+len(two.OneSidedLevels) < 5 {
			if r, err := two.Appraise(); err != nil {
				documented(t, err)
			} else {
				plain(t, r.Estimate)
			}
		}
		var three ThreeStage
		if jsonform.Unmarshal(data, &three) == nil && len(three.Levels)+len(three.OneSidedLevels) < 5 {
			if r, err := three.Appraise(); err != nil {
				documented(t, err)
			} else {
				plain(t, r.Estimate)
			}
		}
	})
}
