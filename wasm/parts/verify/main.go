//go:build js

// The part of the contract that verifies what an IRO reports, and runs saved reviews again.
package main

import (
	"github.com/iromath/iromath"
	"github.com/iromath/iromath/wasm/bridge"
)

func main() { bridge.Serve(iromath.VerifyCalculations(), bridge.Frames) }
