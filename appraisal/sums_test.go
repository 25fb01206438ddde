package appraisal

import (
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/shopspring/decimal"
)

func sumsOf(t interface{ Fatal(...any) }, values ...decimal.Decimal) Sums {
	var s Sums
	if err := s.AddAll(values); err != nil {
		t.Fatal(err)
	}
	return s
}

// The values 1.5, 0, -2: sums 1.5-2 = -0.5, 2.25+4 = 6.25, 3.375-8 = -4.625, 5.0625+16 = 21.0625; mean -1/6; squared
// deviations (5/3)^2 + (1/6)^2 + (11/6)^2 = (100+1+121)/36 = 37/6, variance 37/12, b2 37/18; cubes
// (1000+1-1331)/216 = -55/36, b3 -55/108; fourths (10000+1+14641)/1296 = 24642/1296, b4 24642/3888.
func TestSumsByHand(t *testing.T) {
	s := sumsOf(t, decs("1.50", "0", "-2")...)
	if s.Count() != 3 || s.Nonzero() != 2 {
		t.Errorf("%d, %d", s.Count(), s.Nonzero())
	}
	for k, want := range map[int]string{0: "0", 1: "-1/2", 2: "25/4", 3: "-37/8", 4: "337/16", 5: "0", -1: "0"} {
		if got := s.Power(k); got.Cmp(rat(want)) != 0 {
			t.Errorf("power %d: %s", k, got)
		}
	}
	if s.Mean().Cmp(rat("-1/6")) != 0 || s.Variance().Cmp(rat("37/12")) != 0 {
		t.Errorf("%s, %s", s.Mean(), s.Variance())
	}
	for k, want := range map[int]string{2: "37/18", 3: "-55/108", 4: "24642/3888"} {
		if got := s.CentralMoment(k); got.Cmp(rat(want)) != 0 {
			t.Errorf("moment %d: %s", k, got)
		}
	}
	for _, k := range []int{-1, 0, 1, 5} {
		if s.CentralMoment(k) != nil {
			t.Errorf("there is a moment %d", k)
		}
	}
	var none Sums
	if none.Mean() != nil || none.Variance() != nil || none.CentralMoment(2) != nil || none.Power(1).Sign() != 0 {
		t.Error("the empty set has a mean")
	}
	if sumsOf(t, dec("3")).Variance() != nil {
		t.Error("one value has a variance")
	}
	got, err := json.Marshal(s)
	want := `{"count":3,"nonzero":2,"sum":"-0.5","sumSquares":"6.25","sumCubes":"-4.625","sumFourths":"21.0625"}`
	if err != nil || string(got) != want {
		t.Errorf("%s, %v", got, err)
	}
}

func TestSumsErrors(t *testing.T) {
	var s Sums
	for _, d := range []decimal.Decimal{decimal.New(1, 2_000_000_000), decimal.New(1, -2_000_000_000), decimal.New(1,
		41)} {
		if err := s.Add(d); err == nil || !strings.HasPrefix(err.Error(), "appraisal: ") {
			t.Errorf("%v", err)
		}
	}
	if err := s.AddScaled(1, 2_000_000_000); err == nil {
		t.Error("a huge exponent was taken")
	}
	if err := s.AddAll([]decimal.Decimal{dec("1"), decimal.New(1, 50)}); err == nil || !strings.Contains(err.Error(),
		"value 2") {
		t.Errorf("%v", err)
	}
	if s.Count() != 1 {
		t.Errorf("%d values after errors, want the one before the wrong one", s.Count())
	}
	if err := s.Add(decimal.New(0, 2_000_000_000)); err == nil || s.Count() != 1 {
		t.Error("a zero with a huge exponent was taken")
	}
}

func TestSumsJSONRoundTrip(t *testing.T) {
	for name, values := range map[string][]decimal.Decimal{
		"empty": nil, "zeros": decs("0", "0.00"), "cents": decs("12.50", "0", "-3.07"), "one": decs("7"),
		"forty digits": decs("1234567890123456789012345678901234567890", "-0.0123456789012345678901234567890123456789"),
		"large":        decs("99999999999999999999", "99999999999999999999.99", "-1e39"),
	} {
		s := sumsOf(t, values...)
		roundTripSums(t, name, s)
	}
	huge := sumsOf(t, decs("1e39", "1e-39")...)
	raw, _ := json.Marshal(huge)
	// The fourth powers add up to 10^156 and 10^-156: the first and the last of more than three hundred digits count.
	if !strings.Contains(string(raw), `"sumFourths":"1`+strings.Repeat("0", 156)+"."+strings.Repeat("0", 155)+`1"`) {
		t.Errorf("%s", raw)
	}
}

func roundTripSums(t *testing.T, name string, s Sums) {
	t.Helper()
	plain, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	flipGlobals(t, func() {
		var back Sums
		if err := json.Unmarshal(plain, &back); err != nil {
			t.Errorf("%s: %s: %v", name, plain, err)
			return
		}
		again, err := json.Marshal(back)
		if err != nil || string(again) != string(plain) || !back.Equal(s) || !s.Equal(back) {
			t.Errorf("%s: %s became %s (%v)", name, plain, again, err)
		}
	})
}

func TestSumsJSONRefuses(t *testing.T) {
	for name, in := range map[string]string{
		"nonzero above count":  `{"count":1,"nonzero":2,"sum":"2","sumSquares":"2","sumCubes":"2","sumFourths":"2"}`,
		"negative count":       `{"count":-1,"nonzero":0,"sum":"0","sumSquares":"0","sumCubes":"0","sumFourths":"0"}`,
		"negative squares":     `{"count":2,"nonzero":2,"sum":"0","sumSquares":"-1","sumCubes":"0","sumFourths":"1"}`,
		"sum without numbers":  `{"count":3,"nonzero":0,"sum":"1","sumSquares":"0","sumCubes":"0","sumFourths":"0"}`,
		"squares below square": `{"count":2,"nonzero":2,"sum":"10","sumSquares":"49","sumCubes":"250","sumFourths":"1250"}`,
		"fourths below square": `{"count":1,"nonzero":1,"sum":"1","sumSquares":"4","sumCubes":"8","sumFourths":"15"}`,
		"no cubes like that":   `{"count":2,"nonzero":2,"sum":"3","sumSquares":"5","sumCubes":"1000","sumFourths":"17"}`,
		// 1 and 2 with the sum of the fourths 17 changed to 16.5: 2*(5*16.5-81) - 3*(3*16.5-45) + 5*(27-25) = -0.5, and
		// only this determinant of all moments sees it.
		"determinant": `{"count":2,"nonzero":2,"sum":"3","sumSquares":"5","sumCubes":"9","sumFourths":"16.5"}`,
	} {
		var s Sums
		if err := json.Unmarshal([]byte(in), &s); !errors.Is(err, ErrSums) {
			t.Errorf("%s: %v", name, err)
		}
		if s.Count() != 0 {
			t.Errorf("%s: refused sums were kept", name)
		}
	}
	for name, in := range map[string]string{
		"unknown field": `{"count":0,"nonzero":0,"mean":"1"}`, "no count": `{"nonzero":0}`,
		"no nonzero": `{"count":1,"sum":"1"}`,
		"twice":      `{"count":0,"count":0,"nonzero":0}`, "not an object": `[1]`, "text": `{"count":"1","nonzero":0}`,
		"too many digits": `{"count":1,"nonzero":1,"sum":"1","sumSquares":"1","sumCubes":"1","sumFourths":"1` +
			strings.Repeat("0", 200) + `"}`,
	} {
		var s Sums
		if err := json.Unmarshal([]byte(in), &s); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

func TestSumsAreValues(t *testing.T) {
	s := sumsOf(t, decs("1e20", "2", "3.5")...)
	c := s
	if err := c.Add(dec("1e20")); err != nil {
		t.Fatal(err)
	}
	c.Merge(s)
	if s.Count() != 3 || !s.Equal(sumsOf(t, decs("1e20", "2", "3.5")...)) {
		t.Error("a copy was not independent")
	}
	if s.Equal(c) {
		t.Error("different sums are equal")
	}
	s.Power(1).SetInt64(99)
	if s.Power(1).Cmp(rat("100000000000000000005.5")) != 0 {
		t.Error("a result changed the sums")
	}
}

// TestSumsConcurrentReads is for the race detector.
func TestSumsConcurrentReads(t *testing.T) {
	s := sumsOf(t, decs("1e25", "2.50", "-7", "0")...)
	want, _ := json.Marshal(s)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, err := json.Marshal(s)
			if err != nil || string(got) != string(want) {
				t.Errorf("%s, %v", got, err)
			}
			var mine Sums
			mine.Merge(s)
			if !mine.Equal(s) || s.Variance().Sign() <= 0 || s.CentralMoment(4).Sign() <= 0 {
				t.Error("a concurrent read is wrong")
			}
			if _, err := NewEstimate(s.Mean(), s.Variance(), Options{}, nil); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}
