package variable

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// finite fails for a section with a figure that is no plain number or limits that do not hold the point estimate.
func finite(t *testing.T, r UnrestrictedResult) {
	for _, s := range r.Sections() {
		for _, i := range s.Intervals {
			if i.LowerLimit.Cmp(s.PointEstimate) > 0 || i.UpperLimit.Cmp(s.PointEstimate) < 0 || i.PrecisionAmount.IsNegative() {
				t.Fatalf("%+v", s)
			}
		}
		for _, d := range []float64{s.StandardError.InexactFloat64(), s.StandardDeviation.InexactFloat64(),
			s.Mean.InexactFloat64()} {
			if math.IsNaN(d) || math.IsInf(d, 0) {
				t.Fatalf("%+v", s)
			}
		}
		if s.StandardDeviation.IsNegative() || s.Nonzero > s.SampleSize || s.SampleSize > s.Universe {
			t.Fatalf("%+v", s)
		}
		if s.Kurtosis != nil && exact.Rat(*s.Kurtosis).Cmp(exact.Int(1)) < 0 { // b4 >= b2^2
			t.Fatalf("kurtosis %s", s.Kurtosis)
		}
	}
}

// FuzzReadSample: whatever text is read is refused or appraised; a refusal is one of the errors that are documented.
func FuzzReadSample(f *testing.F) {
	for _, s := range []string{
		"1 300 267\n2 900 774\n", "1 $1,234.50\n2 -$.5\n", "1\t5\r\n", "1,5\n2,6\n", "1, 5", "x", "1 1e9\n",
		"\xEF\xBB\xBF1 2",
		"\xFF\xFE1", "1 2 3 4\n", "1 " + strings.Repeat("9", 41) + "\n", "\n\n", "1 -\n", "1 5,\n",
	} {
		for _, format := range []string{"examined", "examined_audited", "audited_difference", "", "paid"} {
			f.Add(s, format)
		}
	}
	f.Fuzz(func(t *testing.T, text, format string) {
		s, err := ReadSample(strings.NewReader(text), Format(format))
		if err != nil {
			return
		}
		n := int64(max(len(s.Examined), len(s.Audited), len(s.Difference)))
		r, err := Unrestricted{Universe: n + 5, Sample: s}.Appraise()
		if err != nil {
			if !errors.Is(err, ErrSample) {
				t.Fatal(err)
			}
			return
		}
		if r.SampleSize != n {
			t.Fatalf("%d of %d lines", r.SampleSize, n)
		}
		finite(t, r)
	})
}

// FuzzUnrestrictedJSON: whatever request is decoded is refused with a documented error or appraised.
func FuzzUnrestrictedJSON(f *testing.F) {
	for _, s := range []string{
		`{"universe":12,"difference":["1","2","3"],"levels":["0.9","0.5"]}`,
		`{"universe":5,"examined":["1e30",0],"audited":["-1e-30","0.00"]}`,
		`{"universe":9007199254740992,"differenceSums":{"count":3,"nonzero":2,"sum":"-0.5","sumSquares":"6.25",` +
			`"sumCubes":"-4.625","sumFourths":"21.0625"}}`,
		`{"universe":0}`, `{"universe":-1,"examined":[]}`, `{"universe":3,"examined":["1","2"],"levels":["1e9000"]}`, `{}`,
		`null`, `[1]`,
		`{"universe":3,"examined":["0e9999","2"],"audited":["1","0e-9999"]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var u Unrestricted
		if len(data) > 5000 || jsonform.Unmarshal(data, &u) != nil || len(u.Levels) > 5 {
			return
		}
		r, err := u.Appraise()
		if err != nil {
			if !errors.Is(err, ErrSample) && !errors.Is(err, ErrUniverse) && !errors.Is(err, appraisal.ErrLevel) {
				t.Fatal(err)
			}
			return
		}
		finite(t, r)
	})
}
