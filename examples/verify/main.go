// Verify holds what an Independent Review Organization (IRO) reports about a claims review against the data: it draws the
// sample again, takes the determinations, works everything out and answers for each reported figure. Where figures differ it
// names the error behind them.
//
// Without flags it verifies the report of a fictitious IRO that is embedded in the program, with an error in it:
//
//	go run ./examples/verify
//
// From files, or from a saved review that holds its results:
//
//	go run ./examples/verify -claims claims.csv -determinations determinations.csv -agreement agreement.json -reported reported.json
//	go run ./examples/verify -replay review.json
//	go run ./examples/verify -replay review.json -claims claims.csv
//
// It exits with 0 if every figure matches, with 1 if one differs or cannot be checked, and with 2 if it could not run. A replay
// without -claims cannot check the digest of the frame and its total paid: it runs everything else again and exits with 1.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/examples/internal/readfile"
)

// What the program exits with.
const (
	exitMatches = 0
	exitDiffers = 1
	exitFailed  = 2
)

// The embedded example: a medical group whose IRO put a spare in the place of a chart that could not be found.
var (
	//go:embed data/claims.csv
	exampleClaims []byte
	//go:embed data/determinations.csv
	exampleDeterminations []byte
	//go:embed data/agreement.json
	exampleAgreement []byte
	//go:embed data/reported.json
	exampleReported []byte
)

func main() {
	ok, err := run(os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case err != nil:
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "verify:", err)
		}
		os.Exit(exitFailed)
	case !ok:
		os.Exit(exitDiffers)
	}
	os.Exit(exitMatches)
}

// options are the flags.
type options struct {
	claims, determinations, agreement, reported, replay string
	format, comma                                       string
	frame                                               iromath.FrameOptions
}

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("verify", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&o.claims, "claims", "", "claims file the frame is read from: CSV with a header line, gzip too")
	f.StringVar(&o.determinations, "determinations", "", "CSV of determinations: claim_id, correct, documentation, and paid if there is one")
	f.StringVar(&o.agreement, "agreement", "", "agreement as JSON (default: that in the file of reported figures)")
	f.StringVar(&o.reported, "reported", "", "reported figures as JSON, each as it is printed")
	f.StringVar(&o.replay, "replay", "", "saved review with its results, in place of the files above but the claims")
	f.StringVar(&o.format, "format", "text", "form of the answer: text or json")
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
	named := o.claims != "" || o.determinations != "" || o.reported != "" || o.agreement != ""
	switch {
	case f.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q", f.Arg(0))
	case o.format != "text" && o.format != "json":
		return o, fmt.Errorf("-format %q is not text or json", o.format)
	case o.replay != "" && (o.determinations != "" || o.reported != "" || o.agreement != ""):
		return o, errors.New("-replay has determinations, figures and agreement in it; name nothing but -claims beside it")
	case o.replay == "" && named && (o.claims == "" || o.determinations == "" || o.reported == ""):
		return o, errors.New("-claims, -determinations and -reported go together")
	}
	return o, nil
}

// run is the program. It reports whether every figure matches.
func run(args []string, stdout, stderr io.Writer) (bool, error) {
	o, err := parse(args, stderr)
	if err != nil {
		return false, err
	}
	var answer iromath.Verification
	if o.replay != "" {
		answer, err = replay(o)
	} else {
		answer, err = verify(o)
	}
	if err != nil {
		return false, err
	}
	if o.replay != "" && o.claims == "" {
		fmt.Fprintln(stderr, "verify: the digest of the frame and its total paid are checked against the claims file only: give -claims")
	}
	if o.format == "json" {
		data, err := json.MarshalIndent(answer, "", "  ")
		if err != nil {
			return false, err
		}
		_, err = stdout.Write(append(data, '\n'))
		return answer.OK, err
	}
	return answer.OK, answer.WriteText(stdout)
}

// replay runs a saved review again, on the claims file if it is named.
func replay(o options) (iromath.Verification, error) {
	saved, err := readfile.Read(o.replay, readfile.MaxJSON)
	if err != nil {
		return iromath.Verification{}, err
	}
	if o.claims == "" {
		return iromath.Replay(saved, nil)
	}
	columns, err := iromath.SavedFrameOptions(saved)
	if err != nil {
		return iromath.Verification{}, err
	}
	claims, err := readfile.Read(o.claims, readfile.MaxClaims)
	if err != nil {
		return iromath.Verification{}, err
	}
	frame, others, err := frames(claims, columns)
	if err != nil {
		return iromath.Verification{}, err
	}
	return iromath.Replay(saved, frame, others...)
}

// verify verifies the files that are named, or the embedded ones.
func verify(o options) (iromath.Verification, error) {
	fail := func(err error) (iromath.Verification, error) { return iromath.Verification{}, err }
	claims, determinations, figures, agreement := exampleClaims, exampleDeterminations, exampleReported, exampleAgreement
	if o.claims != "" {
		agreement = nil
		for _, f := range []struct {
			name string
			into *[]byte
			most int64
		}{
			{o.claims, &claims, readfile.MaxClaims}, {o.determinations, &determinations, readfile.MaxJSON},
			{o.reported, &figures, readfile.MaxJSON}, {o.agreement, &agreement, readfile.MaxJSON},
		} {
			if f.name == "" {
				continue
			}
			var err error
			if *f.into, err = readfile.Read(f.name, f.most); err != nil {
				return fail(err)
			}
		}
	}
	reported, err := iromath.ParseReported(figures)
	if err != nil {
		return fail(err)
	}
	if agreement != nil {
		if reported.Agreement, err = iromath.ParseAgreement(agreement); err != nil {
			return fail(err)
		}
	}
	columns, own := o.frame, reported.Agreement.FrameOptions()
	columns.Payors, columns.From, columns.Through = own.Payors, own.From, own.Through
	frame, others, err := frames(claims, columns)
	if err != nil {
		return fail(err)
	}
	decided, _, err := iromath.ReadDeterminations(bytes.NewReader(determinations), iromath.DeterminationOptions{Comma: o.comma}, nil)
	if err != nil {
		return fail(err)
	}
	return reported.Verify(frame, decided, others...)
}

// frames reads the frame, and the frames that it may have been mistaken for.
func frames(claims []byte, o iromath.FrameOptions) (*iromath.Frame, []iromath.OtherFrame, error) {
	frame, err := iromath.ReadFrame(bytes.NewReader(claims), o, nil)
	if err != nil {
		return nil, nil, err
	}
	others, err := iromath.ReadOtherFrames(bytes.NewReader(claims), o)
	return frame, others, err
}
