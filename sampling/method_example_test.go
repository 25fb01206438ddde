package sampling_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"math/big"

	"github.com/iromath/iromath/sampling"
)

// drawnNumbers are the numbers of a sample in the order of selection.
func drawnNumbers(plan sampling.SingleStage) []int64 {
	selection, err := plan.Draw()
	if err != nil {
		fmt.Println(err)
		return nil
	}
	list := make([]int64, len(selection.Sample))
	for _, unit := range selection.Sample {
		list[unit.Order-1] = unit.Number
	}
	return list
}

// R 4.2.2:
//
//	> set.seed(12345); sample.int(1000, 14)
//	 [1] 142  51 720 730 220 664 826 605 587 352 216 770  86  75
func ExampleSingleStage_Draw_r() {
	plan := sampling.SingleStage{Method: sampling.R, Seed: "12345", Low: 1, High: 1000, Size: 14}
	fmt.Println(plan.Call())
	fmt.Println(drawnNumbers(plan))
	// Output:
	// set.seed(12345); sample.int(1000, 14)
	// [142 51 720 730 220 664 826 605 587 352 216 770 86 75]
}

// Python 3.11:
//
//	>>> random.Random(12345).sample(range(1, 1001), 14)
//	[427, 751, 11, 840, 846, 823, 306, 876, 378, 955, 199, 277, 580, 447]
func ExampleSingleStage_Draw_python() {
	plan := sampling.SingleStage{Method: sampling.Python, Seed: "12345", Low: 1, High: 1000, Size: 14}
	fmt.Println(plan.Call())
	fmt.Println(drawnNumbers(plan))
	// Output:
	// random.Random(12345).sample(range(1, 1001), 14)
	// [427 751 11 840 846 823 306 876 378 955 199 277 580 447]
}

// NumPy 1.24:
//
//	>>> numpy.random.default_rng(12345).choice(1000, 14, replace=False) + 1
//	array([390, 691, 314, 333, 203, 837, 225, 791, 984, 639, 673, 567, 599, 780])
func ExampleSingleStage_Draw_numpy() {
	plan := sampling.SingleStage{Method: sampling.NumPy, Seed: "12345", Low: 1, High: 1000, Size: 14}
	fmt.Println(plan.Call())
	fmt.Println(drawnNumbers(plan))
	selection, err := plan.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = selection.DrawOn(6)
	fmt.Println("can be drawn on:", !errors.Is(err, sampling.ErrDrawOn))
	// Output:
	// numpy.random.default_rng(12345).choice(1000, 14, replace=False) + 1
	// [390 691 314 333 203 837 225 791 984 639 673 567 599 780]
	// can be drawn on: false
}

// Fifteen throws of a die, made in public, are the seed.
func ExampleSeedFromDigits() {
	for _, method := range []sampling.Method{sampling.R, sampling.Python} {
		seed, err := sampling.SeedFromDigits(method, "3 1 6 6 2 | 5 5 1 4 2 | 6 3 3 1 5")
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(method, seed)
	}
	// Output:
	// r 525349635
	// python 316625514263315
}

// Where neither dice nor a public source is at hand, the operating system has random numbers. This package takes none by
// itself: the caller does, before the draw, and documents the seed. Whoever has to show that the seed was not chosen is
// better off with dice before witnesses.
func ExampleSingleStage_Draw_randomSeed() {
	hundredths, err := rand.Int(rand.Reader, big.NewInt(24*60*60*100)) // like a time of day, as RAT-STATS takes it
	if err != nil {
		fmt.Println(err)
		return
	}
	seed := fmt.Sprintf("%d.%02d", hundredths.Int64()/100, hundredths.Int64()%100)
	selection, err := sampling.SingleStage{Seed: seed, Low: 1, High: 5000, Size: 50}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(selection.Sample), "units, and the seed is stated:", selection.Seed == seed)
	// Output:
	// 50 units, and the seed is stated: true
}
