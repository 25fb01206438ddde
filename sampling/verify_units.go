package sampling

import (
	"cmp"
	"slices"

	"github.com/iromath/iromath/internal/sorting"
)

// unitsOf is how the units U of a design are held against reported ones. K tells units apart.
type unitsOf[U any, K comparable] struct {
	// sample is what the plan gives in sequential order, orders are the orders of selection; spares follow in generated
	// order.
	sample []U
	orders []int64
	spares []U
	// before is the number of orders of selection drawn earlier.
	before int64
	// key tells units apart, compare sorts them sequentially.
	key     func(U) K
	compare func(a, b U) int
	// inFrame reports whether a unit can be drawn at all.
	inFrame func(U) bool
	// complete fills in what a report may leave out; nil if nothing.
	complete func(U) U
	// stated is the order of selection that a report states, 0 for none; nil if it cannot.
	stated func(U) int64
	// counted returns the number of reported units, and what the plan has them to be; nil if that is the size of the sample.
	counted func(reported []U) (count, size int64)
}

// hold answers what was reported. documented is the digest of the plan's frame.
func hold[S, U any, K comparable](r Reported[U], s S, d unitsOf[U, K], documented string) (Verdict[U, S], error) {
	frame, err := compareFrames(r.FrameDigest, documented)
	if err != nil {
		return Verdict[U, S]{}, err
	}
	v := Verdict[U, S]{Reported: Reported[U]{append([]U{}, r.Units...), slices.Clone(r.Spares), r.FrameDigest}, Frame: frame,
		Selection: s}
	all := d.order()
	if later := int64(len(d.sample)) - d.before; d.before > 0 && int64(len(r.Units)) == later { // the added units alone
		d.sample, d.orders = d.after(d.before)
	}
	reported := d.completed(r.Units)
	count, size := int64(len(reported)), int64(len(d.sample))
	if d.counted != nil {
		count, size = d.counted(r.Units)
	}
	if p := problems(reported, count, size, d.key, d.inFrame); p.any() {
		v.Comparison, v.Problems = Impossible, &p
	} else {
		v.Comparison = d.held(reported, all, d.sample, d.selected())
	}
	if v.Comparison == Differs || v.Comparison == Impossible {
		v.Missing, v.Extra = d.without(d.sample, reported), d.without(reported, d.sample)
		extra := d.set(v.Extra)
		for _, u := range d.spares {
			if extra[d.key(u)] {
				v.FromSpares = append(v.FromSpares, FromSpare[U]{all[d.key(u)], u})
			}
		}
	}
	if r.Spares != nil {
		spares := d.completed(r.Spares)
		if problems(spares, int64(len(spares)), int64(len(d.spares)), d.key, d.inFrame).any() {
			v.SparesComparison = Impossible
		} else {
			v.SparesComparison = d.held(spares, all, d.spares)
		}
	}
	return v, nil
}

// order returns the order of selection of every unit and spare.
func (d unitsOf[U, K]) order() map[K]int64 {
	all := make(map[K]int64, len(d.sample)+len(d.spares))
	for i, u := range d.sample {
		all[d.key(u)] = d.orders[i]
	}
	for i, u := range d.spares {
		all[d.key(u)] = int64(len(d.sample) + i + 1)
	}
	return all
}

// after returns the units with an order of selection above before.
func (d unitsOf[U, K]) after(before int64) (units []U, orders []int64) {
	for i, u := range d.sample {
		if d.orders[i] > before {
			units, orders = append(units, u), append(orders, d.orders[i])
		}
	}
	return units, orders
}

// selected returns the sample in the order of selection.
func (d unitsOf[U, K]) selected() []U {
	at := make([]int, len(d.sample))
	for i := range at {
		at[i] = i
	}
	slices.SortFunc(at, func(a, b int) int { return cmp.Compare(d.orders[a], d.orders[b]) })
	list := make([]U, len(at))
	for i, k := range at {
		list[i] = d.sample[k]
	}
	return list
}

func (d unitsOf[U, K]) completed(units []U) []U {
	if d.complete == nil {
		return units
	}
	list := make([]U, len(units))
	for i, u := range units {
		list[i] = d.complete(u)
	}
	return list
}

// held holds a list against the lists it may be, and its stated orders of selection against those of all units.
func (d unitsOf[U, K]) held(reported []U, all map[K]int64, lists ...[]U) Comparison {
	if len(d.without(reported, lists[0])) > 0 || len(d.without(lists[0], reported)) > 0 {
		return Differs
	}
	for _, u := range reported {
		if d.stated == nil {
			break
		}
		if o := d.stated(u); o != 0 && o != all[d.key(u)] {
			return OtherOrder
		}
	}
	for _, l := range lists {
		if slices.EqualFunc(reported, l, func(a, b U) bool { return d.key(a) == d.key(b) }) {
			return Reproduced
		}
	}
	return OtherOrder
}

func (d unitsOf[U, K]) set(list []U) map[K]bool {
	in := make(map[K]bool, len(list))
	for _, u := range list {
		in[d.key(u)] = true
	}
	return in
}

// without returns the different units of a list that are not in another, in sequential order.
func (d unitsOf[U, K]) without(list, other []U) []U {
	in := d.set(other)
	var rest []U
	for _, u := range list {
		if k := d.key(u); !in[k] {
			rest = append(rest, u)
			in[k] = true
		}
	}
	sorting.By(rest, d.compare)
	return rest
}

// problems finds what makes reported units impossible for a plan that can be drawn.
func problems[U any, K comparable](units []U, count, size int64, key func(U) K, inFrame func(U) bool) Problems[U] {
	var p Problems[U]
	if count != size {
		p.Count, p.Size = count, size
	}
	seen := make(map[K]int, len(units))
	for _, u := range units {
		k := key(u)
		seen[k]++
		if seen[k] == 2 {
			p.Repeated = append(p.Repeated, u)
		}
		if seen[k] == 1 && !inFrame(u) {
			p.Outside = append(p.Outside, u)
		}
	}
	return p
}

// numbered are the plain numbers of units, from a frame.
func numbered(sample, spares []Unit, before int64, inFrame func(int64) bool) unitsOf[int64, int64] {
	return unitsOf[int64, int64]{
		sample: numbersOf(sample), orders: mapList(sample, Unit.order), spares: numbersOf(spares), before: before,
		key: itself[int64], compare: cmp.Compare[int64], inFrame: inFrame,
	}
}

func itself[T any](v T) T { return v }

func numbersOf(units []Unit) []int64 { return mapList(units, func(u Unit) int64 { return u.Number }) }
