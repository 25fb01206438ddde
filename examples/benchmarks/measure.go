package main

import (
	"fmt"
	"math"
	"slices"
	"time"
)

// size is how large a work is: units of the universe or frame, and units of the sample. What does not matter is 0.
type size struct{ N, n int64 }

// row is one size of a work, done by everyone.
type row struct {
	size
	ours float64 // seconds
	// theirs are the seconds of the peers by their name.
	theirs map[string]float64
}

// run does a work in all sizes.
func (w work) run(peers []*peer, short bool) ([]row, error) {
	var rows []row
	for i, s := range w.sizes {
		if short && i > 1 {
			break
		}
		f, err := w.ours(s)
		if err != nil {
			return nil, fmt.Errorf("%s, %+v: %w", w.name, s, err)
		}
		r := row{size: s, theirs: map[string]float64{}}
		var result []float64
		if r.ours, result, err = f.measure(); err != nil {
			return nil, fmt.Errorf("%s, %+v: %w", w.name, s, err)
		}
		for _, p := range peers {
			if !slices.Contains(w.peers, p.name) {
				continue
			}
			seconds, theirs, err := p.do(w.name, s)
			if err != nil {
				return nil, err
			}
			if err := agree(result, theirs, w.tolerance[p.name]); err != nil {
				return nil, fmt.Errorf("%s, %+v, %s: %w", w.name, s, p.name, err)
			}
			r.theirs[p.name] = seconds
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// measure returns the least of the times of a work, 3 to 50 of them within about half a second, each of as many rounds as make two
// milliseconds: what else the machine does can only add to a time. The programs of the peers do the same.
func (f job) measure() (seconds float64, figures []float64, err error) {
	begin := time.Now()
	result, err := f()
	if err != nil {
		return 0, nil, err
	}
	once := time.Since(begin).Seconds() + 1e-9
	rounds := 1 + int(0.002/once)
	least := math.Inf(1)
	for range max(3, min(50, int(0.5/once))) {
		begin := time.Now()
		for range rounds {
			if _, err := f(); err != nil {
				return 0, nil, err
			}
		}
		least = min(least, time.Since(begin).Seconds()/float64(rounds))
	}
	return least, result(), nil
}

// agree compares results.
func agree(ours, theirs []float64, tolerance float64) error {
	if len(ours) != len(theirs) {
		return fmt.Errorf("%v here, %v there", ours, theirs)
	}
	for i := range ours {
		if !(math.Abs(ours[i]-theirs[i]) <= tolerance*math.Abs(ours[i])) {
			return fmt.Errorf("%v here, %v there", ours, theirs)
		}
	}
	return nil
}
