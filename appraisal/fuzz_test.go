package appraisal

import (
	"encoding/json"
	"testing"
)

// FuzzSumsJSON: whatever sums are decoded have finite moments, a variance that is not negative, and come back as they
// are.
func FuzzSumsJSON(f *testing.F) {
	for _, s := range []string{
		`{"count":3,"nonzero":2,"sum":"-0.5","sumSquares":"6.25","sumCubes":"-4.625","sumFourths":"21.0625"}`,
		`{"count":0,"nonzero":0,"sum":"0","sumSquares":"0","sumCubes":"0","sumFourths":"0"}`,
		`{"count":2,"nonzero":2,"sum":1e30,"sumSquares":"1e60","sumCubes":1e90,"sumFourths":"1e120"}`,
		`{"count":9007199254740993,"nonzero":1}`, `{"count":1,"nonzero":1,"sum":"1e400"}`, `{}`, `null`, `[]`,
		`{"count":1.5}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s Sums
		if len(data) > 2000 || s.UnmarshalJSON(data) != nil {
			return
		}
		out, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var back Sums
		if err := json.Unmarshal(out, &back); err != nil || !back.Equal(s) {
			t.Fatalf("%s -> %s: %v", data, out, err)
		}
		if s.Count() > 1 && s.Variance().Sign() < 0 || s.Count() > 0 && s.CentralMoment(4).Sign() < 0 {
			t.Fatalf("%s has a negative moment", out)
		}
		if s.Count() > 1 {
			if _, err := NewEstimate(s.Mean(), s.Variance(), Options{}, nil); err != nil {
				t.Fatal(err)
			}
		}
	})
}
