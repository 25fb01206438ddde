// Benchmarks does the same work here and in R and Python with NumPy and SciPy, one after the other in one go, and prints who took how
// long:
//
//	go run ./examples/benchmarks > table.md
//
// Every program measures inside its own process, so that starting it and reading its packages counts for nothing; a time is the
// least of several. Results are compared, and the program ends with an error where they differ. A program that is not
// installed is left out. PYTHON names a Python other than the first one with NumPy and SciPy; -short takes the smaller sizes only, -work the
// works whose name contains a text. README.md holds a table with its date.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "benchmarks:", err)
		}
		os.Exit(1)
	}
}

// run is the program.
func run(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("benchmarks", flag.ContinueOnError)
	flags.SetOutput(stderr)
	short := flags.Bool("short", false, "smaller sizes only")
	only := flags.String("work", "", "works whose name contains this text")
	if err := flags.Parse(args); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "benchmarks")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	peers := start(dir, stderr)
	defer func() {
		for _, p := range peers {
			p.close()
		}
	}()
	var t table
	for _, w := range works(dir) {
		if !strings.Contains(w.name, *only) {
			continue
		}
		fmt.Fprintln(stderr, w.name)
		rows, err := w.run(peers, *short)
		if err != nil {
			return err
		}
		t = append(t, section{w, rows})
	}
	var names []string
	for _, p := range peers {
		names = append(names, p.version)
	}
	fmt.Fprintf(stdout, "%s on %s/%s; %s.\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, strings.Join(names, "; "))
	return t.write(stdout)
}
