//go:build js

// A part that breaks, for the tests of the client.
package main

import (
	"io"
	"os"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/wasm/bridge"
)

func main() { bridge.Serve(faulty{iromath.Calculations()}, bridge.Frames) }

type faulty struct{ iromath.Contract }

// Calculate breaks as its name says: a panic is recovered, the other two end the program.
func (f faulty) Calculate(name string, request []byte) ([]byte, error) {
	switch name {
	case "panic":
		panic("as asked")
	case "overflow":
		return []byte{byte(deep(0))}, nil
	case "exit":
		os.Exit(3)
	case "long":
		for {
		}
	}
	return f.Contract.Calculate(name, request)
}

func (f faulty) Print(io.Writer, string, []byte, iromath.Heading) error {
	return []error{}[len(os.Args)]
}

func (f faulty) Document(string, []byte) (iromath.Document, error) {
	var none *iromath.Document
	return *none, nil
}

func deep(n int) int { return deep(n+1) + n }
