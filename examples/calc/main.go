// Calc answers one JSON request with one JSON result, for every calculation of the library:
//
//	go run ./examples/calc -list
//	go run ./examples/calc -example errorrate > request.json
//	go run ./examples/calc errorrate request.json
//	go run ./examples/calc errorrate < request.json
//	go run ./examples/calc -print errorrate request.json
//
// An error goes to stderr, and the program exits with 1.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/iromath/iromath"
)

// maxRequest bounds a request: 64 MiB.
const maxRequest = 64 << 20

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "calc:", err)
		}
		os.Exit(1)
	}
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	f := flag.NewFlagSet("calc", flag.ContinueOnError)
	f.SetOutput(stderr)
	list := f.Bool("list", false, "list all calculations")
	example := f.String("example", "", "print a request that works for a calculation")
	compact := f.Bool("compact", false, "print the result on one line")
	page := f.Bool("print", false, "print the result as a page of a workpaper, where it has one")
	f.Usage = func() {
		fmt.Fprintln(stderr, "usage: calc [-compact | -print] NAME [REQUEST.json] | calc -list | calc -example NAME")
		f.PrintDefaults()
	}
	if err := f.Parse(args); err != nil {
		return err
	}
	switch {
	case *list && f.NArg() == 0 && *example == "":
		return printList(stdout)
	case *example != "" && f.NArg() == 0 && !*list:
		return printExample(stdout, *example)
	case *list || *example != "" || f.NArg() < 1 || f.NArg() > 2:
		f.Usage()
		return errors.New("name one calculation")
	}
	request, err := readRequest(f.Arg(1), stdin)
	if err != nil {
		return err
	}
	if *page {
		return iromath.Calculations().Print(stdout, f.Arg(0), request, iromath.Heading{})
	}
	result, err := iromath.Calculate(f.Arg(0), request)
	if err != nil {
		return err
	}
	return printJSON(stdout, result, *compact)
}

func readRequest(name string, stdin io.Reader) ([]byte, error) {
	in := stdin
	if name != "" && name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		in = file
	}
	request, err := io.ReadAll(io.LimitReader(in, maxRequest+1))
	if err == nil && len(request) > maxRequest {
		err = fmt.Errorf("the request has more than %d bytes", maxRequest)
	}
	return request, err
}

func printList(w io.Writer) error {
	for _, c := range iromath.Calculations() {
		if _, err := fmt.Fprintf(w, "%s\n    %s\n    Source: %s\n", c.Name, c.Summary, c.Source); err != nil {
			return err
		}
	}
	return nil
}

func printExample(w io.Writer, name string) error {
	for _, c := range iromath.Calculations() {
		if c.Name == name {
			return printJSON(w, c.Example, false)
		}
	}
	return fmt.Errorf("%w: %q", iromath.ErrCalculation, name)
}

func printJSON(w io.Writer, data []byte, compact bool) error {
	var b bytes.Buffer
	indent := func() error { return json.Indent(&b, data, "", "  ") }
	if compact {
		indent = func() error { return json.Compact(&b, data) }
	}
	if err := indent(); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := b.WriteTo(w)
	return err
}
