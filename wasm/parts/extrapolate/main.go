//go:build js

// The part of the contract that goes from reviewed claims to what is owed.
package main

import (
	"github.com/iromath/iromath"
	"github.com/iromath/iromath/wasm/bridge"
)

func main() { bridge.Serve(iromath.ExtrapolateCalculations()) }
