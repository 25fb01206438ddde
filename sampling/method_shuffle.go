package sampling

// partialShuffle draws count different numbers from 0 to frame-1: all numbers of the frame stand in a row, one place
// is chosen, its number is taken, and the last number of the row takes its place. Each step asks below(n) for a place
// from 0 to n-1, n being the length of the row. It is for 1 <= count <= frame.
//
// R and Python sample crowded frames that way; NumPy fills its list from the other end.
func partialShuffle(count, frame int64, below func(n int64) int64) []int64 {
	if frame/8 <= count {
		return partialShuffleDense(count, frame, below)
	}
	return partialShuffleSparse(count, frame, below)
}

func partialShuffleDense(count, frame int64, below func(n int64) int64) []int64 {
	row := make([]uint32, frame)
	for i := range row {
		row[i] = uint32(i)
	}
	drawn := make([]int64, count)
	for i := range drawn {
		at, last := below(int64(len(row))), len(row)-1
		drawn[i] = int64(row[at])
		row[at] = row[last]
		row = row[:last]
	}
	return drawn
}

// partialShuffleSparse keeps only the end of the row, and in front of it the places that are chosen more than once. As
// no choice depends on the numbers, all are made first, and a sort finds those places.
func partialShuffleSparse(count, frame int64, below func(n int64) int64) []int64 {
	drawn := make([]int64, count) // the places, and at last the numbers
	for i := range drawn {
		drawn[i] = below(frame - int64(i))
	}
	front := frame - count
	end := make([]int64, count)
	for i := range end {
		end[i] = front + int64(i)
	}
	again := map[int64]int64{}
	sorted := sequential(drawn, frame)
	for i, k := range sorted {
		if place := k.offset(); i > 0 && place < front && sorted[i-1].offset() == place {
			drawn[sorted[i-1].order()-1], drawn[k.order()-1] = ^place, ^place
			again[place] = place
		}
	}
	for i, place := range drawn {
		last := end[len(end)-1-i]
		switch {
		case place >= front:
			drawn[i], end[place-front] = end[place-front], last
		case place >= 0:
			drawn[i] = place // no one asks again what stands there
		default:
			drawn[i], again[^place] = again[^place], last
		}
	}
	return drawn
}
