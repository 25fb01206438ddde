package httpapi

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/internal/jsonform"
)

// problem is an error as it is answered, application/problem+json of RFC 9457.
type problem struct {
	Status int `json:"status"`
	// Code is a short name that does not change, for programs.
	Code string `json:"code"`
	// Field leads to the value that is wrong, where it is known: "claims[3].paid".
	Field string `json:"field,omitempty"`
	// Message says in a sentence what is wrong.
	Message string `json:"message"`
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
	busy = problem{http.StatusServiceUnavailable, "busy", "", "All workers are taken. Try again in a moment."}
	late = problem{http.StatusGatewayTimeout, "time_limit", "", "The calculation takes longer than is allowed here."}

	errBusy  = errors.New("all workers are taken")
	errLate  = errors.New("the time is over")
	errPanic = errors.New("panic")
)

// problemOf is the problem behind an error of a calculation.
func problemOf(err error) problem {
	var form *jsonform.Error
	switch {
	case errors.Is(err, errBusy):
		return busy
	case errors.Is(err, errLate):
		return late
	case errors.Is(err, errPanic):
		return problem{http.StatusInternalServerError, "internal", "", "The calculation failed. The mistake is here, not in the request."}
	case errors.Is(err, iromath.ErrCalculation):
		return problem{http.StatusNotFound, "calculation", "", "There is no such calculation: GET /v1/calculations lists all."}
	case errors.Is(err, iromath.ErrPrintout):
		return problem{http.StatusNotAcceptable, "printout", "", "The result has no printout: ask for application/json."}
	case errors.As(err, &form):
		return problem{http.StatusBadRequest, "request", form.Path, err.Error()}
	case errors.Is(err, iromath.ErrRequest):
		return problem{http.StatusBadRequest, "request", "", err.Error()}
	}
	return problem{http.StatusUnprocessableEntity, "refused", "", err.Error()}
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
