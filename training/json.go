package training

import "github.com/iromath/iromath/internal/jsonform"

// Every struct has the one JSON form of this module: decimals as strings, whatever the settings of the decimal library.

// MarshalJSON writes decimals as strings.
func (v ModuleScore) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Refund) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v SprintClock) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Lesson) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Metrics) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v RateChange) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v RefundTotals) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v MetricsResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Penalty) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v PenaltyAmounts) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v PenaltyIllustration) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Attendance) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }
