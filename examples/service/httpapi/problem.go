package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/iromath/iromath"
)

// problem is an error as it is answered, application/problem+json of RFC 9457: a [iromath.Problem] with a status.
type problem struct {
	Status int `json:"status"`
	iromath.Problem
}

// refusal is a problem of the service's own.
func refusal(status int, code, message string) problem {
	return problem{status, iromath.Problem{Code: code, Message: message}}
}

// MarshalJSON adds the members of RFC 9457.
func (p problem) MarshalJSON() ([]byte, error) {
	type own problem
	return json.Marshal(struct {
		Title string `json:"title"`
		own
	}{http.StatusText(p.Status), own(p)})
}

var (
	busy = refusal(http.StatusServiceUnavailable, "busy", "All workers are taken. Try again in a moment.")
	late = refusal(http.StatusGatewayTimeout, "time_limit", "The calculation takes longer than is allowed here.")

	errBusy  = errors.New("all workers are taken")
	errLate  = errors.New("the time is over")
	errPanic = errors.New("panic")
)

// problemOf is the problem behind an error of a calculation.
func problemOf(err error) problem {
	switch {
	case errors.Is(err, errBusy):
		return busy
	case errors.Is(err, errLate), errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return late
	case errors.Is(err, errPanic):
		return refusal(http.StatusInternalServerError, "internal", "The calculation failed. The mistake is here, not in the request.")
	case errors.Is(err, iromath.ErrCalculation):
		return refusal(http.StatusNotFound, "calculation", "There is no such calculation: GET /v1/calculations lists all.")
	case errors.Is(err, iromath.ErrPrintout):
		return refusal(http.StatusNotAcceptable, "printout", "The result has no printout: ask for application/json.")
	case errors.Is(err, iromath.ErrRequest):
		return problem{http.StatusBadRequest, iromath.ProblemOf(err)}
	}
	return problem{http.StatusUnprocessableEntity, iromath.ProblemOf(err)}
}

// refuse answers with a problem.
func (a *api) refuse(w http.ResponseWriter, p problem) {
	raw, err := json.Marshal(p)
	if err != nil { // texts and a number
		raw = nil
	}
	if p.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "1")
	}
	a.write(w, p.Status, "application/problem+json", raw)
}
