package textfile

import (
	"fmt"
	"io"
	"math"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// Counts returns the first numbers of the line as whole ones from 0 to most, and appends a finding for each that is none;
// names are theirs, in order.
func (u Unit) Counts(wrong *finding.RowErrors, most int64, names ...string) []int64 {
	counts := make([]int64, len(names))
	for i, name := range names {
		n, ok := Whole(u.Numbers[i], most)
		if !ok {
			*wrong = append(*wrong, finding.RowError{Line: u.Line, Column: name,
				Value: finding.Clip(exact.String(u.Numbers[i])),
				Rule:  fmt.Sprintf("not a whole number from 0 to %d", most)})
		}
		counts[i] = n
	}
	return counts
}

// Within appends a finding where a number of the line is not from least to most.
func (u Unit) Within(wrong *finding.RowErrors, name string, n, least, most int64) {
	if n < least || n > most {
		*wrong = append(*wrong, finding.RowError{Line: u.Line, Column: name, Value: fmt.Sprint(n),
			Rule: fmt.Sprintf("not from %d to %d", least, most)})
	}
}

// Nest is a line of a unit file with the lines that follow for its members.
type Nest struct {
	Unit
	Members []Unit
}

// ReadNested reads a unit file in which a line of outer numbers says, by the number at count, how many lines of inner
// numbers follow it for its members, at least one. Fields are those of [ReadUnits]. Every wrong line is reported, in one
// finding.RowErrors, but for those behind a line that does not say how many follow: what they are cannot be told.
func ReadNested(r io.Reader, commas bool, outer, inner, count int) ([]Nest, error) {
	var heads []int // where outer lines stand among all
	var left int64
	head, lost := false, false
	units, err := ReadUnits(r, commas, func(before []Unit) int {
		if head {
			n, ok := Whole(before[len(before)-1].Numbers[count], math.MaxInt64)
			left, head, lost = n, false, !ok || n < 1
		}
		switch {
		case lost:
			return -1
		case left > 0:
			left--
			return inner
		}
		heads, head = append(heads, len(before)), true
		return outer
	})
	if err != nil {
		return nil, err
	}
	var nests []Nest
	for _, at := range heads {
		u := units[at]
		n, ok := Whole(u.Numbers[count], math.MaxInt64)
		rest := int64(len(units) - at - 1)
		if !ok || n < 1 || n > rest {
			rule := fmt.Sprintf("so many lines have to follow, and there are %d", rest)
			if !ok || n < 1 {
				rule = "has to be a whole number above 0, of the lines that follow"
			}
			return nil, finding.RowErrors{{Line: u.Line, Column: "sample size",
				Value: finding.Clip(exact.String(u.Numbers[count])), Rule: rule}}
		}
		nests = append(nests, Nest{u, units[at+1 : at+1+int(n) : at+1+int(n)]})
	}
	return nests, nil
}
