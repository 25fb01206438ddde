package iromath

// claimList holds claims in pages of 65,536, so that it grows without copying and takes little more memory than the
// ids, amounts and payors themselves.
type claimList struct {
	pages  []claimPage
	size   int64
	payors []string // by number; the claims have the numbers
}

type claimPage struct {
	ids    []byte   // one behind the other
	ends   []uint32 // id i of the page ends here
	cents  []int64
	payors []uint32 // nil as long as all are 0
	labels []uint32 // numbers of the segments, while the frame is read
}

const pageBits = 16

// add appends a claim.
func (l *claimList) add(id []byte, cents int64, payor, label uint32) {
	const full = 1 << pageBits
	if l.size%full == 0 {
		var p claimPage
		if n := len(l.pages); n > 0 { // a second page: as large as the one before
			last := &l.pages[n-1]
			p.ids = make([]byte, 0, len(last.ids)+len(last.ids)/64)
			p.ends, p.cents = make([]uint32, 0, full), make([]int64, 0, full)
		}
		l.pages = append(l.pages, p)
	}
	p := &l.pages[len(l.pages)-1]
	p.ids = append(p.ids, id...)
	p.ends = append(p.ends, uint32(len(p.ids)))
	p.cents = append(p.cents, cents)
	p.payors = addNumber(p.payors, payor, len(p.ends))
	p.labels = addNumber(p.labels, label, len(p.ends))
	l.size++
}

// addNumber makes v the last of n numbers of a list that is nil as long as all are 0.
func addNumber(list []uint32, v uint32, n int) []uint32 {
	if list == nil {
		if v == 0 {
			return nil
		}
		list = make([]uint32, n-1, max(n, 1<<10))
	}
	return append(list, v)
}

// id returns the id of claim i, from 0.
func (l *claimList) id(i int64) []byte {
	p, k := &l.pages[i>>pageBits], i&(1<<pageBits-1)
	from := uint32(0)
	if k > 0 {
		from = p.ends[k-1]
	}
	return p.ids[from:p.ends[k]]
}

// label returns the number of the segment of claim i.
func (l *claimList) label(i int64) uint32 {
	if p := &l.pages[i>>pageBits]; p.labels != nil {
		return p.labels[i&(1<<pageBits-1)]
	}
	return 0
}

// get returns claim i, from 0.
func (l *claimList) get(i int64) (id []byte, payor string, cents int64) {
	p, k := &l.pages[i>>pageBits], i&(1<<pageBits-1)
	if p.payors != nil {
		payor = l.payors[p.payors[k]]
	} else if len(l.payors) > 0 {
		payor = l.payors[0]
	}
	return l.id(i), payor, p.cents[k]
}

// dropLabels frees what only reading needs.
func (l *claimList) dropLabels() {
	for i := range l.pages {
		l.pages[i].labels = nil
	}
}
