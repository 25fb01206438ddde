//go:build peers

package sampling

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/peerstest"
)

// randomFrame returns a frame and a number of units to draw, in all sizes from one unit to a trillion; most is the largest
// share of a frame of more than 50,000 units.
func randomFrame(r *rand.Rand, most int64) (low, units, size int64) {
	units = 1 + r.Int64N(int64(10)<<(3*r.IntN(13))) // 10 to 7e11
	if r.IntN(4) == 0 {                             // beside powers of two, where generators change their ways
		units = int64(1)<<(1+r.IntN(38)) + r.Int64N(5) - 2
		units = max(units, 1)
	}
	low = 1
	if r.IntN(3) == 0 {
		low = r.Int64N(2_000_001) - 1_000_000
	}
	size = units
	if units > 50_000 {
		size = min(units/most, 1500)
	}
	if r.IntN(8) > 0 {
		size = 1 + r.Int64N(min(size, 1500))
	}
	return low, units, size
}

// randomSeed returns a whole number of up to so many digits.
func randomSeed(r *rand.Rand, digits int) *big.Int {
	text := strconv.Itoa(r.IntN(10))
	for range r.IntN(digits) {
		text += strconv.Itoa(r.IntN(10))
	}
	seed, _ := new(big.Int).SetString(text, 10)
	return seed
}

// liveDraws draws plans here and has another program type their Call.
func liveDraws(t *testing.T, p peerstest.Peer, plans []SingleStage, scripts ...string) {
	t.Helper()
	lines := make([]string, len(plans))
	for i, plan := range plans {
		lines[i] = plan.Call()
	}
	for i, answer := range p.Ask(t, lines, scripts...) {
		got := inOrder(mustDraw(t, plans[i]))
		if want := whole(t, answer); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", lines[i], got, want)
		}
	}
}

// whole reads whole numbers.
func whole(t *testing.T, fields []string) []int64 {
	t.Helper()
	list := make([]int64, len(fields))
	for i, f := range fields {
		var err error
		if list[i], err = strconv.ParseInt(f, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	return list
}

func TestLiveR(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	plans := make([]SingleStage, 2*cases)
	for i := range plans {
		low, units, size := randomFrame(random, 3)
		spares := random.Int64N(min(units-size, 20) + 1)
		plans[i] = SingleStage{Method: []Method{R, RRounding}[i%2], Low: low, High: low + units - 1, Size: size, Spares: spares,
			Seed: strconv.FormatInt(random.Int64N(1<<32-1)-(1<<31-1), 10)}
	}
	liveDraws(t, peerstest.R(t), plans)
}

func TestLivePython(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	plans := make([]SingleStage, 2*cases)
	for i := range plans {
		low, units, size := randomFrame(random, 3)
		seed := randomSeed(random, 60)
		if random.IntN(2) == 0 {
			seed.Neg(seed)
		}
		plans[i] = SingleStage{Method: Python, Low: low, High: low + units - 1, Size: size, Seed: seed.String()}
	}
	liveDraws(t, peerstest.Python(t), plans, "testdata/live")
}

func TestLiveNumPy(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	plans := make([]SingleStage, 2*cases)
	for i := range plans {
		low, units, size := randomFrame(random, 50)
		plans[i] = SingleStage{Method: NumPy, Low: low, High: low + units - 1, Size: size, Seed: randomSeed(random, 60).String()}
	}
	liveDraws(t, peerstest.Python(t, "numpy"), plans, "testdata/live_numpy")
}

// TestLiveUniform compares the random numbers of R that its samples are made of, bit for bit.
func TestLiveUniform(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	lines, seeds := make([]string, cases), make([]string, cases)
	for i := range lines {
		seeds[i] = strconv.FormatInt(random.Int64N(1<<32-1)-(1<<31-1), 10)
		lines[i] = fmt.Sprintf("set.seed(%s); runif(20)", seeds[i])
	}
	for i, answer := range peerstest.R(t).Ask(t, lines) {
		seed, err := parseRSeed(seeds[i])
		if err != nil {
			t.Fatal(err)
		}
		g := newRRandom(seed)
		for k, text := range answer {
			want, err := strconv.ParseFloat(text, 64)
			if got := g.uniform(); err != nil || got != want {
				t.Errorf("%s: number %d is %.17g, want %s", lines[i], k+1, got, text)
			}
		}
	}
}

// TestLiveRATSTATS compares with the generator of RAT-STATS written in Python after the published description.
func TestLiveRATSTATS(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	lines, plans := make([]string, 2*cases), make([]SingleStage, 2*cases)
	for i := range plans {
		low, units, size := randomFrame(random, 3)
		seed := fmt.Sprintf("%d.%02d", random.Int64N(int64(10)<<(3*random.IntN(13))), random.IntN(100))
		plans[i] = SingleStage{Low: low, High: low + units - 1, Size: size, Spares: random.Int64N(min(units-size, 20) + 1), Seed: seed}
		if random.IntN(8) == 0 {
			plans[i].Seed = []string{"7533", "88360"}[random.IntN(2)] // start states that draw a start value again
		}
		lines[i] = fmt.Sprintf("ratstats(%q, [(%d, %d)], %d)", plans[i].Seed, low, plans[i].High, size+plans[i].Spares)
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "testdata/live") {
		if got, want := inOrder(mustDraw(t, plans[i])), whole(t, answer); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", lines[i], got, want)
		}
	}
}

// TestLiveSets compares sets of two to four numbers with the same generator in Python.
func TestLiveSets(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	lines, plans := make([]string, cases), make([]Sets, cases)
	for i := range plans {
		plan, pairs, all := Sets{Seed: fmt.Sprintf("%d.%02d", random.IntN(86400), random.IntN(100))}, []string(nil), int64(1)
		for range 2 + random.IntN(3) {
			one := Range{Low: random.Int64N(100)}
			one.High = one.Low + random.Int64N(200)
			plan.Ranges, all = append(plan.Ranges, one), all*(one.High-one.Low+1)
			pairs = append(pairs, fmt.Sprintf("(%d, %d)", one.Low, one.High))
		}
		plan.Size = 1 + random.Int64N(max(1, min(all/2, 300)))
		plans[i] = plan
		lines[i] = fmt.Sprintf("ratstats(%q, [%s], %d)", plan.Seed, strings.Join(pairs, ", "), plan.Size)
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "testdata/live") {
		s, err := plans[i].Draw()
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(s.Sample, func(a, b Set) int { return int(a.Order - b.Order) })
		var got []int64
		for _, set := range s.Sample {
			got = append(got, set.Numbers...)
		}
		if want := whole(t, answer); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", lines[i], got, want)
		}
	}
}

// TestLiveTickets compares tickets, their order and their digits with hashlib.
func TestLiveTickets(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	lines, plans, frames := make([]string, cases), make([]Tickets, cases), make([][]string, cases)
	letters := []rune("abcXYZ0123456789-/ äßłЖ字😀'\"\\")
	text := func() string {
		list := make([]rune, 1+random.IntN(20))
		for i := range list {
			list[i] = letters[random.IntN(len(letters))]
		}
		return string(list)
	}
	for i := range lines {
		known := map[string]bool{}
		for range 1 + random.IntN(300) {
			if id := text(); !known[id] {
				known[id] = true
				frames[i] = append(frames[i], id)
			}
		}
		plans[i] = Tickets{Seed: text(), Size: 1 + random.Int64N(int64(len(frames[i])))}
		quoted := make([]string, len(frames[i]))
		for k, id := range frames[i] {
			quoted[k] = strconv.QuoteToASCII(id)
		}
		lines[i] = fmt.Sprintf("tickets(%s, [%s], %d)", strconv.QuoteToASCII(plans[i].Seed), strings.Join(quoted, ", "), plans[i].Size)
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "testdata/live") {
		s, err := plans[i].DrawFrom(frames[i])
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, u := range s.Sample {
			got = append(got, strconv.Itoa(slices.Index(frames[i], u.ID)), u.Ticket)
		}
		if !slices.Equal(got, answer) {
			t.Errorf("%s: %v, want %v", lines[i], got, answer)
		}
	}
}

// TestLiveSystematic compares systematic and PPS samples with integers of Python.
func TestLiveSystematic(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	var lines []string
	var got [][]int64
	for range cases {
		low, units, size := randomFrame(random, 3)
		s, err := Systematic{Seed: strconv.Itoa(random.IntN(1_000_000)), Low: low, High: low + units - 1, Size: size}.Draw()
		if err != nil {
			t.Fatal(err)
		}
		var one []int64
		for _, u := range s.Sample {
			one = append(one, u.Number)
		}
		start := firstOf(t, s.Seed, units)
		lines, got = append(lines, fmt.Sprintf("systematic(%d, %d, %d, %d)", start, low, units, size)), append(got, one)
	}
	for range cases {
		var cents []int64
		for range 1 + random.IntN(200) {
			cents = append(cents, random.Int64N(int64(10)<<(3*random.IntN(5))))
		}
		cents = append(cents, 1) // so that cents are the smallest place, and the total is not zero
		line, one := drawCents(t, cents, 1+random.Int64N(30), strconv.Itoa(random.IntN(1_000_000)))
		lines, got = append(lines, line), append(got, one)
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "testdata/live") {
		if want := whole(t, answer); !slices.Equal(got[i], want) {
			t.Errorf("%s: %v, want %v", lines[i], got[i], want)
		}
	}
}

// TestLiveUPsystematic compares PPS samples with UPsystematic of R's package sampling. The total is a power of two, so that
// its floating point is exact, and no unit is certain: UPsystematic takes such units out before it starts.
func TestLiveUPsystematic(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	lines, got := make([]string, cases), make([][]int64, cases)
	for i := range lines {
		var cents []int64
		total := int64(1)
		for size := int64(1); total < 20_000 || total&(total-1) != 0; total += size {
			power := int64(1)
			for power < total {
				power *= 2
			}
			if size = 1 + random.Int64N(1000); total > 20_000 {
				size = min(size, power-total)
			}
			cents = append(cents, size)
		}
		cents = append(cents, 1)
		lines[i], got[i] = drawCents(t, cents, 1+random.Int64N(total/1001), strconv.Itoa(random.IntN(1_000_000)))
	}
	for i, answer := range peerstest.R(t, "sampling").Ask(t, lines, "testdata/live") {
		if want := whole(t, answer); !slices.Equal(got[i], want) {
			t.Errorf("%s: %v, want %v", lines[i], got[i], want)
		}
	}
}

// firstOf is the number from 1 to units that a seed draws first.
func firstOf(t *testing.T, seed string, units int64) int64 {
	t.Helper()
	return mustDraw(t, SingleStage{Seed: seed, Low: 1, High: units, Size: 1}).Sample[0].Number
}

// drawCents draws with probability proportional to amounts and returns the same for a peer, with the units and their hits.
func drawCents(t *testing.T, cents []int64, hits int64, seed string) (line string, drawn []int64) {
	t.Helper()
	plan, total, texts := PPS{Seed: seed, Size: hits}, int64(0), make([]string, len(cents))
	for i, c := range cents {
		plan.Sizes = append(plan.Sizes, decimal.New(c, -2))
		total += c
		texts[i] = strconv.FormatInt(c, 10)
	}
	s, err := plan.Draw()
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range s.Units {
		drawn = append(drawn, u.Number, u.Hits)
	}
	return fmt.Sprintf("pps(%d, c(%s), %d)", firstOf(t, seed, total), strings.Join(texts, ", "), hits), drawn
}
