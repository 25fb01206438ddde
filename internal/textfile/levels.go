package textfile

// LevelRow is a row of a table of confidence levels: a label and a value at each level. A row without a label is blank.
type LevelRow struct {
	Label string
	Value func(level int) string
}

// Levels writes a table with a column for each confidence level, its values up to the column that ends gives. RAT-STATS has
// three levels; more are written below, three at a time.
func (p *Page) Levels(labels int, ends [3]int, levels int, rows []LevelRow) {
	for first := 0; first < levels; first += len(ends) {
		if first > 0 {
			p.Blank()
		}
		for _, r := range rows {
			if r.Label == "" && r.Value == nil {
				p.Blank()
				continue
			}
			cells := []Cell{Left(labels, r.Label)}
			for i := first; i < min(first+len(ends), levels); i++ {
				cells = append(cells, Right(ends[i-first], r.Value(i)))
			}
			p.Row(cells...)
		}
	}
}

// OneSidedTitle heads the one-sided limits that were asked for, below the intervals of any printout.
const OneSidedTitle = "ONE-SIDED LIMITS"

// OneSidedNote says below it what they are.
const OneSidedNote = "(each holds alone; RAT-STATS prints none)"
