package dist

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"strings"
	"sync"
	"testing"

	"github.com/shopspring/decimal"
)

func TestErrors(t *testing.T) {
	big200 := strings.Repeat("9", 200)
	for _, c := range []struct {
		p, df string // df "" asks for the normal distribution
		want  error
		says  string
	}{
		{"nil", "", ErrProbability, "p = nil"},
		{"0.4999", "", ErrProbability, "p = 4999/10000"},
		{"-1", "", ErrProbability, "p = -1"},
		{"0", "", ErrProbability, "p = 0"},
		{"1", "", ErrProbability, "from 1/2 to 1-1e-9"},
		{"0.9999999991", "", ErrProbability, "from 1/2 to 1-1e-9"},
		{big200, "", ErrProbability, "p = about 1e+200"},
		{"nil", "5", ErrProbability, "p = nil"},
		{"0.4999", "5", ErrProbability, "p = 4999/10000"},
		{"1", "5", ErrProbability, "p = 1,"},
		{"0.9", "nil", ErrDegrees, "df = nil"},
		{"0.9", "0.999", ErrDegrees, "df = 999/1000"},
		{"0.9", "0", ErrDegrees, "df = 0"},
		{"0.9", "-3", ErrDegrees, "df = -3"},
		{"0.9", "1000000000.5", ErrDegrees, "from 1 to 1e9"},
	} {
		value := func(s string) *big.Rat {
			if s == "nil" {
				return nil
			}
			return rat(s)
		}
		var err error
		if c.df == "" {
			_, err = Normal(value(c.p))
		} else {
			_, err = StudentT(value(c.p), value(c.df))
		}
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("p %s, df %q: error %v, want %v with %q", c.p, c.df, err, c.want, c.says)
		}
	}
}

// TestEdges shows that the ends of the domain belong to it and that the middle is zero.
func TestEdges(t *testing.T) {
	for _, c := range []struct{ p, df, want string }{
		{"1/2", "", "0"},
		{"1/2", "1", "0"},
		{"1/2", "1000000000", "0"},
		{"0.5000000000000000000000001", "", "2.5066282746310005024e-25"}, // 1e-25 sqrt(2 pi)
		{"0.5000000000000000000000001", "1", "3.1415926535897932385e-25"},
		{"3/4", "1", "1"},
		{"2/3", "2", "0.5"},
		{"0.999999999", "", "5.9978070150076868716"},
		{"0.999999999", "1", "318309886.18379067049"},
		{"0.999999999", "1e9", "5.9978070704479501096"},
	} {
		var got decimal.Decimal
		var err error
		if c.df == "" {
			got, err = Normal(rat(c.p))
		} else {
			got, err = StudentT(rat(c.p), rat(c.df))
		}
		if err != nil || !got.Equal(decimal.RequireFromString(c.want)) {
			t.Errorf("p %s, df %q: %s, %v, want %s", c.p, c.df, got, err, c.want)
		}
	}
}

// TestArgumentsAreKept checks that no argument is changed.
func TestArgumentsAreKept(t *testing.T) {
	p, df := rat("0.973"), rat("12.34")
	if _, err := StudentT(p, df); err != nil {
		t.Fatal(err)
	}
	if _, err := Normal(p); err != nil {
		t.Fatal(err)
	}
	if p.Cmp(rat("0.973")) != 0 || df.Cmp(rat("12.34")) != 0 {
		t.Errorf("arguments became %s, %s", p, df)
	}
}

// TestStartDoesNotMatter checks that bad starts, from either side, lead to the same percentile.
func TestStartDoesNotMatter(t *testing.T) {
	for _, df := range []string{"1", "2.5", "29", "30", "1e6"} {
		for _, p := range []string{"0.5000001", "0.75", "0.975", "0.999999999"} {
			d, target := newStudent(rat(df)), newTarget(rat(p))
			want := round(studentPercentile(rat(p), rat(df)))
			for _, start := range []float64{0, 1e-300, 0.1, 3, 12} {
				if got := round(solve(d, target, start)); !got.Equal(want) {
					t.Errorf("df %s, p %s from %v: %s, want %s", df, p, start, got, want)
				}
			}
		}
	}
}

// TestStart checks that the start is always finite and not negative, and so close that at most four evaluations of the
// distribution function follow, two or three as a rule. Hill's approximation is rough only for df < 2.
func TestStart(t *testing.T) {
	for _, df := range []string{
		"1", "1.001", "1.5", "2", "2.09", "2.5", "3", "4.5", "5", "17.3", "29.9", "30", "1e3", "1e6", "1e9",
	} {
		for _, q := range []string{"1e-9", "1e-6", "5e-5", "0.001", "0.01", "0.025", "0.1", "0.25", "0.4", "0.49"} {
			tail, _ := rat(q).Float64()
			nu, _ := rat(df).Float64()
			start := studentStart(tail, nu)
			if !(start >= 0) || math.IsInf(start, 1) {
				t.Errorf("df %s, tail %s: start %v", df, q, start)
				continue
			}
			d := &counted{distribution: newStudent(rat(df))}
			solve(d, newTarget(new(big.Rat).Sub(oneRat, rat(q))), start)
			if d.count > 4 {
				t.Errorf("df %s, tail %s: %d evaluations from %v", df, q, d.count, start)
			}
		}
	}
}

// counted counts the evaluations of a distribution.
type counted struct {
	distribution
	count int
}

func (c *counted) offset(t *big.Float, p target) (u, k *big.Float) {
	c.count++
	return c.distribution.offset(t, p)
}

// TestCache checks that a percentile from the cache is the one computed, that the cache stays bounded, and that it may
// be used by many at once (under the race detector).
func TestCache(t *testing.T) {
	var wg sync.WaitGroup
	shared, five := rat("0.975"), rat("5")
	for worker := range 4 {
		wg.Go(func() {
			for i := range 60 {
				if got, err := StudentT(shared, five); err != nil || got.String() != "2.5705818356363155147" {
					t.Errorf("t for 0.975, df 5: %s, %v", got, err)
				}
				p, df := big.NewRat(int64(600+i%20), 1000), big.NewRat(int64(1+(i+7*worker)%30), 1)
				got, err := StudentT(p, df)
				if want := round(studentPercentile(p, df)); err != nil || !got.Equal(want) {
					t.Errorf("t for p %s, df %s: %s, %v, want %s", p, df, got, err, want)
				}
				got, err = Normal(p)
				if want := round(normalPercentile(p)); err != nil || !got.Equal(want) {
					t.Errorf("z for p %s: %s, %v, want %s", p, got, err, want)
				}
			}
		})
	}
	wg.Wait()
	if k, ok := studentKey(rat("0.6"), rat("1")); !ok {
		t.Error("a plain percentile has no key")
	} else if _, ok := percentiles.get(k); !ok {
		t.Error("a plain percentile is not in the cache")
	}
}

func TestCacheIsBounded(t *testing.T) {
	var c cache
	for i := range uint64(3*cacheSize + 5) {
		c.put(key{pNum: i}, decimal.NewFromUint64(i))
		if got, ok := c.get(key{pNum: i}); !ok || !got.Equal(decimal.NewFromUint64(i)) {
			t.Fatalf("%d is not there after it was put", i)
		}
		if len(c.m) > cacheSize {
			t.Fatalf("%d entries, want at most %d", len(c.m), cacheSize)
		}
	}
}

// TestLongFractions checks that arguments too long for the cache are computed all the same, and not taken for others.
func TestLongFractions(t *testing.T) {
	long := rat(fmt.Sprintf("0.975%s1", strings.Repeat("0", 60)))
	if _, ok := normalKey(long); ok {
		t.Error("a long probability has a key")
	}
	if _, ok := studentKey(rat("0.975"), new(big.Rat).Add(long, rat("3"))); ok {
		t.Error("long degrees of freedom have a key")
	}
	got, err := StudentT(long, new(big.Rat).Add(long, rat("4.025")))
	if err != nil || got.String() != "2.5705818356363155147" { // that of 0.975 and 5, mpmath 1.2.1
		t.Errorf("%s, %v", got, err)
	}
}
