package appraisal

// StageSize says how many units of a stage of a sample were drawn, out of how many. From the second stage on these are
// the units of the units drawn before only, as RAT-STATS prints them.
type StageSize struct {
	// Universe is the number of units to draw from, SampleSize that of the units drawn.
	Universe   int64 `json:"universe"`
	SampleSize int64 `json:"sampleSize"`
}
