package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

// progress tells how many cells are done and how long the rest may take: in one line of a terminal, else every half minute.
type progress struct {
	w           io.Writer
	terminal    bool
	cells       int
	now         func() time.Time
	start, last time.Time
}

func newProgress(w io.Writer, cells int, now func() time.Time) *progress {
	p := &progress{w: w, cells: cells, now: now, start: now()}
	p.last = p.start
	if f, ok := w.(*os.File); ok {
		info, err := f.Stat()
		p.terminal = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return p
}

// show is called after each cell with the number of them that are done.
func (p *progress) show(done int) {
	now := p.now()
	pause := 30 * time.Second
	if p.terminal {
		pause = 200 * time.Millisecond
	}
	if now.Sub(p.last) < pause && done < p.cells {
		return
	}
	p.last = now
	spent := now.Sub(p.start)
	line := fmt.Sprintf("%d of %d cells in %s", done, p.cells, spent.Round(time.Second))
	if left := spent * time.Duration(p.cells-done) / time.Duration(done); done < p.cells {
		line += fmt.Sprintf(", some %s left", left.Round(time.Second))
	}
	if p.terminal {
		fmt.Fprintf(p.w, "\r%s\033[K", line)
	} else {
		fmt.Fprintln(p.w, line)
	}
}

func (p *progress) end() {
	if p.terminal {
		fmt.Fprintln(p.w)
	}
}
