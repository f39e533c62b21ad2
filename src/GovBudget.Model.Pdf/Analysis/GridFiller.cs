using System.Text;
using System.Text.RegularExpressions;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Puts words into the cells of lattices: by the centre of each letter, never by baseline; a word that overflows its cell stays whole.</summary>
public static partial class GridFiller
{
    private const double Edge = 0.15;

    /// <summary>The grids of a page with their letters; what stands in no grid is left in <paramref name="rest"/>.</summary>
    public static IReadOnlyList<PageGrid> Fill(int page, IReadOnlyList<Lattice> lattices, IReadOnlyList<Word> words, PdfLayoutOptions options,
        out IReadOnlyList<Word> rest)
    {
        ArgumentNullException.ThrowIfNull(lattices);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(options);
        var slots = lattices.Select(lattice => new Slots(lattice)).OrderBy(slot => slot.Lattice.Box.Width * slot.Lattice.Box.Height).ToList();
        var left = new List<Word>();
        foreach (var word in words)
        {
            var slot = slots.Find(candidate => candidate.Holds(word));
            if (slot is null) left.Add(word);
            else slot.Put(word);
        }
        rest = left;
        return [.. lattices.Select(lattice => slots.Find(slot => ReferenceEquals(slot.Lattice, lattice))!.ToGrid(page, options))];
    }

    [GeneratedRegex(@"^(-?\d{1,3}(?:,\d{3})*\.\d{2})+$")]
    private static partial Regex TouchingFigures();

    private sealed class Slots
    {
        private readonly int[,] _cellAt;
        private readonly List<Letter>[] _letters;

        public Slots(Lattice lattice)
        {
            Lattice = lattice;
            _cellAt = new int[lattice.Rows.Count - 1, lattice.Columns.Count - 1];
            _letters = new List<Letter>[lattice.Cells.Count];
            for (int i = 0; i < lattice.Cells.Count; i++)
            {
                _letters[i] = [];
                var cell = lattice.Cells[i];
                for (int r = cell.Row; r < cell.Row + cell.RowSpan; r++)
                    for (int c = cell.Column; c < cell.Column + cell.ColumnSpan; c++) _cellAt[r, c] = i;
            }
        }

        public Lattice Lattice { get; }

        public bool Holds(Word word)
        {
            var box = Lattice.Box;
            double y = LetterRows.Middle(word.Letters[0]);
            if (y < box.Y0 || y > box.Y1) return false;
            double inside = Math.Min(word.Box.X1, box.X1) - Math.Max(word.Box.X0, box.X0);
            return inside > 0.5 * word.Box.Width || inside > 0 && word.Letters.Count == 1 && word.Box.CenterX >= box.X0 && word.Box.CenterX <= box.X1;
        }

        public void Put(Word word)
        {
            var letters = word.Letters;
            var cells = new int[letters.Count];
            bool same = true;
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = CellAt(letters[i].Box.CenterX, LetterRows.Middle(letters[i]));
                same &= cells[i] == cells[0];
            }
            if (!same && word.Direction == TextDirection.Right && !PartFigures(word, cells)) KeepWhole(letters, cells);
            for (int i = 0; i < cells.Length; i++) _letters[cells[i]].Add(letters[i]);
        }

        /// <summary>Figures of two decimals that touch, one in each cell that they reach over: each goes to its cell. False where the word is something
        /// else.</summary>
        private bool PartFigures(Word word, int[] cells)
        {
            if (word.Text.Length != word.Letters.Count) return false;
            var figures = TouchingFigures().Match(word.Text).Groups[1].Captures;
            if (figures.Count < 2 || figures.Count != cells.Distinct().Count()) return false;
            var homes = figures.Select(figure =>
            {
                double x0 = word.Letters[figure.Index].Box.X0, x1 = word.Letters[figure.Index + figure.Length - 1].Box.X1;
                return CellAt((x0 + x1) / 2, LetterRows.Middle(word.Letters[figure.Index]));
            }).ToList();
            if (homes.Distinct().Count() < homes.Count) return false;
            for (int f = 0; f < homes.Count; f++)
                for (int i = 0; i < figures[f].Length; i++) cells[figures[f].Index + i] = homes[f];
            return true;
        }

        private int CellAt(double x, double y) => _cellAt[Between(Lattice.Rows, y), Between(Lattice.Columns, x)];

        private static int Between(IReadOnlyList<double> lines, double value)
        {
            int low = 0, high = lines.Count - 2;
            while (low < high)
            {
                int middle = (low + high + 1) / 2;
                if (lines[middle] <= value) low = middle;
                else high = middle - 1;
            }
            return low;
        }

        /// <summary>Letters on both sides of a border are two texts that touch, or one text that overflows: the latter goes to the cell it is set in.</summary>
        private void KeepWhole(IReadOnlyList<Letter> letters, int[] cells)
        {
            int start = 0;
            for (int i = 1; i < letters.Count; i++)
            {
                if (cells[i] == cells[i - 1] || Cut(letters, cells, i, start) is not { } cut) continue;
                for (int k = cut; k < i; k++) cells[k] = cells[i];
                for (int k = i; k < cut; k++) cells[k] = cells[i - 1];
                Settle(letters, cells, start, cut);
                start = cut;
                i = Math.Max(i, cut);
            }
            Settle(letters, cells, start, letters.Count);
        }

        /// <summary>Where two texts meet at the border before letter <paramref name="at"/>: there, or a letter aside
        /// where the kind of writing changes; null where one text runs on.</summary>
        private int? Cut(IReadOnlyList<Letter> letters, int[] cells, int at, int start)
        {
            foreach (int i in (ReadOnlySpan<int>)[at, at - 1, at + 1])
                if (i > start && i < letters.Count && ChangesWriting(letters, start, i)) return i;
            double border = BorderBetween(cells[at - 1], cells[at]);
            bool straddles = Straddles(letters[at - 1], border) || Straddles(letters[at], border);
            bool figures = Script.IsFigure(letters[at - 1].Text[^1]) && Script.IsFigure(letters[at].Text[0]);
            if (!figures) return straddles ? null : at;
            string before = Text(letters, start, at), after = Text(letters, at, letters.Count);
            bool decimals = before.Contains('.', StringComparison.Ordinal) && after.Contains('.', StringComparison.Ordinal);
            return Script.IsNumber(before) && Script.IsNumber(after) && (!straddles || decimals) ? at : null;
        }

        /// <summary>Whether a whole figure ends before that letter and words begin, or the other way round.</summary>
        private static bool ChangesWriting(IReadOnlyList<Letter> letters, int start, int at)
        {
            bool figureBefore = Script.IsFigure(letters[at - 1].Text[^1]), figureAfter = Script.IsFigure(letters[at].Text[0]);
            return figureBefore && !figureAfter && Script.IsNumber(Text(letters, start, at))
                || figureAfter && !figureBefore && Script.IsNumber(Text(letters, at, letters.Count));
        }

        private static string Text(IReadOnlyList<Letter> letters, int from, int to)
        {
            var text = new StringBuilder();
            for (int i = from; i < to; i++) text.Append(letters[i].Text);
            return text.ToString();
        }

        private double BorderBetween(int left, int right) => Lattice.Columns[Math.Max(Lattice.Cells[left].Column, Lattice.Cells[right].Column)];

        private static bool Straddles(in Letter letter, double border)
        {
            double part = Math.Min(border - letter.Box.X0, letter.Box.X1 - border);
            return part > Edge * letter.Box.Width;
        }

        private void Settle(IReadOnlyList<Letter> letters, int[] cells, int from, int to)
        {
            if (Array.TrueForAll(cells[from..to], cell => cell == cells[from])) return;
            var first = Lattice.BoxOf(Lattice.Cells[cells[from]]);
            var last = Lattice.BoxOf(Lattice.Cells[cells[to - 1]]);
            double em = letters[from].FontSize, start = letters[from].Box.X0, end = letters[to - 1].Box.X1;
            bool figures = Script.IsFigure(letters[from].Text[0]);
            int home = figures && last.X1 - end < em && last.X1 > end - 1 ? cells[to - 1]
                : start - first.X0 < em ? cells[from]
                : last.X1 - end < em ? cells[to - 1]
                : CellAt((start + end) / 2, LetterRows.Middle(letters[from]));
            for (int i = from; i < to; i++) cells[i] = home;
        }

        public PageGrid ToGrid(int page, PdfLayoutOptions options)
        {
            var cells = new PageCell[Lattice.Cells.Count];
            for (int i = 0; i < cells.Length; i++)
            {
                var cell = Lattice.Cells[i];
                var box = Lattice.BoxOf(cell);
                cells[i] = new PageCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, box, CellText.Of(_letters[i], box, options), _letters[i]);
            }
            return new PageGrid(page, GridKind.Ruled, Lattice.Columns, Lattice.Rows, cells) { OpenTop = Lattice.OpenTop, OpenBottom = Lattice.OpenBottom };
        }
    }
}
