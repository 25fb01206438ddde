//go:build js

// The part of the contract for claims reviews.
package main

import (
	"github.com/iromath/iromath"
	"github.com/iromath/iromath/wasm/bridge"
)

func main() { bridge.Serve(iromath.ReviewCalculations(), bridge.Frames) }
