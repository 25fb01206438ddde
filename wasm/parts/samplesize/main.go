//go:build js

// The part of the contract for how many to draw.
package main

import (
	"github.com/iromath/iromath"
	"github.com/iromath/iromath/wasm/bridge"
)

func main() { bridge.Serve(iromath.SampleSizeCalculations()) }
