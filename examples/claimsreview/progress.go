package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

// progress is a reader that shows how far the reading of a file has come, if stderr is a terminal.
type progress struct {
	io.Reader
	stderr      io.Writer
	read, total int64
	last        time.Time
	shown       bool
}

func newProgress(stderr io.Writer, r io.Reader, total int64) *progress {
	p := &progress{Reader: r, total: total}
	if f, ok := stderr.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.stderr, p.last = stderr, time.Now()
		}
	}
	return p
}

func (p *progress) Read(b []byte) (int, error) {
	n, err := p.Reader.Read(b)
	p.read += int64(n)
	return n, err
}

// rows shows the number of rows read so far, at most five times a second.
func (p *progress) rows(rows int64) {
	if p.stderr == nil || time.Since(p.last) < 200*time.Millisecond {
		return
	}
	p.last, p.shown = time.Now(), true
	fmt.Fprintf(p.stderr, "\rreading claims: %d rows", rows)
	if p.total > 0 {
		fmt.Fprintf(p.stderr, ", %d%%", 100*min(p.read, p.total)/p.total)
	}
}

func (p *progress) done() {
	if p.shown {
		fmt.Fprint(p.stderr, "\r\033[K")
	}
}
