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

// centralSum returns sum((x-mean)^k) for k from 2 to 4 of a set that is not empty.
func (s *Sums) centralSum(k int) *big.Rat {
	n, m := Int(s.count), s.Mean()
	mul := func(f int64, xs ...*big.Rat) *big.Rat {
		r := Int(f)
		for _, x := range xs {
			r.Mul(r, x)
		}
		return r
	}
	sum := s.Power(k)
	switch k {
	case 2: // s2 - n m^2
		sum.Sub(sum, mul(1, n, m, m))
	case 3: // s3 - 3 m s2 + 2 n m^3
		sum.Sub(sum, mul(3, m, s.Power(2)))
		sum.Add(sum, mul(2, n, m, m, m))
	case 4: // s4 - 4 m s3 + 6 m^2 s2 - 3 n m^4
		sum.Sub(sum, mul(4, m, s.Power(3)))
		sum.Add(sum, mul(6, m, m, s.Power(2)))
		sum.Sub(sum, mul(3, n, m, m, m, m))
	}
	return sum
}

// Central returns the central moment sum((x-mean)^k)/n for k from 2 to 4, or nil for an empty set.
func (s *Sums) Central(k int) *big.Rat {
	if s.count == 0 {
		return nil
	}
	return new(big.Rat).Quo(s.centralSum(k), Int(s.count))
}
