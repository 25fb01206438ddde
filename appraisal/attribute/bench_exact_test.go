package attribute

import (
	"fmt"
	"testing"
)

// BenchmarkUnrestricted appraises at RAT-STATS' three levels: six exact limits, in well under 10 ms for the largest universe.
func BenchmarkUnrestricted(b *testing.B) {
	for _, u := range []Unrestricted{
		{Universe: 10_000, Sample: Sample{400, 82}},
		{Universe: MaxExactUniverse, Sample: Sample{10_000, 41}},
		{Universe: MaxExactUniverse, Sample: Sample{10_000, 5_000}},
		{Universe: MaxExactUniverse, Sample: Sample{1_000_000, 300_000}},
	} {
		b.Run(fmt.Sprintf("N=%d,n=%d,x=%d", u.Universe, u.SampleSize, u.Count), func(b *testing.B) {
			for b.Loop() {
				if _, err := u.Appraise(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
