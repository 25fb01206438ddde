package sampling

import (
	"io"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// rhcTitle is what RAT-STATS calls this module.
const rhcTitle = "RHC Sample Selection"

// WriteText writes RAT-STATS' complete output, the same for file and printer: every group with its units (name,
// size, sub-units) and its totals, and behind them both seeds, the number of units and of sampled ones, and the
// summary. As in RAT-STATS the groups do not mark the selected unit. The file of the heading is the output file; the
// one of all units is the plan's. The error wraps [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-77 to 2-79, Companion Manual 1-13 to 1-17.
func (s RHCSelection) WriteText(w io.Writer, h Heading) error {
	s, err := s.redraw()
	if err != nil {
		return err
	}
	var p textfile.Page
	s.completeTop(&p, h, "INPUT FILE: ", s.File)
	for i, g := range s.Groups {
		s.groupLines(&p, i+1, g)
	}
	s.completeTop(&p, h, "OUTPUT FILE: ", h.File)
	s.summaryLines(&p)
	_, err = p.WriteTo(w)
	return err
}

// completeTop writes the header of both parts.
func (s RHCSelection) completeTop(p *textfile.Page, h Heading, label, file string) {
	p.Top(rhcTitle, h)
	auditLine(p, h)
	if file != "" {
		p.Row(textfile.Center(textfile.Width, label+file))
	}
	p.Blank()
}

// words are the names of the units and of their sub-units in headings.
func (l RHCLevel) words() (unit, subUnit string) {
	if l == RHCSecondary {
		return "SECONDARY", "3RD STAGE"
	}
	return "PRIMARY", "SECONDARY"
}

// groupLines writes one group.
func (s RHCSelection) groupLines(p *textfile.Page, number int, g RHCGroup) {
	places := rhcPlaces(s.Units)
	unit, subUnit := s.Level.words()
	p.Row(textfile.Center(textfile.Width, "GROUP "+digitsOf(int64(number))))
	p.Blank()
	p.Row(textfile.Left(11, unit), textfile.Right(55, unit), textfile.Right(70, subUnit))
	p.Row(textfile.Left(11, "UNIT"), textfile.Right(55, "UNIT SIZE"), textfile.Right(70, "UNIVERSE"))
	p.Blank()
	for _, u := range g.Units {
		p.Row(textfile.Left(11, u.Name), textfile.Right(55, exact.Commas(u.Size, places)),
			textfile.Right(70, exact.CommasInt(u.SubUnits)))
	}
	p.Blank()
	p.Row(textfile.Left(16, "GROUP TOTALS:"), textfile.Right(31, digitsOf(int64(len(g.Units)))),
		textfile.Right(55, exact.Commas(g.Size, places)), textfile.Right(70, exact.CommasInt(g.SubUnits)))
	p.Blank()
}

// summaryLines writes seeds, counts and the selected units.
func (s RHCSelection) summaryLines(p *textfile.Page) {
	places := rhcPlaces(s.Units)
	unit, subUnit := s.Level.words()
	p.Row(textfile.Left(1, "SEED NUMBER #1: "+RATSTATS.printedSeed(s.PartitionSeed)))
	p.Row(textfile.Left(1, "SEED NUMBER #2: "+RATSTATS.printedSeed(s.SelectionSeed)))
	p.Row(textfile.Left(1, "NUMBER OF "+unit+" UNITS IN THE POPULATION:"),
		textfile.Right(55, exact.CommasInt(int64(len(s.Units)))))
	p.Row(textfile.Left(1, "NUMBER OF "+unit+" UNITS SAMPLED:"), textfile.Right(55, exact.CommasInt(s.Size)))
	for _, note := range digestNote(s.FrameDigest) {
		p.Row(textfile.Left(1, note))
	}
	p.Blank()
	p.Row(textfile.Right(40, subUnit), textfile.Right(55, unit), textfile.Right(70, "GROUP"),
		textfile.Right(77, "UNITS"))
	p.Row(textfile.Left(1, unit+" UNIT"), textfile.Right(40, "UNIVERSE"), textfile.Right(55, "UNIT SIZE"),
		textfile.Right(70, "SIZE"), textfile.Right(77, "IN GRP"))
	p.Blank()
	for _, r := range s.Summary {
		p.Row(textfile.Left(1, r.Name), textfile.Right(40, exact.CommasInt(r.SubUnits)),
			textfile.Right(55, exact.Commas(r.Size, places)), textfile.Right(70, exact.Commas(r.GroupSize, places)),
			textfile.Right(77, exact.CommasInt(r.UnitsInGroup)))
	}
}

// WriteSummary writes the text file that the RHC appraisals read, a line for each selected unit in the order of the
// groups: name, sub-units, size, size of the group and number of units in it, without commas. It has no
// heading. [ReadRHCSummary] reads it. The error wraps [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-79, Companion Manual 1-17.
func (s RHCSelection) WriteSummary(w io.Writer) error {
	s, err := s.redraw()
	if err != nil {
		return err
	}
	return WriteRHCSummary(w, s.Summary)
}

// WriteRHCSummary writes rows of a summary as [RHCSelection.WriteSummary] does, such as rows of which some have been
// replaced. The error wraps [ErrRHCFile] for a row that could not be read again.
func WriteRHCSummary(w io.Writer, rows []RHCRow) error {
	var p textfile.Page
	for i, r := range rows {
		if rule := r.rule(); rule != "" {
			return rowError(i, rule)
		}
		p.Row(textfile.Left(1, r.Name), textfile.Right(28, digitsOf(r.SubUnits)),
			textfile.Right(41, exact.String(r.Size)), textfile.Right(54, exact.String(r.GroupSize)),
			textfile.Right(63, digitsOf(r.UnitsInGroup)))
	}
	_, err := p.WriteTo(w)
	return err
}

// SummarySheet returns the rows of RAT-STATS' Excel output: column names and the summary. The error wraps
// [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-80.
func (s RHCSelection) SummarySheet() (Sheet, error) {
	s, err := s.redraw()
	if err != nil {
		return Sheet{}, err
	}
	unit, subUnit := "Primary", "Secondary"
	if s.Level == RHCSecondary {
		unit, subUnit = "Secondary", "3rd Stage"
	}
	rows := [][]string{{unit + " Unit ID", subUnit + " Universe", unit + " Unit Size", "Group Size", "Units in Group"}}
	for _, r := range s.Summary {
		rows = append(rows, []string{r.Name, digitsOf(r.SubUnits), exact.String(r.Size), exact.String(r.GroupSize),
			digitsOf(r.UnitsInGroup)})
	}
	return Sheet{"SUMMARY", rows}, nil
}

// rhcPlaces are the decimals that all sizes are printed with: as many as one of them has.
func rhcPlaces(units []RHCUnit) int {
	places := 0
	for _, u := range units {
		places = max(places, exact.Places(u.Size))
	}
	return places
}
