using GovBudget.Model.Excel.Reading;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Writing;

/// <summary>The sum of cells as a formula: <c>SUM(C6,C9:C12)</c>. SUM passes over blank cells and dashes, which + does not.</summary>
internal static class SumFormula
{
    /// <summary>As many references as Excel's SUM takes.</summary>
    private const int MostReferences = 255;

    /// <summary>The formula of a cell; null where it is no sum.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="top">The sheet row of its grid's first row, from 0.</param>
    public static string? Of(GridCell cell, int top)
    {
        if (cell.SumOf.Count == 0) return null;
        var references = new List<string>();
        var acrossOnly = cell.SumOf.All(spot => spot.Row == cell.SumOf[0].Row);
        var spots = (acrossOnly ? cell.SumOf.OrderBy(spot => spot.Column) : cell.SumOf.OrderBy(spot => spot.Column).ThenBy(spot => spot.Row)).ToList();
        for (int i = 0, j; i < spots.Count; i = j)
        {
            j = i + 1;
            while (j < spots.Count
                && spots[j] == (acrossOnly ? new GridSpot(spots[i].Row, spots[i].Column + j - i) : new GridSpot(spots[i].Row + j - i, spots[i].Column)))
                j++;
            var first = CellAddress.Format(top + spots[i].Row, spots[i].Column);
            references.Add(j - i == 1 ? first : $"{first}:{CellAddress.Format(top + spots[j - 1].Row, spots[j - 1].Column)}");
        }

        return references.Count <= MostReferences ? $"SUM({string.Join(',', references)})" : null;
    }
}
