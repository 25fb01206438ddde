package appraisal

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/shopspring/decimal"
)

func pairsOf(t interface{ Fatal(...any) }, y, x []decimal.Decimal) PairSums {
	var s PairSums
	if err := s.AddAll(y, x); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPairSumsJSON(t *testing.T) {
	for _, c := range []struct {
		y, x []decimal.Decimal
		want string
	}{
		{nil, nil, `{"count":0,"sumY":"0","sumX":"0","sumSquaresY":"0","sumProducts":"0","sumSquaresX":"0"}`},
		{decs("12.5", "0"), decs("100", "-3"),
			`{"count":2,"sumY":"12.5","sumX":"97","sumSquaresY":"156.25","sumProducts":"1250","sumSquaresX":"10009"}`},
		{decs("1e39"), decs("1e-39"), `{"count":1,"sumY":"1000000000000000000000000000000000000000","sumX":"0.000000000000000000000000000000000000001",` +
			`"sumSquaresY":"1000000000000000000000000000000000000000000000000000000000000000000000000000000","sumProducts":"1",` +
			`"sumSquaresX":"0.000000000000000000000000000000000000000000000000000000000000000000000000000001"}`},
	} {
		s := pairsOf(t, c.y, c.x)
		raw, err := json.Marshal(s)
		if err != nil || string(raw) != c.want {
			t.Errorf("%s, %v, want %s", raw, err, c.want)
		}
		roundTrip(t, s)
		var merged PairSums
		if err := json.Unmarshal(raw, &merged); err != nil {
			t.Fatal(err)
		}
		merged.Merge(s)
		if merged.Equal(s) != (s.Count() == 0) || merged.Count() != 2*s.Count() {
			t.Errorf("%d pairs", merged.Count())
		}
	}
}

func TestPairSumsErrors(t *testing.T) {
	var s PairSums
	if err := s.AddAll(decs("1", "2"), decs("1")); err == nil || s.Count() != 0 {
		t.Error("lists of different length")
	}
	if err := s.AddAll(decs("1", "2", "1e50"), decs("1", "2", "3")); err == nil || s.Count() != 2 {
		t.Errorf("%v, %d pairs", err, s.Count())
	}
	for in, want := range map[string]error{
		`{"count":1,"sumY":"1"}`: nil, `{"count":1,"sumY":"1","sumX":"1","sumSquaresY":"2","sumProducts":"1","sumSquaresX":"1"}`: ErrPairSums, `{"sumY":"1"}`: nil, `{"count":0,"mean":"1"}`: nil, `[]`: nil,
		`{"count":2,"sumY":"4","sumX":"0","sumSquaresY":"7","sumProducts":"0","sumSquaresX":"0"}`: ErrPairSums,
	} {
		err := s.UnmarshalJSON([]byte(in))
		if err == nil || want != nil && !errors.Is(err, want) || s.Count() != 2 {
			t.Errorf("%s: %v", in, err)
		}
	}
}

// FuzzPairSumsJSON: whatever sums are decoded have variances and a covariance that any pairs can have, and come back as
// they are.
func FuzzPairSumsJSON(f *testing.F) {
	for _, s := range []string{
		`{"count":3,"sumY":"6","sumX":"12","sumSquaresY":"14","sumProducts":"26","sumSquaresX":"56"}`,
		`{"count":0,"sumY":"0","sumX":"0","sumSquaresY":"0","sumProducts":"0","sumSquaresX":"0"}`,
		`{"count":1,"sumY":1e30,"sumX":"1e-30","sumSquaresY":"1e60","sumProducts":1,"sumSquaresX":"1e-60"}`,
		`{"count":9007199254740993}`, `{"count":2,"sumSquaresX":"1e400"}`, `{}`, `null`, `{"count":1.5}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s PairSums
		if len(data) > 2000 || s.UnmarshalJSON(data) != nil {
			return
		}
		out, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var back PairSums
		if err := json.Unmarshal(out, &back); err != nil || !back.Equal(s) {
			t.Fatalf("%s -> %s: %v", data, out, err)
		}
		if s.Count() < 2 {
			return
		}
		yy, yx, xx := s.Covariances()
		if yy.Sign() < 0 || xx.Sign() < 0 || yy.Mul(yy, xx).Cmp(yx.Mul(yx, yx)) < 0 {
			t.Fatalf("%s has moments of no pairs", out)
		}
	})
}
