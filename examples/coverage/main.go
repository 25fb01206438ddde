// Coverage simulates how often the limits that a review states hold the true overpayment of a population.
//
// A 90 percent interval is meant to hold the truth in 90 of 100 samples. Whether it does depends on the population: with few
// claims in error, or a few very large ones, most of what there is to be found is not in the sample. The program draws many
// samples of populations whose total is known, appraises each, and counts.
//
//	go run ./examples/coverage -out coverage.csv -chart coverage.svg
//	go run ./examples/coverage -cells '^skewed/10/100/'              # only cells whose name matches
//	go run ./examples/coverage -replicates 10000 -out coverage.csv -chart coverage.svg
//	go run ./examples/coverage -in coverage.csv -chart coverage.svg  # the chart of a study that was run before
//
// The name of a cell is population/error rate in percent/sample size/method, as -list prints them. README.md describes the
// populations and the methods, and says what a full run of 10,000 replicates shows; its CSV and chart are in results.
//
// Every cell has a stream of random numbers of its own (PCG of math/rand/v2, from -seed and the name of the cell), so
// that the CSV is the same for any number of workers, and the same cells have the same rows in a smaller study.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"time"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr, time.Now); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "coverage:", err)
		}
		os.Exit(1)
	}
}

// options are the flags.
type options struct {
	replicates, workers int
	seed                uint64
	in, out, chart      string
	filter              *regexp.Regexp
	list                bool
}

// maxReplicates bounds a mistyped number.
const maxReplicates = 100_000_000

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("coverage", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.IntVar(&o.replicates, "replicates", 1000, "samples of each cell")
	f.Uint64Var(&o.seed, "seed", 20261127, "seed of the random numbers")
	f.IntVar(&o.workers, "workers", runtime.NumCPU(), "cells simulated at the same time; changes no result")
	f.StringVar(&o.in, "in", "", "CSV file of a study that was run before, in place of simulating")
	f.StringVar(&o.out, "out", "", "CSV file to write (default: standard output, unless there is a chart)")
	f.StringVar(&o.chart, "chart", "", "SVG file to draw")
	cells := f.String("cells", "", "regular expression of the names of cells, such as '^whole/(5|10)/' (default: all)")
	f.BoolVar(&o.list, "list", false, "print the names of the cells and do nothing else")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	switch {
	case f.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q", f.Arg(0))
	case o.replicates < 1 || o.replicates > maxReplicates:
		return o, fmt.Errorf("-replicates %d is not from 1 to %d", o.replicates, maxReplicates)
	case o.workers < 1 || o.workers > 1000:
		return o, fmt.Errorf("-workers %d is not from 1 to 1000", o.workers)
	}
	var err error
	if o.filter, err = regexp.Compile(*cells); err != nil {
		return o, fmt.Errorf("-cells: %w", err)
	}
	return o, nil
}

// run is the program. now is asked for the progress only.
func run(args []string, stdout, stderr io.Writer, now func() time.Time) (err error) {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	list := cells(o.filter)
	if o.list {
		for _, c := range list {
			if _, err := fmt.Fprintln(stdout, c); err != nil {
				return err
			}
		}
		return nil
	}
	var rows []row
	if o.in != "" {
		rows, err = readFile(o.in)
	} else if len(list) == 0 {
		err = fmt.Errorf("-cells %q matches no cell; -list prints their names", o.filter)
	}
	if err != nil {
		return err
	}
	// Files are created before the simulation, so that it is not lost to a wrong name.
	table, chart := stdout, io.Discard
	for _, file := range []struct {
		name string
		w    *io.Writer
	}{{o.out, &table}, {o.chart, &chart}} {
		if file.name == "" {
			continue
		}
		f, openErr := os.Create(file.name)
		if openErr != nil {
			return openErr
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		*file.w = f
	}
	if o.in == "" {
		p := newProgress(stderr, len(list), now)
		if rows, err = runAll(list, o.replicates, o.seed, o.workers, p.show); err != nil {
			return err
		}
		p.end()
	}
	if o.out != "" || o.chart == "" {
		if err := writeCSV(table, rows); err != nil {
			return err
		}
	}
	return drawChart(chart, rows)
}

// readFile reads the CSV file of a study.
func readFile(name string) ([]row, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := readCSV(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}
