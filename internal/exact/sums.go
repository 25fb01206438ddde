package exact

import (
	"errors"
	"fmt"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Sums holds the count of a set of decimals, how many are not zero, and the exact sums of their first four powers.
// The zero value is the empty set. Sums is a value: a copy is independent of the original.
//
// Coefficients below 2^31 (money up to $21 million in cents) are added in machine words; what does not fit goes into
// big integers beside them, so one large amount does not slow the others down.
type Sums struct {
	count, nonzero int64
	exp            int32 // every sum is of coefficients at 10^exp
	fast           words
	wide           *wide // nil: nothing there; never changed in place
}

// words are the sums of powers of coefficients below 2^31: |s1| < 2^94, s2 < 2^125, |s3| < 2^156, s4 < 2^187 for up to
// 2^63 of them.
type words struct {
	s1 [2]uint64 // two's complement, least word first
	s2 [2]uint64
	s3 [3]uint64
	s4 [3]uint64
}

// wide are the sums of powers 1 to 4 as big integers.
type wide [4]big.Int

const fastLimit = 1 << 31

// maxCount bounds a count that comes from outside, so that merging never overflows.
const maxCount = 1 << 53

var smallPow10 = [...]int32{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9}

// ErrSums is returned for sums that no set of numbers has.
var ErrSums = errors.New("no set of numbers has these sums")

// Count returns how many numbers were added.
func (s *Sums) Count() int64 { return s.count }

// Nonzero returns how many of them are not zero.
func (s *Sums) Nonzero() int64 { return s.nonzero }

// Add adds one decimal. It fails only if d is out of the bounds of [Check].
func (s *Sums) Add(d decimal.Decimal) error {
	exp := d.Exponent()
	if exp == s.exp || s.count == 0 && exp <= 0 && exp >= -MaxDigits {
		if d.NumDigits() <= 18 {
			s.exp = exp
			s.addInt(d.CoefficientInt64())
			return nil
		}
	} else if up := exp - s.exp; up > 0 && up <= 9 && d.NumDigits() <= 9 { // 300 among 12.50
		s.addInt(d.CoefficientInt64() * int64(smallPow10[up]))
		return nil
	}
	return s.addAny(d)
}

// AddAll adds every decimal of a slice and stops at the first that is out of bounds, naming its index.
func (s *Sums) AddAll(values []decimal.Decimal) error {
	for i, d := range values {
		if err := s.Add(d); err != nil {
			return fmt.Errorf("value %d: %w", i+1, err)
		}
	}
	return nil
}

// AddScaled adds coef * 10^exp: the way in for amounts that are kept as integers, such as cents with exponent -2.
func (s *Sums) AddScaled(coef int64, exp int32) error {
	if exp == s.exp {
		s.addInt(coef)
		return nil
	}
	return s.Add(decimal.New(coef, exp))
}

// addInt adds a coefficient at the scale of s.
func (s *Sums) addInt(v int64) {
	s.count++
	if v == 0 {
		return
	}
	s.nonzero++
	if v >= fastLimit || v <= -fastLimit {
		s.addWide(big.NewInt(v))
		return
	}
	var c uint64
	w := &s.fast
	sign := uint64(v >> 63) // all ones for a negative v
	u := uint64(v)
	w.s1[0], c = bits.Add64(w.s1[0], u, 0)
	w.s1[1] += sign + c
	sq := uint64(v * v)
	w.s2[0], c = bits.Add64(w.s2[0], sq, 0)
	w.s2[1] += c
	hi, lo := bits.Mul64(sq, (u^sign)-sign)
	// two's complement of the 128-bit cube when v is negative
	lo, c = bits.Add64(lo^sign, sign&1, 0)
	hi = hi ^ sign + c
	w.s3[0], c = bits.Add64(w.s3[0], lo, 0)
	w.s3[1], c = bits.Add64(w.s3[1], hi, c)
	w.s3[2] += sign + c
	hi, lo = bits.Mul64(sq, sq)
	w.s4[0], c = bits.Add64(w.s4[0], lo, 0)
	w.s4[1], c = bits.Add64(w.s4[1], hi, c)
	w.s4[2] += c
}

// addAny adds a decimal of any scale and size.
func (s *Sums) addAny(d decimal.Decimal) error {
	if err := Check(d); err != nil {
		return err
	}
	d = Canonical(d)
	if s.count == 0 {
		s.exp = d.Exponent()
	}
	if d.Exponent() < s.exp {
		s.rescale(d.Exponent())
	}
	coef := d.Coefficient()
	coef.Mul(coef, pow10(int(d.Exponent()-s.exp)))
	if coef.IsInt64() {
		s.addInt(coef.Int64())
		return nil
	}
	s.count++
	s.nonzero++
	s.addWide(coef)
	return nil
}

func (s *Sums) addWide(v *big.Int) {
	var w wide
	p := new(big.Int).SetInt64(1)
	for k := range w {
		p.Mul(p, v)
		w[k].Set(p)
	}
	s.wide = w.plus(s.wide)
}

// plus returns the sums of both as a new value.
func (w *wide) plus(o *wide) *wide {
	if o == nil {
		return w
	}
	sum := new(wide)
	for k := range sum {
		sum[k].Add(&w[k], &o[k])
	}
	return sum
}

// total returns all four sums at the scale of s, as a new value.
func (s *Sums) total() *wide {
	f := &s.fast
	w := &wide{}
	w[0].Set(signed(f.s1[:]))
	w[1].Set(unsigned(f.s2[:]))
	w[2].Set(signed(f.s3[:]))
	w[3].Set(unsigned(f.s4[:]))
	return w.plus(s.wide)
}

// unsigned returns the integer of words, least first.
func unsigned(words []uint64) *big.Int {
	n := new(big.Int)
	for i := len(words) - 1; i >= 0; i-- {
		n.Lsh(n, 64)
		n.Or(n, new(big.Int).SetUint64(words[i]))
	}
	return n
}

// signed returns the two's complement integer of words, least first.
func signed(words []uint64) *big.Int {
	n := unsigned(words)
	if words[len(words)-1]>>63 == 1 {
		n.Sub(n, new(big.Int).Lsh(one, uint(64*len(words))))
	}
	return n
}

// rescale moves the sums to a smaller exponent.
func (s *Sums) rescale(exp int32) {
	w, f := s.total(), pow10(int(s.exp-exp))
	p := new(big.Int).SetInt64(1)
	for k := range w {
		p.Mul(p, f)
		w[k].Mul(&w[k], p)
	}
	s.exp, s.fast, s.wide = exp, words{}, w
}

// Merge adds the numbers of o to s, as if they had been added one by one.
func (s *Sums) Merge(o Sums) {
	switch {
	case o.count == 0:
		return
	case s.count == 0:
		*s = o
		return
	}
	if o.exp < s.exp {
		s.rescale(o.exp)
	} else if s.exp < o.exp {
		o.rescale(s.exp)
	}
	s.wide = o.total().plus(s.wide)
	s.count += o.count
	s.nonzero += o.nonzero
}

// Power returns the exact sum of the k-th powers, k from 1 to 4.
func (s *Sums) Power(k int) *big.Rat {
	if k < 1 || k > 4 {
		return new(big.Rat)
	}
	r := new(big.Rat).SetInt(&s.total()[k-1])
	return r.Quo(r, new(big.Rat).SetInt(pow10(k*int(-s.exp))))
}

// Equal reports whether both have the same counts and sums, whatever their scales.
func (s *Sums) Equal(o *Sums) bool {
	if s.count != o.count || s.nonzero != o.nonzero {
		return false
	}
	for k := 1; k <= 4; k++ {
		if s.Power(k).Cmp(o.Power(k)) != 0 {
			return false
		}
	}
	return true
}

// SumsOf returns the sums of a set that is known by its counts and power sums only. It refuses with [ErrSums] what the
// inequalities of moments rule out for any set of real numbers; for one and two nonzero numbers these are equations.
func SumsOf(count, nonzero int64, powers [4]decimal.Decimal) (Sums, error) {
	var s Sums
	if count < 0 || count > maxCount || nonzero < 0 || nonzero > count {
		return s, fmt.Errorf("count %d with %d nonzero: %w", count, nonzero, ErrSums)
	}
	var p [4]*big.Rat
	for i, d := range powers {
		// A sum of fourth powers has four times the places of a value and the digits of the count on top.
		if digits, exp := d.NumDigits(), int64(d.Exponent()); exp < -4*MaxDigits || exp > 4*MaxDigits || int64(digits)+exp > 4*MaxDigits+20 {
			return s, fmt.Errorf("sum of powers %d: %w", i+1, ErrDigits)
		}
		p[i] = Rat(d)
	}
	if err := possible(nonzero, p); err != nil {
		return s, err
	}
	exp := 0
	for k, r := range p {
		places, _ := r.FloatPrec()
		exp = min(exp, -(places+k)/(k+1))
	}
	s.count, s.nonzero, s.exp, s.wide = count, nonzero, int32(exp), new(wide)
	for k, r := range p {
		scaled := r.Mul(r, new(big.Rat).SetInt(pow10(-exp*(k+1))))
		s.wide[k].Set(scaled.Num())
	}
	return s, nil
}

// possible reports whether n numbers, none of them zero, can have the power sums p: the moment matrix
// (n s1 s2; s1 s2 s3; s2 s3 s4) has no negative principal minor, and its rank is at most n.
func possible(n int64, p [4]*big.Rat) error {
	mul := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
	sub := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
	c, s1, s2, s3, s4 := Int(n), p[0], p[1], p[2], p[3]
	det := sub(mul(c, sub(mul(s2, s4), mul(s3, s3))), mul(s1, sub(mul(s1, s4), mul(s2, s3))))
	det.Add(det, mul(s2, sub(mul(s1, s3), mul(s2, s2))))
	bad := ""
	switch {
	case n == 0 && (s1.Sign() != 0 || s2.Sign() != 0 || s3.Sign() != 0 || s4.Sign() != 0):
		bad = "sums of no nonzero number"
	case n > 0 && (s2.Sign() <= 0 || s4.Sign() <= 0):
		bad = "even powers without a positive sum"
	case sub(mul(c, s2), mul(s1, s1)).Sign() < 0:
		bad = "count*sum2 below sum1 squared"
	case sub(mul(c, s4), mul(s2, s2)).Sign() < 0:
		bad = "count*sum4 below sum2 squared"
	case sub(mul(s2, s4), mul(s3, s3)).Sign() < 0:
		bad = "sum2*sum4 below sum3 squared"
	case sub(mul(s1, s3), mul(s2, s2)).Sign() != 0 && n == 1, sub(mul(c, s2), mul(s1, s1)).Sign() != 0 && n == 1,
		sub(mul(s2, s4), mul(s3, s3)).Sign() != 0 && n == 1:
		bad = "sums of one nonzero number that are no powers of it"
	case det.Sign() < 0, det.Sign() != 0 && n == 2:
		bad = "an impossible moment determinant"
	default:
		return nil
	}
	return fmt.Errorf("%s: %w", bad, ErrSums)
}
