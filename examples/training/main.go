// Training tells the story of a clinic of three providers that found upcoded visits and waived copays, from the incident
// to the proof-of-mitigation bundle. Everything in it is fictitious; what the same clinic has to report and to repay is
// told by examples/reportable.
//
//	go run ./examples/training
//	go run ./examples/training -out bundle
//	go run ./examples/training -verify bundle -digest sha256:...
//
// The digest is printed when the bundle is written; keep it where nobody who can reach the bundle can reach it. With
// -program the story is that of a programme of your own, as JSON; -incidents, -made and -day say what it is about.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/iromath/iromath/examples/internal/readfile"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/training"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "training:", err)
		}
		os.Exit(1)
	}
}

// errChanged: the bundle is not what it was. The program exits with 1.
var errChanged = errors.New("the bundle is not what it was")

type options struct {
	program, incidents, made, day string
	out, verify, digest           string
}

func run(args []string, stdout, stderr io.Writer) error {
	var o options
	f := flag.NewFlagSet("training", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&o.program, "program", "", "training programme as JSON (default: the embedded example)")
	f.StringVar(&o.incidents, "incidents", exampleIncidents, "ids of the incidents, separated by commas")
	f.StringVar(&o.made, "made", exampleMade, "timestamp of the bundle, RFC 3339")
	f.StringVar(&o.day, "day", "", "day of the self-audit, 2006-01-02 (default: the day of the bundle)")
	f.StringVar(&o.out, "out", "", "folder to write the bundle into; it must not exist")
	f.StringVar(&o.verify, "verify", "", "folder of a bundle to verify")
	f.StringVar(&o.digest, "digest", "", "digest of the bundle's manifest, as it was printed")
	if err := f.Parse(args); err != nil {
		return err
	}
	switch {
	case f.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", f.Arg(0))
	case (o.verify == "") != (o.digest == ""):
		return errors.New("-verify and -digest go together")
	case o.verify != "":
		return verify(o, stdout)
	}
	t, err := open(o)
	if err != nil {
		return err
	}
	return t.tell(o, stdout)
}

// verify looks at a bundle.
func verify(o options, stdout io.Writer) error {
	v, err := training.VerifyBundle(os.DirFS(o.verify), o.digest)
	if err != nil {
		return err
	}
	report, err := jsonform.Indent(v)
	if err != nil {
		return err
	}
	if _, err := stdout.Write(report); err != nil {
		return err
	}
	if !v.Unchanged {
		return errChanged
	}
	return nil
}

// tale is what the story is told from.
type tale struct {
	program   training.Program
	embedded  bool
	incidents []string
	made      time.Time
	day       reportable.Date
}

func open(o options) (tale, error) {
	t := tale{embedded: o.program == "", incidents: strings.Split(o.incidents, ",")}
	data := exampleProgram
	if !t.embedded {
		var err error
		if data, err = readfile.Read(o.program, readfile.MaxJSON); err != nil {
			return tale{}, err
		}
	}
	if err := jsonform.Unmarshal(data, &t.program); err != nil {
		return tale{}, err
	}
	var err error
	if t.made, err = time.Parse(time.RFC3339, o.made); err != nil {
		return tale{}, fmt.Errorf("-made: %w", err)
	}
	if o.day == "" {
		o.day = t.made.Format(time.DateOnly)
	}
	t.day, err = reportable.ParseDate(o.day)
	return t, err
}
