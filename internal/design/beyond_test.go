package design_test

import (
	"errors"
	"math/big"
	"testing"

	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
)

// pairs are those of a stratum with whole means and sums; yx and xx are covariance and variance.
func pairs(universe, count, y, x, yx, xx int64) design.PairStratum {
	s := design.PairStratum{Universe: universe, Pairs: design.Pairs{Count: count, Y: exact.Int(y), X: exact.Int(x)}}
	if count > 1 {
		s.YY, s.YX, s.XX = exact.Int(9), exact.Int(yx), exact.Int(xx)
	}
	return s
}

// TestCoefficients: which strata have a say in a ratio or slope, and where there is none.
func TestCoefficients(t *testing.T) {
	sampled, flat, census, single := pairs(10, 4, 3, 6, 2, 4), pairs(10, 4, 3, 0, 0, 0), pairs(4, 4, 3, 0, 2, 4), pairs(10,
		1, 3, 6, 0, 0)
	list := func(s ...design.PairStratum) []design.PairStratum { return s }
	for name, c := range map[string]struct {
		strata       []design.PairStratum
		ratio, slope string // empty: none
		fitted       int
	}{
		"one stratum":                    {list(sampled), "1/2", "1/2", 1},
		"with a census":                  {list(sampled, census), "7/10", "1/2", 1}, // (30+12)/60
		"with a single item":             {list(sampled, single), "1/2", "1/2", 1},
		"two":                            {list(sampled, sampled), "1/2", "1/2", 2},
		"x all zero":                     {list(flat), "", "", 0},
		"nothing but a census":           {list(census), "0", "0", 0},
		"nothing but a single item":      {list(single), "1/2", "", 0},
		"flat beside a census without x": {list(flat, census), "", "", 0},
	} {
		check := func(what, want string, got *big.Rat, err error) {
			switch {
			case want == "" && !errors.Is(err, design.ErrCoefficient):
				t.Errorf("%s: %s %v, %v", name, what, got, err)
			case want != "" && (err != nil || got.RatString() != want):
				t.Errorf("%s: %s %v, %v, want %s", name, what, got, err, want)
			}
		}
		ratio, err := design.CombinedRatio(c.strata)
		check("ratio", c.ratio, ratio, err)
		slope, fitted, err := design.CombinedSlope(c.strata, true)
		check("slope", c.slope, slope, err)
		if len(fitted) != c.fitted {
			t.Errorf("%s: %v fitted", name, fitted)
		}
	}
	if _, _, err := design.CombinedSlope(list(single), false); !errors.Is(err, design.ErrSingle) {
		t.Errorf("%v", err)
	}
	if _, _, err := design.Adjust(list(single), new(big.Rat), new(big.Rat), false); !errors.Is(err, design.ErrSingle) {
		t.Errorf("%v", err)
	}
	if p, err := design.LostSlope(design.Part{Total: exact.Int(1), Variance: exact.Int(6)}, 4); err != nil ||
		p.Variance.Cmp(exact.Int(9)) != 0 {
		t.Errorf("%v, %v", p, err)
	}
	if _, err := design.LostSlope(design.Known(exact.Int(1)), 2); !errors.Is(err, design.ErrCoefficient) {
		t.Errorf("%v", err)
	}
}

func TestHitsThatSayNothing(t *testing.T) {
	hit := func(value, size, times int64) design.Hit {
		return design.Hit{Value: exact.Int(value), Size: exact.Int(size), Times: times}
	}
	if _, err := design.HansenHurwitz(exact.Int(10), nil, true); !errors.Is(err, design.ErrEmpty) {
		t.Errorf("%v", err)
	}
	if _, err := design.HansenHurwitz(exact.Int(10), []design.Hit{hit(1, 2, 1)}, false); !errors.Is(err, design.ErrSingle) {
		t.Errorf("%v", err)
	}
	if p, err := design.HansenHurwitz(exact.Int(10), []design.Hit{hit(1, 2, 1)}, true); err != nil ||
		p.Total.Cmp(exact.Int(5)) != 0 || p.Variance.Sign() != 0 {
		t.Errorf("%v, %v", p, err)
	}
	if _, _, _, err := design.SystematicPPS(exact.Int(10), 2, []design.Hit{hit(1, 9, 2)}, true); !errors.Is(err,
		design.ErrEmpty) {
		t.Errorf("%v", err)
	}
	certain, sampled, m, err := design.SystematicPPS(exact.Int(10), 2, []design.Hit{hit(1, 5, 1), hit(3, 5, 1)}, false)
	if err != nil || m != 0 || certain.Total.Cmp(exact.Int(4)) != 0 || sampled.Total.Sign() != 0 {
		t.Errorf("%v, %v, %d, %v", certain, sampled, m, err)
	}
}
