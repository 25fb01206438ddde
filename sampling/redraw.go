package sampling

import (
	"bytes"
	"fmt"
	"io"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Every selection is drawn again from its inputs before anything is printed or drawn on. One that is not what its inputs
// give is refused, so that no page shows numbers under a seed that are not the seed's.

// drawable is a selection: by the plan in it, it draws itself again.
type drawable[S any] interface{ Draw() (S, error) }

// drawnAgain draws a selection again and returns what that gives, or an error that wraps [ErrSelection] if its inputs
// are wrong or differs finds a difference.
func drawnAgain[S drawable[S]](s S, differs func(want S) error) (S, error) {
	want, err := s.Draw()
	if err != nil {
		err = fmt.Errorf("%w cannot be drawn from its inputs: %w", ErrSelection, finding.Inside("sampling", err))
	} else {
		err = differs(want)
	}
	if err != nil {
		var none S
		return none, err
	}
	return want, nil
}

// listing is a selection of units U in lists.
type listing[S, U any] interface {
	drawable[S]
	lists() drawnLists[U]
}

// drawnLists are what selections of numbers, sets and items have in common.
type drawnLists[U any] struct {
	unit           string // what one of them is called: "set"
	frameSize      int64
	sample, spares []U
	same           func(a, b U) bool
}

// drawnListsAgain draws a selection again and compares its lists. The error names the first difference.
func drawnListsAgain[S listing[S, U], U any](s S) (S, error) {
	return drawnAgain(s, func(want S) error {
		have, drawn := s.lists(), want.lists()
		return firstError(
			sameValue("the frame size", have.frameSize, drawn.frameSize),
			sameList(have.unit, have.sample, drawn.sample, have.same),
			sameList("spare", have.spares, drawn.spares, have.same),
		)
	})
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

// sameJSON compares two selections by their JSON, which is canonical.
func sameJSON[S any](have, drawn S) error {
	a, errA := jsonform.Marshal(have)
	b, errB := jsonform.Marshal(drawn)
	if errA == nil && errB == nil && bytes.Equal(a, b) {
		return nil
	}
	return fmt.Errorf("%w is not what its inputs give", ErrSelection)
}

// firstError returns the first of errors that is one.
func firstError(list ...error) error {
	for _, err := range list {
		if err != nil {
			return err
		}
	}
	return nil
}

// printable is a selection that draws itself again and gives the list to print.
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

// drawnAfter returns the units of a list whose order of selection is above before.
func drawnAfter[U any](before int64, list []U, order func(U) int64) []U {
	later := make([]U, 0, max(0, int64(len(list))-max(0, before)))
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

// overFrames is a plan that draws from all items of several frames as if they were one frame.
type overFrames[S any] interface {
	parts() (frameParts, error)
	single(frameParts) SingleStage
	selection(frameParts, Selection) (S, error)
}

// drawFrames draws such a plan.
func drawFrames[S any](f overFrames[S]) (S, error) {
	return drawOverFrames(f, SingleStage.Draw)
}

// drawFramesOn draws such a plan and then more.
func drawFramesOn[S any](f overFrames[S], more int64) (S, error) {
	return drawOverFrames(f, func(plan SingleStage) (Selection, error) {
		drawn, err := plan.Draw()
		if err != nil {
			return Selection{}, err
		}
		return drawn.DrawOn(more)
	})
}

func drawOverFrames[S any](f overFrames[S], draw func(SingleStage) (Selection, error)) (S, error) {
	var none S
	parts, err := f.parts()
	if err != nil {
		return none, err
	}
	drawn, err := draw(f.single(parts))
	if err != nil {
		return none, err
	}
	return f.selection(parts, drawn)
}
