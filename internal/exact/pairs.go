package exact

import (
	"errors"
	"fmt"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Pairs holds the count of a set of pairs of decimals (y, x) and the exact sums of y, x, y², xy and x². The zero value is
// the empty set. Pairs is a value: a copy is independent of the original.
//
// It is built as [Sums] is: coefficients below 2^31 are added in machine words, others in big integers beside them.
type Pairs struct {
	count int64
	exp   int32 // every sum is of coefficients at 10^exp
	fast  pairWords
	wide  *pairWide // nil: nothing there; never changed in place
}

// The places of the five sums.
const (
	sumY = iota
	sumX
	sumYY
	sumYX
	sumXX
)

// pairWords are 128-bit sums in two's complement, least word first: below 2^125 for up to 2^63 pairs.
type pairWords [5][2]uint64

// pairWide are the same sums as big integers.
type pairWide [5]big.Int

// ErrPairs is returned for sums that no set of pairs has.
var ErrPairs = errors.New("no set of pairs has these sums")

// Count returns how many pairs were added.
func (p *Pairs) Count() int64 { return p.count }

// Add adds one pair. It fails only if one of both is out of the bounds of [Check].
func (p *Pairs) Add(y, x decimal.Decimal) error {
	if p.count == 0 {
		if exp := min(y.Exponent(), x.Exponent(), 0); exp >= -MaxDigits {
			p.exp = exp
		}
	}
	if a, ok := coefficientAt(y, p.exp); ok {
		if b, ok := coefficientAt(x, p.exp); ok {
			p.addWords(a, b)
			return nil
		}
	}
	return p.addAny(y, x)
}

// coefficientAt returns d as a small multiple of 10^exp, if it is one.
func coefficientAt(d decimal.Decimal, exp int32) (int64, bool) {
	var c int64
	switch up := d.Exponent() - exp; {
	case up == 0 && d.NumDigits() <= 18:
		c = d.CoefficientInt64()
	case up > 0 && up <= 9 && d.NumDigits() <= 9:
		c = d.CoefficientInt64() * int64(smallPow10[up])
	default:
		return 0, false
	}
	return c, c < fastLimit && c > -fastLimit
}

func (p *Pairs) addWords(y, x int64) {
	p.count++
	for k, v := range [5]int64{y, x, y * y, y * x, x * x} {
		w := &p.fast[k]
		var c uint64
		w[0], c = bits.Add64(w[0], uint64(v), 0)
		w[1] += uint64(v>>63) + c
	}
}

// addAny adds a pair of any scale and size.
func (p *Pairs) addAny(y, x decimal.Decimal) error {
	for _, d := range []decimal.Decimal{y, x} {
		if err := Check(d); err != nil {
			return err
		}
	}
	y, x = Canonical(y), Canonical(x)
	if exp := min(y.Exponent(), x.Exponent()); exp < p.exp {
		p.rescale(exp)
	}
	at := func(d decimal.Decimal) *big.Int {
		c := d.Coefficient()
		return c.Mul(c, pow10(int(d.Exponent()-p.exp)))
	}
	a, b := at(y), at(x)
	var w pairWide
	w[sumY].Set(a)
	w[sumX].Set(b)
	w[sumYY].Mul(a, a)
	w[sumYX].Mul(a, b)
	w[sumXX].Mul(b, b)
	p.count++
	p.wide = w.plus(p.wide)
	return nil
}

// plus returns the sums of both as a new value.
func (w *pairWide) plus(o *pairWide) *pairWide {
	sum := new(pairWide)
	for k := range sum {
		sum[k].Set(&w[k])
		if o != nil {
			sum[k].Add(&sum[k], &o[k])
		}
	}
	return sum
}

// total returns all sums at the scale of p, as a new value.
func (p *Pairs) total() *pairWide {
	w := new(pairWide)
	for k := range w {
		w[k].Set(signed(p.fast[k][:]))
	}
	return w.plus(p.wide)
}

// degree is the power of the scale that a sum has.
func degree(k int) int {
	if k <= sumX {
		return 1
	}
	return 2
}

// rescale moves the sums to a smaller exponent.
func (p *Pairs) rescale(exp int32) {
	w := p.total()
	for k := range w {
		w[k].Mul(&w[k], pow10(degree(k)*int(p.exp-exp)))
	}
	p.exp, p.fast, p.wide = exp, pairWords{}, w
}

// Merge adds the pairs of o, as if they had been added one by one.
func (p *Pairs) Merge(o Pairs) {
	switch {
	case o.count == 0:
		return
	case p.count == 0:
		*p = o
		return
	case o.exp < p.exp:
		p.rescale(o.exp)
	case p.exp < o.exp:
		o.rescale(p.exp)
	}
	p.wide = o.total().plus(p.wide)
	p.count += o.count
}

// Sum returns the exact sum of y^i x^j for i+j of 1 or 2.
func (p *Pairs) Sum(i, j int) *big.Rat {
	k, ok := map[[2]int]int{{1, 0}: sumY, {0, 1}: sumX, {2, 0}: sumYY, {1, 1}: sumYX, {0, 2}: sumXX}[[2]int{i, j}]
	if !ok {
		return new(big.Rat)
	}
	r := new(big.Rat).SetInt(&p.total()[k])
	return r.Quo(r, new(big.Rat).SetInt(pow10(degree(k)*int(-p.exp))))
}

// Means returns those of y and x, nil for an empty set.
func (p *Pairs) Means() (y, x *big.Rat) {
	if p.count == 0 {
		return nil, nil
	}
	n := Int(p.count)
	y, x = p.Sum(1, 0), p.Sum(0, 1)
	return y.Quo(y, n), x.Quo(x, n)
}

// Covariances returns the variances of y and x and their covariance, all with divisor count-1, nil for fewer than two
// pairs.
func (p *Pairs) Covariances() (yy, yx, xx *big.Rat) {
	if p.count < 2 {
		return nil, nil, nil
	}
	my, mx := p.Means()
	around := func(i, j int, a, b *big.Rat) *big.Rat { // (sum - n a b)/(n-1)
		ab := new(big.Rat).Mul(a, b)
		s := p.Sum(i, j)
		s.Sub(s, ab.Mul(ab, Int(p.count)))
		return s.Quo(s, Int(p.count-1))
	}
	return around(2, 0, my, my), around(1, 1, my, mx), around(0, 2, mx, mx)
}

// Equal reports whether both have the same count and sums, whatever their scales.
func (p *Pairs) Equal(o *Pairs) bool {
	if p.count != o.count {
		return false
	}
	for _, k := range pairPowers {
		if p.Sum(k[0], k[1]).Cmp(o.Sum(k[0], k[1])) != 0 {
			return false
		}
	}
	return true
}

// pairPowers are the powers of y and x of the five sums.
var pairPowers = [5][2]int{{1, 0}, {0, 1}, {2, 0}, {1, 1}, {0, 2}}

// PairsOf returns the sums of a set that is known by its count and sums only: of y, x, y², xy and x². It refuses with
// [ErrPairs] what no set of pairs of real numbers can have; for one and two pairs these are equations.
func PairsOf(count int64, sums [5]decimal.Decimal) (Pairs, error) {
	var p Pairs
	if count < 0 || count > maxCount {
		return p, fmt.Errorf("count %d: %w", count, ErrPairs)
	}
	var s [5]*big.Rat
	exp := 0
	for k, d := range sums {
		// A sum of squares has twice the places of a value and the digits of the count on top.
		if digits, e := d.NumDigits(), int64(d.Exponent()); e < -2*MaxDigits || e > 2*MaxDigits ||
			int64(digits)+e > 2*MaxDigits+20 {
			return p, fmt.Errorf("sum %d: %w", k+1, ErrDigits)
		}
		s[k] = Rat(d)
		places, _ := s[k].FloatPrec()
		exp = min(exp, -(places+degree(k)-1)/degree(k))
	}
	if err := possiblePairs(count, s); err != nil {
		return p, err
	}
	p.count, p.exp, p.wide = count, int32(exp), new(pairWide)
	for k, r := range s {
		p.wide[k].Set(r.Mul(r, new(big.Rat).SetInt(pow10(-exp*degree(k)))).Num())
	}
	return p, nil
}

// possiblePairs reports whether the moment matrix (n y x; y yy yx; x yx xx) has no negative principal minor, and a rank of
// at most n.
func possiblePairs(n int64, s [5]*big.Rat) error {
	mul := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
	minor := func(square, a, b *big.Rat) *big.Rat { // n*square - a*b
		m := mul(Int(n), square)
		return m.Sub(m, mul(a, b))
	}
	yy, yx, xx := minor(s[sumYY], s[sumY], s[sumY]), minor(s[sumYX], s[sumY], s[sumX]), minor(s[sumXX], s[sumX], s[sumX])
	det := mul(yy, xx)
	det.Sub(det, mul(yx, yx))
	bad := ""
	switch {
	case n == 0 && (s[sumY].Sign() != 0 || s[sumX].Sign() != 0 || s[sumYY].Sign() != 0 || s[sumYX].Sign() != 0 ||
		s[sumXX].Sign() != 0):
		bad = "sums of no pair"
	case yy.Sign() < 0 || xx.Sign() < 0:
		bad = "count times sum of squares below the square of the sum"
	case det.Sign() < 0:
		bad = "the covariance is larger than the variances allow"
	case n == 1 && (yy.Sign() != 0 || yx.Sign() != 0 || xx.Sign() != 0):
		bad = "sums of one pair that are no powers of it"
	case n == 2 && det.Sign() != 0:
		bad = "two pairs that do not lie on a line"
	default:
		return nil
	}
	return fmt.Errorf("%s: %w", bad, ErrPairs)
}
