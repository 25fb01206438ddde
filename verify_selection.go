package iromath

import (
	"fmt"
	"slices"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/sampling"
)

// What a report says of its draws.

// withDraws puts what a report says of the draws in front of the other figures of a sample.
func (v *verifier) withDraws(figures []figure) []figure {
	var list []figure
	add := func(path, text string, k kind) {
		if text != "" {
			list = append(list, figure{path, printed{text: text, kind: k}})
		}
	}
	done := map[string]bool{}
	draws := func(part string) {
		if done[part] {
			return
		}
		done[part] = true
		s := v.reported.sampleAt(part)
		add(part+".method", string(s.Method), wordFigure)
		if part == partFull {
			add("full.seed", s.Seed, wordFigure)
		}
		add(part+".numbers", listText(s.Numbers), listFigure)
		add(part+".ids", listText(s.IDs), listFigure)
		add(part+".spareNumbers", listText(s.SpareNumbers), listFigure)
		add(part+".spareIds", listText(s.SpareIDs), listFigure)
	}
	at := map[string]int{partPopulation: 0, partDiscovery: 1, partSample: 1, partSize: 2, partFull: 3, partEstimate: 4, partOwed: 5}
	for _, f := range figures {
		for _, part := range []string{partDiscovery, partSample, partFull} {
			if at[partOf(f.path)] >= at[part] {
				draws(part)
			}
		}
		list = append(list, f)
	}
	for _, part := range []string{partDiscovery, partSample, partFull} {
		draws(part)
	}
	return list
}

// findSeed looks for a seed that gives the reported numbers, where the report states none.
func (v *verifier) findSeed(s ReportedSample) (seed, why string) {
	const none = "the report states no seed"
	numbers := v.numbersOf(s)
	if v.agreement.Method != sampling.RATSTATS || len(numbers) == 0 {
		return "", none
	}
	found, err := sampling.SeedSearch{Low: 1, High: v.frame.Size(), Numbers: numbers}.Search()
	if err != nil || len(found.Matches) == 0 {
		return "", none + ", and RAT-STATS draws the reported numbers with no seed"
	}
	m := found.Matches[0]
	for _, list := range [][]string{m.WholeNumbers, m.TimesOfDay} {
		if len(list) > 0 {
			seed = list[0]
		}
	}
	if seed == "" {
		return "", none
	}
	return seed, fmt.Sprintf("%s; the numbers can have been drawn with %s. %s", none, seed, sampling.SeedSearchNote)
}

// numbersOf returns the numbers of a reported sample, those of its ids where it has ids only.
func (v *verifier) numbersOf(s ReportedSample) []int64 {
	if len(s.Numbers) > 0 || len(s.IDs) == 0 {
		return s.Numbers
	}
	return v.frame.numbersOf(s.IDs)
}

// numbersOf finds the numbers of claims; nil if one is not in the frame.
func (f *Frame) numbersOf(ids []string) []int64 {
	wanted := make(map[string]int64, len(ids))
	for _, id := range ids {
		wanted[id] = 0
	}
	for i := range f.claims.size {
		if id := f.claims.id(i); len(wanted) > 0 {
			if _, ok := wanted[string(id)]; ok {
				wanted[string(id)] = i + 1
			}
		}
	}
	var list []int64
	for _, id := range ids {
		if wanted[id] == 0 {
			return nil
		}
		list = append(list, wanted[id])
	}
	return list
}

// putDraw takes down a drawn sample: of a continued one all units, or the added ones.
func (v *verifier) putDraw(part string, d Draw) error {
	var numbers, added []int64
	var ids, addedIDs []string
	plan := d.plan()
	for _, u := range d.Units() {
		c, _ := v.frame.Claim(u.Number)
		numbers, ids = append(numbers, u.Number), append(ids, c.ID)
		if u.Order > plan.DrawnBefore {
			added, addedIDs = append(added, u.Number), append(addedIDs, c.ID)
		}
	}
	v.values.putUnits(part, numbers, ids)
	if plan.DrawnBefore > 0 {
		v.values[part+".numbers"] = v.values[part+".numbers"].orAlso(value{text: listText(added), is: listFigure})
		v.values[part+".ids"] = v.values[part+".ids"].orAlso(value{text: listText(addedIDs), is: listFigure})
	}
	if part == partFull {
		v.values["full.seed"] = textValue(plan.Seed)
		if s := v.reported.sampleAt(part).Seed; sameSeedNumber(s, plan.Seed) {
			v.values["full.seed"] = textValue(s)
		}
		v.values["full.seed"] = v.values["full.seed"].orAlso(textValue(v.seeds.Full)) // stated before it was known that no draw takes it
	}
	return v.putSpares(part, plan)
}

// sameSeedNumber reports whether two texts are the same number.
func sameSeedNumber(a, b string) bool {
	x, err := exact.ParseAmount(a)
	y, err2 := exact.ParseAmount(b)
	return err == nil && err2 == nil && x.Equal(y)
}

// putSpares draws as many spares as are reported.
func (v *verifier) putSpares(part string, plan sampling.SingleStage) error {
	s := v.reported.sampleAt(part)
	spares := int64(max(len(s.SpareNumbers), len(s.SpareIDs)))
	if spares == 0 || !v.agreement.Method.Continues() {
		return nil
	}
	plan.Spares = min(spares, v.frame.Size()-plan.Size)
	if plan.Spares == 0 {
		return nil
	}
	d, err := v.frame.drawSample(plan)
	if err != nil {
		return err
	}
	var numbers []int64
	var ids []string
	for _, u := range d.spareUnits() {
		c, _ := v.frame.Claim(u.Number)
		numbers, ids = append(numbers, u.Number), append(ids, c.ID)
	}
	v.values[part+".spareNumbers"] = value{text: listText(numbers), is: listFigure}
	v.values[part+".spareIds"] = value{text: listText(ids), is: listFigure}
	return nil
}

// spareUnits returns the spares of a draw in generated order.
func (d Draw) spareUnits() []sampling.Unit {
	if d.Tickets == nil {
		return slices.Clone(d.Selection.SpareUnits)
	}
	return numbered(d.Tickets.SpareUnits, d.Tickets.SpareNumbers)
}
