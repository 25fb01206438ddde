package csvscan

import (
	"bytes"
	"fmt"
	"testing"
)

func BenchmarkScan(b *testing.B) {
	var file bytes.Buffer
	const rows = 200_000
	for i := range rows {
		fmt.Fprintf(&file, "%015d,1,3900MB,20090412,20090418,201,6,%d.00,0.00\n", 196000000000000+i*7919, 1000+i%50000)
	}
	b.SetBytes(int64(file.Len()))
	for b.Loop() {
		s := New(bytes.NewReader(file.Bytes()), ',')
		n := 0
		for s.Next() {
			n += s.Len()
		}
		if n != 9*rows || s.Err() != nil {
			b.Fatal(n, s.Err())
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
}
