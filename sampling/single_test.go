package sampling

import (
	"errors"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// bigSum is sum + n*low.
func bigSum(sum, low, n int64) string {
	b := new(big.Int).Mul(big.NewInt(low), big.NewInt(n))
	return b.Add(b, big.NewInt(sum)).String()
}

// base is the plan of the User's Guide.
var base = SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 10, Spares: 4}

func TestDrawRefuses(t *testing.T) {
	with := func(change func(*SingleStage)) SingleStage {
		s := base
		change(&s)
		return s
	}
	frame := func(low, high int64) SingleStage { return with(func(s *SingleStage) { s.Low, s.High = low, high }) }
	sizes := func(size, spares, before int64) SingleStage {
		return with(func(s *SingleStage) { s.Size, s.Spares, s.DrawnBefore = size, spares, before })
	}
	for _, c := range []struct {
		plan    SingleStage
		want    error
		message string
	}{
		{with(func(s *SingleStage) { s.Method = "dice" }), ErrMethod, `: method "dice" is unknown (known are ratstats, r,`},
		{with(func(s *SingleStage) { s.Seed = "1e5" }), ErrSeed, `sampling: seed "1e5" is not a number such as 48863.78`},
		{with(func(s *SingleStage) { s.Seed = "" }), ErrSeed, `: seed "" is missing: a draw without a seed cannot`},
		{frame(5, 1), ErrFrame, "sampling: frame 5 to 1: the first number exceeds the last"},
		{frame(1, MaxFrame+1), ErrFrame, "frame of 1000000000001 units exceeds the 1000000000000 that"},
		{frame(math.MinInt64, math.MaxInt64), ErrFrame, "numbers of units go from -9007199254740991 to 9007199254740991"},
		{frame(1, MaxNumber+1), ErrFrame, "numbers of units go from"},
		{frame(-MaxNumber-1, 1), ErrFrame, "numbers of units go from"},
		{frame(-MaxNumber, MaxNumber), ErrFrame, "sampling: frame of 18014398509481983 units exceeds"},
		{sizes(1200, 0, 0), ErrSize, "sampling: size 1200 exceeds the frame of 1000 units"},
		{sizes(900, 101, 0), ErrSize, "sampling: size 900 and 101 spares exceed the frame of 1000 units"},
		{sizes(1000, math.MaxInt64, 0), ErrSize, "9223372036854775807 spares exceed the frame of 1000 units"},
		{sizes(-1, 4, 0), ErrSize, "sampling: size -1 is negative"},
		{sizes(1, -4, 0), ErrSize, "sampling: size: -4 spares are a negative number"},
		{sizes(0, 0, 0), ErrSize, "sampling: size 0 and no spares: nothing is to be drawn"},
		{sizes(10, 0, -1), ErrSize, "sampling: size: -1 units drawn before are a negative number"},
		{sizes(10, 4, 10), ErrSize, "sampling: size 10 adds nothing to the 10 units drawn before"},
		{SingleStage{Seed: "1", High: MaxFrame - 1, Size: MaxUnits + 1}, ErrSize,
			"sampling: size 10000001 and 0 spares exceed the 10000000 units of one draw"},
		{SingleStage{Seed: "1", High: MaxFrame - 1, Size: 1, Spares: MaxUnits}, ErrSize,
			"sampling: size 1 and 10000000 spares exceed the 10000000 units of one draw"},
	} {
		_, err := c.plan.Draw()
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.message) {
			t.Errorf("%+v: %v, want %q", c.plan, err, c.message)
		}
		if err != nil && strings.Contains(err.Error(), "%!") {
			t.Errorf("%q is badly formatted", err)
		}
	}
}

func TestSeeds(t *testing.T) {
	for seed, printed := range map[string]string{
		"1357": "1357.00", "1357.00": "1357.00", "48863.78": "48863.78", "12,345": "12345.00", "12,345.6": "12345.60",
		"0": "0.00", ".5": "0.50", "5.": "5.00", "007": "7.00", "9999999999999.99": "9999999999999.99",
	} {
		d, err := parseSeed(seed)
		if err != nil || printSeed(d) != printed {
			t.Errorf("seed %q is printed %q (%v), want %q", seed, printSeed(d), err, printed)
		}
	}
	for _, seed := range []string{
		"", " ", "NaN", "Inf", "1e5", "1E5", "-1", "-0", "+1", "$5", "1.234", "1.500", "10000000000000",
		"99999999999999999999",
		strings.Repeat("9", 100), strings.Repeat("0", 100), "1,23", "1234,567", "1.2.3", "0x10", "1_000", "12 345", "１",
		"1.00 ", "1,000.0,0", ",", ".", "\x00", "abc",
	} {
		if d, err := parseSeed(seed); !errors.Is(err, ErrSeed) {
			t.Errorf("seed %q is read as %v (%v)", seed, d.Coefficient(), err)
		}
	}
	a, b := mustDraw(t, base), base
	b.Seed = "48,863.78"
	if s := mustDraw(t, b); !slices.Equal(s.Sample, a.Sample) || s.Seed != "48,863.78" {
		t.Errorf("seed with commas: %v", s)
	}
}

// TestPrototype holds values that an independent program (in Python, which reproduces the manuals' printouts) gives:
// start values drawn again, the extremes of seeds, and long draws by their check sums.
func TestPrototype(t *testing.T) {
	for seed, want := range map[string][]int64{
		"29079":            {610133125, 233702029, 264447257, 879181696, 667381869},
		"7533":             {879401883, 43210868, 724803921, 869973723, 112156792},
		"18559":            {338121587, 233557740, 444222793, 190332283, 567282292},
		"39408":            {890866430, 645459362, 396227297, 62378278, 773954599},
		"88360":            {633140080, 349906696, 109155543, 206798082, 218603027},
		"38244":            {956427202, 627924868, 243736757, 474118793, 600668578},
		"0":                {858168176, 19214765, 816864440, 696490015, 906336211},
		"9999999999999.99": {378905771, 886894782, 965970191, 367979166, 317675113},
		"0.01":             {270982032, 734246162, 126934056, 573136140, 285405490},
	} {
		if got := inOrder(mustDraw(t, SingleStage{Seed: seed, Low: 1, High: 1e9, Size: 5})); !slices.Equal(got, want) {
			t.Errorf("seed %s: %v, want %v", seed, got, want)
		}
	}
	for _, c := range []struct {
		plan     SingleStage
		sum      string
		last     []int64
		weighted string // sum of order * number
	}{
		{SingleStage{Seed: "48863.78", Low: 1, High: 1000000000000, Size: 10000},
			"5009922260455942", []int64{140027714349, 554941494092, 900089920917}, "25196548405045843575"},
		{SingleStage{Seed: "7533", Low: 1, High: 1000, Size: 1000},
			"500500", []int64{532, 894, 129}, "246558084"},
		{SingleStage{Seed: "12345", Low: -500000, High: 499999, Size: 100000},
			"-20050615", []int64{-29251, -313007, 110409}, "3196586407131"},
		{SingleStage{Seed: "1357", Low: 1, High: 90000, Size: 5000},
			"223452181", []int64{52039, 15974, 20284}, "557949590398"},
	} {
		s := mustDraw(t, c.plan)
		list, weighted := inOrder(s), new(big.Int)
		for i, v := range list {
			weighted.Add(weighted, new(big.Int).Mul(big.NewInt(int64(i+1)), big.NewInt(v)))
		}
		last := list[len(list)-3:]
		if s.Summation.String() != c.sum || !slices.Equal(last, c.last) || weighted.String() != c.weighted {
			t.Errorf("%+v: %s %v %s, want %s %v %s", c.plan, s.Summation, last, weighted, c.sum, c.last, c.weighted)
		}
	}
}

func TestResultStatesItsInputs(t *testing.T) {
	s := mustDraw(t, base)
	want := base
	want.Method = RATSTATS
	if s.SingleStage != want || s.FrameSize != 1000 || s.Warnings != nil {
		t.Errorf("%+v, frame %d, warnings %v", s.SingleStage, s.FrameSize, s.Warnings)
	}
}

func TestWarnings(t *testing.T) {
	for _, c := range []struct {
		plan  SingleStage
		codes string
	}{
		{SingleStage{Low: 1, High: 20_000, Size: 9_000, Spares: 1_000}, ""},
		{SingleStage{Low: 1, High: 20_000, Size: 9_000, Spares: 1_001}, "ratstats_limit"},
		{SingleStage{Low: 1, High: 10, Size: 9}, ""},
		{SingleStage{Low: 1, High: 10, Size: 9, Spares: 1}, "whole_frame"},
		{SingleStage{Low: -1, High: 10, Size: 9}, "ratstats_negative"},
		{SingleStage{Low: 0, High: 10, Size: 9}, ""},
		{SingleStage{Low: -1, High: 9_999, Size: 10_001}, "ratstats_limit whole_frame ratstats_negative"},
	} {
		c.plan.Seed = "1"
		var codes []string
		for _, w := range mustDraw(t, c.plan).Warnings {
			codes = append(codes, w.Code)
			if !strings.HasSuffix(w.Message, ").") || strings.Contains(w.Message, "%!") {
				t.Errorf("%s: %q is no sentence with its source", w.Code, w.Message)
			}
		}
		if got := strings.Join(codes, " "); got != c.codes {
			t.Errorf("%+v: %q, want %q", c.plan, got, c.codes)
		}
	}
}

func TestSummationExceedsInt64(t *testing.T) {
	offsets := make([]int64, MaxUnits) // their sum alone is above an int64
	for i := range offsets {
		offsets[i] = MaxFrame - 1
	}
	want := decimal.NewFromBigInt(new(big.Int).Mul(big.NewInt(MaxNumber), big.NewInt(MaxUnits)), 0)
	if got := summation(offsets, MaxNumber-MaxFrame+1); !got.Equal(want) {
		t.Errorf("summation %s, want %s", got, want)
	}
}
