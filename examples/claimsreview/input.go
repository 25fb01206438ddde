package main

import (
	"bytes"
	_ "embed"
	"io"
	"os"
	"strings"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/examples/internal/readfile"
	"github.com/iromath/iromath/reportable"
)

// The embedded example: a fictitious clinic whose record room was flooded.
var (
	//go:embed data/claims.csv
	exampleClaims []byte
	//go:embed data/determinations.csv
	exampleDeterminations []byte
	//go:embed data/systems.csv
	exampleSystems []byte
	//go:embed data/agreement.json
	exampleAgreement []byte
)

const (
	exampleSeed = "36127.25"
	exampleDay  = "2026-05-15"
)

// input says where claims and determinations come from.
type input struct {
	embedded bool
	claims   func() (io.ReadCloser, int64, error) // with the number of bytes, -1 if unknown
	reviewed func() (io.ReadCloser, error)        // nil: no determinations
	systems  func() (io.ReadCloser, error)        // nil: no walk-throughs
}

func open(o options) (input, error) {
	in := input{embedded: o.claims == ""}
	in.claims = func() (io.ReadCloser, int64, error) { return openFile(o.claims) }
	if in.embedded {
		in.claims = func() (io.ReadCloser, int64, error) {
			return io.NopCloser(bytes.NewReader(exampleClaims)), int64(len(exampleClaims)), nil
		}
	}
	in.reviewed = in.file(o.determinations, exampleDeterminations)
	in.systems = in.file(o.systems, exampleSystems)
	return in, nil
}

// file opens a file that is named, or else the embedded one where claims are the embedded ones.
func (in input) file(name string, example []byte) func() (io.ReadCloser, error) {
	switch {
	case name != "":
		return func() (io.ReadCloser, error) {
			f, _, err := openFile(name)
			return f, err
		}
	case in.embedded:
		return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(example)), nil }
	}
	return nil
}

func openFile(name string) (io.ReadCloser, int64, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	size := int64(-1)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		size = info.Size()
	}
	return f, size, nil
}

// readAgreement reads the agreement of a new review.
func (in input) readAgreement(o options) (iromath.Agreement, error) {
	var a iromath.Agreement
	data := exampleAgreement
	switch {
	case o.agreement != "":
		var err error
		if data, err = readfile.Read(o.agreement, readfile.MaxJSON); err != nil {
			return a, err
		}
	case !in.embedded:
		data = nil
	}
	if data != nil {
		var err error
		if a, err = iromath.ParseAgreement(data); err != nil {
			return a, err
		}
	}
	if o.protocol != "" {
		a.Protocol = iromath.Protocol(o.protocol)
	}
	if a.Protocol == "" {
		a.Protocol = iromath.ProtocolDiscovery
	}
	if o.payors != "" {
		a.Payors = strings.Split(o.payors, ",")
	}
	for _, d := range []struct {
		text string
		day  *reportable.Date
	}{{o.from, &a.From}, {o.through, &a.Through}} {
		if d.text == "" {
			continue
		}
		var err error
		if *d.day, err = reportable.ParseDate(d.text); err != nil {
			return a, err
		}
	}
	return a, nil
}

// readFrame reads the claims file.
func (in input) readFrame(columns iromath.FrameOptions, stderr io.Writer) (*iromath.Frame, error) {
	file, size, err := in.claims()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	p := newProgress(stderr, file, size)
	frame, err := iromath.ReadFrame(p, columns, p.rows)
	p.done()
	return frame, err
}

// readDeterminations reads those of the worklist and counts the others.
func (in input) readDeterminations(o options, worklist []iromath.FrameClaim) ([]iromath.Determination, int64, error) {
	if in.reviewed == nil {
		return nil, 0, nil
	}
	file, err := in.reviewed()
	if err != nil {
		return nil, 0, err
	}
	defer file.Close()
	return iromath.ReadDeterminations(file, iromath.DeterminationOptions{Comma: o.comma}, worklist)
}

// readSystems reads the walk-throughs of overpaid claims that have none yet, and counts the others.
func (in input) readSystems(worklist []iromath.FrameClaim) ([]iromath.WalkThrough, int64, error) {
	if in.systems == nil {
		return nil, 0, nil
	}
	file, err := in.systems()
	if err != nil {
		return nil, 0, err
	}
	defer file.Close()
	return iromath.ReadWalkThroughs(file, iromath.WalkThroughOptions{}, worklist)
}
