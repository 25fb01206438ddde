// Claimsreview runs a claims review under a Corporate Integrity Agreement from draw to report.
//
// Without flags it reviews the claims of a fictitious clinic that are embedded in the program:
//
//	go run ./examples/claimsreview
//
// With a claims file and without determinations it draws the sample and writes the worklist of claims to pull and the saved
// review; with -resume it goes on from there:
//
//	go run ./examples/claimsreview -claims claims.csv.gz -seed 48863.78 -out review
//	go run ./examples/claimsreview -claims claims.csv.gz -resume review/review.json \
//		-determinations review/worklist_discovery_sample.csv -out review
//
// The report comes as text, or with -format as JSON, Markdown or HTML; -out writes all four. report.html is one file for the
// screen and for paper.
//
// Claims that never belonged in the population leave with -corrections, before the determinations of the run are taken. The
// walk-throughs of the systems behind overpaid claims come with -systems, after them: a finished run with -out writes the list
// of those still to be made.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/examples/internal/readfile"
	"github.com/iromath/iromath/reportable"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr, time.Now); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "claimsreview:", err)
		}
		os.Exit(1)
	}
}

// options are the flags.
type options struct {
	claims, determinations, agreement, resume string
	corrections, systems                      string
	protocol, seed, fullSeed                  string
	format, out, date                         string
	payors, from, through, comma              string
	mask                                      bool
	frame                                     iromath.FrameOptions
}

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("claimsreview", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&o.claims, "claims", "", "claims file: CSV with a header line, gzip too (default: the embedded example)")
	f.StringVar(&o.determinations, "determinations", "", "CSV of determinations: claim_id, correct, documentation, and paid, reason, category if there are any")
	f.StringVar(&o.corrections, "corrections", "", "JSON list of corrections of the frame: ground, description, search, claims, monitor")
	f.StringVar(&o.systems, "systems", "", "CSV of walk-throughs of overpaid claims: claim_id, coded_at_source, entered_correctly, cross_walked, point, other, cause, observation, action, recommendation")
	f.StringVar(&o.agreement, "agreement", "", "agreement as JSON (default: the usual parameters of the protocol)")
	f.StringVar(&o.resume, "resume", "", "saved review to go on with; takes the same claims file")
	f.StringVar(&o.protocol, "protocol", "", "discovery, single or quarterly (default discovery)")
	f.StringVar(&o.seed, "seed", "", "seed number (default: seconds since midnight, as RAT-STATS has it)")
	f.StringVar(&o.fullSeed, "full-seed", "", "seed number of a fresh full sample, where the agreement has one")
	f.StringVar(&o.format, "format", "text", "form of the report: text, json, html or markdown")
	f.StringVar(&o.out, "out", "", "folder for the report in every form, worklist, printouts and the saved review")
	f.BoolVar(&o.mask, "mask-patients", false, "leave no more than the last four characters of patients' identifiers in the report")
	f.StringVar(&o.date, "date", "", "day the determinations were complete, 2006-01-02 (default: today)")
	f.StringVar(&o.payors, "payors", "", "payors of the population, separated by commas")
	f.StringVar(&o.from, "from", "", "first day of the review period, 2006-01-02")
	f.StringVar(&o.through, "through", "", "last day of the review period")
	f.StringVar(&o.frame.ID, "id", "", "column of the claim id (default claim_id)")
	f.StringVar(&o.frame.Paid, "paid", "", "column of the paid amount (default paid)")
	f.StringVar(&o.frame.Segment, "segment", "", "column of the segment (default segment, if there is one)")
	f.StringVar(&o.frame.Payor, "payor", "", "column of the payor (default payor, if there is one)")
	f.StringVar(&o.frame.Date, "date-column", "", "column of the date that has to be in the period (default paid_date)")
	f.StringVar(&o.frame.Comma, "comma", "", "field separator of the claims file: , ; | or a tab (default ,)")
	f.StringVar(&o.comma, "determinations-comma", "", "field separator of the determinations (default ,)")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	switch {
	case f.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q", f.Arg(0))
	case forms[o.format].write == nil:
		return o, fmt.Errorf("-format %q is not text, json, html or markdown", o.format)
	case o.agreement != "" && o.protocol != "":
		return o, errors.New("the agreement names the protocol; leave -protocol out")
	}
	if o.resume != "" {
		var err error
		f.Visit(func(used *flag.Flag) {
			switch used.Name {
			case "resume", "claims", "corrections", "determinations", "determinations-comma", "systems", "format", "out", "date",
				"mask-patients":
			default:
				err = fmt.Errorf("-resume goes on with the saved agreement, seeds and columns; leave -%s out", used.Name)
			}
		})
		return o, err
	}
	return o, nil
}

// run is the program. now is asked only where a seed or a day is not given.
func run(args []string, stdout, stderr io.Writer, now func() time.Time) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	in, err := open(o)
	if err != nil {
		return err
	}
	review, err := start(o, in, stderr, now)
	if err != nil {
		return err
	}
	day, err := dayOf(o, in, now)
	if err != nil {
		return err
	}
	if review, err = correct(review, o, day, stderr); err != nil {
		return err
	}
	if review, err = submit(review, o, in, day, stderr); err != nil {
		return err
	}
	if review, err = walkThrough(review, o, in, day, stderr); err != nil {
		return err
	}
	if !review.Done() {
		return waiting(review, o, stdout, stderr)
	}
	report, err := review.Report(iromath.ReportOptions{Date: day, MaskPatients: o.mask})
	if err != nil {
		return err
	}
	return finished(review, report, o, stdout, stderr)
}

// start draws the first sample, or takes up a saved review.
func start(o options, in input, stderr io.Writer, now func() time.Time) (*iromath.Review, error) {
	if o.resume != "" {
		return resume(o, in, stderr)
	}
	agreement, err := in.readAgreement(o)
	if err != nil {
		return nil, err
	}
	columns, own := o.frame, agreement.FrameOptions()
	columns.Payors, columns.From, columns.Through = own.Payors, own.From, own.Through
	frame, err := in.readFrame(columns, stderr)
	if err != nil {
		return nil, err
	}
	seeds := iromath.Seeds{First: o.seed, Full: o.fullSeed}
	switch {
	case seeds.First != "":
	case in.embedded:
		seeds.First = exampleSeed
	default:
		t := now()
		midnight := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
		seeds.First = fmt.Sprintf("%.2f", t.Sub(midnight).Seconds())
		fmt.Fprintf(stderr, "seed number %s, the seconds since midnight\n", seeds.First)
	}
	return iromath.NewReview(agreement, frame, seeds)
}

// resume takes up a saved review on the same claims file, read as it was.
func resume(o options, in input, stderr io.Writer) (*iromath.Review, error) {
	saved, err := readfile.Read(o.resume, readfile.MaxJSON)
	if err != nil {
		return nil, err
	}
	columns, err := iromath.SavedFrameOptions(saved)
	if err != nil {
		return nil, err
	}
	frame, err := in.readFrame(columns, stderr)
	if err != nil {
		return nil, err
	}
	return iromath.ResumeReview(saved, frame)
}

// percent writes a fraction with three places.
func percent(d decimal.Decimal) string { return d.Shift(2).StringFixed(3) + "%" }

// dayOf is the day of the determinations.
func dayOf(o options, in input, now func() time.Time) (reportable.Date, error) {
	switch {
	case o.date != "":
		return reportable.ParseDate(o.date)
	case in.embedded:
		return reportable.ParseDate(exampleDay)
	}
	t := now()
	return reportable.NewDate(t.Year(), t.Month(), t.Day())
}

// correct makes the corrections of a file.
func correct(review *iromath.Review, o options, day reportable.Date, stderr io.Writer) (*iromath.Review, error) {
	if o.corrections == "" {
		return review, nil
	}
	data, err := readfile.Read(o.corrections, readfile.MaxJSON)
	if err != nil {
		return nil, err
	}
	list, err := iromath.ParseCorrections(data)
	if err != nil {
		return nil, err
	}
	for _, c := range list {
		if review, err = review.Correct(day, c); err != nil {
			return nil, err
		}
		made := review.Corrections()
		last := made[len(made)-1]
		fmt.Fprintf(stderr, "correction %d: %d claims left the frame, %d of them drawn\n", last.Number, last.Count, len(last.Drawn))
	}
	for _, w := range review.Warnings() {
		fmt.Fprintf(stderr, "warning: %s\n", w.Message)
	}
	return review, nil
}

// walkThrough hands in the walk-throughs there are for overpaid claims. A file that is named and holds none that is wanted
// is an error.
func walkThrough(review *iromath.Review, o options, in input, day reportable.Date, stderr io.Writer) (*iromath.Review, error) {
	walks, others, err := in.readSystems(review.SystemsWorklist())
	switch {
	case err != nil:
		return nil, err
	case len(walks) == 0 && o.systems != "":
		return nil, fmt.Errorf("%s holds no walk-through of an overpaid claim that needs one, but %d of other claims", o.systems, others)
	case len(walks) == 0:
		return review, nil
	}
	fmt.Fprintf(stderr, "systems review: %d walk-throughs taken, %d of other claims passed over\n", len(walks), others)
	return review.SubmitSystems(day, walks)
}

// submit hands in determinations as long as there are any for the worklist. The file may hold those of other claims;
// they are counted. A file that is named and holds none of the worklist is an error.
func submit(review *iromath.Review, o options, in input, day reportable.Date, stderr io.Writer) (*iromath.Review, error) {
	named := o.determinations != ""
	if named && review.Done() {
		return nil, errors.New("the saved review has all its determinations; leave -determinations out")
	}
	for !review.Done() {
		determinations, others, err := in.readDeterminations(o, review.Worklist())
		if err != nil {
			return nil, err
		}
		stage := strings.ReplaceAll(string(review.Stage()), "_", " ")
		if len(determinations) == 0 {
			if named {
				return nil, fmt.Errorf("%s holds no determination of a claim of the %s, but %d of other claims", o.determinations, stage, others)
			}
			return review, nil
		}
		named = false
		next, err := review.Submit(day, determinations)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(stderr, "%s: %d determinations taken, %d of other claims passed over\n",
			stage, len(determinations), others)
		review = next
		if size := review.Outcome().Size; size != nil && !review.Done() {
			fmt.Fprintf(stderr, "the error rate of %s meets the threshold: a full sample of %d claims is due\n",
				percent(review.Outcome().First.ErrorRate), size.Size)
		}
	}
	return review, nil
}
