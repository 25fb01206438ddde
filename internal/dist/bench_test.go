package dist

import (
	"math/big"
	"testing"
)

func BenchmarkNormalCold(b *testing.B) {
	p := big.NewRat(975, 1000)
	b.ReportAllocs()
	for b.Loop() {
		round(normalPercentile(p))
	}
}

func BenchmarkStudentTCold(b *testing.B) {
	for _, c := range []struct{ name, p, df string }{
		{"df=1", "0.975", "1"},
		{"df=1.2,tail", "0.999999999", "1.2"},
		{"df=17.3", "0.975", "17.3"},
		{"df=49", "0.975", "49"},
		{"df=36,tail", "0.999999999", "36"},
		{"df=999", "0.99995", "999"},
		{"df=1e6", "0.975", "1000000"},
		{"df=1e9", "0.99995", "1000000000"},
	} {
		p, df := rat(c.p), rat(c.df)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				round(studentPercentile(p, df))
			}
		})
	}
}

func BenchmarkStudentTCached(b *testing.B) {
	p, df := rat("0.975"), rat("49")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := StudentT(p, df); err != nil {
			b.Fatal(err)
		}
	}
}

func rat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("not a number: " + s)
	}
	return r
}
