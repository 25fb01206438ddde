//go:build !race

package hostiletest

// Race says that the race detector is on, which makes long input take minutes and has nothing to find there.
const Race = false
