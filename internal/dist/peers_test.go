package dist

import (
	"encoding/csv"
	"math/big"
	"os"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// TestR compares with quantiles written by R with 17 digits (testdata/quantiles_R.csv: qt(prob, p1) and qnorm(prob)).
// The tolerance is R's: some of its quantiles are off by up to 1e-14, relatively.
func TestR(t *testing.T) {
	f, err := os.Open("testdata/quantiles_R.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 272 {
		t.Fatalf("%d rows, want a heading and 271", len(rows))
	}
	tolerance, worst := rat("2e-14"), new(big.Rat)
	for _, row := range rows[1:] {
		w := new(big.Rat)
		if row[0] == "t" {
			w.Inv(rat(row[1]))
		}
		q, err := percentile(rat(row[3]), w)
		if err != nil {
			t.Fatal(err)
		}
		want := rat(row[4])
		diff := new(big.Rat).Sub(exact.Rat(q), want)
		diff.Abs(diff.Quo(diff, want))
		if diff.Cmp(tolerance) > 0 {
			t.Errorf("%v: %s differs by %s", row, q, diff.FloatString(18))
		}
		if diff.Cmp(worst) > 0 {
			worst = diff
		}
	}
	t.Logf("R's largest relative difference: %s", worst.FloatString(18))
}

// TestMpmath compares with values of 20 digits computed with mpmath 1.2.1 (gamma, hyp2f1, betainc and erfinv with 60
// digits).
func TestMpmath(t *testing.T) {
	for _, c := range []struct{ df, p, want string }{
		{"normal", "0.75", "0.6744897501960817432"},
		{"1", "0.75", "1.0"},
		{"2", "0.75", "0.81649658092772603273"},
		{"2.5", "0.75", "0.78501368299230110491"},
		{"3", "0.75", "0.76489232840434528066"},
		{"17.3", "0.75", "0.68893542418143952676"},
		{"49", "0.75", "0.67952964526265076031"},
		{"1234.567", "0.75", "0.67468852378203841014"},
		{"1e4", "0.75", "0.67451428448359243359"},
		{"1e6", "0.75", "0.67448999553108737862"},
		{"1e9", "0.75", "0.67448975044141666943"},
		{"normal", "0.975", "1.9599639845400542355"},
		{"1", "0.975", "12.706204736174704646"},
		{"2", "0.975", "4.3026527297494638523"},
		{"2.5", "0.975", "3.5746548420036832185"},
		{"3", "0.975", "3.1824463052837095927"},
		{"17.3", "0.975", "2.1070320037534681373"},
		{"49", "0.975", "2.0095752371292396723"},
		{"1234.567", "0.975", "1.9618873788423373361"},
		{"1e4", "0.975", "1.9602012398906262578"},
		{"1e6", "0.975", "1.9599663568141070353"},
		{"1e9", "0.975", "1.9599639869123254686"},
		{"normal", "0.99995", "3.890591886413093967"},
		{"1", "0.99995", "6366.1976713159357848"},
		{"2", "0.99995", "99.99249984374453103"},
		{"2.5", "0.99995", "46.024215246949922112"},
		{"3", "0.99995", "28.000130010948975005"},
		{"17.3", "0.99995", "5.0191947373729611351"},
		{"49", "0.99995", "4.2357259369886781262"},
		{"1234.567", "0.99995", "3.9033421775508097674"},
		{"1e4", "0.99995", "3.892161983569835637"},
		{"1e6", "0.99995", "3.8906075818030655574"},
		{"1e9", "0.99995", "3.8905919021084276304"},
		{"normal", "0.999999999", "5.9978070150076868716"},
		{"1", "0.999999999", "318309886.18379067049"},
		{"2", "0.999999999", "22360.679741456877288"},
		{"2.5", "0.999999999", "3489.583395369981813"},
		{"3", "0.999999999", "1033.1096745038077294"},
		{"17.3", "0.999999999", "11.32330012080655987"},
		{"49", "0.999999999", "7.336612578449184662"},
		{"1234.567", "0.999999999", "6.0430039861434347558"},
		{"1e4", "0.999999999", "6.0033554479471416149"},
		{"1e6", "0.999999999", "5.9978624557108954741"},
		{"1e9", "0.999999999", "5.9978070704479501096"},
	} {
		w := new(big.Rat)
		if c.df != "normal" {
			w.Inv(rat(c.df))
		}
		q, err := percentile(rat(c.p), w)
		if err != nil {
			t.Fatal(err)
		}
		if !q.Equal(decimal.RequireFromString(c.want)) {
			t.Errorf("df %s, p %s: %s, mpmath has %s", c.df, c.p, q, c.want)
		}
	}
}
