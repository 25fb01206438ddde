package main

import (
	"fmt"
	"html"
	"io"
	"math"
	"strings"
)

// The chart is a grid of panels, a line of them for each population. The two on the left show Student's t for every sample
// size, those on the right what else there is, for one sample size.
const (
	chartWidth               = 1240
	panelWidth, panelHeight  = 250, 150
	panelsLeft, panelsTop    = 58, 248
	panelsAcross, panelsDown = 294, 232
	comparedSize             = 100
)

// series is a line of a panel. Lines differ in marker and dashes, so that they can be told apart without colour.
type series struct {
	name, colour, dashes, marker string
	at                           func(r row) bool
}

// panel is what a column of the chart shows.
type panel struct {
	title, subtitle string
	value           func(r row) float64
	low, high, step float64 // of the axis, in percent
	nominal         float64
	lines           []series
}

func panels() []panel {
	size := func(n int, colour, dashes, marker string) series {
		return series{fmt.Sprintf("n = %d", n), colour, dashes, marker,
			func(r row) bool { return r.Method == "t" && r.Size == n }}
	}
	other := func(name, text, colour, dashes, marker string) series {
		return series{text, colour, dashes, marker, func(r row) bool { return r.Method == name && r.Size == comparedSize }}
	}
	sizes := []series{
		size(30, "#c4501b", "2 3", "circle"), size(50, "#9a3f8f", "5 3", "square"),
		size(100, "#0a63a5", "10 3", "triangle"), size(200, "#111111", "", "dot"),
	}
	t := other("t", "simple sample, t", "#111111", "", "dot")
	strata := other("size-t", "strata by size, t", "#0a63a5", "6 3", "square")
	units := other("pps", "monetary units", "#c4501b", "2 3", "triangle")
	minimum := other("minsum", "minimum sum", "#26734d", "10 3 2 3", "diamond")
	partly := minimum
	partly.at = func(r row) bool { return strings.HasPrefix(r.Method, "minsum") && r.Size == comparedSize }
	return []panel{
		{"Two-sided 90 % interval", "percent of samples that hold the true total",
			func(r row) float64 { return r.TwoSided }, 0, 100, 20, 90, sizes},
		{"Lower limit of that interval", "percent of samples whose limit is not too high",
			func(r row) float64 { return r.Lower95 }, 80, 100, 5, 95, sizes},
		{"Two-sided 90 % interval", "percent of samples that hold the true total",
			func(r row) float64 { return r.TwoSided }, 0, 100, 20, 90, []series{t, strata, units}},
		{"Lower limit, one-sided 90 %", "its mean in percent of the true total",
			func(r row) float64 { return r.MeanLower90 }, -20, 100, 20, 100, []series{t, strata, units, partly}},
	}
}

// drawing writes SVG and keeps the first error.
type drawing struct {
	w   io.Writer
	err error
}

func (d *drawing) printf(format string, args ...any) {
	if d.err == nil {
		_, d.err = fmt.Fprintf(d.w, format, args...)
	}
}

func (d *drawing) text(x, y float64, attributes, text string) {
	d.printf("<text x=\"%.1f\" y=\"%.1f\"%s>%s</text>\n", x, y, attributes, html.EscapeString(text))
}

// drawChart writes the chart of a study as SVG. A panel without cells says so.
func drawChart(w io.Writer, rows []row) error {
	d := &drawing{w: w}
	height := panelsTop + len(kinds)*panelsDown - 14
	d.printf("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" "+
		"aria-labelledby=\"title desc\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\" fill=\"#111\">\n",
		chartWidth, height, chartWidth, height)
	const title = "How often the limits of a claims review hold the true overpayment"
	d.printf("<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", title, html.EscapeString(describe(rows)))
	d.printf("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", chartWidth, height)
	d.text(24, 36, ` font-size="20" font-weight="bold"`, title)
	d.text(24, 58, ` fill="#444"`, provenance(rows))
	for i, text := range []string{"Simple random sample with Student’s t, as RAT-STATS appraises it",
		fmt.Sprintf("What to use instead, samples of %d", comparedSize)} {
		x := float64(panelsLeft + 2*i*panelsAcross)
		d.text(x, 92, ` font-size="15" font-weight="bold"`, text)
		d.printf("<line x1=\"%.1f\" y1=\"101\" x2=\"%.1f\" y2=\"101\" stroke=\"#111\"/>\n", x, x+panelsAcross+panelWidth)
	}
	for c, p := range panels() {
		x := float64(panelsLeft + c*panelsAcross)
		d.text(x, 122, ` font-size="14" font-weight="bold"`, p.title)
		d.text(x, 140, ` fill="#444"`, p.subtitle)
		for i, s := range p.lines {
			left, y := x+float64(i%2)*132, float64(164+20*(i/2))
			d.line(s, []float64{left, left + 28}, []float64{y - 4, y - 4})
			d.mark(s, left+14, y-4)
			d.text(left+34, y, "", s.name)
		}
	}
	for i, k := range kinds {
		top := float64(panelsTop + i*panelsDown)
		d.printf("<text x=\"24\" y=\"%.1f\"><tspan font-size=\"14\" font-weight=\"bold\">%s</tspan>"+
			"<tspan dx=\"8\" fill=\"#444\">%s</tspan></text>\n", top-18, html.EscapeString(k.title), html.EscapeString(k.text))
		for c, p := range panels() {
			d.panel(p, float64(panelsLeft+c*panelsAcross), top, rows, k.name)
		}
	}
	d.printf("</svg>\n")
	return d.err
}

// panel draws one panel with its axes.
func (d *drawing) panel(p panel, left, top float64, rows []row, population string) {
	y := func(percent float64) float64 {
		return top + panelHeight*(p.high-max(p.low, min(p.high, percent)))/(p.high-p.low)
	}
	x := func(i int) float64 { return left + panelWidth*(float64(i)+0.5)/float64(len(rates)) }
	for tick := p.low; tick <= p.high; tick += p.step {
		d.printf("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>\n", left, y(tick), left+panelWidth, y(tick))
		d.text(left-6, y(tick)+4, ` text-anchor="end" fill="#444"`, fmt.Sprintf("%.0f", tick))
	}
	d.printf("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#888\" stroke-width=\"2.5\"/>\n",
		left, y(p.nominal), left+panelWidth, y(p.nominal))
	for i, rate := range rates {
		d.text(x(i), top+panelHeight+16, ` text-anchor="middle" fill="#444"`, fmt.Sprint(rate))
	}
	d.text(left+panelWidth/2, top+panelHeight+32, ` text-anchor="middle" fill="#444"`, "claims in error, percent")
	empty := true
	for _, s := range p.lines {
		var xs, ys []float64
		for i, rate := range rates {
			for _, r := range rows {
				if v := p.value(r); r.Population == population && r.Rate == rate && s.at(r) && !math.IsNaN(v) {
					xs, ys = append(xs, x(i)), append(ys, y(100*v))
				}
			}
		}
		d.line(s, xs, ys)
		for i := range xs {
			d.mark(s, xs[i], ys[i])
			empty = false
		}
	}
	if empty {
		d.text(left+panelWidth/2, top+panelHeight/2, ` text-anchor="middle" fill="#444"`, "not simulated")
	}
}

func (d *drawing) line(s series, xs, ys []float64) {
	if len(xs) < 2 {
		return
	}
	var points []string
	for i := range xs {
		points = append(points, fmt.Sprintf("%.1f,%.1f", xs[i], ys[i]))
	}
	dashes := ""
	if s.dashes != "" {
		dashes = fmt.Sprintf(" stroke-dasharray=\"%s\"", s.dashes)
	}
	d.printf("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"%s/>\n", strings.Join(points, " "), s.colour, dashes)
}

func (d *drawing) mark(s series, x, y float64) {
	shape := map[string]string{
		"square":   "M-3.5,-3.5h7v7h-7z",
		"triangle": "M0,-4.5l4.3,7.6h-8.6z",
		"diamond":  "M0,-4.8l4.4,4.8l-4.4,4.8l-4.4,-4.8z",
	}[s.marker]
	fill := "#fff"
	if s.marker == "dot" {
		fill = s.colour
	}
	if shape == "" {
		d.printf("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.6\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.4\"/>\n", x, y, fill, s.colour)
		return
	}
	d.printf("<path transform=\"translate(%.1f %.1f)\" d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.4\"/>\n", x, y, shape, fill, s.colour)
}

// provenance says where the figures come from.
func provenance(rows []row) string {
	if len(rows) == 0 {
		return "no cells"
	}
	return fmt.Sprintf("Simulated: %s samples a point, from populations of %s claims; seed %d. Thick grey lines: what is meant, "+
		"90 or 95 percent of samples; on the far right the true total.", thousands(rows[0].Replicates), thousands(universe), rows[0].Seed)
}

// describe tells what the first column shows, for those who cannot see it.
func describe(rows []row) string {
	var text strings.Builder
	text.WriteString("A grid of line charts, one line of them for each population, against the share of claims in error. " +
		"All figures are in the CSV file of the study. Share of two-sided 90 percent intervals of Student’s t that hold the true total:")
	for _, k := range kinds {
		for _, size := range []int{30, 200} {
			var values []string
			for _, r := range rows {
				if r.Population == k.name && r.Method == "t" && r.Size == size {
					values = append(values, fmt.Sprintf("%.0f at %d", 100*r.TwoSided, r.Rate))
				}
			}
			if values != nil {
				fmt.Fprintf(&text, " %s, samples of %d: %s percent in error.", k.title, size, strings.Join(values, ", "))
			}
		}
	}
	return text.String()
}

// thousands writes a number with commas.
func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}
