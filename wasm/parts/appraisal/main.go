//go:build js

// The part of the contract for estimates of dollars and counts.
package main

import (
	"github.com/iromath/iromath"
	"github.com/iromath/iromath/wasm/bridge"
)

func main() { bridge.Serve(iromath.AppraisalCalculations()) }
