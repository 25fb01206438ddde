package iromath

import (
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
)

// slip is what is done otherwise than it should be on the way from the frame to what is owed. The zero value is nothing.
type slip struct {
	// the draw
	frame      *Frame
	renumbered bool  // of which the report may state the right digest
	universe   int64 // numbers are drawn from 1 to it
	sized      int64 // the universe that the full sample is sized for
	appraised  int64 // the universe of the estimate
	method     sampling.Method
	seed       string
	fullSeed   string
	lost       lostClaims
	lostID     string // lost is done to this claim only
	follow     bool   // the reported numbers, whatever the seed gives
	fullNew    bool   // the full sample is that of the orders of selection behind the discovery sample
	fullTwice  bool   // the claims of the discovery sample count twice
	fullAdded  bool   // the full sample is drawn beside the discovery sample
	// the error rate
	netting   errorrate.Netting
	claimRate bool
	threshold *bool
	// the size
	sizeBy         sizeBasis
	sizeT          bool
	sizeNoFPC      bool
	sizePopulation bool
	sizeOneSided   bool
	sizeDown       bool
	sizeLevel      decimal.Decimal
	sizePrecision  decimal.Decimal
	sizePlaces     bool // mean and deviation in cents
	sizeAs         int64
	// the estimate
	normal        bool
	noFPC         bool
	population    bool
	oneSided      bool
	level         decimal.Decimal
	net           bool
	ratio         bool
	spreadsheet   bool // skewness and kurtosis
	excess        bool
	roundMean     bool
	roundSD       bool
	roundError    bool
	roundErrMean  bool
	tPlaces       int // of the percentile, from 1
	truncate      bool
	truncateRates bool
	// what is owed
	repay  repayAs
	credit creditAs
	by     func(extrapolate.Obligation) reportable.Date
}

// lostClaims says what is done about claims that cannot be reviewed.
type lostClaims int

const (
	asFAQ        lostClaims = iota
	dropMissing             // missing documentation: left out
	replaced                // missing documentation: the next spare stands in
	takenCorrect            // missing documentation: paid correctly
	dropUnknown             // no determination: left out
	spareUnknown            // no determination: the next spare stands in
)

// sizeBasis says which amounts size a full sample.
type sizeBasis int

const (
	byOverpayment sizeBasis = iota
	byPaid
	byDifference
)

// repayAs says which amount is called owed.
type repayAs int

const (
	asOwed repayAs = iota
	repayUpper
	repayLower
	repayNet
	repaySample
	repayBoth
	repayNetEstimate
)

// creditAs says how refunds are credited.
type creditAs int

const (
	creditOnce creditAs = iota
	creditNone
	creditTwice
)
