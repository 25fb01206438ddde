package finding

import "errors"

// Placed is an error with the field of the input that it is about. Its message is that of the error.
type Placed struct {
	Field string
	Err   error
}

func (p *Placed) Error() string { return p.Err.Error() }

// Unwrap returns the error.
func (p *Placed) Unwrap() error { return p.Err }

// At places an error at a field, in the place of any that it has.
func At(field string, err error) error { return &Placed{field, err} }

// Under places an error that has a field in the part of the input that the field belongs to: "seed" under "plan" is
// "plan.seed". Any other error, and no error, stays as it is.
func Under(part string, err error) error {
	var p *Placed
	if !errors.As(err, &p) {
		return err
	}
	return At(part+"."+p.Field, err)
}
