package dist

import (
	"math/big"
	"testing"
)

// checkBits fails unless got equals want to 2^-bits, relatively.
func checkBits(t *testing.T, name string, got, want *big.Float, bits int) {
	t.Helper()
	diff := new(big.Float).SetPrec(testPrec).Sub(got, want)
	if diff.Sign() != 0 && diff.MantExp(nil) > want.MantExp(nil)-bits {
		t.Errorf("%s = %s, want %s", name, got.Text('g', 70), want.Text('g', 70))
	}
}

// TestElementary compares with values of 75 digits from mpmath 1.2.1; those of pi and ln 2 are A000796 and A002162 of
// the On-Line Encyclopedia of Integer Sequences, too.
func TestElementary(t *testing.T) {
	x := func(s string) *big.Float { return tr(rat(s)) }
	for _, c := range []struct {
		name string
		got  *big.Float
		want string
		bits int
	}{
		{"pi", pi(), "3.14159265358979323846264338327950288419716939937510582097494459230781640629", 240},
		{"ln 2", ln2(), "0.69314718055994530941723212145817656807550013436025525412068000949339362197", 240},
		{"ln 10", log(x("10")), "2.30258509299404568401799145468436420760110148862877297603332790096757260968", 233},
		{"ln 1e17", log(x("1e17")),
			"39.1439465808987766283058547296341915292187253066891405925665743164487343645", 233},
		{"ln(1+1e-10)", log(x("1.0000000001")),
			"9.9999999995000000000333333333308333333335333333333166666666680952380951131e-11", 200},
		{"exp(1)", exp(x("1")), "2.71828182845904523536028747135266249775724709369995957496696762772407663035", 233},
		{"exp(50)", exp(x("50")), "5184705528587072464087.45332293348538482746910058384640190405693380685688479", 233},
		{"exp(-10.5)", exp(x("-10.5")),
			"0.000027536449349747157857411097102425511101589861739230729320513931785838599166", 233},
		{"gamma(1.75)/gamma(1.25)", gammaRatio(x("1.25")),
			"1.01396736010092709349317152700620862243092518237310892796529437100824609352", 225},
		{"gamma(9.15)/gamma(8.65)", gammaRatio(x("8.65")),
			"2.89891581090190658562739177660719621637958530773957815749797136915734429097", 225},
		{"gamma(5e8+1/2)/gamma(5e8)", gammaRatio(x("5e8")),
			"22360.6797694077270210410336901319765161874308139638686105123272171153361757", 203},
	} {
		checkBits(t, c.name, c.got, x(c.want), c.bits)
	}
}

// TestExpLog checks that exp and log are inverse to each other and that exp turns sums into products.
func TestExpLog(t *testing.T) {
	for _, s := range []string{"1e-30", "0.001", "0.70710678", "0.70710679", "1", "1.4142135", "1.4142136", "2", "7/3",
		"1e15"} {
		x := newFloat().SetRat(rat(s))
		y := log(x)
		checkBits(t, "exp(log("+s+"))", exp(y), x, 225)
		double := newFloat().Add(y, y)
		checkBits(t, "exp(2 log("+s+"))", exp(double), newFloat().Mul(x, x), 225)
	}
}

// TestGammaRatio checks the functional equation, by which the ratios at z and z+1/2 multiply to z, and the known start
// gamma(1)/gamma(1/2) = 1/sqrt(pi).
func TestGammaRatio(t *testing.T) {
	start := tf(1)
	checkBits(t, "at 1/2", gammaRatio(big.NewFloat(0.5)), start.Quo(start, sqrt(testPi)), 225)
	for _, s := range []string{"0.5", "1", "1.75", "8.65", "63", "63.6", "64", "64.25", "1000", "123456.789", "5e8"} {
		z := newFloat().SetRat(rat(s))
		product := gammaRatio(z)
		product.Mul(product, gammaRatio(newFloat().Add(z, halfFloat)))
		checkBits(t, "at "+s, product, z, 203)
	}
}

// TestBernoulli compares with Abramowitz & Stegun table 23.2.
func TestBernoulli(t *testing.T) {
	b := bernoulli(30)
	for n, want := range map[int]string{
		0: "1", 1: "-1/2", 2: "1/6", 4: "-1/30", 12: "-691/2730", 20: "-174611/330", 29: "0", 30: "8615841276005/14322",
	} {
		if b[n].Cmp(rat(want)) != 0 {
			t.Errorf("B_%d = %s, want %s", n, b[n].RatString(), want)
		}
	}
}
