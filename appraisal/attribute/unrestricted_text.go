package attribute

import (
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's. A standard error that is not known is printed as "---". The limits of [Options.OneSidedLevels] stand below under
// a heading of their own: RAT-STATS has none.
//
// Source: RAT-STATS User's Guide 3-8, 3-9; Companion Manual 4-26, 4-28.
func (r UnrestrictedResult) WriteText(w io.Writer, h Heading) error {
	if (r.StandardError == nil) != (r.StandardErrorProportion == nil) {
		return fmt.Errorf("%w: the standard error of either the quantity or the proportion", appraisal.ErrResult)
	}
	var p textfile.Page
	p.Top("Single Stage Attribute Appraisal", h)
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT/REVIEW: "+h.Audit))
	}
	p.Blank()
	p.Blank()
	r.printEstimates(&p)
	p.Blank()
	p.Row(textfile.Left(41, "CONFIDENCE LIMITS"))
	for _, i := range r.Intervals {
		p.Blank()
		p.Row(textfile.Right(59, exact.String(exact.InPercent(i.Level))+"% CONFIDENCE LEVEL"))
		if r.Side != UpperSide {
			printLimit(&p, "LOWER LIMIT", i.LowerLimit, i.LowerProportion)
		}
		if r.Side != LowerSide {
			printLimit(&p, "UPPER LIMIT", i.UpperLimit, i.UpperProportion)
		}
	}
	switch r.Side {
	case UpperSide:
		p.Blank()
		p.Paragraph(5, textfile.Width, "SINCE NO ITEMS HAVING THE CHARACTERISTIC(S) OF INTEREST WERE FOUND IN THE SAMPLE, THE PROGRAM "+
			"HAS CALCULATED ONLY THE MAXIMUM NUMBER OF ITEMS HAVING THE CHARACTERISTIC(S) OF INTEREST IN THE UNIVERSE.")
	case LowerSide:
		p.Blank()
		p.Paragraph(5, textfile.Width, "SINCE ALL SAMPLE ITEMS CONTAINED THE CHARACTERISTIC(S) OF INTEREST, THE PROGRAM HAS CALCULATED "+
			"ONLY THE MINIMUM NUMBER OF ITEMS IN THE UNIVERSE HAVING THE CHARACTERISTIC(S) OF INTEREST.")
	}
	if len(r.OneSided) > 0 {
		p.Blank()
		p.Row(textfile.Left(41, textfile.OneSidedTitle))
		p.Row(textfile.Left(10, textfile.OneSidedNote))
	}
	for i, limit := range r.OneSided {
		if i > 0 {
			p.Blank()
		}
		p.Row(textfile.Right(59, exact.String(exact.InPercent(limit.Level))+"% ONE-SIDED"))
		printLimit(&p, "LOWER LIMIT", limit.LowerLimit, limit.LowerProportion)
		printLimit(&p, "UPPER LIMIT", limit.UpperLimit, limit.UpperProportion)
	}
	_, err := p.WriteTo(w)
	return err
}

// printEstimates prints the lines above the limits. Their figures start in one column, so that the longest ends the line.
func (r UnrestrictedResult) printEstimates(p *textfile.Page) {
	errorQuantity, errorPercent := "---", "---"
	if r.StandardError != nil {
		errorQuantity, errorPercent = exact.Commas(*r.StandardError, 0), percent3(*r.StandardErrorProportion)
	}
	rows := []struct {
		column       int
		label, value string
	}{
		{10, "UNIVERSE SIZE", exact.CommasInt(r.Universe)},
		{10, "SAMPLE SIZE", exact.CommasInt(r.SampleSize)},
		{10, "CHARACTERISTIC(S) OF INTEREST", ""},
		{12, "QUANTITY IDENTIFIED IN SAMPLE", exact.CommasInt(r.Count)},
		{12, "PROJECTED QUANTITY IN UNIVERSE", exact.Commas(r.PointEstimate, 0)},
		{12, "PERCENT", percent3(r.Proportion)},
		{10, "STANDARD ERROR", ""},
		{12, "PROJECTED QUANTITY", errorQuantity},
		{12, "PERCENT", errorPercent},
	}
	widest := 0
	for _, row := range rows {
		widest = max(widest, utf8.RuneCountInString(row.value))
	}
	for _, row := range rows {
		p.Row(textfile.Left(row.column, row.label), textfile.Left(textfile.Width-widest+1, row.value))
	}
}

// printLimit prints a limit as a quantity and as a percentage.
func printLimit(p *textfile.Page, label string, quantity int64, proportion decimal.Decimal) {
	p.Row(textfile.Left(10, label+" - QUANTITY"), textfile.Right(59, exact.CommasInt(quantity)))
	p.Row(textfile.Left(24, "PERCENT"), textfile.Right(60, percent3(proportion)))
}

// percent3 prints a fraction in percent with three places and no zero before the point: "20.500%", ".390%".
func percent3(fraction decimal.Decimal) string {
	return exact.Print(exact.InPercent(fraction), 3) + "%"
}
