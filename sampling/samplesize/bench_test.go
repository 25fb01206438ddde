package samplesize

import (
	"fmt"
	"testing"
)

// BenchmarkAttributeSize: one cell, from the largest sizes (half in error, a range of one percent) to small ones.
func BenchmarkAttributeSize(b *testing.B) {
	for _, universe := range []int64{10_000, MaxAttributeUniverse} {
		for _, rate := range []string{"0.5", "0.005"} {
			for _, width := range []string{"0.01", "0.06"} {
				for _, level := range []string{"0.80", "0.99"} {
					b.Run(fmt.Sprintf("N=%d,rate=%s,range=%s,level=%s", universe, rate, width, level), func(b *testing.B) {
						a, size := Attribute{Universe: universe, Rate: dec(rate)}, int64(0)
						for b.Loop() {
							c, err := a.Size(dec(level), dec(width))
							if err != nil {
								b.Fatal(err)
							}
							size = c.Size
						}
						b.ReportMetric(float64(size), "units")
					})
				}
			}
		}
	}
}

// BenchmarkDiscoverySize: one unit in error, and one percent.
func BenchmarkDiscoverySize(b *testing.B) {
	for _, errors := range []int64{1, 100, MaxAttributeUniverse / 100} {
		b.Run(fmt.Sprint(errors), func(b *testing.B) {
			for b.Loop() {
				if _, err := (Discovery{Universe: MaxAttributeUniverse}).Size(errors, dec("0.95")); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
