// Reportable tells from recorded facts what has to be reported to OIG and by when: determination, report, resolution and
// clocks, with a reason and a source for each step.
//
// Without flags it tells the case of a fictitious clinic of three providers with upcoded visits and waived copays, whose facts
// are embedded in the program (facts.json):
//
//	go run ./examples/reportable
//	go run ./examples/reportable -facts facts.json -format json
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/iromath/iromath/examples/internal/readfile"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

//go:embed facts.json
var clinic []byte

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "reportable:", err)
		}
		os.Exit(1)
	}
}

// facts are what a file of facts holds. Every part may be left out.
type facts struct {
	Provider    string                `json:"provider,omitempty"`
	Story       []string              `json:"story,omitempty"`
	Events      []reportable.Event    `json:"events,omitempty"`
	Resolutions []matter              `json:"resolutions,omitempty"`
	Deadlines   *reportable.Deadlines `json:"deadlines,omitempty"`
}

// matter is a resolution with a title.
type matter struct {
	Title      string                `json:"title"`
	Resolution reportable.Resolution `json:"resolution"`
}

// answers are what follows from the facts.
type answers struct {
	Determinations []reportable.Determination `json:"determinations,omitempty"`
	Settlements    []reportable.Settlement    `json:"settlements,omitempty"`
	Deadlines      []reportable.Deadline      `json:"deadlines,omitempty"`

	// before is what the first look said, without the analysis.
	before []reportable.Determination
}

func run(args []string, stdout, stderr io.Writer) error {
	f := flag.NewFlagSet("reportable", flag.ContinueOnError)
	f.SetOutput(stderr)
	file := f.String("facts", "", "file of facts as JSON (default: the embedded case)")
	format := f.String("format", "text", "form of the answers: text or json")
	if err := f.Parse(args); err != nil {
		return err
	}
	switch {
	case f.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", f.Arg(0))
	case *format != "text" && *format != "json":
		return fmt.Errorf("-format %q is not text or json", *format)
	}
	data := clinic
	if *file != "" {
		var err error
		if data, err = readfile.Read(*file, readfile.MaxJSON); err != nil {
			return err
		}
	}
	var in facts
	if err := jsonform.Unmarshal(data, &in); err != nil {
		return err
	}
	out, err := answer(in)
	if err != nil {
		return err
	}
	if *format == "json" {
		data, err := jsonform.Indent(out)
		if err != nil {
			return err
		}
		_, err = stdout.Write(data)
		return err
	}
	_, err = io.WriteString(stdout, tell(in, out))
	return err
}

// answer asks package reportable about each part of the facts.
func answer(in facts) (answers, error) {
	var out answers
	for i, e := range in.Events {
		d, err := e.Determine()
		if err != nil {
			return out, fmt.Errorf("event %d: %w", i+1, err)
		}
		first := e
		first.Analysis = nil
		before, err := first.Determine()
		if err != nil {
			return out, fmt.Errorf("event %d: %w", i+1, err)
		}
		out.Determinations, out.before = append(out.Determinations, d), append(out.before, before)
	}
	for i, m := range in.Resolutions {
		s, err := m.Resolution.Settle()
		if err != nil {
			return out, fmt.Errorf("resolution %d: %w", i+1, err)
		}
		out.Settlements = append(out.Settlements, s)
	}
	if in.Deadlines != nil {
		list, err := in.Deadlines.Due()
		if err != nil {
			return out, err
		}
		out.Deadlines = list
	}
	return out, nil
}
