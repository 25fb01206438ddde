package samplesize

// smallest returns the smallest n from 1 to most that is not too small, where a single n may be too small after one that
// is not; 0 if all are. tooSmall(a, b) may only report true if every n from a to b is too small; for a = b it has to know.
//
// That is the certificate of the result: all n below lie in blocks that were proven to be too small, block after block
// from 1 on. Blocks grow by a quarter while they are proven and halve when one is not, down to single sizes.
func smallest(most int64, tooSmall func(a, b int64) (bool, error)) (int64, error) {
	length := int64(1)
	for n := int64(1); n <= most; {
		length = min(length, most-n+1)
		proven, err := tooSmall(n, n+length-1)
		switch {
		case err != nil:
			return 0, err
		case proven:
			n += length
			length += max(1, length/4)
		case length == 1:
			return n, nil
		default:
			length /= 2
		}
	}
	return 0, nil
}
