//go:build js

// The part of the contract for reportable events and the staff training programme.
package main

import (
	"github.com/iromath/iromath"
	"github.com/iromath/iromath/wasm/bridge"
)

func main() { bridge.Serve(iromath.ComplianceCalculations()) }
