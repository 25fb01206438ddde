package reportable

import "github.com/iromath/iromath/internal/jsonform"

// The one JSON form of every input and result: decimals are strings in canonical form.

// MarshalJSON writes decimals as strings.
func (v Occurrence) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Screen) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Duty) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v PayorTotal) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Determination) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Resolution) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Settlement) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v StipulatedPenalty) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Accrual) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }
