package sampling

import (
	"runtime"
	"strconv"
	"testing"
)

// BenchmarkTickets draws 100 of 10,000,000 ids of 12 bytes. It reports ids a second and the bytes that were allocated
// for all of them; no id is held by the benchmark.
func BenchmarkTickets(b *testing.B) {
	const ids = 10_000_000
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		c, err := Tickets{Seed: "20261122-public-dice", Size: 100}.Collector()
		if err != nil {
			b.Fatal(err)
		}
		id := make([]byte, 0, 16)
		for i := range int64(ids) {
			id = strconv.AppendInt(append(id[:0], "CLM-"...), 10_000_000+i, 10)
			if err := c.AddBytes(id); err != nil {
				b.Fatal(err)
			}
		}
		if s, err := c.Selection(); err != nil || s.FrameSize != ids {
			b.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(b.N)*ids/b.Elapsed().Seconds(), "ids/s")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N), "B-all-ids")
}
