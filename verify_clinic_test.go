package iromath

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
)

type sums struct{ n, paid, over, under, inError, popPaid float64 }

func keep(x float64) float64       { return x }
func inCents(x float64) float64    { return math.Round(x*100) / 100 }
func tOf(l float64, n int) float64 { return percentileOf(l, n-1) }
func zOf(l float64, _ int) float64 { return percentileOf(l, 0) }

// percentileOf is the two-sided percentile, of t for degrees of freedom above 0.
func percentileOf(level float64, freedom int) float64 {
	var df *big.Rat
	if freedom > 0 {
		df = exact.Int(int64(freedom))
	}
	c, err := appraisal.Percentile(dec(strconv.FormatFloat(level, 'f', 6, 64)), df)
	if err != nil {
		panic(err)
	}
	return c.Percentile.InexactFloat64()
}

func fixedFloat(x float64, places int) string {
	text := strconv.FormatFloat(math.Abs(x), 'f', places, 64)
	whole, frac, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if frac != "" {
		whole += "." + frac
	}
	if x < 0 && strings.Trim(whole, "0.,") != "" {
		return "-" + whole
	}
	return whole
}

func cut(x float64, places int) string {
	p := math.Pow(10, float64(places))
	return fixedFloat(math.Trunc(x*p*(1+1e-15))/p, places)
}

func moments(x []float64, divisor int) (mean, sd float64) {
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		sd += (v - mean) * (v - mean)
	}
	return mean, math.Sqrt(sd / float64(len(x)-divisor))
}

// clinic is a fictitious provider: claims and what a reviewer would find on each of them.
func clinic(size, k int) ([]FrameClaim, func(FrameClaim) Determination) {
	claims := make([]FrameClaim, size)
	for i := range claims {
		claims[i] = FrameClaim{Number: int64(i + 1), ID: fmt.Sprintf("K%05d", (i*7919+13)%99991), Payor: "Medicare",
			Paid: dollars(int64(4000 + (i*i*31+i*977+k)%21000))}
	}
	return claims, func(c FrameClaim) Determination {
		h := hashOf(c.ID, k)
		d := Determination{ID: c.ID, Documentation: errorrate.Complete}
		correct := c.Paid
		switch {
		case h%100 < 4:
			d.Documentation = errorrate.Missing
			return d
		case h%100 < 25:
			correct = dollars(c.Paid.Shift(2).IntPart() * int64(30+h/100%60) / 100)
		case h%100 < 33:
			correct = c.Paid.Add(dollars(int64(500 + h/100%2500)))
		}
		d.Correct = &correct
		return d
	}
}

func hashOf(id string, k int) int {
	h := uint32(2166136261 + k*7919)
	for _, b := range []byte(id) {
		h = (h ^ uint32(b)) * 16777619
	}
	return int(h >> 4)
}

// allOf are the determinations of every claim.
func allOf(claims []FrameClaim, found func(FrameClaim) Determination) []Determination {
	var list []Determination
	for _, c := range claims {
		list = append(list, found(c))
	}
	return list
}
