package variable

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/iromath/iromath/appraisal/internal/stage"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// printNames lists the units or strata that have a name, behind their numbers, below a table of RAT-STATS that has no
// room for them.
func printNames(p *textfile.Page, names []string) {
	named := false
	for i, name := range names {
		if name == "" {
			continue
		}
		if !named {
			p.Blank()
			named = true
		}
		p.Row(textfile.Right(14, fmt.Sprint(i+1)), textfile.Left(17, name))
	}
}

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's. What rests on the secondary units of the universe is left out where their number is not known. Names of
// units stand below the table.
//
// Source: RAT-STATS User's Guide 4-51, 4-52.
func (r TwoStageResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	top(&p, "TWO-STAGE UNRESTRICTED VARIABLE APPRAISAL", h, true)
	for i, s := range r.Sections() {
		if err := stage.CheckSizes(s.Stages, 2); err != nil {
			return err
		}
		if i > 0 {
			p.Blank()
		}
		s.print(&p)
	}
	_, err := p.WriteTo(w)
	return err
}

func (s TwoStageSection) print(p *textfile.Page) {
	left, right := textfile.Left, textfile.Right
	banner(p, s.Kind)
	p.Row(left(1, "UNIT"), left(8, "SAMPLE SIZE/"))
	p.Row(right(4, "NBR"), left(8, "NONZERO ITEMS"), right(34, "SAMPLE MEAN"), right(47, "VARIANCE"), right(63, "UNIVERSE SIZE"),
		right(79, "POINT ESTIMATE"))
	p.Blank()
	row := func(number string, size, nonzero int64, mean, variance, universe, estimate string) {
		sampled := exact.CommasInt(size)
		p.Row(right(3, number), left(14-len(sampled), sampled+"/"+exact.CommasInt(nonzero)), right(34, mean), right(47, variance),
			right(63, universe), right(79, estimate))
	}
	names := make([]string, len(s.Units))
	for i, u := range s.Units {
		names[i] = u.Name
		row(fmt.Sprint(i+1), u.SampleSize, u.Nonzero, exact.Print(u.Mean, 2), exact.Print(u.Variance, 2),
			exact.CommasInt(u.Universe), exact.Commas(u.PointEstimate, 0))
	}
	first, second := s.Stages[0], s.Stages[1]
	mean, notSampled, secondary := "", "", ""
	if s.Mean != nil {
		mean = exact.Print(*s.Mean, 2)
		notSampled, secondary = exact.CommasInt(s.SecondaryUniverse-second.Universe), exact.CommasInt(s.SecondaryUniverse)
	}
	p.Blank()
	row("", second.SampleSize, s.Nonzero, mean, "", exact.CommasInt(second.Universe), exact.Commas(s.UnitsTotal, 0))
	printNames(p, names)
	p.Blank()
	p.Row(left(1, "NOT SAMPLED"))
	p.Row(right(6, exact.CommasInt(first.Universe-first.SampleSize)), right(63, notSampled))
	p.Row(left(1, "OVERALL TOTALS"))
	p.Row(right(6, exact.CommasInt(first.Universe)), right(63, secondary), right(79, exact.Commas(s.PointEstimate, 0)))
	p.Blank()
	p.Row(left(1, "STANDARD ERROR"), right(79, exact.Commas(s.StandardError, 0)))
	confidenceBlockAt(p, s.Estimate, 43)
}

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's, and names of units in capitals as RAT-STATS has them. A name that leaves no room for the figures stands in
// a line of its own.
//
// Source: RAT-STATS User's Guide 4-72; Companion Manual 3-30 to 3-32.
func (r ThreeStageResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	top(&p, "THREE-STAGE UNRESTRICTED VARIABLE APPRAISAL", h, true)
	for i, s := range r.Sections() {
		if err := stage.CheckSizes(s.Stages, 3); err != nil {
			return err
		}
		if i > 0 {
			p.Blank()
		}
		s.print(&p)
	}
	_, err := p.WriteTo(w)
	return err
}

func (s ThreeStageSection) print(p *textfile.Page) {
	left, right := textfile.Left, textfile.Right
	bannerAt(p, s.Kind, 8)
	p.Row(left(1, "FIRST STAGE"), right(23, "SAMPLE"), right(29, "NON-"))
	p.Row(left(3, "SECOND STAGE"), right(22, "SIZE"), right(30, "ZEROES"), right(42, "SAMPLE MEAN"), right(51, "VARIANCE"),
		right(62, "UNIVERSE"), right(79, "POINT ESTIMATE"))
	p.Row(left(1, strings.Repeat("=", 16)), right(23, "======"), right(30, "======"), right(42, strings.Repeat("=", 11)),
		right(51, strings.Repeat("=", 8)), right(63, strings.Repeat("=", 10)), right(79, strings.Repeat("=", 14)))
	for i, u := range s.Units {
		p.Row(left(1, nameOr(u.Name, "UNIT", i)))
		for k, v := range u.Units {
			name, size := nameOr(v.Name, "UNIT", k), exact.CommasInt(v.SampleSize)
			if utf8.RuneCountInString(name)+len(size) > 20 { // they have columns 3 to 23, with a blank between
				p.Row(left(3, name))
				name = ""
			}
			p.Row(left(3, name), right(23, size), right(30, exact.CommasInt(v.Nonzero)), right(42, exact.Print(v.Mean, 2)),
				right(51, exact.Print(v.Variance, 2)), right(63, exact.CommasInt(v.Universe)),
				right(79, exact.Commas(v.PointEstimate, 0)))
		}
		p.Blank()
		p.Row(left(5, "COMBINED"), right(23, exact.CommasInt(u.SampleSize)), right(42, exact.Commas(u.Mean, 0)),
			right(63, exact.CommasInt(u.Universe)), right(79, exact.Commas(u.PointEstimate, 0)))
		p.Blank()
	}
	p.Blank()
	p.Row(left(18, "STAGES"), right(47, "UNIVERSE"), right(63, "SAMPLED"))
	for i, name := range []string{"FIRST", "SECOND", "THIRD"} {
		size := s.Stages[i]
		p.Row(left(20, name), right(47, exact.CommasInt(size.Universe)), right(63, exact.CommasInt(size.SampleSize)))
	}
	p.Blank()
	p.Row(left(1, "OVERALL POINT ESTIMATE"), right(79, exact.Commas(s.PointEstimate, 0)))
	p.Row(left(1, "OVERALL STANDARD ERROR"), right(79, exact.Commas(s.StandardError, 0)))
	confidenceBlock(p, s.Estimate)
}

// nameOr is the name of a unit in capitals, or its number where it has none.
func nameOr(name, otherwise string, i int) string {
	if name == "" {
		return fmt.Sprintf("%s %d", otherwise, i+1)
	}
	return strings.ToUpper(name)
}
