package sampling

import (
	"fmt"
	"io"
)

// What the selections of sets and frames do alike: they are drawn again before anything is printed or drawn on.

// printable is a selection that draws itself again and gives the list to print, or an error that wraps [ErrSelection].
type printable interface{ printed() (*table, error) }

func printTable(s printable, w io.Writer, h Heading, write func(*table, io.Writer, Heading) error) error {
	t, err := s.printed()
	if err != nil {
		return err
	}
	return write(t, w, h)
}

func tableSheets(s printable, h Heading) ([]Sheet, error) {
	t, err := s.printed()
	if err != nil {
		return nil, err
	}
	return t.sheets(h), nil
}

// drawnAfter returns the items of a list whose order of selection is above before.
func drawnAfter[T any](before int64, list []T, order func(T) int64) []T {
	later := make([]T, 0, max(0, int64(len(list))-max(0, before)))
	for _, v := range list {
		if order(v) > before {
			later = append(later, v)
		}
	}
	return later
}

// enlarge returns what a sample that is drawn on has drawn before, and its size.
func enlarge(size, more int64) (drawnBefore, enlarged int64, err error) {
	if more < 1 || more > MaxUnits {
		return 0, 0, fmt.Errorf("%w: %d more are not from 1 to %d", ErrSize, more, MaxUnits)
	}
	return size, size + more, nil
}

// notDrawable is the error of a selection whose inputs are wrong.
func notDrawable(err error) error {
	return fmt.Errorf("%w cannot be drawn from its inputs: %w", ErrSelection, err)
}

// sameValue compares a result of a selection with what its inputs give.
func sameValue[T comparable](what string, have, drawn T) error {
	if have == drawn {
		return nil
	}
	return fmt.Errorf("%w is not what its inputs give: %s is %v, its inputs give %v", ErrSelection, what, have, drawn)
}

// sameList compares a list of a selection with what its inputs give.
func sameList[T any](name string, have, drawn []T, equal func(a, b T) bool) error {
	if err := sameValue("the number of "+name+"s", len(have), len(drawn)); err != nil {
		return err
	}
	for i := range have {
		if !equal(have[i], drawn[i]) {
			return fmt.Errorf("%w is not what its inputs give: %s %d is %v, its inputs give %v",
				ErrSelection, name, i+1, have[i], drawn[i])
		}
	}
	return nil
}

// same is an equal for sameList.
func same[T comparable](a, b T) bool { return a == b }

// firstError returns the first of errors that is one.
func firstError(list ...error) error {
	for _, err := range list {
		if err != nil {
			return err
		}
	}
	return nil
}
