package training

import "github.com/iromath/iromath/internal/jsonform"

// Every struct has the one JSON form of this module: decimals as strings, whatever the settings of the decimal library.

// MarshalJSON writes decimals as strings.
func (v Artifact) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Bundle) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v File) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v IndexEntry) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v BundleFiles) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v CompetencyDraw) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v ProviderFrame) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v ChartDraw) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v ChartSelection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v CompetencySelection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v CompetencyCheck) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v ChartResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Remediation) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v CompetencyOutcome) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v ModuleScore) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Factor) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v FactorAnswer) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v ArtifactRef) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v FactorView) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v FilesRequest) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Incident) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Deployment) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Procedure) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v SignOff) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Measurement) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Learned) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Refund) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Clock) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Lessons) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Lesson) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v LessonPlan) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

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
func (v Planned) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v PlanRequest) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Program) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Person) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Assignment) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v ControlsMap) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Exposure) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Competency) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Change) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Module) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Script) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Attendance) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v FollowUp) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Count) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Policy) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Acknowledgment) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Case) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v BundleRecord) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v SpotCheck) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v EvidenceRequest) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v TaskStatus) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v PitfallFinding) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v SelfAudit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Gap) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Step) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v SprintStatus) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Task) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Pitfall) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }

// MarshalJSON writes decimals as strings.
func (v Verification) MarshalJSON() ([]byte, error) { return jsonform.Marshal(v) }
