package exact

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Digits is the number of significant digits every result is rounded to.
const Digits = 20

var (
	one = big.NewInt(1)
	ten = big.NewInt(10)
)

// powersOf10 are those that figures of usual size need.
var powersOf10 = func() (list [160]*big.Int) {
	list[0] = one
	for i := 1; i < len(list); i++ {
		list[i] = new(big.Int).Mul(list[i-1], ten)
	}
	return list
}()

// pow10 returns 10^n for n >= 0, a number that others hold as well: it is not to be changed.
func pow10(n int) *big.Int {
	if n < len(powersOf10) {
		return powersOf10[n]
	}
	return new(big.Int).Exp(ten, big.NewInt(int64(n)), nil)
}

// Round returns r with [Digits] significant digits, half away from zero.
func Round(r *big.Rat) decimal.Decimal { return RoundTo(r, Digits) }

// RoundTo returns r with the given number of significant digits (at least 1), half away from zero.
func RoundTo(r *big.Rat, digits int) decimal.Decimal {
	return roundQuotient(r.Num(), r.Denom(), digits)
}

// roundQuotient is [RoundTo] of num/den for den > 0, which need not be in lowest terms.
func roundQuotient(num, den *big.Int, digits int) decimal.Decimal {
	negative := num.Sign() < 0
	if num = new(big.Int).Abs(num); num.Sign() == 0 {
		return decimal.Decimal{}
	}
	// 10^lead <= num/den < 10^(lead+1): estimated from the bit lengths, then put right.
	lead := int(float64(num.BitLen()-den.BitLen()) * 0.30102999566398120)
	for cmpPow10(num, den, lead) < 0 {
		lead--
	}
	for cmpPow10(num, den, lead+1) >= 0 {
		lead++
	}
	shift := digits - 1 - lead
	q := halfUp(num, den, shift)
	if negative {
		q.Neg(q)
	}
	return canonical(q, -shift)
}

// cmpPow10 compares num/den with 10^n.
func cmpPow10(num, den *big.Int, n int) int {
	if n >= 0 {
		return num.Cmp(new(big.Int).Mul(den, pow10(n)))
	}
	return new(big.Int).Mul(num, pow10(-n)).Cmp(den)
}

// halfUp returns num/den * 10^shift rounded to an integer, half up, for num >= 0 and den > 0.
func halfUp(num, den *big.Int, shift int) *big.Int {
	n, d := new(big.Int).Lsh(num, 1), new(big.Int).Set(den)
	if shift >= 0 {
		n.Mul(n, pow10(shift))
	} else {
		d.Mul(d, pow10(-shift))
	}
	n.Add(n, d)
	return n.Quo(n, d.Lsh(d, 1))
}

// RoundPlaces returns r with the given number of decimal places, half away from zero.
func RoundPlaces(r *big.Rat, places int) decimal.Decimal {
	q := halfUp(new(big.Int).Abs(r.Num()), r.Denom(), places)
	if r.Sign() < 0 {
		q.Neg(q)
	}
	return canonical(q, -places)
}

// RoundInt returns r rounded to an integer, half away from zero.
func RoundInt(r *big.Rat) *big.Int { return RoundPlaces(r, 0).BigInt() }

// Sqrt returns the square root of r >= 0 with [Digits] significant digits, as if it had been computed with infinitely
// many digits and then rounded half away from zero.
func Sqrt(r *big.Rat) decimal.Decimal { return AddSqrt(new(big.Rat), 1, r) }

// AddSqrt returns a + sign*sqrt(r) for r >= 0, rounded like [Sqrt]. Only the sign of sign counts.
func AddSqrt(a *big.Rat, sign int, r *big.Rat) decimal.Decimal { return NewRoot(r).AddTo(a, sign) }

// Root is a square root that goes into several results.
type Root struct {
	square   *big.Rat
	rational *big.Rat // the root itself, nil if it is irrational
	floor    *big.Int // floor(root * 10^places)
	places   int
}

// NewRoot returns the square root of r >= 0.
func NewRoot(r *big.Rat) Root {
	if root, ok := RationalSqrt(r); ok {
		return Root{square: r, rational: root}
	}
	places := 2*Digits + leadPlaces(r)
	return Root{square: r, floor: floorSqrt(r, places), places: places}
}

// AddTo is [AddSqrt] of the root.
func (r Root) AddTo(a *big.Rat, sign int) decimal.Decimal {
	if r.rational != nil {
		if sign < 0 {
			return Round(new(big.Rat).Sub(a, r.rational))
		}
		return Round(new(big.Rat).Add(a, r.rational))
	}
	// The root is irrational, so a+sqrt(r) is no tie and not zero: some finite precision decides every digit. Both ends of
	// what is known of it are fractions with the denominator of a times a power of ten.
	for floor, places := r.floor, r.places; ; floor = floorSqrt(r.square, places) {
		scale, lo := pow10(places), new(big.Int).Set(floor)
		if sign < 0 {
			lo.Neg(lo.Add(lo, one)) // the lower end of -sqrt(r)
		}
		lo.Mul(lo, a.Denom())
		lo.Add(lo, new(big.Int).Mul(a.Num(), scale))
		hi := new(big.Int).Add(lo, a.Denom())
		if lo.Sign() != 0 && lo.Sign() == hi.Sign() {
			den := new(big.Int).Mul(a.Denom(), scale)
			x, y := roundQuotient(lo, den, Digits), roundQuotient(hi, den, Digits)
			if x.Equal(y) {
				return x
			}
		}
		places *= 2
	}
}

// leadPlaces is about the number of zeros behind the decimal point of sqrt(r), never negative.
func leadPlaces(r *big.Rat) int {
	if n := (r.Denom().BitLen() - r.Num().BitLen()) / 6; n > 0 {
		return n
	}
	return 0
}

// floorSqrt returns floor(sqrt(r) * 10^places).
func floorSqrt(r *big.Rat, places int) *big.Int {
	n := new(big.Int).Mul(r.Num(), pow10(2*places))
	n.Quo(n, r.Denom())
	return n.Sqrt(n)
}

// RationalSqrt returns the square root of r >= 0 if it is rational.
func RationalSqrt(r *big.Rat) (*big.Rat, bool) {
	if !maybeSquare(r.Num()) || !maybeSquare(r.Denom()) {
		return nil, false
	}
	num, den := new(big.Int).Sqrt(r.Num()), new(big.Int).Sqrt(r.Denom())
	sq := new(big.Int)
	if sq.Mul(num, num).Cmp(r.Num()) != 0 || sq.Mul(den, den).Cmp(r.Denom()) != 0 {
		return nil, false
	}
	return new(big.Rat).SetFrac(num, den), true
}

// squares64 has a bit for each of the twelve remainders that squares leave when they are divided by 64.
var squares64 = func() (list uint64) {
	for i := range uint64(64) {
		list |= 1 << (i * i % 64)
	}
	return list
}()

// maybeSquare reports false for most integers n >= 0 that are no squares, without work.
func maybeSquare(n *big.Int) bool {
	words := n.Bits()
	return len(words) == 0 || squares64>>(words[0]%64)&1 == 1
}

// canonical returns coef * 10^exp without trailing zeros behind the point and without a positive exponent. It takes
// ownership of coef.
func canonical(coef *big.Int, exp int) decimal.Decimal {
	if coef.Sign() == 0 {
		return decimal.Decimal{}
	}
	if exp > 0 {
		return decimal.NewFromBigInt(coef.Mul(coef, pow10(exp)), 0)
	}
	q, m := new(big.Int), new(big.Int)
	for exp < 0 {
		if q.QuoRem(coef, ten, m); m.Sign() != 0 {
			break
		}
		coef, q = q, coef
		exp++
	}
	return decimal.NewFromBigInt(coef, int32(exp))
}
