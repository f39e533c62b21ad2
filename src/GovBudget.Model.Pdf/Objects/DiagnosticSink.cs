using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Objects;

/// <summary>Collects what could not be read, each message once and no more than a reader would look at. Safe for concurrent use.</summary>
internal sealed class DiagnosticSink(int page)
{
    private const int Most = 200;
    private readonly List<LayoutDiagnostic> _all = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What has been collected so far.</summary>
    public IReadOnlyList<LayoutDiagnostic> Items
    {
        get
        {
            lock (_all) return [.. _all];
        }
    }

    public void Add(string message, bool isLoss = false)
    {
        lock (_all)
        {
            if (_all.Count < Most && _seen.Add(message)) _all.Add(new LayoutDiagnostic(message, new Place(page), isLoss));
        }
    }
}
