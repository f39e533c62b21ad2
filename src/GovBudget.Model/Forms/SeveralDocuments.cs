using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Tells files that seem to hold more than one document (the department's and a unit's, the budget and the final accounts) though <see cref="BoundDocuments"/>
/// cannot part them: a document has each official table once.</summary>
internal static class SeveralDocuments
{
    /// <summary>Kinds that must stand there twice, so that a table printed in two parts or two classifications is no document.</summary>
    private const int Kinds = 3;

    /// <summary>The loss that its figures are not kept apart; null where the file is one document.</summary>
    public static LayoutDiagnostic? Find(IEnumerable<TableReading> readings)
    {
        var twice = readings.Where(r => r.Form is not null && r.Statement.AllLines.Any(l => l.Figures.Count > 0))
            .GroupBy(r => r.Form!.Kind)
            .Where(kind => kind.Key is not (StatementKind.Projects or StatementKind.Procurement) && kind.Count() > 1)
            .Select(kind => kind.ToList())
            .ToList();
        if (twice.Count < Kinds) return null;
        var second = twice.MinBy(kind => kind[1].Place.Page)!;
        var names = readings.Select(r => r.Statement.Organisation).OfType<string>().Distinct().Take(Kinds).ToList();
        var named = names.Count > 1 ? $"（{string.Join("、", names)}）" : "";
        return new LayoutDiagnostic(
            $"有 {twice.Count} 种公开表各出现两次以上（如第 {second[0].Place.Page} 页与第 {second[1].Place.Page} 页的“{second[1].Statement.Title}”）："
            + $"文件中似有不止一份预算或决算{named}，其数字未分开",
            second[1].Place, IsLoss: true);
    }
}
