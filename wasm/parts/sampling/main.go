//go:build js

// The part of the contract for drawing samples and verifying them.
package main

import (
	"github.com/iromath/iromath"
	"github.com/iromath/iromath/wasm/bridge"
)

func main() { bridge.Serve(iromath.SamplingCalculations()) }
