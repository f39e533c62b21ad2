namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Puts letters into rows by their baselines, whichever way the text runs.</summary>
internal static class LetterRows
{
    /// <summary>Where a letter begins along its line.</summary>
    public static double Start(in Letter letter) => letter.Direction switch
    {
        TextDirection.Right => letter.Box.X0,
        TextDirection.Left => -letter.Box.X1,
        TextDirection.Up => -letter.Box.Y1,
        _ => letter.Box.Y0,
    };

    /// <summary>Where a letter ends along its line.</summary>
    public static double End(in Letter letter) => letter.Direction switch
    {
        TextDirection.Right => letter.Box.X1,
        TextDirection.Left => -letter.Box.X0,
        TextDirection.Up => -letter.Box.Y0,
        _ => letter.Box.Y1,
    };

    /// <summary>How far down the order of lines a letter's line stands.</summary>
    public static double Level(in Letter letter) => letter.Direction switch
    {
        TextDirection.Right or TextDirection.Up => letter.Baseline,
        TextDirection.Vertical => -letter.Box.CenterX,
        _ => -letter.Baseline,
    };

    /// <summary>The height at which a letter is seen to stand, halfway up its body.</summary>
    public static double Middle(in Letter letter) => letter.Direction == TextDirection.Right ? letter.Baseline - 0.35 * letter.FontSize : letter.Box.CenterY;

    /// <summary>Rows of letters of one direction whose baselines differ by less than the tolerance (share of an em), each in reading order.</summary>
    public static List<List<Letter>> Group(IReadOnlyList<Letter> letters, double tolerance)
    {
        var rows = new List<List<Letter>>();
        if (letters.Count == 0) return rows;
        var sorted = letters.ToArray();
        var keys = new (int Direction, double Level, int Order)[sorted.Length];
        for (int i = 0; i < sorted.Length; i++) keys[i] = ((int)sorted[i].Direction, Level(sorted[i]), i);
        Array.Sort(keys, sorted);
        int first = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && keys[i].Direction != keys[i - 1].Direction) first = rows.Count;
            List<Letter>? row = null;
            for (int k = rows.Count - 1; k >= first && k >= rows.Count - 4; k--)
                if (keys[i].Level - Level(rows[k][0]) < tolerance * Math.Min(sorted[i].FontSize, rows[k][0].FontSize))
                {
                    row = rows[k];
                    break;
                }
            if (row is null) rows.Add(row = []);
            row.Add(sorted[i]);
        }
        foreach (var row in rows) SortAlong(row);
        return rows;
    }

    private static void SortAlong(List<Letter> row)
    {
        bool sorted = true;
        for (int i = 1; i < row.Count && sorted; i++) sorted = Start(row[i - 1]) <= Start(row[i]);
        if (sorted) return;
        var ordered = row.Select((letter, i) => (letter, i)).OrderBy(pair => Start(pair.letter)).ThenBy(pair => pair.i).Select(pair => pair.letter).ToList();
        row.Clear();
        row.AddRange(ordered);
    }
}
