using System.Globalization;

namespace GovBudget.Model.Forms;

/// <summary>One printed row of a column group: a line, or none, and the row number (行次) that stands there all the same.</summary>
internal readonly record struct PlannedRow(StatementLine? Line, string? Number);

/// <summary>Sets the sides of a two-sided table beside each other: by their row numbers where they have them, else totals beside totals.</summary>
internal static class RowAlignment
{
    private const int MostRows = 1_000;

    /// <summary>The rows of each side, all of one length.</summary>
    public static List<PlannedRow[]> Align(IReadOnlyList<IReadOnlyList<StatementLine>> sides)
    {
        var numbers = sides.Select(Numbers).ToList();
        if (numbers.TrueForAll(n => n is not null) && sides.All(s => s.Count > 0))
        {
            var rows = numbers.Max(n => n![^1] - n[0] + 1);
            return [.. sides.Select((side, s) => ByNumber(side, numbers[s]!, rows))];
        }
        var heads = sides.Select(HeadLength).ToList();
        var (head, tail) = (heads.Max(), sides.Select((side, s) => side.Count - heads[s]).Max());
        return [.. sides.Select((side, s) => ByTotal(side, heads[s], head, tail))];
    }

    /// <summary>The row numbers of a side, where it has them in ascending order.</summary>
    private static int[]? Numbers(IReadOnlyList<StatementLine> lines)
    {
        var numbers = new int[lines.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!int.TryParse(lines[i].RowNumber, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
            if (i > 0 && (numbers[i] <= numbers[i - 1] || numbers[i] - numbers[0] > MostRows)) return null;
        }
        return numbers;
    }

    private static PlannedRow[] ByNumber(IReadOnlyList<StatementLine> lines, int[] numbers, int count)
    {
        var rows = new PlannedRow[count];
        for (var i = 0; i < count; i++) rows[i] = new(null, (numbers[0] + i).ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < numbers.Length; i++) rows[numbers[i] - numbers[0]] = new(lines[i], lines[i].RowNumber);
        return rows;
    }

    /// <summary>How many lines stand before 本年收入合计 or, where the sums come first, before 总计.</summary>
    private static int HeadLength(IReadOnlyList<StatementLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (LineLabel.YearIncome.Matches(lines[i]) || LineLabel.YearExpenditure.Matches(lines[i])) return i;
        }
        return lines.Count > 0 && (LineLabel.IncomeTotal.Matches(lines[^1]) || LineLabel.ExpenditureTotal.Matches(lines[^1])) ? lines.Count - 1 : lines.Count;
    }

    private static PlannedRow[] ByTotal(IReadOnlyList<StatementLine> lines, int ownHead, int head, int tail)
    {
        var rows = new PlannedRow[head + tail];
        for (var i = 0; i < lines.Count; i++)
        {
            var at = i < ownHead ? i : i == lines.Count - 1 ? head + tail - 1 : head + i - ownHead;
            rows[at] = new(lines[i], lines[i].RowNumber);
        }
        return rows;
    }
}
