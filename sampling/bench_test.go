package sampling

import "testing"

func benchmarkDraw(b *testing.B, plan SingleStage) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := plan.Draw(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDraw1e6Of1e9(b *testing.B) {
	benchmarkDraw(b, SingleStage{Seed: "12345", Low: 1, High: 1e9, Size: 1e6})
}

// BenchmarkSets1e6 draws a million pairs of a billion.
func BenchmarkSets1e6(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Sets{Seed: "12345", Ranges: []Range{{1, 10_000_000}, {1, 100}}, Size: 1e6}).Draw(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDraw100Of1e5(b *testing.B) {
	benchmarkDraw(b, SingleStage{Seed: "12345", Low: 1, High: 1e5, Size: 100})
}

func BenchmarkDrawAllOf1e6(b *testing.B) {
	benchmarkDraw(b, SingleStage{Seed: "12345", Low: 1, High: 1e6, Size: 1e6})
}
