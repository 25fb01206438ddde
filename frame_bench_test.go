package iromath

import (
	"bytes"
	"compress/gzip"
	"runtime"
	"strconv"
	"testing"

	"github.com/iromath/iromath/internal/csvscan"
)

const benchRows = 2_000_000

// benchFile is a claims file with the columns and the proportions of the CMS synthetic claims: 3 percent paid zero, a
// few negative rows, a few second segments, ids without an order.
func benchFile(rows int) []byte {
	file := make([]byte, 0, 66*rows)
	file = append(file, "claim_id,segment,provider,from_date,through_date,drg,days,paid,primary_payer_paid\n"...)
	for i := range rows {
		key, segment := uint64(i), byte('1')
		if i%1100 == 1099 {
			key, segment = key-7, '2'
		}
		key = key * 0x9E3779B97F4A7C15 >> 20 // 44 bits, different for each of these rows
		file = append(file, "196"...)
		id := strconv.FormatUint(1e14+key, 10)
		file = append(append(file, id[3:]...), ',', segment)
		file = append(file, ",3900MB,20090412,20090418,201,6,"...)
		switch {
		case i%31 == 30:
			file = append(file, "0.00"...)
		case i%1000 == 999:
			file = append(file, "-500.00"...)
		default:
			file = strconv.AppendInt(file, int64(100+key%300*100), 10)
			file = append(file, ".00"...)
		}
		file = append(file, ",0.00\n"...)
	}
	return file
}

func BenchmarkReadFrame(b *testing.B) {
	file := benchFile(benchRows)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write(file)
	w.Close()
	b.Logf("%.1f bytes a row", float64(len(file))/benchRows)
	for _, c := range []struct {
		name string
		file []byte
	}{{"plain", file}, {"gzip", packed.Bytes()}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			var f *Frame
			for b.Loop() {
				f = nil
				var err error
				if f, err = ReadFrame(bytes.NewReader(c.file), FrameOptions{}, nil); err != nil {
					b.Fatal(err)
				}
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchRows, "ns/row")
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(f.Size()), "kept-B/claim")
			runtime.KeepAlive(f)
		})
	}
	b.Run("scan alone", func(b *testing.B) {
		for b.Loop() {
			for in := csvscan.New(bytes.NewReader(file), ','); in.Next(); {
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/benchRows, "ns/row")
	})
}

func BenchmarkFrameDigest(b *testing.B) {
	f, err := ReadFrame(bytes.NewReader(benchFile(benchRows)), FrameOptions{}, nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		again := &Frame{claims: f.claims}
		again.Digest()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(f.Size()), "ns/claim")
}
