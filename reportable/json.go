package reportable

import "github.com/iromath/iromath/internal/jsonform"

// The one JSON form of every input and result: decimals are strings in canonical form.

// MarshalJSON writes decimals as strings.
func (v Rule) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Source) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Reason) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Clause) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Terms) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Calendar) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Due) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Holiday) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Event) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Occurrence) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Screen) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Violation) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Petition) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Analysis) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Circumstance) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Exclusion) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Person) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v PersonFinding) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v NoticeItem) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

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
func (v Clock) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Start) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Deadlines) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Deadline) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v StipulatedPenalty) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Accrual) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Sale) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Succession) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Change) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v ChangeFinding) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v CheckItem) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Evidence) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Checklist) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }
