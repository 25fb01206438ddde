package sampling

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// TicketsRecommendation says why tickets are the better choice where there is one. Printouts end with it.
const TicketsRecommendation = "Tickets are recommended where the agreement leaves the choice of the " +
	"method: they need no numbering of the claims, do not depend on the order of the file, and a claim that " +
	"leaves the frame does not reshuffle the rest. Anyone can compute a ticket again from the claim's id and the " +
	"public seed. RAT-STATS stays the default, and is to be used where the agreement requires it."

// ticketPlaces is the number of places of a ticket on a printout. They are cut off there, not rounded, as the original
// shows them.
const ticketPlaces = 9

// Short returns the ticket with nine places behind the point, cut off: what printouts show.
func (u TicketUnit) Short() string { return u.Ticket[:min(len(u.Ticket), len("0.")+ticketPlaces)] }

// String shows a unit as "1 - 0.410310858 - B-2".
func (u TicketUnit) String() string { return fmt.Sprintf("%d - %s - %s", u.Order, u.Short(), u.ID) }

// WriteText writes the selection as a text file: one id a line in the order of tickets, sample and then spares, each
// with its order of selection and the first nine places of its ticket. An id with a blank at its start or end, or a
// character that does not print, stands in quotes. The error wraps [ErrSelection] if the tickets are not those of seed
// and ids.
func (s TicketSelection) WriteText(w io.Writer, h Heading) error {
	if err := s.Check(); err != nil {
		return err
	}
	var p textfile.Page
	p.Top("Selection by Tickets", h)
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT: "+h.Audit))
	}
	p.Blank()
	p.Row(textfile.Left(1, "PUBLIC SEED: "+ticketPrint(s.Seed)), textfile.Left(54, "FRAME SIZE:"),
		textfile.Right(textfile.Width, exact.CommasInt(s.FrameSize)))
	p.Blank()
	if h.File != "" {
		p.Row(textfile.Left(8, "FILE OF IDS: "+h.File))
		p.Blank()
	}
	p.Line("       TOTAL IDS SELECTED: %d", s.Size+s.Spares)
	p.Line("       %d IN THE SAMPLE, %d SPARES, BOTH IN THE ORDER OF THEIR TICKETS", s.Size, s.Spares)
	if s.DrawnBefore > 0 {
		p.Line("       ORDERS OF SELECTION 1 THROUGH %d WERE DRAWN EARLIER, %d THROUGH %d NOW",
			s.DrawnBefore, s.DrawnBefore+1, s.Size)
	}
	noteLines(&p, digestNote(s.FrameDigest))
	p.Blank()
	for _, list := range []struct {
		name  string
		units []TicketUnit
	}{{"Sample", s.Sample}, {"Spares", s.SpareUnits}} {
		if len(list.units) == 0 {
			continue
		}
		p.Line("%s", list.name)
		p.Row(textfile.Right(8, "Order"), textfile.Left(12, "Ticket"), textfile.Left(26, "Id"))
		for _, u := range list.units {
			p.Row(textfile.Right(8, strconv.FormatInt(u.Order, 10)), textfile.Left(12, u.Short()),
				textfile.Left(26, ticketPrint(u.ID)))
		}
		p.Blank()
	}
	p.Paragraph(0, textfile.Width, "With h(s) for the 64 hexadecimal digits of the SHA-256 hash of a text, the ticket of "+
		"an id is 0. followed by the decimal digits of h(h(seed)+id) in reverse order (Rivest's consistent_sampler, first "+
		"generation). The ids with the smallest tickets are selected.")
	p.Blank()
	p.Paragraph(0, textfile.Width, TicketsRecommendation)
	_, err := p.WriteTo(w)
	return err
}

// ticketPrint shows an id or a seed so that nothing of it is lost in print.
func ticketPrint(s string) string {
	if q := strconv.Quote(s); q != `"`+s+`"` || strings.TrimSpace(s) != s {
		return q
	}
	return s
}
