package httpapi

import (
	"context"
	"runtime/debug"
	"time"
)

// workers are a bounded number of calculations at the same time, one place in the channel each.
type workers chan struct{}

// do calculates when a worker is free and waits for the result, at most for the limit; then, or when ctx is done, the context of f is
// done. Until f has ended it keeps its worker, though nobody waits for it. A panic is an error, and panicked is told.
func (w workers) do(ctx context.Context, limit time.Duration, panicked func(any, []byte), f func(context.Context) ([]byte, error)) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	select {
	case w <- struct{}{}:
	case <-ctx.Done():
		return nil, errBusy
	}
	type outcome struct {
		result []byte
		err    error
	}
	done := make(chan outcome, 1)
	go func() {
		o := outcome{err: errPanic}
		defer func() {
			if v := recover(); v != nil {
				panicked(v, debug.Stack())
			}
			<-w
			done <- o
		}()
		o.result, o.err = f(ctx)
	}()
	select {
	case o := <-done:
		return o.result, o.err
	case <-ctx.Done():
		return nil, errLate
	}
}
