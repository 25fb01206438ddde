package iromath

import (
	"io"
	"strings"

	"github.com/iromath/iromath/errorrate"
)

// textResult is a text: a file for people to fill in.
type textResult struct {
	Text string `json:"text"`
}

// frameFileRequest is the text of a claims file.
type frameFileRequest struct {
	Text    string       `json:"text"`
	Options FrameOptions `json:"options,omitzero"`
}

type frameFileResult struct {
	Summary FrameSummary `json:"summary"`
	Claims  []FrameClaim `json:"claims"`
}

func readFrameFile(q frameFileRequest) (frameFileResult, error) {
	f, err := ReadFrame(strings.NewReader(q.Text), q.Options, nil)
	if err != nil {
		return frameFileResult{}, err
	}
	result := frameFileResult{f.Summary(), make([]FrameClaim, f.Size())}
	for i := range result.Claims {
		result.Claims[i], _ = f.Claim(int64(i) + 1)
	}
	return result, nil
}

// determinationFileRequest is the text of a file of determinations. Without a worklist every row is taken.
type determinationFileRequest struct {
	Text     string               `json:"text"`
	Options  DeterminationOptions `json:"options,omitzero"`
	Worklist []FrameClaim         `json:"worklist,omitempty"`
}

type determinationFileResult struct {
	Determinations []Determination `json:"determinations"`
	// Others is the number of rows of other claims than those of the worklist.
	Others int64 `json:"others"`
}

func readDeterminationFile(q determinationFileRequest) (determinationFileResult, error) {
	taken, others, err := ReadDeterminations(strings.NewReader(q.Text), q.Options, q.Worklist)
	return determinationFileResult{append([]Determination{}, taken...), others}, err
}

// walkThroughFileRequest is the text of a file of walk-throughs. Without a worklist every row is taken.
type walkThroughFileRequest struct {
	Text     string             `json:"text"`
	Options  WalkThroughOptions `json:"options,omitzero"`
	Worklist []FrameClaim       `json:"worklist,omitempty"`
}

type walkThroughFileResult struct {
	WalkThroughs []WalkThrough `json:"walkThroughs"`
	// Others is the number of rows of other claims than those of the worklist.
	Others int64 `json:"others"`
}

func readWalkThroughFile(q walkThroughFileRequest) (walkThroughFileResult, error) {
	taken, others, err := ReadWalkThroughs(strings.NewReader(q.Text), q.Options, q.Worklist)
	return walkThroughFileResult{append([]WalkThrough{}, taken...), others}, err
}

// reviewedFileRequest is the text of a list of reviewed claims.
type reviewedFileRequest struct {
	Text    string               `json:"text"`
	Options DeterminationOptions `json:"options,omitzero"`
}

type reviewedFileResult struct {
	Claims []errorrate.Claim `json:"claims"`
}

func readReviewedFile(q reviewedFileRequest) (reviewedFileResult, error) {
	claims, err := ReadReviewedClaims(strings.NewReader(q.Text), q.Options)
	return reviewedFileResult{claims}, err
}

// writing makes a calculation of what a review writes.
func writing(write func(*Review, io.Writer) error) func(reviewRequest, *Frame) (textResult, error) {
	return func(q reviewRequest, frame *Frame) (textResult, error) {
		r, err := q.run(frame)
		if err != nil {
			return textResult{}, err
		}
		var out strings.Builder
		err = write(r, &out)
		return textResult{out.String()}, err
	}
}

const exampleReview = `{"agreement":{"protocol":"quarterly","sampleSize":2},"seeds":{"first":"1234"},` + exampleClaims

// fileCalculations read the files of a review and write those that are to be filled in.
func fileCalculations() []Calculation {
	return []Calculation{
		calculation("review.determinations",
			"The determinations in a CSV file, those of a worklist or all.",
			oigFAQ,
			`{"text":"claim_id,correct,documentation\nA-2,255.50,complete\nA-3,,missing\nA-9,10.00,complete\n",`+
				`"worklist":[{"number":2,"id":"A-2","paid":"250"},{"number":3,"id":"A-3","paid":"80"}]}`,
			readDeterminationFile),
		calculation("review.frame",
			"The sampling frame in a claims file in CSV: its claims, and what became of every row.",
			oigFAQ,
			`{"text":"claim_id,paid,payor,paid_date\nA-1,100.00,Medicare,2026-07-01\nA-2,0.00,Medicare,2026-07-02\nA-3,80.00,Medicaid,2026-12-31\n",`+
				`"options":{"from":"2026-07-01","through":"2026-09-30"}}`,
			readFrameFile),
		frameCalculation("review.systems_worklist",
			"The overpaid claims of a review without a walk-through as a CSV file to fill in.",
			oigFAQ,
			exampleReview+`,"submitted":[{"date":"2026-11-22","determinations":[{"id":"A-2","correct":"255.50","documentation":"complete"},`+
				`{"id":"A-3","documentation":"missing"}]}]}`,
			writing((*Review).WriteSystemsWorklist)),
		calculation("review.walkthroughs",
			"The walk-throughs of overpaid claims in a CSV file, those of a worklist or all.",
			oigFAQ,
			`{"text":"claim_id,coded_at_source,entered_correctly,cross_walked,cause\nA-3,yes,no,not examined,a digit was mistyped\n"}`,
			readWalkThroughFile),
		frameCalculation("review.worklist",
			"The claims that a review asks for as a CSV file to fill in.",
			oigFAQ,
			exampleReview+`}`,
			writing((*Review).WriteWorklist)),
	}
}
