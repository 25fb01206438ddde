package sampling

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/sorting"
)

// Verify draws the plan again and holds the reported numbers against it. The errors are those of [SingleStage.Draw], for
// documentation that cannot be drawn at all, and [ErrFrame] for a frame digest that is none. A seed that does not give the
// numbers is no error but a [Comparison]; [SeedSearch] looks for one that does.
func (s SingleStage) Verify(r Reported[int64]) (Verdict[int64, Selection], error) {
	drawn, err := s.Draw()
	if err != nil {
		return Verdict[int64, Selection]{}, err
	}
	d := numbered(drawn.Sample, drawn.SpareUnits, s.DrawnBefore, s.holds)
	return hold(r, drawn, d, s.FrameDigest)
}

// holds reports whether a number is one of the frame.
func (s SingleStage) holds(n int64) bool { return n >= s.Low && n <= s.High }

// Verify draws the plan again and holds the reported sets against it, as [SingleStage.Verify] does. The order of
// selection of a set may be left out. The errors are those of [Sets.Draw].
func (s Sets) Verify(r Reported[Set]) (Verdict[Set, SetsSelection], error) {
	drawn, err := s.Draw()
	if err != nil {
		return Verdict[Set, SetsSelection]{}, err
	}
	r.Units, r.Spares = listed(r.Units), listed(r.Spares)
	type key struct { // of a set with more numbers than four, which is outside of every frame, the first four
		n  int
		of [4]int64
	}
	return hold(r, drawn, unitsOf[Set, key]{
		sample: drawn.Sample, orders: mapList(drawn.Sample, Set.order), spares: drawn.SpareSets, before: s.DrawnBefore,
		key: func(v Set) key {
			k := key{n: len(v.Numbers)}
			copy(k.of[:], v.Numbers)
			return k
		},
		compare: func(a, b Set) int { return slices.Compare(a.Numbers, b.Numbers) },
		inFrame: s.holds, stated: Set.order,
	}, s.FrameDigest)
}

// listed gives sets without numbers an empty list of them, so that no null gets into a result.
func listed(sets []Set) []Set {
	sets = slices.Clone(sets)
	for i, s := range sets {
		if s.Numbers == nil {
			sets[i].Numbers = []int64{}
		}
	}
	return sets
}

// holds reports whether a set has a number of each range.
func (s Sets) holds(v Set) bool {
	if len(v.Numbers) != len(s.Ranges) {
		return false
	}
	for i, n := range v.Numbers {
		if n < s.Ranges[i].Low || n > s.Ranges[i].High {
			return false
		}
	}
	return true
}

// Verify draws the plan again and holds the reported units against it, as [SingleStage.Verify] does. The two orders are
// that of the hits, which is that of the frame. A unit is named by its number; hits, size and order of the first hit may
// be left out, certainty and cumulated size are not compared. Units without size, which cannot be hit, are impossible, and
// so are numbers of hits that do not add up to the plan's, where all are stated. The errors are those of [PPS.Draw].
func (p PPS) Verify(r Reported[PPSUnit]) (Verdict[PPSUnit, PPSSelection], error) {
	drawn, err := p.Draw()
	if err != nil {
		return Verdict[PPSUnit, PPSSelection]{}, err
	}
	type key struct {
		number, hits int64
		size         string
	}
	hit := make(map[int64]PPSUnit, len(drawn.Units))
	for _, u := range drawn.Units {
		hit[u.Number] = u
	}
	unit := func(u PPSUnit) (size string, found bool) {
		if u.Number < 1 || u.Number > int64(len(p.Sizes)) || p.Sizes[u.Number-1].Sign() == 0 {
			return "", false
		}
		return exact.String(p.Sizes[u.Number-1]), true
	}
	return hold(r, drawn, unitsOf[PPSUnit, key]{
		sample: drawn.Units, orders: mapList(drawn.Units, PPSUnit.order),
		key:     func(u PPSUnit) key { return key{u.Number, u.Hits, sizeText(u.Size)} },
		compare: func(a, b PPSUnit) int { return cmp.Compare(a.Number, b.Number) },
		inFrame: func(u PPSUnit) bool {
			size, found := unit(u)
			return found && sizeText(u.Size) == size && u.Hits >= 0
		},
		complete: func(u PPSUnit) PPSUnit {
			if _, found := unit(u); found && u.Size.Sign() == 0 {
				u.Size = p.Sizes[u.Number-1]
			}
			if u.Hits == 0 {
				u.Hits = hit[u.Number].Hits
			}
			return u
		},
		stated: PPSUnit.order,
		counted: func(reported []PPSUnit) (count, size int64) {
			for _, u := range reported {
				if u.Hits < 1 { // left out: there are no more units than hits
					return max(p.Size, int64(len(reported))), p.Size
				}
				count += min(u.Hits, p.Size+1)
			}
			return count, p.Size
		},
	}, p.FrameDigest)
}

// Verify draws the plan again and holds the reported units against it, as [SingleStage.Verify] does. For the classic
// variant any number of units that one of its starts gives is possible. The errors are those of [Systematic.Draw].
func (s Systematic) Verify(r Reported[int64]) (Verdict[int64, SystematicSelection], error) {
	drawn, err := s.Draw()
	if err != nil {
		return Verdict[int64, SystematicSelection]{}, err
	}
	d := numbered(drawn.Sample, nil, 0, func(n int64) bool { return n >= s.Low && n <= s.High })
	if k := drawn.FrameSize / s.Size; drawn.Variant == Classic {
		d.counted = func(reported []int64) (count, size int64) {
			count = int64(len(reported))
			if count == drawn.FrameSize/k || count == (drawn.FrameSize+k-1)/k {
				return count, count
			}
			return count, int64(len(drawn.Sample))
		}
	}
	return hold(r, drawn, d, s.FrameDigest)
}

// Verify draws the plan again and holds the reported numbers against it, as [SingleStage.Verify] does. A number that was
// drawn earlier is outside of what is left of the frame. The errors are those of [Second.Draw].
func (s Second) Verify(r Reported[int64]) (Verdict[int64, SecondSelection], error) {
	drawn, err := s.Draw()
	if err != nil {
		return Verdict[int64, SecondSelection]{}, err
	}
	earlier, err := s.earlier()
	if err != nil {
		return Verdict[int64, SecondSelection]{}, err
	}
	d := numbered(drawn.Sample, drawn.SpareUnits, 0, func(n int64) bool { return s.Plan.holds(n) && !earlier[n] })
	return hold(r, drawn, d, s.Plan.FrameDigest)
}

// VerifyFrom is [Tickets.Verify] for ids that are all at hand: every id that was given more than once is an error that
// wraps [ErrTicketRepeated], as for [Tickets.DrawFrom].
func (t Tickets) VerifyFrom(ids []string, r Reported[string]) (Verdict[string, TicketSelection], error) {
	if err := repeatedIDs(ids); err != nil {
		return Verdict[string, TicketSelection]{}, err
	}
	return t.Verify(slices.Values(ids), r)
}

// Verify draws the plan again from the ids of the frame, in any order, and holds the reported ids against it, as
// [SingleStage.Verify] does. The order of selection is that of the tickets; the sequential order is that of the ids as
// bytes. Memory does not grow with the frame. The errors are those of [Tickets.Draw].
func (t Tickets) Verify(ids iter.Seq[string], r Reported[string]) (Verdict[string, TicketSelection], error) {
	there := map[string]bool{} // whether a reported id is in the frame
	for _, id := range slices.Concat(r.Units, r.Spares) {
		there[id] = false
	}
	drawn, err := t.Draw(func(yield func(string) bool) {
		if ids == nil {
			return
		}
		for id := range ids {
			if _, reported := there[id]; reported {
				there[id] = true
			}
			if !yield(id) {
				return
			}
		}
	})
	if err != nil {
		return Verdict[string, TicketSelection]{}, err
	}
	name := func(u TicketUnit) string { return u.ID }
	byID := slices.Clone(drawn.Sample)
	sorting.By(byID, func(a, b TicketUnit) int { return strings.Compare(a.ID, b.ID) })
	return hold(r, drawn, unitsOf[string, string]{
		sample: mapList(byID, name), orders: mapList(byID, TicketUnit.order), spares: mapList(drawn.SpareUnits, name),
		before: t.DrawnBefore, key: itself[string], compare: strings.Compare, inFrame: func(id string) bool { return there[id] },
	}, t.FrameDigest)
}
