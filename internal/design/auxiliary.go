package design

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/iromath/iromath/internal/exact"
)

// ErrCoefficient: a sample has no ratio (its total of x is zero) or no slope (its x are all equal, or there are too few
// items).
var ErrCoefficient = errors.New("no ratio or slope")

// Pairs is what a stratum needs to know of two values (y, x) of each item that was drawn: their means, and their variances
// and covariance, divisor Count-1; these are nil for a single item.
type Pairs struct {
	Count      int64
	Y, X       *big.Rat
	YY, YX, XX *big.Rat
}

// Residual are the values y - b*x of the items.
//
//	mean = ȳ - b x̄    variance = s_yy - 2b s_yx + b² s_xx
func (p Pairs) Residual(b *big.Rat) Items {
	bx := new(big.Rat).Mul(b, p.X)
	i := Items{Count: p.Count, Mean: bx.Sub(p.Y, bx)}
	if p.YY != nil {
		twice := new(big.Rat).Mul(b, p.YX)
		i.Variance = new(big.Rat).Mul(b, b)
		i.Variance.Mul(i.Variance, p.XX)
		i.Variance.Sub(i.Variance, twice.Add(twice, twice))
		i.Variance.Add(i.Variance, p.YY)
	}
	return i
}

// PairStratum is a stratum of Universe items and the simple random sample of them.
type PairStratum struct {
	Universe int64
	Pairs
}

// Adjust estimates the total of y with the help of x, whose total X over all strata is known, and of a coefficient b:
//
//	T = sum N_h (ȳ_h - b x̄_h) + b X
//	v = sum N_h(N_h-n_h)/n_h * s_h²(y - b x)
//
// This is all there is to estimation with an auxiliary value: b = 1 is the difference estimator, a b fixed before the
// sample was looked at the regression estimator that is unbiased together with its variance, b of the sample itself a ratio
// ([CombinedRatio]; the first term of T is then zero) or a slope ([CombinedSlope]), whose bias is of the order 1/n and
// whose variance is that of a large sample. Separate estimators adjust each stratum with a b and an X of its own.
//
// It returns the total and, for each stratum, N_h (ȳ_h - b x̄_h) with its variance, its share in v. Single items are treated
// as in [Simple]. The total is exact. A b that has the digits of thousands of sizes together is taken [Short] in the shares.
//
// Source: Cochran (1977), sec. 6.4, 6.10, 6.11, 7.2, 7.9, 7.10; the s_h² have the divisor n_h-1.
func Adjust(strata []PairStratum, b, totalX *big.Rat, zeroForSingle bool) (Part, []Part, error) {
	brief := Short(b)
	shares := make([]Part, len(strata))
	var yy, yx, xx []*big.Rat
	for h, s := range strata {
		var err error
		if shares[h], err = Simple(s.Universe, s.Residual(brief), zeroForSingle); err != nil {
			return Part{}, nil, err
		}
		if f, _ := spread(s.Universe, s.Count, zeroForSingle); f.Sign() != 0 {
			yy = append(yy, new(big.Rat).Mul(f, s.YY))
			yx = append(yx, new(big.Rat).Mul(f, s.YX))
			xx = append(xx, f.Mul(f, s.XX))
		}
	}
	y, x := Expanded(strata)
	total := new(big.Rat).Sub(totalX, x) // y + b (X - x)
	total.Mul(total, b).Add(total, y)
	v := sum(xx) // yy - 2b yx + b² xx
	v.Mul(v, b)
	twice := sum(yx)
	v.Sub(v, twice.Add(twice, twice)).Mul(v, b)
	return Part{total, v.Add(v, sum(yy))}, shares, nil
}

// Short is a number, or where it has more than 2,048 bits its first 512: some 150 digits, of which results state 20.
func Short(r *big.Rat) *big.Rat {
	if r.Num().BitLen() <= 2048 && r.Denom().BitLen() <= 2048 {
		return r
	}
	s, _ := new(big.Float).SetPrec(512).SetRat(r).Rat(nil)
	return s
}

// Expanded returns what the samples alone say of the totals of y and x: sum N_h ȳ_h and sum N_h x̄_h.
func Expanded(strata []PairStratum) (y, x *big.Rat) {
	ys, xs := make([]*big.Rat, len(strata)), make([]*big.Rat, len(strata))
	for h, s := range strata {
		n := exact.Int(s.Universe)
		ys[h] = new(big.Rat).Mul(n, s.Y)
		xs[h] = n.Mul(n, s.X)
	}
	return sum(ys), sum(xs)
}

// CombinedRatio is sum N_h ȳ_h / sum N_h x̄_h; of one stratum ȳ/x̄. Where all strata were examined completely any ratio is
// as good, and one that cannot be formed is 0.
//
// Source: Cochran (1977), sec. 6.2, 6.11.
func CombinedRatio(strata []PairStratum) (*big.Rat, error) {
	y, x := Expanded(strata)
	switch {
	case x.Sign() != 0:
		return y.Quo(y, x), nil
	case drawn(strata):
		return nil, fmt.Errorf("%w: the sample's total of x is zero", ErrCoefficient)
	}
	return x, nil
}

// drawn reports whether there is a stratum that was not examined completely.
func drawn(strata []PairStratum) bool {
	return slices.ContainsFunc(strata, func(s PairStratum) bool { return s.Count < s.Universe })
}

// CombinedSlope is the slope that makes the estimated variance of [Adjust] smallest:
//
//	b = sum f_h s_yxh / sum f_h s_xxh,    f_h = N_h(N_h-n_h)/n_h
//
// of one stratum the least squares slope s_yx/s_xx. Strata without a variance (examined completely, or of a single item
// whose variance is taken as zero) have no say in it, and fitted tells which do; where all were examined completely any
// slope is as good, and it is 0.
//
// Source: Cochran (1977), sec. 7.3, 7.10 (b_c).
func CombinedSlope(strata []PairStratum, zeroForSingle bool) (b *big.Rat, fitted []int, err error) {
	var products, squares []*big.Rat
	for h, s := range strata {
		f, err := spread(s.Universe, s.Count, zeroForSingle)
		if err != nil {
			return nil, nil, err
		}
		if f.Sign() == 0 {
			continue
		}
		fitted = append(fitted, h)
		products = append(products, new(big.Rat).Mul(f, s.YX))
		squares = append(squares, f.Mul(f, s.XX))
	}
	yx, xx := sum(products), sum(squares)
	switch {
	case xx.Sign() != 0:
		return yx.Quo(yx, xx), fitted, nil
	case drawn(strata):
		return nil, nil, fmt.Errorf("%w: the x of the sample are all equal within the strata", ErrCoefficient)
	}
	return xx, nil, nil
}

// LostSlope raises a variance with the divisor n-1 to that with n-2, as a least squares slope from n items has cost one
// more degree of freedom. Two items lie on a line: an [ErrCoefficient].
//
// Source: Cochran (1977), sec. 7.4.
func LostSlope(p Part, n int64) (Part, error) {
	if n < 3 {
		return Part{}, fmt.Errorf("%w: a slope from %d items leaves no degree of freedom", ErrCoefficient, n)
	}
	return Part{p.Total, new(big.Rat).Mul(p.Variance, big.NewRat(n-1, n-2))}, nil
}
