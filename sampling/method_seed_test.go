package sampling

import (
	"errors"
	"math/big"
	"strings"
	"testing"
)

func TestWholeSeeds(t *testing.T) {
	long := strings.Repeat("9", wholeSeedDigits)
	for seed, want := range map[string]string{
		"0": "0", "-0": "0", "007": "7", "12,345": "12345", "-1,234,567": "-1234567", "2147483647": "2147483647", long: long,
		"-2147483648": "-2147483648",
	} {
		if got, err := parseWholeSeed(seed); err != nil || got.String() != want {
			t.Errorf("seed %q is %v (%v)", seed, got, err)
		}
	}
	for _, m := range otherMethods {
		for _, seed := range []string{
			"", " ", "NaN", "Inf", "NA", "1.5", "1357.00", "1e5", "1E5", "+1", "--1", "-", "1,23", "1234,567", ",123", "1,",
			"0x10", "1_000", "5L", "12 345", "１", "\x00", "abc", "42\n", long + "9", strings.Repeat("9", 100_000),
			"1," + strings.Repeat("000,", 1500) + "000",
		} {
			if _, err := m.offsets(seed, 1, 10); !errors.Is(err, ErrSeed) || len(err.Error()) > 200 {
				t.Errorf("%s, seed %.20q: %v", m, seed, err)
			}
		}
	}
	for _, c := range []struct {
		method        Method
		seed, message string
	}{
		{R, "2147483648", `sampling: seed "2147483648" is not an integer of R, which go from -2147483647 to 2147483647`},
		{R, "-2147483648", `is not an integer of R`},
		{RRounding, "99999999999999999999", `is not an integer of R`},
		{NumPy, "-1", `sampling: seed "-1" is negative: NumPy takes whole numbers from 0`},
		{Python, "1e5", `sampling: seed "1e5" is not a whole number such as 12345`},
		{Python, "", `is missing: a draw without a seed cannot be repeated`},
		{Python, long + "9", `has more than 4300 digits`},
	} {
		_, err := SingleStage{Method: c.method, Seed: c.seed, Low: 1, High: 9, Size: 1}.Draw()
		if !errors.Is(err, ErrSeed) || !strings.Contains(err.Error(), c.message) {
			t.Errorf("%s: %v, want %s", c.method, err, c.message)
		}
	}
}

func TestSeedFromDigits(t *testing.T) {
	for _, c := range []struct {
		method     Method
		text, want string
	}{
		{R, "3 1 6 6 2", "31662"},
		{"", "05-11-23-42 / 7", "51123427"},
		{R, "05-11-23-42 / 7", "51123427"},
		{R, "2147483647", "0"},
		{RRounding, "99999999999", "1215752237"},
		{RATSTATS, "12345678901234567890", "8901234567890"},
		{Python, "12345678901234567890", "12345678901234567890"},
		{NumPy, "(1, 2),\n(3|4);5:6.7", "1234567"},
	} {
		got, err := SeedFromDigits(c.method, c.text)
		if err != nil || got != c.want {
			t.Errorf("%s %q: %s (%v), want %s", c.method, c.text, got, err, c.want)
			continue
		}
		if _, err := c.method.offsets(got, 1, 10); err != nil {
			t.Error(err)
		}
	}
	for _, text := range []string{"", " - ", "1 2 x", "１２", "1e5", strings.Repeat("1", wholeSeedDigits+1)} {
		if _, err := SeedFromDigits(R, text); !errors.Is(err, ErrSeed) {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

// FuzzSeeds: every method draws with a seed or refuses it with ErrSeed; what is printed is the same seed.
func FuzzSeeds(f *testing.F) {
	for _, s := range []string{
		"0", "-1", "1.5", "", "NaN", "1e5", "2147483648", "12,345", "007", "-0", "1,2", "99999999999999999999",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, seed string) {
		for _, m := range append(otherMethods, RATSTATS) {
			a, err := m.offsets(seed, 5, 1000)
			if err != nil {
				if !errors.Is(err, ErrSeed) {
					t.Fatal(err)
				}
				continue
			}
			printed := m.printedSeed(seed)
			b, err := m.offsets(printed, 5, 1000)
			if err != nil || a[0] != b[0] || a[4] != b[4] {
				t.Fatalf("%s: seed %q gives %v, printed %q gives %v (%v)", m, seed, a, printed, b, err)
			}
			if m != RATSTATS {
				if n, ok := new(big.Int).SetString(strings.ReplaceAll(seed, ",", ""), 10); !ok || n.String() != printed {
					t.Fatalf("%s: seed %q is printed %q", m, seed, printed)
				}
			}
		}
		for _, m := range append(otherMethods, RATSTATS) {
			made, err := SeedFromDigits(m, seed)
			if err != nil {
				continue
			}
			if _, err := m.offsets(made, 1, 10); err != nil {
				t.Fatalf("%s: %q from %q: %v", m, made, seed, err)
			}
		}
	})
}
