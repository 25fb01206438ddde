package sampling

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// RHC is the plan of a sample by the method of Rao, Hartley and Cochran, RAT-STATS' "RHC Sample Selection": units are
// put at random into as many groups as units are to be sampled, and of each group one unit is selected with
// probability proportional to its size.
//
// Partition: each unit of the file in turn gets a different random number from 1 to twice the number of units, drawn
// as for [SingleStage] with the first seed. Sorted by these numbers the units are cut into groups; where they do not
// divide evenly, the last groups have one unit more.
//
// Selection: with the second seed, Visual Basic's own generator gives each group in turn a number u, 0 <= u < 1. With
// the sizes of the group added up in the order of the partition to c1, c2, ... cm, the selected unit is the first
// with
//
//	ck > u * cm
//
// compared exactly. A unit of size 0 is never selected.
//
// Sources: RAT-STATS Companion Manual 1-11 to 1-28, User's Guide 2-66 to 2-81; J. N. K. Rao, H. O. Hartley and W. G.
// Cochran, "On a Simple Procedure of Unequal Probability Sampling without Replacement", Journal of the Royal
// Statistical Society B 24 (1962), 482-491. The manuals say neither how the generators are used nor how u is compared;
// their printouts do.
type RHC struct {
	// Method is the generator. RHC samples are selected by [RATSTATS] only, which is the default.
	Method Method `json:"method,omitempty"`
	// Level says which units are selected, [RHCPrimary] if empty. It changes headings only.
	Level RHCLevel `json:"level,omitempty"`
	// PartitionSeed is "seed number #1", SelectionSeed is "seed number #2": "100", "200.00". They have no default.
	PartitionSeed string `json:"partitionSeed"`
	SelectionSeed string `json:"selectionSeed"`
	// File names where the units come from; it is printed and changes nothing.
	File string `json:"file,omitempty"`
	// Units are all units, in the order of their file: another order gives another sample.
	Units []RHCUnit `json:"units"`
	// Size is the number of units to select, at most all.
	Size int64 `json:"size"`
	// FrameDigest identifies the frame, as that of [SingleStage] does. Optional; it changes no number.
	FrameDigest string `json:"frameDigest,omitempty"`
	// Strict makes errors of RAT-STATS' own limits, which are warnings otherwise.
	Strict bool `json:"strict,omitempty"`
}

// RHCLevel is the level of the units in a sample of several stages.
type RHCLevel string

const (
	// RHCPrimary is the first stage: the selected units are primary units, and their sub-units secondary ones.
	RHCPrimary RHCLevel = "primary"
	// RHCSecondary is the second stage: the selected units are secondary units, and their sub-units those of a third
	// stage.
	RHCSecondary RHCLevel = "secondary"
)

// RHCUnit is one unit of the file of all units.
type RHCUnit struct {
	// Name of the unit. RAT-STATS takes up to 30 characters. Real frames repeat one now and then: such units are
	// told apart by their place in the list ([RHCRow.Unit]), and there is a warning, "repeated_name".
	Name string `json:"name"`
	// SubUnits is the number of sub-units; RAT-STATS has 1 entered where it is not known yet.
	SubUnits int64 `json:"subUnits"`
	// Size is the measure of size, such as dollars or beds. It may have decimals and is not negative.
	Size decimal.Decimal `json:"size"`
}

// Draw puts the units into groups and selects one of each. The errors wrap [ErrMethod], [ErrSeed], [ErrFrame] (units
// that cannot be used) or [ErrSize].
func (r RHC) Draw() (RHCSelection, error) {
	var err error
	if r.Method, err = ratstatsOnly(r.Method, "RHC samples"); err != nil {
		return RHCSelection{}, err
	}
	if r.Level == "" {
		r.Level = RHCPrimary
	}
	if err := r.check(); err != nil {
		return RHCSelection{}, err
	}
	if err := checkDigest(r.FrameDigest); err != nil {
		return RHCSelection{}, err
	}
	warnings := r.warnings()
	if err := strictLimits(r.Strict, warnings); err != nil {
		return RHCSelection{}, err
	}
	r.Units = slices.Clone(r.Units)
	for i, u := range r.Units {
		r.Units[i].Size = exact.Canonical(u.Size)
	}
	places, err := r.partition()
	if err != nil {
		return RHCSelection{}, finding.At("partitionSeed", fmt.Errorf("%w (of the partition)", err))
	}
	seed, err := parseSeed(r.SelectionSeed)
	if err != nil {
		return RHCSelection{}, finding.At("selectionSeed", fmt.Errorf("%w (of the selection)", err))
	}
	s := RHCSelection{RHC: r, Warnings: warnings}
	rnd := newBasicRnd(seedDouble(seed))
	repeated := r.repeated()
	for i, group := range places {
		units := make([]RHCUnit, len(group))
		for k, place := range group {
			units[k] = r.Units[place]
		}
		group, err := selectRHC(units, rnd.next())
		if err != nil {
			return RHCSelection{}, fmt.Errorf("%w (group %d)", err, i+1)
		}
		s.Groups = append(s.Groups, group)
		row := group.row()
		if repeated[row.Name] {
			row.Unit = int64(places[i][group.Selected-1] + 1)
		}
		s.Summary = append(s.Summary, row)
	}
	return s, nil
}

// repeated are the names that more than one unit has.
func (r RHC) repeated() map[string]bool {
	known := make(map[string]bool, len(r.Units))
	for _, u := range r.Units {
		_, again := known[u.Name]
		known[u.Name] = again
	}
	maps.DeleteFunc(known, func(_ string, again bool) bool { return !again })
	return known
}

// partition draws a key for each unit, sorts the units by their keys and cuts them into groups, each a list of places of
// units from 0.
func (r RHC) partition() ([][]int, error) {
	n := int64(len(r.Units))
	keys, err := RATSTATS.offsets(r.PartitionSeed, n, 2*n)
	if err != nil {
		return nil, err
	}
	sorted := make([]int, 0, n)
	for _, k := range sequential(keys, 2*n) {
		sorted = append(sorted, int(k.order()-1))
	}
	groups := make([][]int, r.Size)
	each, larger := n/r.Size, n%r.Size
	for i := range groups {
		size := each
		if int64(i) >= r.Size-larger {
			size++
		}
		groups[i], sorted = sorted[:size:size], sorted[size:]
	}
	return groups, nil
}

// selectRHC selects the unit of a group for u = state / 2^24, which is the finite decimal state * 5^24 / 10^24.
func selectRHC(units []RHCUnit, state uint32) (RHCGroup, error) {
	u := decimal.NewFromInt(int64(state)).Mul(fiveTo24).Shift(-24)
	g := RHCGroup{Units: units, Random: exact.Canonical(u)}
	var total decimal.Decimal
	for _, unit := range units {
		total = total.Add(unit.Size)
		g.SubUnits += unit.SubUnits
	}
	if total.Sign() == 0 {
		return g, fmt.Errorf("%w of units: all %d units of a group have size 0, none can be selected", ErrFrame, len(units))
	}
	g.Size = exact.Canonical(total)
	target := total.Mul(u)
	var cumulated decimal.Decimal
	for i, unit := range units {
		if cumulated = cumulated.Add(unit.Size); cumulated.Cmp(target) > 0 {
			g.Selected = int64(i + 1)
			break // it is reached: u < 1
		}
	}
	return g, nil
}

var fiveTo24 = decimal.NewFromInt(59_604_644_775_390_625)

// check refuses what cannot be drawn from.
func (r RHC) check() error {
	n := int64(len(r.Units))
	switch {
	case r.Level != RHCPrimary && r.Level != RHCSecondary:
		return fmt.Errorf("%w of units: level %q is neither %q nor %q", ErrFrame, finding.Clip(string(r.Level)),
			RHCPrimary, RHCSecondary)
	case n == 0:
		return fmt.Errorf("%w of units is empty", ErrFrame)
	case n > MaxUnits:
		return fmt.Errorf("%w of %d units exceeds the %d of one draw", ErrFrame, n, MaxUnits)
	case r.Size < 1:
		return fmt.Errorf("%w %d is not positive", ErrSize, r.Size)
	case r.Size > n:
		return fmt.Errorf("%w %d exceeds the frame of %s", ErrSize, r.Size, finding.Count(n, "unit", "units"))
	}
	var subUnits int64
	for i, u := range r.Units {
		if rule := u.rule(); rule != "" {
			return fmt.Errorf("%w of units: unit %d (%s) %s", ErrFrame, i+1, finding.Clip(u.Name), rule)
		}
		if subUnits += u.SubUnits; subUnits > MaxNumber {
			return fmt.Errorf("%w of units: the sub-units together exceed %d", ErrFrame, int64(MaxNumber))
		}
	}
	return nil
}

// unseen reports a character that does not show: a control character, or a mark such as a byte order mark, which the reader
// of a file would take off.
func unseen(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }

// rule says what is wrong with a unit, if anything is.
func (u RHCUnit) rule() string {
	switch {
	case u.Name == "":
		return "has no name"
	case strings.TrimSpace(u.Name) != u.Name, strings.ContainsFunc(u.Name, unseen),
		!utf8.ValidString(u.Name):
		return "has a name that starts or ends with a blank, or with other than plain characters"
	case u.SubUnits < 0 || u.SubUnits > MaxNumber:
		return fmt.Sprintf("has %d sub-units, not from 0 to %d", u.SubUnits, int64(MaxNumber))
	case u.Size.Sign() < 0:
		return "has a negative size"
	}
	if err := exact.Check(u.Size); err != nil {
		return "has the size " + err.Error()
	}
	return ""
}

// The limits of RAT-STATS (User's Guide 2-66, 2-70, A-1).
const (
	rhcMostUnits   = 6000
	rhcMostSampled = 3000
	rhcName        = 30
)

// warnings tells where RAT-STATS itself could not have made this selection, and which units never are selected.
func (r RHC) warnings() []Warning {
	var list []Warning
	warn := func(code, format string, args ...any) { list = append(list, finding.Warn(code, format, args...)) }
	if n := len(r.Units); n > rhcMostUnits {
		warn("ratstats_limit", "%s units are more than the %s that RAT-STATS takes (User's Guide 2-66).",
			exact.CommasInt(int64(n)), exact.CommasInt(rhcMostUnits))
	}
	if r.Size > rhcMostSampled {
		warn("ratstats_limit", "A sample of %s units is larger than the %s that RAT-STATS gives (User's Guide 2-66).",
			exact.CommasInt(r.Size), exact.CommasInt(rhcMostSampled))
	}
	var long, zero int64
	for _, u := range r.Units {
		if utf8.RuneCountInString(u.Name) > rhcName {
			long++
		}
		if u.Size.Sign() == 0 {
			zero++
		}
	}
	if long > 0 {
		warn("ratstats_name", "%s of the names are longer than the %d characters that RAT-STATS takes (User's "+
			"Guide 2-70).", exact.CommasInt(long), rhcName)
	}
	if repeated := len(r.repeated()); repeated > 0 {
		warn("repeated_name", "%s stand for more than one unit each; such units are told apart by their place in the "+
			"list of units. Give them names of their own where that is possible.", exact.CommasInt(int64(repeated))+
			" of the names")
	}
	if zero > 0 {
		warn("zero_size", "%s of the units have size 0 and cannot be selected: an estimate from the sample leaves out what "+
			"they hold (Rao, Hartley and Cochran 1962).", exact.CommasInt(zero))
	}
	return list
}

// MarshalJSON writes the size as a string.
func (u RHCUnit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }
