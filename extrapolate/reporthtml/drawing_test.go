package reporthtml

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/document"
)

// chartOf draws one chart and returns its elements of a kind.
func chartOf(t testing.TB, c document.Chart, tag, class string) []map[string]string {
	t.Helper()
	d := document.Document{Sections: []document.Section{{Blocks: []document.Block{{Chart: &c}}}}}
	var list []map[string]string
	for _, e := range check(t, written(t, d)).elements {
		if e.tag == tag && e.attributes["class"] == class {
			list = append(list, e.attributes)
		}
	}
	return list
}

func number(t testing.TB, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestDrawingsAreTrue: bars are as long as their values, columns as high and as wide, intervals end at their limits, and a
// curve goes through its points, to a tenth of a unit of the drawing.
func TestDrawingsAreTrue(t *testing.T) {
	near := func(t *testing.T, what string, got, want float64) {
		t.Helper()
		if got < want-0.101 || got > want+0.101 {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	point := func(low, value, high string, marked bool) document.Point {
		return document.Point{Low: decimaltest.Dec(low), Value: decimaltest.Dec(value), High: decimaltest.Dec(high),
			Marked: marked}
	}
	bars := chartOf(t, document.Chart{Kind: document.Bars, X: document.Axis{Unit: document.Count},
		Points: []document.Point{point("0", "13", "0", false), point("0", "14", "0", false),
			point("0", "3", "0", false)}}, "rect", "bar")
	if len(bars) != 3 {
		t.Fatalf("%d bars", len(bars))
	}
	near(t, "bar of 13", number(t, bars[0]["width"]), number(t, bars[1]["width"])*13/14)
	near(t, "bar of 3", number(t, bars[2]["width"]), number(t, bars[1]["width"])*3/14)

	histogram := document.Chart{Kind: document.Histogram, X: document.Axis{Unit: document.Dollars}, Points: []document.Point{
		point("0", "8", "20", false), point("20", "0", "40", false), point("40", "2", "100", false), point("100", "5", "900",
			true)}}
	columns := chartOf(t, histogram, "rect", "bar beside")
	if len(columns) != 2 || len(chartOf(t, histogram, "rect", "bar open")) != 1 {
		t.Fatalf("%d columns", len(columns))
	}
	near(t, "height of 2", number(t, columns[1]["height"]), number(t, columns[0]["height"])/4)
	near(t, "width of 60", number(t, columns[1]["width"]), number(t, columns[0]["width"])*3)
	near(t, "height of 5", number(t, chartOf(t, histogram, "rect", "bar open")[0]["height"]), number(t, columns[0]["height"])*5/8)

	intervals := document.Chart{Kind: document.Intervals, X: document.Axis{Unit: document.Dollars},
		Points: []document.Point{point("-100", "50", "200", true), point("0", "50", "100", false)}}
	outer, inner := chartOf(t, intervals, "line", "limits marked"), chartOf(t, intervals, "line", "limits")
	if len(outer) != 3 || len(inner) != 3 || len(chartOf(t, intervals, "line", "base")) != 1 {
		t.Fatal("lines are missing")
	}
	length := func(a map[string]string) float64 { return number(t, a["x2"]) - number(t, a["x1"]) }
	near(t, "inner interval", length(inner[0]), length(outer[0])/3)
	near(t, "middle", number(t, chartOf(t, intervals, "circle", "point marked")[0]["cx"]),
		(number(t, outer[0]["x1"])+number(t, outer[0]["x2"]))/2)

	curve := document.Chart{Kind: document.Curve, X: document.Axis{Unit: document.Count},
		Y: document.Axis{Unit: document.Percent},
		Points: []document.Point{point("50", "80", "0", false), point("100", "40", "0", true),
			point("200", "20", "0", false)}, Target: &document.Point{Value: decimaltest.Dec("40")}}
	path := strings.Fields(chartOf(t, curve, "polyline", "curve")[0]["points"])
	if len(path) != 3 || path[1] != chartOf(t, curve, "circle", "point marked")[1]["cx"]+","+chartOf(t, curve, "line",
		"target")[0]["y1"] {
		t.Errorf("the curve %v misses its point on the target", path)
	}
}

// TestContrast computes the contrast of the colours as WCAG 2 does: 4.5 for text, 3 for what is drawn.
func TestContrast(t *testing.T) {
	palettes := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(style, -1)
	if len(palettes) != 3 {
		t.Fatalf("%d palettes", len(palettes))
	}
	for i, palette := range palettes {
		colours := map[string]float64{}
		for _, m := range regexp.MustCompile(`--(\w+): #(\w{2})(\w{2})(\w{2});`).FindAllStringSubmatch(palette[1], -1) {
			var light float64
			for j, weight := range []float64{0.2126, 0.7152, 0.0722} {
				c, err := strconv.ParseUint(m[2+j], 16, 8)
				if err != nil {
					t.Fatal(err)
				}
				light += weight * linear(float64(c)/255)
			}
			colours[m[1]] = light
		}
		for _, pair := range []struct {
			front, back string
			least       float64
		}{
			{"ink", "paper", 7}, {"ink", "tint", 7}, {"soft", "paper", 4.5}, {"soft", "tint", 4.5}, {"accent", "paper",
				4.5}, {"accent", "tint", 3},
			{"pale", "paper", 3}, {"mark", "paper", 3},
		} {
			front, back := colours[pair.front], colours[pair.back]
			if ratio := (max(front, back) + 0.05) / (min(front, back) + 0.05); ratio < pair.least {
				t.Errorf("palette %d: %s on %s has a contrast of %.2f, want %v", i, pair.front, pair.back, ratio, pair.least)
			}
		}
	}
}

// linear is the light of a part of a colour in sRGB (WCAG 2.2, relative luminance).
func linear(c float64) float64 {
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}
