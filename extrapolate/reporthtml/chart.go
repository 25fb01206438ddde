package reporthtml

import (
	"fmt"
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/exact"
)

// Charts are drawn here in plain SVG: the libraries for Go that draw charts set fonts and colours of their own, compute in
// floating point and know no text alternative, and the four kinds that a report needs take less code than any of them.

// Measures of a drawing, in its own units.
const (
	width  = 720
	gutter = 170 // for the labels of bars and intervals
	margin = 60  // for the labels of a vertical axis
	right  = 690
	row    = 40 // height of a bar or an interval
)

// chart writes a figure: what it shows in words, the drawing, the same in figures.
func (p *page) chart(id string, c document.Chart) {
	p.start("figure")
	p.start("div", "class", "drawing")
	p.el("h3", c.Title, "id", id)
	p.el("p", c.Alternative, "id", id+"-words")
	if drawable(c) {
		draw := map[document.ChartKind]func(*page, string, document.Chart){
			document.Bars: (*page).bars, document.Histogram: (*page).histogram,
			document.Intervals: (*page).intervals, document.Curve: (*page).curve,
		}[c.Kind]
		if draw != nil {
			p.start("div", "class", "scroll", "role", "group", "aria-label", "Chart: "+c.Title, "tabindex", "0")
			draw(p, id, c)
			p.end()
		}
	}
	p.end()
	p.table(c.Table)
	p.end()
}

func (p *page) svg(id string, height int) {
	p.start("svg", "viewBox", fmt.Sprintf("0 0 %d %d", width, height), "role", "img", "aria-labelledby", id,
		"aria-describedby", id+"-words")
}

// word writes a text into a drawing.
func (p *page) word(x, y, text string, class string) {
	p.el("text", text, "x", x, "y", y, "class", class)
}

func (p *page) line(x1, y1, x2, y2, class string) {
	p.void("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "class", class)
}

func n(i int) string { return fmt.Sprint(i) }

// clip shortens a label to what a gutter holds.
func clip(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

// steps is how many steps an axis takes so that its labels, in whole numbers, have room.
func steps(length int, longest string) int64 {
	longest, _, _ = strings.Cut(longest, ".")
	return int64(min(8, max(1, length/(7*len(longest)+16))))
}

// across draws the horizontal axis below a drawing.
func (p *page) across(s scale, axis document.Axis, top, bottom int) {
	for _, tick := range s.ticks {
		x := s.at(tick)
		p.line(x, n(top), x, n(bottom), "grid")
		p.word(x, n(bottom+18), label(tick, axis.Unit), "tick middle")
	}
	p.word(n(int(s.from+s.to)/2), n(bottom+40), axis.Title, "axis middle")
}

// up draws the vertical axis beside a drawing.
func (p *page) up(s scale, axis document.Axis) {
	for _, tick := range s.ticks {
		y := s.at(tick)
		p.line(n(margin), y, n(right), y, "grid")
		p.el("text", label(tick, axis.Unit), "x", n(margin-8), "y", y, "dy", "0.35em", "class", "tick end")
	}
	p.word(n(margin-50), "18", axis.Title, "axis")
}

func (p *page) bars(id string, c document.Chart) {
	values := []*big.Rat{new(big.Rat)}
	for _, point := range c.Points {
		values = append(values, exact.Rat(point.Value))
	}
	low, high := bounds(values...)
	bottom := 10 + row*len(c.Points)
	s := newScale(low, high, gutter, right-40, countSteps(c.X.Unit, high, steps(right-gutter, label(high, c.X.Unit))))
	p.svg(id, bottom+50)
	p.across(s, c.X, 10, bottom)
	for i, point := range c.Points {
		middle, value := 10+row*i+row/2, values[i+1]
		from, to := bounds(new(big.Rat), value)
		p.void("rect", "x", s.at(from), "y", n(middle-13), "width", s.span(from, to), "height", "26", "class", "bar")
		p.word(n(gutter-10), n(middle+5), clip(point.Label, 24), "end")
		p.el("text", label(value, c.X.Unit), "x", s.at(to), "y", n(middle+5), "dx", "6", "class", "value")
	}
	p.line(s.at(new(big.Rat)), "10", s.at(new(big.Rat)), n(bottom), "base")
	p.end()
}

// countSteps keeps the steps of counted things whole.
func countSteps(unit document.Unit, high *big.Rat, steps int64) int64 {
	if unit != document.Count || high.Cmp(exact.Int(steps)) >= 0 {
		return steps
	}
	return max(1, new(big.Int).Quo(high.Num(), high.Denom()).Int64())
}

func (p *page) histogram(id string, c document.Chart) {
	values, places := []*big.Rat{new(big.Rat)}, []*big.Rat{}
	end := right
	for i, point := range c.Points {
		values = append(values, exact.Rat(point.Value))
		if point.Marked {
			end = right - 130
		}
		if !point.Marked || i == 0 {
			places = append(places, exact.Rat(point.Low), exact.Rat(point.High))
		}
	}
	_, high := bounds(values...)
	left, most := bounds(places...)
	const top, bottom = 34, 260
	y := newScale(new(big.Rat), high, bottom, top, countSteps(c.Y.Unit, high, 5))
	x := newScale(left, most, margin, int64(end), steps(end-margin, label(most, c.X.Unit)))
	p.svg(id, bottom+50)
	p.up(y, c.Y)
	for i, point := range c.Points {
		from, to, value := exact.Rat(point.Low), exact.Rat(point.High), values[i+1]
		if point.Marked { // the open class, set apart
			p.void("rect", "x", n(end+50), "y", y.at(value), "width", "60", "height", y.span(new(big.Rat), value), "class",
				"bar open")
			p.el("text", label(value, c.Y.Unit), "x", n(end+80), "y", y.at(value), "dy", "-6", "class", "value middle")
			p.word(n(end+80), n(bottom+20), "over "+label(from, c.X.Unit), "tick middle")
			continue
		}
		if value.Sign() <= 0 || from.Cmp(to) >= 0 {
			continue
		}
		p.void("rect", "x", x.at(from), "y", y.at(value), "width", x.span(from, to), "height", y.span(new(big.Rat), value),
			"class", "bar beside")
		middle := new(big.Rat).Add(from, to)
		p.el("text", label(value, c.Y.Unit), "x", x.at(middle.Quo(middle, exact.Int(2))), "y", y.at(value), "dy", "-6",
			"class", "value middle")
	}
	for _, tick := range x.ticks {
		p.line(x.at(tick), n(bottom), x.at(tick), n(bottom+5), "base")
		p.word(x.at(tick), n(bottom+20), label(tick, c.X.Unit), "tick middle")
	}
	p.line(n(margin), n(bottom), n(right), n(bottom), "base")
	p.word(n((margin+end)/2), n(bottom+42), c.X.Title, "axis middle")
	p.end()
}

func (p *page) intervals(id string, c document.Chart) {
	var all []*big.Rat
	for _, point := range c.Points {
		all = append(all, exact.Rat(point.Low), exact.Rat(point.Value), exact.Rat(point.High))
	}
	low, high := bounds(all...)
	bottom := 10 + row*len(c.Points)
	s := newScale(low, high, gutter, right-20, steps(right-20-gutter, label(high, c.X.Unit)))
	p.svg(id, bottom+50)
	p.across(s, c.X, 10, bottom)
	if s.low.Sign() < 0 && s.high.Sign() > 0 {
		p.line(s.at(new(big.Rat)), "10", s.at(new(big.Rat)), n(bottom), "base")
	}
	for i, point := range c.Points {
		middle, class := 10+row*i+row/2, "limits"
		if point.Marked {
			class = "limits marked"
		}
		from, at, to := s.at(all[3*i]), s.at(all[3*i+1]), s.at(all[3*i+2])
		p.line(from, n(middle), to, n(middle), class)
		p.line(from, n(middle-7), from, n(middle+7), class)
		p.line(to, n(middle-7), to, n(middle+7), class)
		p.void("circle", "cx", at, "cy", n(middle), "r", "6", "class", strings.Replace(class, "limits", "point", 1))
		p.word(n(gutter-10), n(middle+5), clip(point.Label, 24), strings.Replace(class, "limits", "end", 1))
	}
	p.end()
}

func (p *page) curve(id string, c document.Chart) {
	values, places := []*big.Rat{new(big.Rat)}, []*big.Rat{new(big.Rat)}
	for _, point := range c.Points {
		values, places = append(values, exact.Rat(point.Value)), append(places, exact.Rat(point.Low))
	}
	if c.Target != nil {
		values = append(values, exact.Rat(c.Target.Value))
	}
	low, high := bounds(values...)
	left, most := bounds(places...)
	const top, bottom = 34, 290
	y := newScale(low, high, bottom, top, 5)
	x := newScale(left, most, margin, right, countSteps(c.X.Unit, most, steps(right-margin, label(most, c.X.Unit))))
	p.svg(id, bottom+50)
	p.up(y, c.Y)
	for _, tick := range x.ticks {
		p.line(x.at(tick), n(bottom), x.at(tick), n(bottom+5), "base")
		p.word(x.at(tick), n(bottom+20), label(tick, c.X.Unit), "tick middle")
	}
	p.line(n(margin), n(bottom), n(right), n(bottom), "base")
	p.word(n((margin+right)/2), n(bottom+42), c.X.Title, "axis middle")
	if c.Target != nil {
		at := y.at(exact.Rat(c.Target.Value))
		p.line(n(margin), at, n(right), at, "target")
		p.el("text", c.Target.Label, "x", n(right-4), "y", at, "dy", "-6", "class", "value end")
	}
	var path []string
	for i := range c.Points {
		path = append(path, x.at(places[i+1])+","+y.at(values[i+1]))
	}
	p.void("polyline", "points", strings.Join(path, " "), "class", "curve")
	for i, point := range c.Points {
		at, height := x.at(places[i+1]), y.at(values[i+1])
		if !point.Marked {
			p.void("circle", "cx", at, "cy", height, "r", "3.5", "class", "point marked")
			continue
		}
		p.void("circle", "cx", at, "cy", height, "r", "7", "class", "point marked")
		p.el("text", point.Label, "x", at, "y", height, "dx", "12", "dy", "-10", "class", "value")
	}
	p.end()
}
