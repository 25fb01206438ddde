package finding

import (
	"errors"
	"fmt"
	"testing"
)

func TestFields(t *testing.T) {
	plain := errors.New("seed is empty")
	if Under("plan", plain) != plain || Under("plan", nil) != nil {
		t.Error("an error without a field got one")
	}
	err := Under("review", fmt.Errorf("draw: %w", Under("plan", At("seed", plain))))
	var p *Placed
	if !errors.As(err, &p) || p.Field != "review.plan.seed" || err.Error() != "draw: seed is empty" || !errors.Is(err, plain) {
		t.Errorf("%+v", err)
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int64]string{0: "0 claims", 1: "1 claim", 2: "2 claims", -1: "-1 claims"} {
		if got := Count(n, "claim", "claims"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestInside(t *testing.T) {
	err := fmt.Errorf("sampling: selection: %w", Inside("sampling", fmt.Errorf("sampling: %w", errTest)))
	if err.Error() != "sampling: selection: test" || !errors.Is(err, errTest) {
		t.Error(err)
	}
}

var errTest = errors.New("test")
