//go:build race

package sampling

func init() { peersMost = 50_000 } // the race detector makes long draws five times as slow; they have no concurrency
