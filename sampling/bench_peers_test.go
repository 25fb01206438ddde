package sampling

import (
	"fmt"
	"testing"
)

// BenchmarkPeers draws what testdata/peers.sh times in R, Python and NumPy: the bare list, in the order of selection.
func BenchmarkPeers(b *testing.B) {
	for _, m := range []Method{RATSTATS, R, RRounding, Python, NumPy} {
		for _, size := range []int64{1e4, 1e6} {
			b.Run(fmt.Sprintf("%s/%d", m, size), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := m.offsets("12345", size, 1e9); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
