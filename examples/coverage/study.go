package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"regexp"
	"sync"
)

// The grid of the study.
var (
	rates = []int{2, 5, 10, 20, 40, 60, 90}
	sizes = []int{30, 50, 100, 200}
)

// cell is one simulation: a population, a sample size and a method.
type cell struct {
	kind   kind
	rate   int // percent of the claims in error
	size   int // claims in the sample, or hits
	method method
}

func (c cell) String() string {
	return fmt.Sprintf("%s/%d/%d/%s", c.kind.name, c.rate, c.size, c.method.name)
}

// cells are those of the grid whose name a filter matches.
func cells(filter *regexp.Regexp) []cell {
	var list []cell
	for _, k := range kinds {
		for _, rate := range rates {
			for _, size := range sizes {
				for _, m := range methods {
					c := cell{k, rate, size, m}
					if m.fits(k, rate) && filter.MatchString(c.String()) {
						list = append(list, c)
					}
				}
			}
		}
	}
	return list
}

// row is what a cell says. A share or mean that a method does not have is not a number, and empty in CSV.
type row struct {
	Population string
	Rate       int
	Size       int
	Method     string
	Replicates int
	Seed       uint64
	// NoError is the share of samples without any overpayment: they have no interval.
	NoError float64
	// TwoSided is the share of samples whose two-sided 90 percent interval holds the true total; a sample without any
	// overpayment has none that does. Lower90 and Lower95 are the shares of one-sided lower limits that are no higher than the
	// true total, Upper95 that of upper limits no lower. The two-sided interval runs from the lower to the upper limit of 95.
	TwoSided, Lower90, Lower95, Upper95 float64
	// Width is the mean width of the intervals that there are, BelowZero the share of intervals whose lower limit is below zero.
	Width, BelowZero float64
	// MeanLower90, MeanLower95 and MeanUpper95 are means of limits, Mean and Spread the mean and the standard deviation of the point
	// estimate, all of them and Width divided by the true total.
	MeanLower90, MeanLower95, MeanUpper95, Mean, Spread float64
}

// standardError is the binomial one of a share.
func (r row) standardError(share float64) float64 {
	return math.Sqrt(float64(share*(1-share)) / float64(r.Replicates))
}

// run simulates a cell. Its random numbers are a stream of its own, of the seed and the name of the cell, so that a result
// depends neither on other cells nor on the number of workers.
func (c cell) run(replicates int, seed uint64) (row, error) {
	p := newPopulation(c.kind, c.rate)
	s, err := c.method.sampler(p, c.size)
	if err != nil {
		return row{}, err
	}
	name := fnv.New64a()
	fmt.Fprint(name, c)
	r, err := simulate(s, p, replicates, rand.New(rand.NewPCG(seed, name.Sum64())))
	r.Population, r.Rate, r.Size, r.Method, r.Seed = c.kind.name, c.rate, c.size, c.method.name, seed
	c.method.blank(&r)
	return r, err
}

// simulate draws and appraises samples.
func simulate(s sampler, p *population, replicates int, random *rand.Rand) (row, error) {
	total := float64(p.totalOverpaid)
	var noError, intervals, twoSided, lower90, lower95, upper95, belowZero int
	var width, mean90, mean95, meanUpper, mean, squares float64
	for range replicates {
		s.draw(random)
		a, err := s.appraise()
		if err != nil {
			return row{}, err
		}
		count(&twoSided, a.lower95 <= total && total <= a.upper95)
		count(&lower90, a.lower90 <= total)
		count(&lower95, a.lower95 <= total)
		count(&upper95, a.upper95 >= total)
		count(&noError, !a.found)
		if a.found {
			intervals++
			width += a.upper95 - a.lower95
			count(&belowZero, a.lower95 < 0)
		}
		mean90 += a.lower90
		mean95 += a.lower95
		meanUpper += a.upper95
		relative := a.point / total
		mean += relative
		squares += float64((relative - 1) * (relative - 1))
	}
	n := float64(replicates)
	r := row{Replicates: replicates, NoError: float64(noError) / n, TwoSided: float64(twoSided) / n,
		Lower90: float64(lower90) / n, Lower95: float64(lower95) / n, Upper95: float64(upper95) / n,
		Width: width / float64(intervals) / total, BelowZero: float64(belowZero) / float64(intervals),
		MeanLower90: mean90 / n / total, MeanLower95: mean95 / n / total, MeanUpper95: meanUpper / n / total,
		Mean: mean / n}
	off := r.Mean - 1
	r.Spread = math.Sqrt(max(0, squares/n-float64(off*off)))
	return r, nil
}

func count(n *int, yes bool) {
	if yes {
		*n++
	}
}

// runAll simulates cells on so many workers and returns their rows in the order of the cells. After each cell it calls done
// with the number of cells done so far.
func runAll(list []cell, replicates int, seed uint64, workers int, done func(int)) ([]row, error) {
	rows, next := make([]row, len(list)), make(chan int)
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	var mu sync.Mutex
	finished := 0
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := range next {
				r, err := list[i].run(replicates, seed)
				if err != nil {
					cancel(fmt.Errorf("%s: %w", list[i], err))
					return
				}
				mu.Lock()
				rows[i] = r
				finished++
				done(finished)
				mu.Unlock()
			}
		})
	}
feed:
	for i := range list {
		select {
		case next <- i:
		case <-ctx.Done():
			break feed
		}
	}
	close(next)
	group.Wait()
	return rows, context.Cause(ctx)
}
