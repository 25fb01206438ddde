// Samplesize prints how many claims a full sample needs, going by the overpayments of a probe (discovery) sample.
//
// Without flags it takes a probe sample of 50 claims of a fictitious clinic that is embedded in the program:
//
//	go run ./examples/samplesize
//
// A file of your own is a text file of RAT-STATS, one overpayment a line, 0 for a claim that was paid correctly or
// underpaid; the universe is the number of paid claims the sample is drawn from:
//
//	go run ./examples/samplesize -probe probe.txt -universe 48211 -audit "Willow Creek 2026"
//
// It prints the table of RAT-STATS, the size at the agreement's confidence and precision (90 and 25 percent, or those of
// -level and -precision), and with -fixed what precision a size that an agreement fixes will give:
//
//	go run ./examples/samplesize -probe probe.txt -universe 48211 -fixed 100,30
package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/sampling/samplesize"
)

//go:embed probe.txt
var exampleProbe string

// exampleUniverse is the universe of the embedded probe sample.
const exampleUniverse = 12_480

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr, time.Now); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "samplesize:", err)
		}
		os.Exit(1)
	}
}

// options are the flags, as they were parsed.
type options struct {
	probe            samplesize.Probe
	level, precision decimal.Decimal
	fixed            []int64
	heading          samplesize.Heading
	json             bool
}

// answer is all that is printed.
type answer struct {
	Table samplesize.ProbeTable `json:"table"`
	// Full is the size at the agreement's confidence and precision, as RAT-STATS works it out; Reaching the smallest
	// whose t interval is within the precision.
	Full     samplesize.Cell `json:"full"`
	Reaching int64           `json:"reaching"`
	// Fixed is the precision of the sizes asked for.
	Fixed samplesize.Curve `json:"fixed,omitempty"`
}

// run is the program. now is asked only where no date is given.
func run(args []string, stdout, stderr io.Writer, now func() time.Time) error {
	o, err := parse(args, stderr, now)
	if err != nil {
		return err
	}
	var a answer
	if a.Table, err = o.probe.Table(); err != nil {
		return err
	}
	if a.Full, err = o.probe.Size(o.level, o.precision); err != nil {
		return err
	}
	if a.Reaching, err = o.probe.SizeStudentT(o.level, o.precision); err != nil {
		return err
	}
	if len(o.fixed) > 0 {
		one := o.probe
		one.Levels = []decimal.Decimal{o.level}
		if a.Fixed, err = one.Curve(appraisal.StudentT, o.fixed); err != nil {
			return err
		}
	}
	if o.json {
		out := json.NewEncoder(stdout)
		out.SetIndent("", "  ")
		return out.Encode(a)
	}
	return a.print(stdout, o)
}

func (a answer) print(w io.Writer, o options) error {
	if err := a.Table.WriteText(w, o.heading); err != nil {
		return err
	}
	lines := []string{"",
		fmt.Sprintf("Full sample at %s confidence and %s precision: %s claims", percent(o.level), percent(o.precision), a.Full),
		fmt.Sprintf("  smallest whose t interval is within the precision: %d claims", a.Reaching),
	}
	if more := a.Full.Size - a.Table.ProbeSize; more > 0 {
		lines = append(lines, fmt.Sprintf("  with the probe sample of %d as its first part: %d more", a.Table.ProbeSize, more))
	} else {
		lines = append(lines, fmt.Sprintf("  the probe sample of %d is as large already", a.Table.ProbeSize))
	}
	for _, warning := range a.Table.Warnings {
		lines = append(lines, "  "+warning.Message)
	}
	if _, err := fmt.Fprintln(w, strings.Join(lines, "\n")); err != nil {
		return err
	}
	if a.Fixed == nil {
		return nil
	}
	fmt.Fprintln(w)
	return a.Fixed.WriteText(w, o.heading)
}

// parse reads the flags and the file they name.
func parse(args []string, stderr io.Writer, now func() time.Time) (options, error) {
	var o options
	f := flag.NewFlagSet("samplesize", flag.ContinueOnError)
	f.SetOutput(stderr)
	file := f.String("probe", "", "text file of the probe sample, one overpayment a line (default: the embedded example)")
	f.Int64Var(&o.probe.Universe, "universe", 0, "number of claims the full sample is drawn from")
	levels := f.String("levels", "80,90,95,99", "confidence levels of the table in percent, separated by commas")
	precisions := f.String("precisions", "1,2,5,10,15,25", "precisions of the table in percent")
	level := f.String("level", "90", "confidence of the full sample in percent")
	precision := f.String("precision", "25", "precision of the full sample in percent")
	fixed := f.String("fixed", "", "sizes whose precision is asked for, separated by commas: 100,30")
	f.BoolVar(&o.probe.OneSided, "one-sided", false, "levels are those of a one-sided limit")
	f.StringVar(&o.heading.Audit, "audit", "", "name of the audit or review, for the printout")
	f.StringVar(&o.heading.Date, "date", "", "date of the printout as it is to be printed (default: today)")
	format := f.String("format", "text", "text or json")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	switch {
	case f.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q", f.Arg(0))
	case *format != "text" && *format != "json":
		return o, fmt.Errorf("-format %q is not text or json", *format)
	case *file != "" && o.probe.Universe == 0:
		return o, errors.New("-probe takes -universe, the number of claims the sample is drawn from")
	}
	o.json = *format == "json"
	for _, list := range []struct {
		name, text string
		into       *[]decimal.Decimal
	}{{"levels", *levels, &o.probe.Levels}, {"precisions", *precisions, &o.probe.Precisions}} {
		var err error
		if *list.into, err = fractions(list.name, list.text); err != nil {
			return o, err
		}
	}
	for _, one := range []struct {
		name, text string
		into       *decimal.Decimal
	}{{"level", *level, &o.level}, {"precision", *precision, &o.precision}} {
		values, err := fractions(one.name, one.text)
		if err != nil || len(values) != 1 {
			return o, fmt.Errorf("-%s %q is not one percentage", one.name, one.text)
		}
		*one.into = values[0]
	}
	if *fixed != "" {
		for _, text := range strings.Split(*fixed, ",") {
			n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
			if err != nil {
				return o, fmt.Errorf("-fixed %q is no sample size", text)
			}
			o.fixed = append(o.fixed, n)
		}
	}
	if o.heading.Date == "" {
		o.heading.Date = now().Format("1/2/2006")
	}
	return o, o.read(*file)
}

// read reads the probe sample.
func (o *options) read(file string) error {
	if file == "" {
		if o.probe.Universe == 0 {
			o.probe.Universe = exampleUniverse
		}
		var err error
		o.probe.Overpayments, err = samplesize.ReadProbe(strings.NewReader(exampleProbe))
		return err
	}
	o.heading.File = file
	r, err := os.Open(file)
	if err != nil {
		return err
	}
	defer r.Close()
	if o.probe.Overpayments, err = samplesize.ReadProbe(r); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// maxPercent bounds the characters of a percentage, so that no exponent is expanded.
const maxPercent = 30

// fractions reads percentages.
func fractions(name, text string) ([]decimal.Decimal, error) {
	var list []decimal.Decimal
	for _, one := range strings.Split(text, ",") {
		one = strings.TrimSpace(one)
		d, err := decimal.NewFromString(one)
		if err != nil || len(one) > maxPercent || strings.ContainsAny(one, "eE") {
			return nil, fmt.Errorf("-%s %q is no percentage", name, one)
		}
		list = append(list, d.Shift(-2))
	}
	return list, nil
}

func percent(fraction decimal.Decimal) string { return fraction.Shift(2).String() + "%" }
