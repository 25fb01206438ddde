package iromath

import "encoding/json"

// reportedRequest is a report with the data it is verified on: the claims of the frame, and the determinations.
type reportedRequest struct {
	Reported       Reported        `json:"reported"`
	Claims         []FrameClaim    `json:"claims,omitempty"`
	Determinations []Determination `json:"determinations,omitempty"`
}

func verifyReported(q reportedRequest, frame *Frame) (Verification, error) {
	frame, err := requestFrame(frame, q.Claims)
	if err != nil {
		return Verification{}, err
	}
	return q.Reported.Verify(frame, q.Determinations)
}

// replayRequest is a saved review, with the claims of its frame or without.
type replayRequest struct {
	Saved  json.RawMessage `json:"saved"`
	Claims []FrameClaim    `json:"claims,omitempty"`
}

func replaySaved(q replayRequest, frame *Frame) (Verification, error) {
	if frame != nil || q.Claims != nil {
		var err error
		if frame, err = requestFrame(frame, q.Claims); err != nil {
			return Verification{}, err
		}
	}
	return Replay(q.Saved, frame)
}

const (
	sourceVerify  = oigFAQ + "; RAT-STATS User's Guide and Companion Manual"
	exampleClaims = `"claims":[{"id":"A-1","paid":"100.00"},{"id":"A-2","paid":"250.00"},{"id":"A-3","paid":"80.00"},{"id":"A-4","paid":"120.00"}]`
)

// verifyCalculations hold what was reported against what comes out.
func verifyCalculations() []Calculation {
	return []Calculation{
		frameCalculation("review.replay",
			"Runs a saved review again and answers for every figure of its results.",
			sourceVerify,
			`{"saved":{"format":"iromath review 1","software":"iromath 0.1.0","agreement":{"protocol":"quarterly",`+
				`"sampleSize":2,"netting":"netted","confidence":"0.9","method":"ratstats","repayDays":60,"reportDays":30},`+
				`"seeds":{"first":"1234"},"frame":{"size":4,"paid":"550",`+
				`"digest":"sha256:f3be031f278b4876d9348958e7a472c317743507f407702bbf3dae48c430cb7a","rows":4,`+
				`"exclusions":[{"reason":"malformed","count":0},{"reason":"second_segment","count":0},`+
				`{"reason":"repeated_id","count":0},{"reason":"zero_paid","count":0},{"reason":"negative","count":0},`+
				`{"reason":"other_payor","count":0},{"reason":"outside_period","count":0}]},"stage":"done",`+
				`"drawn":[{"order":2,"number":2,"id":"A-2","paid":"250"},{"order":1,"number":3,"id":"A-3","paid":"80"}],`+
				`"submitted":[{"stage":"sample","date":"2026-11-22","determinations":[{"id":"A-2","correct":"255.5",`+
				`"documentation":"complete"},{"id":"A-3","documentation":"missing"}]}],"results":{"population":{"claims":"4",`+
				`"paid":"550","digest":"sha256:f3be031f278b4876d9348958e7a472c317743507f407702bbf3dae48c430cb7a"},`+
				`"sample":{"completed":"2026-11-22","method":"ratstats","seed":"1234","numbers":[2,3],"size":"2",`+
				`"reviewed":"2","claimsInError":"2","claimsOverpaid":"1","claimsUnderpaid":"1","missingDocumentation":"1",`+
				`"insufficientDocumentation":"0","paid":"330","overpaid":"80","underpaid":"5.5","netOverpayment":"74.5",`+
				`"errorRate":"0.22575757575757575758"},"estimate":{"universe":"4","sampleSize":"2","nonzero":"1",`+
				`"total":"80","mean":"40","standardDeviation":"56.568542494923801952","skewness":"0","kurtosis":"1",`+
				`"standardErrorMean":"28.284271247461900976","standardError":"113.1370849898476039","pointEstimate":"160",`+
				`"netPointEstimate":"149","intervals":[{"level":"0.8","percentile":"3.0776835371752534026",`+
				`"precisionAmount":"348.20014391725144178","precisionPercent":"217.62508994828215111",`+
				`"lowerLimit":"-188.20014391725144178","upperLimit":"508.20014391725144178"},{"level":"0.9",`+
				`"percentile":"6.313751514675043099","precisionAmount":"714.31944172056939224",`+
				`"precisionPercent":"446.44965107535587015","lowerLimit":"-554.31944172056939224",`+
				`"upperLimit":"874.31944172056939224"},{"level":"0.95","percentile":"12.706204736174704646",`+
				`"precisionAmount":"1437.542965135001711","precisionPercent":"898.46435320937606939",`+
				`"lowerLimit":"-1277.542965135001711","upperLimit":"1597.542965135001711"}]},`+
				`"obligations":[{"kind":"repay_found","amount":"80","credited":"0","due":"80","by":"2027-01-21"},`+
				`{"kind":"evaluate_extrapolation","amount":"160"}]}},`+
				exampleClaims+`}`,
			replaySaved),
		frameCalculation("review.verify",
			"Verifies what an IRO reports: an answer for every figure, and the error behind those that differ.",
			sourceVerify,
			`{"reported":{"agreement":{"protocol":"quarterly","sampleSize":2},"population":{"claims":"4","paid":"$550.00"},`+
				`"sample":{"seed":"1234","numbers":[2,3],"size":"2","overpaid":"$80.00","underpaid":"$5.50","netOverpayment":"$74.50"},`+
				`"obligations":[{"kind":"repay_found","amount":"$74.50"}]},`+
				exampleClaims+`,`+
				`"determinations":[{"id":"A-2","correct":"255.50","documentation":"complete"},{"id":"A-3","documentation":"missing"}]}`,
			verifyReported),
	}
}
