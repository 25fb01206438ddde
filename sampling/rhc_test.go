package sampling

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

func mustDrawRHC(t interface{ Fatal(...any) }, plan RHC) RHCSelection {
	s, err := plan.Draw()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// rhcRegions is the plan of the Companion Manual, page 2-38: 4 of 12 regions.
func rhcRegions(t testing.TB) RHC {
	t.Helper()
	data, err := goldentest.File("rhc_grantspu.csv")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(data), "\n")
	units, err := ReadRHCUnits(strings.NewReader(strings.ReplaceAll(text, ",", " ")))
	if err != nil {
		t.Fatal(err)
	}
	return RHC{PartitionSeed: "100", SelectionSeed: "200", Units: units, Size: 4}
}

func drawRHCPlan(t *rapid.T) RHC {
	plan := RHC{PartitionSeed: drawSeed(t), SelectionSeed: drawSeed(t)}
	n := rapid.Int64Range(1, 80).Draw(t, "units")
	places := rapid.Int32Range(0, 3).Draw(t, "places")
	for i := range n {
		size := decimal.New(rapid.Int64Range(1, 5000).Draw(t, "size"), -places)
		if i > 0 && rapid.IntRange(0, 9).Draw(t, "zero") == 0 && n < 8 {
			size = decimal.New(0, 3)
		}
		plan.Units = append(plan.Units, RHCUnit{fmt.Sprintf("UNIT, %d", i+1), rapid.Int64Range(0, 9).Draw(t, "subs"), size})
	}
	plan.Size = rapid.Int64Range(1, n).Draw(t, "sample")
	return plan
}

// rhcNaive is the specification word by word: keys by the naive generator, the unit with the smallest key left goes to
// the group that is filled, and u is compared as a fraction.
func rhcNaive(plan RHC) (groups [][]string, selected []string) {
	n, g := int64(len(plan.Units)), newNaive(plan.PartitionSeed)
	keys, taken := map[int64]int{}, 0
	for taken < int(n) {
		key := g.below(2*n) + 1
		if _, found := keys[key]; !found {
			keys[key] = taken
			taken++
		}
	}
	seed, _ := strconv.ParseFloat(plan.SelectionSeed, 64)
	double := binary.BigEndian.AppendUint64(nil, math.Float64bits(seed))
	state := big.NewInt(int64(double[0]^double[2])<<16 + int64(double[1]^double[3])<<8 + 134)
	key := int64(0)
	for group := range plan.Size {
		size := n / plan.Size
		if plan.Size-group <= n%plan.Size {
			size++
		}
		var ids []string
		sizes, total := []*big.Rat{}, new(big.Rat)
		for int64(len(ids)) < size {
			key++
			if unit, found := keys[key]; found {
				ids = append(ids, plan.Units[unit].Name)
				r, _ := new(big.Rat).SetString(plan.Units[unit].Size.String())
				sizes, total = append(sizes, r), total.Add(total, r)
			}
		}
		state.Mul(state, big.NewInt(1140671485))
		state.Mod(state.Add(state, big.NewInt(12820163)), big.NewInt(1<<24))
		target := new(big.Rat).SetFrac(state, big.NewInt(1<<24))
		target.Mul(target, total)
		chosen := ""
		for i, r := range sizes {
			if target.Sub(target, r).Sign() < 0 {
				chosen = ids[i]
				break
			}
		}
		groups, selected = append(groups, ids), append(selected, chosen)
	}
	return groups, selected
}

func TestRHCIsNaiveRHC(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawRHCPlan(t)
		groups, selected := rhcNaive(plan)
		s, err := plan.Draw()
		if slices.Contains(selected, "") { // a group without size
			if !errors.Is(err, ErrFrame) || !strings.Contains(err.Error(), "size 0, none can be selected (group ") {
				t.Fatal(err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		for i, g := range s.Groups {
			var ids []string
			var size decimal.Decimal
			var subs int64
			for _, u := range g.Units {
				ids, size, subs = append(ids, u.Name), size.Add(u.Size), subs+u.SubUnits
			}
			u := g.Units[g.Selected-1]
			want := RHCRow{Name: selected[i], SubUnits: u.SubUnits, Size: u.Size, GroupSize: size,
				UnitsInGroup: int64(len(ids))}
			if !slices.Equal(ids, groups[i]) || !s.Summary[i].equal(want) || u.Size.Sign() == 0 {
				t.Fatalf("group %d: %v, naive %v %s; %v, want %v", i+1, g, groups[i], selected[i], s.Summary[i], want)
			}
			if !g.Size.Equal(size) || g.SubUnits != subs {
				t.Fatalf("group %d: totals of %v", i+1, g)
			}
		}
	})
}

// TestRHCSelectsAtTheBound: with sizes ending at c1, c2, ... of T, the states from ceil(c1/T*2^24) to the one before
// ceil(c2/T*2^24) select unit 2, so that its probability is its share to the last of the 2^24 numbers.
func TestRHCSelectsAtTheBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var units []RHCUnit
		total := new(big.Rat)
		for i := range rapid.IntRange(1, 9).Draw(t, "units") {
			size := decimal.New(rapid.Int64Range(0, 64).Draw(t, "size"), rapid.Int32Range(-3, 1).Draw(t, "exponent"))
			units = append(units, RHCUnit{strconv.Itoa(i), 1, size})
			total.Add(total, exact.Rat(size))
		}
		if total.Sign() == 0 {
			return
		}
		from, cumulated := int64(0), new(big.Rat)
		for i, u := range units {
			cumulated.Add(cumulated, exact.Rat(u.Size))
			share := new(big.Rat).Quo(cumulated, total)
			share.Mul(share, big.NewRat(1<<24, 1))
			to := new(big.Int).Quo(share.Num(), share.Denom()).Int64()
			if !share.IsInt() {
				to++
			}
			for _, state := range []int64{from, to - 1} {
				if from == to {
					continue // the unit has no state
				}
				if g, err := selectRHC(units, uint32(state)); err != nil || g.Selected != int64(i+1) {
					t.Fatalf("state %d selects %d of %v (%v), want %d", state, g.Selected, units, err, i+1)
				}
			}
			from = to
		}
		if from != 1<<24 {
			t.Fatalf("the states end at %d", from)
		}
	})
}

func TestRHCIsAPartition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawRHCPlan(t)
		s, err := plan.Draw()
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for i, g := range s.Groups {
			for _, u := range g.Units {
				seen[u.Name] = true
			}
			if i > 0 && len(g.Units) < len(s.Groups[i-1].Units) {
				t.Error("groups become smaller")
			}
			if d := len(g.Units) - len(s.Groups[0].Units); d < 0 || d > 1 {
				t.Errorf("groups of %d and %d units", len(s.Groups[0].Units), len(g.Units))
			}
		}
		if len(seen) != len(plan.Units) || int64(len(s.Groups)) != plan.Size {
			t.Errorf("%d units in %d groups", len(seen), len(s.Groups))
		}
		if plan.Size == int64(len(plan.Units)) && len(s.Summary) != len(plan.Units) {
			t.Error("all units are not all")
		}
	})
}

// otherSubUnits are the sub-units of all units but one.
func otherSubUnits(units []RHCUnit, but int) int64 {
	var sum int64
	for i, u := range units {
		if i != but {
			sum += u.SubUnits
		}
	}
	return sum
}

func TestRHCRefuses(t *testing.T) {
	dec := decimaltest.Dec
	for _, c := range []struct {
		change  func(*RHC)
		want    error
		message string
	}{
		{func(r *RHC) { r.Method = "r" }, ErrMethod, `sampling: method "r" does not draw RHC samples`},
		{func(r *RHC) { r.Level = "tertiary" }, ErrFrame, `level "tertiary" is neither "primary" nor "secondary"`},
		{func(r *RHC) { r.PartitionSeed = "" }, ErrSeed, `cannot be repeated (of the partition)`},
		{func(r *RHC) { r.SelectionSeed = "1e5" }, ErrSeed, `seed "1e5" is not a number such as 48863.78 (of the selection)`},
		{func(r *RHC) { r.Units = nil }, ErrFrame, "sampling: frame of units is empty"},
		{func(r *RHC) { r.Size = 0 }, ErrSize, "sampling: size 0 is not positive"},
		{func(r *RHC) { r.Size = -1 }, ErrSize, "size -1 is not positive"},
		{func(r *RHC) { r.Size = 13 }, ErrSize, "size 13 exceeds the frame of 12 units"},
		{func(r *RHC) { r.Units[2].Name = "" }, ErrFrame, "unit 3 () has no name"},
		{func(r *RHC) { r.Units[2].Name = " X" }, ErrFrame, "unit 3 ( X) has a name that starts or ends"},
		{func(r *RHC) { r.Units[2].Name = "X\nY" }, ErrFrame, "other than plain characters"},
		{func(r *RHC) { r.Units[2].Name = "X\xff" }, ErrFrame, "other than plain characters"},
		{func(r *RHC) { r.Units[2].SubUnits = -1 }, ErrFrame, "unit 3 (REGION3) has -1 sub-units, not from 0 to 9007"},
		{func(r *RHC) { r.Units[2].SubUnits = MaxNumber + 1 - otherSubUnits(r.Units, 2) }, ErrFrame,
			"the sub-units together exceed 9007199254740991"},
		{func(r *RHC) { r.Units[2].SubUnits = MaxNumber + 1 }, ErrFrame, "9007199254740992 sub-units"},
		{func(r *RHC) { r.Units[2].Size = dec("-1") }, ErrFrame, "unit 3 (REGION3) has a negative size"},
		{func(r *RHC) { r.Units[2].Size = decimal.New(1, 2e9) }, ErrFrame, "has the size 1E2000000000: number has too many"},
		{func(r *RHC) { r.Units = []RHCUnit{{Name: "A"}}; r.Size = 1 }, ErrFrame,
			"frame of units: all 1 units of a group have size 0, none can be selected (group 1)"},
	} {
		plan := rhcRegions(t)
		c.change(&plan)
		_, err := plan.Draw()
		if !errors.Is(err, c.want) || !strings.Contains(fmt.Sprint(err), c.message) {
			t.Errorf("%v, want %q", err, c.message)
		}
	}
}

func TestRHCWarnings(t *testing.T) {
	many := func(n int) []RHCUnit {
		list := make([]RHCUnit, n)
		for i := range list {
			list[i] = RHCUnit{strconv.Itoa(i), 1, decimal.New(1, 0)}
		}
		return list
	}
	for _, c := range []struct {
		change func(*RHC)
		code   string
		strict error
	}{
		{func(r *RHC) { r.Units = many(6000); r.Size = 3000 }, "", nil},
		{func(r *RHC) { r.Units = many(6001) }, "ratstats_limit", ErrSize},
		{func(r *RHC) { r.Units = many(6000); r.Size = 3001 }, "ratstats_limit", ErrSize},
		{func(r *RHC) { r.Units[0].Name = strings.Repeat("é", 30) }, "", nil},
		{func(r *RHC) { r.Units[0].Name = strings.Repeat("é", 31) }, "ratstats_name", ErrFrame},
		{func(r *RHC) { r.Units[0].Size = decimal.Decimal{} }, "zero_size", nil},
	} {
		plan := rhcRegions(t)
		c.change(&plan)
		var codes []string
		for _, w := range mustDrawRHC(t, plan).Warnings {
			codes = append(codes, w.Code)
			if !strings.HasSuffix(w.Message, ").") || strings.Contains(w.Message, "%!") {
				t.Errorf("%q is no sentence with its source", w.Message)
			}
		}
		plan.Strict = true
		_, err := plan.Draw()
		if strings.Join(codes, " ") != c.code || !errors.Is(err, c.strict) {
			t.Errorf("%v and strictly %v, want %s and %v", codes, err, c.code, c.strict)
		}
	}
}

// TestRHCRepeatedDescriptions: units of one name are told apart by their place, and their names change no group.
func TestRHCRepeatedDescriptions(t *testing.T) {
	plain := mustDrawRHC(t, rhcRegions(t)) // selects REGION6, REGION4, REGION8 and REGION10
	plan := rhcRegions(t)
	plan.Units[3].Name, plan.Units[9].Name = "REGION5", "REGION5"
	s := mustDrawRHC(t, plan)
	var places []int64
	for i, row := range s.Summary {
		places = append(places, row.Unit)
		want := plain.Summary[i]
		if want.Name, want.Unit = row.Name, row.Unit; !row.equal(want) {
			t.Errorf("%v, with names of their own %v", row, want)
		}
	}
	if !slices.Equal(places, []int64{0, 4, 0, 10}) {
		t.Errorf("units %v", places)
	}
	if len(s.Warnings) != 1 || s.Warnings[0].Code != "repeated_name" ||
		!strings.HasPrefix(s.Warnings[0].Message, "1 of the names ") {
		t.Errorf("%v", s.Warnings)
	}
	decimaltest.RoundTrip(t, s)
	if v, err := plan.Verify(Reported[RHCRow]{Units: s.Summary}); err != nil || v.Comparison != Reproduced {
		t.Errorf("%s %v", v.Comparison, err)
	}
	unnamed := slices.Clone(s.Summary)
	unnamed[1].Unit, unnamed[3].Unit = 0, 0 // their sizes tell which they are
	if v, err := plan.Verify(Reported[RHCRow]{Units: unnamed}); err != nil || v.Comparison != Reproduced {
		t.Errorf("%s %v", v.Comparison, err)
	}
	unnamed[3] = RHCRow{Name: "REGION5", Unit: 5} // the third unit of the name, which was not selected
	if v, err := plan.Verify(Reported[RHCRow]{Units: unnamed}); err != nil || v.Comparison != Differs || v.Extra[0].Unit != 5 {
		t.Errorf("%s %v %v", v.Comparison, v.Extra, err)
	}
	_, err := s.Replacement("REGION5", "1", "2")
	if !errors.Is(err, ErrFrame) || !strings.Contains(err.Error(), "stands twice") {
		t.Error(err)
	}
	if replacement, err := s.Replacement("REGION6", "1", "2"); err != nil || len(replacement.Units) != 2 {
		t.Error(replacement, err)
	}
}

func TestRHCRefusesWhatItsInputsDoNotGive(t *testing.T) {
	for message, change := range map[string]func(*RHCSelection){
		"group 1 is 3 units, size 3100, sub-units 296, random number": func(s *RHCSelection) { s.Groups[0].Selected = 1 },
		"group 2 is 3 units, size 3411": func(s *RHCSelection) {
			s.Groups[1].Size = decimal.New(3411, 0)
		},
		"group 3 is 3 units, size 3170, sub-units 0": func(s *RHCSelection) { s.Groups[2].SubUnits = 0 },
		"group 4 is 3 units, size 2320, sub-units 278, random number 0.5, selected": func(s *RHCSelection) {
			s.Groups[3].Random = decimaltest.Dec("0.5")
		},
		"group 1 is 2 units": func(s *RHCSelection) { s.Groups[0].Units = s.Groups[0].Units[:2] },
		"[REGION2 63 610 REGION6 116 1E2000000000": func(s *RHCSelection) {
			s.Groups[0].Units[1].Size = decimal.New(1, 2e9)
		},
		"the number of groups is 3":                   func(s *RHCSelection) { s.Groups = s.Groups[1:] },
		"row of the summary 1 is REGION6 117 1240":    func(s *RHCSelection) { s.Summary[0].SubUnits++ },
		"row of the summary 2 is REGION4 123 1":       func(s *RHCSelection) { s.Summary[1].Size = decimaltest.Dec("1") },
		"row of the summary 3 is REGION8 118 1300 1 ": func(s *RHCSelection) { s.Summary[2].GroupSize = decimal.New(1, 0) },
		"row of the summary 4 is REGION10 85 640 2320 4, its inputs give REGION10 85 640 2320 3": func(s *RHCSelection) {
			s.Summary[3].UnitsInGroup++
		},
		"row of the summary 4 is X 85":              func(s *RHCSelection) { s.Summary[3].Name = "X" },
		"cannot be drawn from its inputs: ":         func(s *RHCSelection) { s.Size = 0 },
		"is not what its inputs give: group 1 is 3": func(s *RHCSelection) { s.PartitionSeed = "101" },
	} {
		s := mustDrawRHC(t, rhcRegions(t))
		change(&s)
		var out strings.Builder
		_, sheet := s.SummarySheet()
		_, replacement := s.Replacement("REGION6", "1", "1")
		_, replaced := ReplaceRHC(mustDrawRHC(t, rhcRegions(t)).Summary, "REGION6", s)
		for what, err := range map[string]error{
			"SummarySheet": sheet, "Replacement": replacement, "ReplaceRHC": replaced,
			"WriteText": s.WriteText(&out, Heading{}), "WriteSummary": s.WriteSummary(&out),
		} {
			if !errors.Is(err, ErrSelection) || !strings.Contains(err.Error(), message) {
				t.Errorf("%s: %v, want %q", what, err, message)
			}
		}
		if out.Len() > 0 {
			t.Errorf("%s: printed %q", message, out.String())
		}
	}
	plan := rhcRegions(t)
	s := mustDrawRHC(t, plan)
	plan.Units[0].Name = "changed"
	if _, err := s.redraw(); err != nil {
		t.Errorf("a selection shares its units with its plan: %v", err)
	}
}
