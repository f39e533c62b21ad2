namespace GovBudget.Model.Pdf.Analysis;

/// <summary>A text of a table without rules, the columns that it takes, and the line it stands on.</summary>
internal sealed record AlignedText(int From, int To, TextChunk Chunk, int Line);

/// <summary>Puts the texts of a table without rules into rows: what stands between two rules, or around the figures of a line.</summary>
internal static class AlignedRows
{
    private const double RowShare = 0.93, TightShare = 0.75;
    private const double WidestPitch = 2.3, TightPitch = 1.45, UnknownPitch = 1.5, RuledShare = 0.7, SameRow = 0.45, SameLeading = 0.12;
    private const int LongCode = 6;

    /// <summary>The rows from top to bottom.</summary>
    public static List<List<AlignedText>> Group(IReadOnlyList<TextRow> lines, List<Extent> columns, RuleBands bands, PdfLayoutOptions options)
    {
        var cuts = bands.Full(columns[0].From, columns[^1].To);
        var texts = lines.Select((line, i) => Texts(line, i, columns, options)).ToList();
        var stretches = new List<List<List<AlignedText>>>();
        int band = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            double middle = lines[i].Baseline - 0.35 * lines[i].Em;
            int here = cuts.Count(cut => cut < middle);
            if (i == 0 || here != band) stretches.Add([]);
            band = here;
            stretches[^1].Add(texts[i]);
        }
        int anchored = stretches.Count(HoldsAnchor), anchors = texts.Count(IsAnchor);
        bool ruled = cuts.Count > 1 && anchored >= RuledShare * anchors;
        double pitch = Pitch(texts), leading = Leading(texts);
        var rows = new List<List<AlignedText>>();
        foreach (var stretch in stretches)
            if (ruled && stretch.Count(IsAnchor) <= 1) rows.Add([.. stretch.SelectMany(line => line)]);
            else rows.AddRange(ByFigures([.. stretch.SelectMany(line => line)], columns, bands, (pitch, leading), options));
        return rows;
    }

    private static bool HoldsAnchor(List<List<AlignedText>> stretch) => stretch.Exists(IsAnchor);

    private static bool IsAnchor(List<AlignedText> line) => line.Exists(text => text.Chunk.IsFigure);

    /// <summary>The texts of a line by columns: cut where white runs down between two, whole where a text runs over it.</summary>
    public static List<AlignedText> Texts(TextRow line, int number, List<Extent> columns, PdfLayoutOptions options)
    {
        var borders = new List<double>();
        for (int c = 0; c + 1 < columns.Count; c++) borders.Add((columns[c].To + columns[c + 1].From) / 2);
        var texts = new List<AlignedText>();
        foreach (var chunk in line.Chunks)
        {
            int start = 0;
            for (int i = 1; i <= chunk.Letters.Count; i++)
            {
                if (i < chunk.Letters.Count)
                {
                    var (left, right) = (chunk.Letters[i - 1].Box, chunk.Letters[i].Box);
                    bool white = right.X0 - left.X1 > 0.25 * chunk.Em
                        || char.IsAsciiDigit(chunk.Letters[i - 1].Text[^1]) != char.IsAsciiDigit(chunk.Letters[i].Text[0])
                            && right.X0 - left.X1 > 0.05 * chunk.Em;
                    if (!white || ColumnAt(borders, left.CenterX) == ColumnAt(borders, right.CenterX)) continue;
                }
                var part = start == 0 && i == chunk.Letters.Count ? chunk : TextChunk.Of([.. chunk.Letters.Skip(start).Take(i - start)], options);
                Add(part);
                start = i;
            }
        }
        return texts;

        void Add(TextChunk part)
        {
            var across = new Extent(part.Box.X0, part.Box.X1);
            int from = columns.FindIndex(column => column.Overlap(
                across) > 0.1 * part.Em), to = columns.FindLastIndex(column => column.Overlap(across) > 0.1 * part.Em);
            if (from < 0) from = to = ColumnAt(borders, across.Center);
            if (texts.Count > 0 && texts[^1].To >= from)
            {
                // Words of one cell.
                var last = texts[^1];
                texts[^1] = new AlignedText(last.From, Math.Max(last.To, to), TextChunk.Of([.. last.Chunk.Letters, .. part.Letters], options), number);
            }
            else texts.Add(new AlignedText(from, to, part, number));
        }
    }

    private static int ColumnAt(List<double> borders, double x) => borders.Count(border => border <= x);

    /// <summary>The least distance of two figures of a column: the height of a row of one line; infinite where no column holds two.</summary>
    private static double Pitch(List<List<AlignedText>> lines)
    {
        var last = new Dictionary<int, TextChunk>();
        var pitches = new List<double>();
        foreach (var text in lines.SelectMany(line => line).Where(text => text.Chunk.IsFigure))
        {
            if (last.TryGetValue(text.From, out var above) && !IsWrappedFigure(above, text.Chunk)) pitches.Add(text.Chunk.Baseline - above.Baseline);
            last[text.From] = text.Chunk;
        }
        pitches.Sort();
        return pitches.Count == 0 ? double.PositiveInfinity : pitches[pitches.Count / 20];
    }

    /// <summary>The least distance of two texts of a column: that of the lines of a cell, where any is wrapped; infinite where none are close enough.</summary>
    private static double Leading(List<List<AlignedText>> lines)
    {
        var last = new Dictionary<int, TextChunk>();
        double least = double.PositiveInfinity;
        foreach (var text in lines.SelectMany(line => line))
        {
            if (!text.Chunk.IsFigure
                && last.TryGetValue(text.From, out var above)
                && !above.IsFigure
                && text.Chunk.Baseline - above.Baseline is var apart
                && apart > 0.5 * above.Em
                && apart < TightPitch * above.Em)
                least = Math.Min(least, apart);
            last[text.From] = text.Chunk;
        }
        return least;
    }

    /// <summary>The last digits of an amount that its column was too narrow for.</summary>
    private static bool IsWrappedFigure(TextChunk upper, TextChunk lower) =>
        lower.IsNumber
            && upper.Text.All(Script.IsFigure)
            && upper.Text.AsSpan().IndexOfAny(".,") >= 0
            && lower.Text.Length <= upper.Text.Length
            && !lower.IsAmount
        && lower.Baseline - upper.Baseline < TightPitch * upper.Em && Script.IsNumber(upper.Text + lower.Text) && (upper.Text + lower.Text)[^3] == '.';

    /// <summary>The rest of a code that is too long for its column.</summary>
    private static bool IsWrappedCode(TextChunk upper, TextChunk lower, Extent column) =>
        upper.Text.Length >= LongCode
            && upper.Text.All(char.IsAsciiLetterOrDigit)
            && lower.Text.All(char.IsAsciiLetterOrDigit)
            && lower.Text.Length <= upper.Text.Length
        && lower.Baseline - upper.Baseline < TightPitch * upper.Em && column.Width - upper.Box.Width < upper.Em;

    private static List<List<AlignedText>> ByFigures(List<AlignedText> texts, List<Extent> columns, RuleBands bands, (double Rows, double Lines) pitch,
        PdfLayoutOptions options)
    {
        var cells = new List<List<AlignedText>>();
        var amounts = texts.Where(text => text.Chunk.IsAmount).Select(text => text.Line).ToHashSet();
        foreach (var text in texts)
        {
            var upper = cells.FindLast(cell => cell[^1].From == text.From);
            // Figures of two lines that both hold amounts are of two rows.
            bool apart = upper is not null && text.Chunk.IsFigure && amounts.Contains(upper[^1].Line) && amounts.Contains(text.Line);
            if (upper is not null && !apart && RunsOn(upper, text, columns, bands, pitch, options)) upper.Add(text);
            else cells.Add([text]);
        }
        var rows = new List<(double Height, List<AlignedText> Texts)>();
        foreach (var cell in cells.Where(cell => Script.IsNumberOrDash(string.Concat(cell.Select(text => text.Chunk.Text)))))
        {
            double height = (cell[0].Chunk.Baseline + cell[^1].Chunk.Baseline) / 2;
            if (!rows.Exists(row => Math.Abs(row.Height - height) < SameRow * cell[0].Chunk.Em)) rows.Add((height, []));
        }
        foreach (var cell in cells)
        {
            double top = cell[0].Chunk.Baseline, bottom = cell[^1].Chunk.Baseline, em = cell[0].Chunk.Em;
            int home = -1;
            for (int i = 0; i < rows.Count; i++)
                if (rows[i].Height > top - 0.5 * em && rows[i].Height < bottom + 0.5 * em
                    && (home < 0 || Math.Abs(rows[i].Height - (top + bottom) / 2) < Math.Abs(rows[home].Height - (top + bottom) / 2))) home = i;
            if (home < 0) rows.Add(((top + bottom) / 2, cell));
            else rows[home].Texts.AddRange(cell);
        }
        rows.RemoveAll(row => row.Texts.Count == 0);
        rows.Sort((a, b) => a.Height.CompareTo(b.Height));
        return rows.ConvertAll(row => row.Texts);
    }

    /// <summary>Whether a text is the rest of the cell above it: nearer than rows are, and the line above has no room for its beginning.</summary>
    private static bool RunsOn(List<AlignedText> cell, AlignedText text, List<Extent> columns, RuleBands bands, (double Rows, double Lines) pitch,
        PdfLayoutOptions options)
    {
        var (upper, lower) = (cell[^1].Chunk, text.Chunk);
        if (IsWrappedFigure(upper, lower) || IsWrappedCode(upper, lower, columns[text.From])) return true;
        if (upper.IsFigure || lower.IsFigure || bands.Part(upper, lower) || Script.BeginsWithOrdinal(lower.Text)) return false;
        double em = upper.Em, apart = lower.Baseline - upper.Baseline;
        double widest = double.IsInfinity(pitch.Rows) ? UnknownPitch * em : Math.Min(RowShare * pitch.Rows, WidestPitch * em);
        if (apart > Math.Min(widest, pitch.Lines + SameLeading * em) || apart < 0.5 * em) return false;
        if (apart < Math.Min(TightShare * pitch.Rows, TightPitch * em)) return true;
        double room = columns[text.To].To - columns[text.From].From - upper.Box.Width;
        return room < CellText.FirstToken(lower.Letters, options) + 0.3 * em;
    }
}
