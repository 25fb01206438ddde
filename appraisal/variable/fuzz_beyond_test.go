package variable

import (
	"errors"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/jsonform"
)

// plausible fails for an estimate with limits, one-sided ones among them, that do not hold the point estimate.
func plausible(t *testing.T, e appraisal.Estimate) {
	t.Helper()
	plain(t, e)
	for _, o := range e.OneSided {
		if o.LowerLimit.Cmp(e.PointEstimate) > 0 || o.UpperLimit.Cmp(e.PointEstimate) < 0 {
			t.Fatalf("%+v", e)
		}
	}
}

// wants fails for an error that is none of those that the documentation of an estimator names.
func wants(t *testing.T, err error, names ...error) {
	t.Helper()
	for _, n := range names {
		if errors.Is(err, n) {
			return
		}
	}
	t.Fatal(err)
}

// FuzzAuxiliaryJSON: whatever request is decoded is refused with a documented error or estimated, by every estimator.
func FuzzAuxiliaryJSON(f *testing.F) {
	for _, s := range []string{
		`{"strata":[{"universe":10,"y":["1","3","2"],"x":["2","4","6"]}],"totalX":"50","levels":["0.9"],"oneSidedLevels":["0.9"]}`,
		`{"strata":[{"name":"A","universe":9,"totalX":"40","y":["1","3","2"],"x":["2","4","6"]},{"universe":2,"totalX":"15","y":["8","3"],` +
			`"x":["10","5"]}],"degreesOfFreedom":"satterthwaite"}`,
		`{"strata":[{"universe":12,"pairSums":{"count":3,"sumY":"6","sumX":"12","sumSquaresY":"14","sumProducts":"26","sumSquaresX":"56"}}],` +
			`"totalX":"1e30","degreesOfFreedom":"strata"}`,
		`{"strata":[{"universe":5,"y":["1"],"x":["0"]}],"totalX":"1","zeroVarianceForSingle":true}`, `{"strata":[]}`, `{}`,
		`null`,
		`{"strata":[{"universe":1,"y":["1"],"x":["0"],"totalX":"0"}]}`,
		`{"strata":[{"universe":3,"y":["1","2"],"x":["0","1e9999"]}],"totalX":"3"}`,
		`{"strata":[{"universe":3,"y":["1","2"],"x":["-1","1"]}],"totalX":"3"}`,
	} {
		f.Add([]byte(s), "", "0.5")
		f.Add([]byte(s), "separate", "")
	}
	f.Fuzz(func(t *testing.T, data []byte, combination, slope string) {
		var a Auxiliary
		if len(data) > 5000 || jsonform.Unmarshal(data, &a) != nil || len(a.Levels)+len(a.OneSidedLevels) > 5 {
			return
		}
		regression := Regression{Auxiliary: a, Combination: Combination(combination)}
		if len(slope) < 40 && jsonform.Unmarshal([]byte(`"`+slope+`"`), &regression.Slope) != nil {
			regression.Slope = nil
		}
		for _, appraise := range []func() (AuxiliaryResult, error){
			Ratio{Auxiliary: a, Combination: Combination(combination), SampleX: true}.Appraise, regression.Appraise,
			DifferenceEstimator{a}.Appraise,
		} {
			r, err := appraise()
			if err != nil {
				wants(t, err, ErrStrata, ErrSample, ErrSingle, ErrUniverse, ErrTotalX, ErrCombination, ErrCoefficient,
					ErrDegrees, appraisal.ErrLevel)
				continue
			}
			plausible(t, r.Estimate)
			if r.SampleSize > r.Universe || len(r.Strata) != len(a.Strata) {
				t.Fatalf("%+v", r)
			}
		}
	})
}

// FuzzPPSJSON: whatever request is decoded is refused with a documented error or estimated, and bounded.
func FuzzPPSJSON(f *testing.F) {
	for _, s := range []string{
		`{"totalSize":"1000","hits":4,"units":[{"size":"400","value":"30","hits":2},{"size":"50","value":"10"},{"size":"100","value":"40"}]}`,
		`{"totalSize":"1000","hits":3,"selection":"with_replacement","units":[{"size":"400","value":"-30","hits":2},{"size":"0.5","value":"10"}],"levels":["0.9"]}`,
		`{"totalSize":"5","hits":1,"units":[{"size":"5","value":"1e30"}],"oneSidedLevels":["0.9"]}`,
		`{"totalSize":"0","hits":1}`,
		`{"totalSize":"1e9999","hits":1}`, `{"totalSize":"1","hits":9007199254740993}`, `{}`, `null`,
		`{"totalSize":"7","hits":1,"units":[{"size":"5","value":"1"}],"zeroVarianceForSingle":true}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var p PPS
		if len(data) > 5000 || jsonform.Unmarshal(data, &p) != nil || len(p.Levels)+len(p.OneSidedLevels) > 5 {
			return
		}
		if bounds, err := (StringerBound{p}).Appraise(); err != nil {
			wants(t, err, ErrHits, appraisal.ErrLevel)
		} else if len(bounds.Bounds) == 0 || bounds.SampledHits > p.Hits {
			t.Fatalf("%+v", bounds)
		}
		r, err := p.Appraise()
		if err != nil {
			wants(t, err, ErrHits, ErrSingle, appraisal.ErrLevel)
			return
		}
		plausible(t, r.Estimate)
		if r.SampledHits > p.Hits || len(r.Units) != len(p.Units) {
			t.Fatalf("%+v", r)
		}
	})
}
