package sampling

import (
	"fmt"
	"strconv"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// table is a list of random numbers as RAT-STATS prints it for single stage, sets and frames: the sample in sequential
// order and the spares in generated order, each row an order of selection and one or more numbers.
type table struct {
	title string
	// seed is the seed as printed.
	seed      string
	frameSize int64
	// notes are lines about the plan that RAT-STATS leaves out and a second draw needs; that of the frame's digest follows.
	notes []string
	// digest is that of the frame, if there is one.
	digest string
	// drawnBefore is the line about drawing on, empty for a first draw.
	drawnBefore string
	// columns are those behind the order of selection.
	columns []tableColumn
	// across is how many rows of the table the printer puts on a line, each in stride columns.
	across, stride int
	sample, spares tableRows
	// summation is the sum of all numbers where the module prints one.
	summation string
}

// tableColumn is how a column of numbers looks in each of the printouts.
type tableColumn struct {
	// legend names the column in the legend of the text file and in errors: "RANDOM NUMBER".
	legend string
	// head are the two heading lines of the text file, printer those of the printer, sheet the one of the Excel output.
	head, printer [2]string
	sheet         string
	// width is the least number of columns in the text file, digits the number of them in the flat file, end the last
	// column on the printer.
	width, digits, end int
	// commas says that the printer puts commas between the thousands.
	commas bool
	// widest are numbers that no number of the column is wider than.
	widest [2]int64
}

// tableRows are the rows of a list. The numbers that at returns are valid until it is called again.
type tableRows struct {
	count int
	at    func(i int) (order int64, numbers []int64)
}

// total is the count of all numbers.
func (t *table) total() int { return t.sample.count + t.spares.count }

// drawnBeforeLine is the line about drawing on, empty for a first draw.
func drawnBeforeLine(before, size int64) string {
	if before == 0 {
		return ""
	}
	return fmt.Sprintf("ORDERS OF SELECTION 1 THROUGH %d WERE DRAWN EARLIER, %d THROUGH %d NOW", before, before+1, size)
}

// printedSeed is a seed that has been drawn with as it is printed: that of RAT-STATS with two decimals.
func printedSeed(m Method, seed string) string {
	if m == RATSTATS {
		if d, err := parseSeed(seed); err == nil {
			return printSeed(d)
		}
	}
	return seed
}

// seedLines writes the audit, the seed number and the size of the frame.
func (t *table) seedLines(p *textfile.Page, h Heading) {
	auditLine(p, h)
	p.Blank()
	p.Row(textfile.Left(1, "SEED NUMBER: "+t.seed), textfile.Left(54, "FRAME SIZE:"),
		textfile.Right(textfile.Width, exact.CommasInt(t.frameSize)))
	p.Blank()
}

// auditLine writes the name of the audit if there is one.
func auditLine(p *textfile.Page, h Heading) {
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT: "+h.Audit))
	}
}

// planLines writes what RAT-STATS leaves out and a second draw needs.
func (t *table) planLines(p *textfile.Page) {
	noteLines(p, t.notes)
	noteLines(p, digestNote(t.digest))
	if t.drawnBefore != "" {
		p.Row(textfile.Left(8, t.drawnBefore))
	}
}

// noteLines writes lines about a plan.
func noteLines(p *textfile.Page, notes []string) {
	for _, note := range notes {
		p.Row(textfile.Left(8, note))
	}
}

// fileHeader writes what text file and flat file start with, a blank line at its end.
func (t *table) fileHeader(p *textfile.Page, h Heading) {
	p.Top(t.title, h)
	t.seedLines(p, h)
	if h.File != "" {
		p.Line("       FILE OF RANDOM NUMBERS: %s", h.File)
		p.Blank()
	}
	p.Line("       TOTAL RANDOM NUMBERS GENERATED: %d", t.total())
	p.Line("       %d IN SEQUENTIAL ORDER, %d SPARES IN GENERATED ORDER", t.sample.count, t.spares.count)
	t.planLines(p)
	p.Blank()
}

// summationLine ends text file and flat file.
func (t *table) summationLine(p *textfile.Page) {
	if t.summation != "" {
		p.Blank()
		p.Line("SUMMATION OF RANDOM NUMBERS = %s", t.summation)
	}
}

// each calls f for every row, the sample first, until f fails.
func (t *table) each(f func(order int64, numbers []int64) error) error {
	for _, list := range []tableRows{t.sample, t.spares} {
		for i := range list.count {
			if err := f(list.at(i)); err != nil {
				return err
			}
		}
	}
	return nil
}

func digitsOf(n int64) string { return strconv.FormatInt(n, 10) }
