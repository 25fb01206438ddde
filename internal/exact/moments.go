package exact

import "math/big"

// Mean returns sum(x)/n, or nil for an empty set.
func (s *Sums) Mean() *big.Rat {
	if s.count == 0 {
		return nil
	}
	return new(big.Rat).Quo(s.Power(1), Int(s.count))
}

// Variance returns sum((x-mean)^2)/(n-1), or nil for fewer than two numbers.
func (s *Sums) Variance() *big.Rat {
	if s.count < 2 {
		return nil
	}
	v := s.centralSum(2)
	return v.Quo(v, Int(s.count-1))
}

// centralSum returns sum((x-mean)^k) for k from 2 to 4 of a set that is not empty: an integer of the sums s1 to s4 at their
// scale, over a power of n, reduced once.
func (s *Sums) centralSum(k int) *big.Rat {
	w, n := s.total(), big.NewInt(s.count)
	s1, s2, s3, s4 := &w[0], &w[1], &w[2], &w[3]
	mul := func(f int64, xs ...*big.Int) *big.Int {
		r := big.NewInt(f)
		for _, x := range xs {
			r.Mul(r, x)
		}
		return r
	}
	var sum *big.Int
	switch k {
	case 2: // s2 - s1^2/n
		sum = mul(1, n, s2)
		sum.Sub(sum, mul(1, s1, s1))
	case 3: // s3 - 3 s1 s2/n + 2 s1^3/n^2
		sum = mul(1, n, n, s3)
		sum.Sub(sum, mul(3, n, s1, s2))
		sum.Add(sum, mul(2, s1, s1, s1))
	case 4: // s4 - 4 s1 s3/n + 6 s1^2 s2/n^2 - 3 s1^4/n^3
		sum = mul(1, n, n, n, s4)
		sum.Sub(sum, mul(4, n, n, s1, s3))
		sum.Add(sum, mul(6, n, s1, s1, s2))
		sum.Sub(sum, mul(3, s1, s1, s1, s1))
	default:
		return new(big.Rat)
	}
	den := new(big.Int).Exp(n, big.NewInt(int64(k-1)), nil)
	return new(big.Rat).SetFrac(sum, den.Mul(den, pow10(k*int(-s.exp))))
}

// Central returns the central moment sum((x-mean)^k)/n for k from 2 to 4, or nil for an empty set.
func (s *Sums) Central(k int) *big.Rat {
	if s.count == 0 {
		return nil
	}
	return new(big.Rat).Quo(s.centralSum(k), Int(s.count))
}
