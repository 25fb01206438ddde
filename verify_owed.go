package iromath

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/extrapolate"
)

// What a report says is owed, and to whom. A report may spell a payor in other letters than the claims do, may leave out the
// only one there is, and may state one amount for all payors together.

// samePayor reports whether two payors differ in letter case and blanks at most.
func samePayor(a, b string) bool {
	plain := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	return strings.EqualFold(plain(a), plain(b))
}

// payorOf returns the payor that a report means among those of the claims: the only one where it names none.
func payorOf(stated string, payors []string) (string, bool) {
	var found []string
	for _, p := range payors {
		if p == stated {
			return p, true
		}
		if samePayor(p, stated) || strings.TrimSpace(stated) == "" && len(payors) == 1 {
			found = append(found, p)
		}
	}
	if len(found) == 1 {
		return found[0], true
	}
	return stated, false
}

// putObligation writes the figures of an obligation at a path.
func (v values) putObligation(path string, o extrapolate.Obligation) {
	for name, d := range map[string]*decimal.Decimal{"amount": o.Amount, "credited": o.Credited, "due": o.Due} {
		if d != nil {
			v[path+name] = number(*d)
		}
	}
	if !o.By.IsZero() {
		v[path+"by"] = dateValue(o.By)
	}
}

// putObligations writes what is owed, and at the paths of a report what its obligations are held against.
func (v *verifier) putObligations(to values, list []extrapolate.Obligation) {
	for _, o := range list {
		to.putObligation(owedPath(o.Kind, o.Payor), o)
	}
	for _, r := range v.reported.Obligations {
		path := owedPath(r.Kind, r.Payor)
		for i, o := range v.meant(r, ofKind(r.Kind, list)) {
			one := values{}
			one.putObligation(path, o)
			for p, x := range one {
				if i > 0 {
					x = to[p].orAlso(x)
				}
				to[p] = x
			}
		}
		for _, name := range owedFigures {
			f, stated := v.figureAt(path + name)
			switch _, ok := to[path+name]; {
			case v.unsure[path+name]:
				delete(to, path+name)
			case !ok && stated && name != "by" && f.value.IsZero(): // nothing is owed, and the report says so
				to[path+name] = number(decimal.Decimal{})
			}
		}
	}
}

// figureAt returns the reported figure of a path.
func (v *verifier) figureAt(path string) (figure, bool) {
	i := slices.IndexFunc(v.figures, func(f figure) bool { return f.path == path })
	if i < 0 {
		return figure{}, false
	}
	return v.figures[i], true
}

// owedFigures are the figures of an obligation.
var owedFigures = []string{"amount", "credited", "due", "by"}

func ofKind(kind extrapolate.ObligationKind, list []extrapolate.Obligation) []extrapolate.Obligation {
	return slices.DeleteFunc(slices.Clone(list), func(o extrapolate.Obligation) bool { return o.Kind != kind })
}

// meant finds what a reported obligation can be among those of its kind: the one to its payor or, where it names none, the
// total too. Of one amount for several payors none has a share that follows from the review, but all have the last day.
func (v *verifier) meant(r ReportedObligation, same []extrapolate.Obligation) []extrapolate.Obligation {
	var payors []string
	for _, o := range same {
		payors = append(payors, o.Payor)
	}
	var list []extrapolate.Obligation
	if p, ok := payorOf(r.Payor, payors); ok {
		list = append(list, same[slices.Index(payors, p)])
	}
	named := strings.TrimSpace(r.Payor) != ""
	switch {
	case !named && len(same) > 1:
		list = append(list, totalOwed(same))
	case named && list == nil && len(same) == 1 && same[0].Payor == "":
		whole := same[0]
		switch nameless := slices.Equal(v.frame.Payors(), []string{""}); {
		case nameless && v.kinds(r.Kind) == 1: // the claims name no payor, the report does
		case nameless || v.hasPayor(r.Payor):
			whole.Amount, whole.Credited, whole.Due = nil, nil, nil
		default:
			return nil
		}
		list = append(list, whole)
	}
	return list
}

// hasPayor reports whether claims of the frame were paid by a payor.
func (v *verifier) hasPayor(stated string) bool {
	return slices.ContainsFunc(v.frame.Payors(), func(p string) bool { return samePayor(p, stated) })
}

// kinds is the number of obligations of a kind that are reported.
func (v *verifier) kinds(kind extrapolate.ObligationKind) (n int) {
	for _, r := range v.reported.Obligations {
		if r.Kind == kind {
			n++
		}
	}
	return n
}

// totalOwed adds up the obligations of one kind to several payors, which all have one last day.
func totalOwed(list []extrapolate.Obligation) extrapolate.Obligation {
	plus := func(a, b *decimal.Decimal) *decimal.Decimal {
		if a == nil || b == nil {
			return nil
		}
		sum := a.Add(*b)
		return &sum
	}
	sum := list[0]
	for _, o := range list[1:] {
		sum.Amount, sum.Credited, sum.Due = plus(sum.Amount, o.Amount), plus(sum.Credited, o.Credited), plus(sum.Due, o.Due)
	}
	return sum
}

// putOwed takes down what is owed, and why reported obligations that follow from the review have figures that do not.
func (v *verifier) putOwed(list []extrapolate.Obligation) {
	v.putObligations(v.values, list)
	v.lack(true, "no such obligation follows from the review", partOwed)
	for _, r := range v.reported.Obligations {
		path, same := owedPath(r.Kind, r.Payor), ofKind(r.Kind, list)
		if len(same) == 0 {
			continue
		}
		meant := v.meant(r, same)
		for _, name := range owedFigures {
			is, ok := v.values[path+name]
			switch {
			case ok && strings.TrimSpace(r.Payor) == "" && v.ofOnePayor(path+name, is, same):
				v.unsure[path+name] = true
				delete(v.values, path+name)
				v.lack(false, "payor not stated: it is the figure of one payor, not the total of the "+
					fmt.Sprint(len(same))+" that something is owed to", path+name)
			case ok:
			case !hasFigure(same, name) && name == "by":
				v.lack(false, "no last day follows from what is given", path+name)
			case !hasFigure(same, name):
				v.lack(false, "the review gives no such figure of this obligation", path+name)
			case meant != nil:
				v.lack(false, "it is one amount for the whole population, and no share of a payor follows from the review", path+name)
			case v.hasPayor(r.Payor) && slices.ContainsFunc(same, func(o extrapolate.Obligation) bool { return samePayor(o.Payor, r.Payor) }):
				v.lack(false, "the claims spell this payor in more than one way, and none of them is this one", path+name)
			}
		}
	}
}

// ofOnePayor reports whether a figure without a payor is not the total of several payors and is that of one of them.
func (v *verifier) ofOnePayor(path string, is value, same []extrapolate.Obligation) bool {
	f, stated := v.figureAt(path)
	if len(same) < 2 || !stated || f.matches(is, true) {
		return false
	}
	return slices.ContainsFunc(same, func(o extrapolate.Obligation) bool {
		one := values{}
		one.putObligation(path[:strings.LastIndexByte(path, '.')+1], o)
		x, ok := one[path]
		return f.matches(x, ok)
	})
}

// hasFigure reports whether obligations have a figure.
func hasFigure(list []extrapolate.Obligation, name string) bool {
	return slices.ContainsFunc(list, func(o extrapolate.Obligation) bool {
		one := values{}
		one.putObligation("", o)
		_, ok := one[name]
		return ok
	})
}
