package sampling

import (
	"fmt"
	"math/big"
	"slices"
	"testing"
)

// TestCheckValues compares the generators with the check values of the specification: the fold of the seed is r >> 8.
func TestCheckValues(t *testing.T) {
	for _, c := range []struct {
		seed    string
		r       basicRnd
		x, y, z uint32
		u1, u2  string
	}{
		{"100", 4217222, 6641, 22392, 18117, "0.167075138918", "0.080757487927"},
		{"200", 4221318, 14186, 7305, 10336, "0.546119124865", "0.897346310264"},
		{"1357", 7640454, 16490, 28798, 12156, "0.743972946426", "0.505162731900"},
		{"12345", 6047878, 11394, 24689, 22120, "0.496513156691", "0.008682107606"},
		{"48863.78", 10166150, 22684, 11141, 1666, "0.717862138760", "0.642353984699"},
		{"33818.06", 12820870, 24396, 18312, 3833, "0.235667989381", "0.735555200569"},
	} {
		d, err := parseSeed(c.seed)
		if err != nil {
			t.Fatal(err)
		}
		if r := newBasicRnd(seedDouble(d)); r != c.r {
			t.Errorf("seed %s: state %d, want %d", c.seed, r, c.r)
		}
		g := newWichmannHill(seedDouble(d))
		if g != (wichmannHill{c.x, c.y, c.z}) {
			t.Errorf("seed %s: start %v, want %d %d %d", c.seed, g, c.x, c.y, c.z)
		}
		if u1, u2 := fmt.Sprintf("%.12f", g.next()), fmt.Sprintf("%.12f", g.next()); u1 != c.u1 || u2 != c.u2 {
			t.Errorf("seed %s: u %s %s, want %s %s", c.seed, u1, u2, c.u1, c.u2)
		}
	}
	r := newBasicRnd(200)
	for i, want := range []string{"0.46866137", "0.24103069", "0.34085387"} {
		if got := fmt.Sprintf("%.8f", float64(r.next())/(1<<24)); got != want {
			t.Errorf("Rnd %d of seed 200 = %s, want %s", i+1, got, want)
		}
	}
}

// TestStartAgain finds the start states that draw a start value again: six of 65,536, and every start value is in
// range.
func TestStartAgain(t *testing.T) {
	want := map[int]bool{9500: true, 11709: true, 24338: true, 32483: true, 53877: true, 60514: true}
	for fold := range 1 << 16 {
		first := basicRnd(fold<<8 | 0x86)
		r, steps := first, 0
		for _, m := range []uint64{modulusX, modulusY, modulusZ} {
			if v := start(&r, m); v < 1 || uint64(v) >= m {
				t.Fatalf("fold %d: start value %d of modulus %d", fold, v, m)
			}
		}
		for s := first; s != r; steps++ {
			s.next()
		}
		if again := steps != 3; again != want[fold] {
			t.Errorf("fold %d: %d steps for three start values", fold, steps)
		}
	}
	for _, seed := range []float64{29079, 7533, 18559, 39408, 88360, 38244} {
		if fold := int(newBasicRnd(seed) >> 8); !want[fold] {
			t.Errorf("seed %v has fold %d", seed, fold)
		}
	}
}

// TestSeedsThatClash: 32 and 8193 are the first whole numbers with the same stream.
func TestSeedsThatClash(t *testing.T) {
	seen := map[basicRnd]int{}
	for seed := 1; ; seed++ {
		r := newBasicRnd(float64(seed))
		if other, ok := seen[r]; ok {
			if other != 32 || seed != 8193 {
				t.Errorf("%d and %d clash first, want 32 and 8193", other, seed)
			}
			return
		}
		seen[r] = seed
	}
}

// TestDistinctAgain feeds both ways of finding repetitions with numbers that repeat in every place where they can.
func TestDistinctAgain(t *testing.T) {
	stream, want := []int64{5, 0, 5, 5, 99, 0, 7, 7, 99, 8, 5, 7, 8, 6, 1}, []int64{5, 0, 99, 7, 8, 6}
	for name, draw := range map[string]func(count, frame int64, next func() int64) []int64{
		"dense": distinctDense, "sparse": distinctSparse, "either": distinct,
	} {
		next := 0
		got := draw(int64(len(want)), 100, func() int64 { next++; return stream[next-1] })
		if !slices.Equal(got, want) || next != len(stream)-1 {
			t.Errorf("%s: %v after %d numbers, want %v", name, got, next, want)
		}
	}
}

// naive draws numbers the way the specification tells it, with 53-bit big floats in the place of the machine's
// doubles.
type naive struct{ state, x, y, z *big.Int }

func newNaive(seed string) *naive {
	double, _, err := big.ParseFloat(seed, 10, 53, big.ToNearestEven)
	if err != nil {
		panic(err)
	}
	high := uint32(0)
	if double.Sign() > 0 {
		mantissa := new(big.Float)
		exp := double.MantExp(mantissa) // 0.5 <= mantissa < 1
		bits, _ := mantissa.SetMantExp(mantissa, 21).Int64()
		high = uint32(exp-1+1023)<<20 + uint32(bits) - 1<<20
	}
	n := &naive{state: big.NewInt(int64((high%65536^high/65536)*256 + 134))}
	n.x, n.y, n.z = n.start(30269), n.start(30307), n.start(30323)
	return n
}

func (n *naive) start(m int64) *big.Int {
	for {
		n.state.Mul(n.state, big.NewInt(1140671485))
		n.state.Add(n.state, big.NewInt(12820163))
		n.state.Mod(n.state, big.NewInt(1<<24))
		v := new(big.Rat).SetFrac(new(big.Int).Mul(n.state, big.NewInt(m)), big.NewInt(1<<24))
		v.Add(v, big.NewRat(1, 1))
		if v.Cmp(big.NewRat(m, 1)) < 0 {
			return new(big.Int).Quo(v.Num(), v.Denom())
		}
	}
}

func (n *naive) below(frame int64) int64 {
	double := func(i *big.Int) *big.Float { return new(big.Float).SetPrec(53).SetInt(i) }
	sum := new(big.Float).SetPrec(53)
	for _, p := range []struct {
		state *big.Int
		a, m  int64
	}{{n.x, 171, 30269}, {n.y, 172, 30307}, {n.z, 170, 30323}} {
		p.state.Mul(p.state, big.NewInt(p.a))
		p.state.Mod(p.state, big.NewInt(p.m))
		part := new(big.Float).SetPrec(53).Quo(double(p.state), double(big.NewInt(p.m)))
		sum.Add(sum, part)
	}
	whole, _ := sum.Int(nil)
	sum.Sub(sum, double(whole))
	sum.Mul(sum, double(big.NewInt(frame)))
	v, _ := sum.Int64()
	return v
}

// naiveDraw draws count different numbers in the order of selection.
func naiveDraw(seed string, low, high, count int64) []int64 {
	g, seen, list := newNaive(seed), map[int64]bool{}, []int64{}
	for int64(len(list)) < count {
		if v := g.below(high-low+1) + low; !seen[v] {
			seen[v] = true
			list = append(list, v)
		}
	}
	return list
}
