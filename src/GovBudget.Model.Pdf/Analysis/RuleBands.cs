using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Rules and the edges of tinted rows that run across a table without column rules.</summary>
internal sealed class RuleBands
{
    private const double SameEnd = 4, ShortestShare = 0.25, Across = 0.8;
    private const int FewestRules = 3;
    private readonly List<RulingEdge> _edges;

    private RuleBands(List<RulingEdge> edges) => _edges = edges;

    /// <summary>None.</summary>
    public static RuleBands None { get; } = new([]);

    /// <summary>The stacks of rules of equal ends on a page: where tables without column rules may stand. The rules of ruled grids are left out.</summary>
    public static IReadOnlyList<RuleBands> Stacks(IEnumerable<RulingEdge> edges, double pageWidth)
    {
        var across = edges.Where(edge => edge.Horizontal).OrderBy(edge => edge.Position).ToList();
        var stacks = new List<List<RulingEdge>>();
        foreach (var edge in across.Where(edge => edge.Length > ShortestShare * pageWidth))
        {
            var stack = stacks.Find(known => Math.Abs(known[0].From - edge.From) < SameEnd && Math.Abs(known[0].To - edge.To) < SameEnd);
            if (stack is null) stacks.Add(stack = []);
            stack.Add(edge);
        }
        return [.. stacks.Where(stack => stack.Count >= FewestRules).Select(stack => new RuleBands([.. across.Where(edge => edge.From > stack[0].From - SameEnd
            && edge.To < stack[0].To + SameEnd)]))];
    }

    /// <summary>Those between two heights.</summary>
    public RuleBands Between(double top, double bottom) => new(_edges.FindAll(edge => edge.Position > top && edge.Position < bottom));

    /// <summary>The heights of the rules that run across nearly all of a table.</summary>
    public IReadOnlyList<double> Full(double from,
        double to) => [.. _edges.Where(edge => Math.Min(edge.To, to) - Math.Max(edge.From, from) > Across * (to - from)).Select(edge => edge.Position)];

    /// <summary>Highest and lowest rule.</summary>
    public (double Top, double Bottom) Ends => (_edges[0].Position, _edges[^1].Position);

    public double From => _edges.Min(edge => edge.From);

    public double To => _edges.Max(edge => edge.To);

    /// <summary>The highest rule between two heights that runs below a place; null where none does.</summary>
    public Extent? Under(double x, double top, double bottom)
    {
        int at = _edges.FindIndex(edge => edge.Position > top && edge.Position < bottom && edge.From <= x && edge.To >= x);
        return at < 0 ? null : new Extent(_edges[at].From, _edges[at].To);
    }

    /// <summary>Whether a rule parts two texts that stand one above the other.</summary>
    public bool Part(TextChunk upper, TextChunk lower)
    {
        double from = Math.Max(upper.Box.X0,
            lower.Box.X0), to = Math.Min(upper.Box.X1, lower.Box.X1), y0 = LetterRows.Middle(upper.Letters[0]), y1 = LetterRows.Middle(lower.Letters[0]);
        double x = from < to ? (from + to) / 2 : lower.Box.CenterX;
        return _edges.Exists(edge => edge.Position > y0 && edge.Position < y1 && edge.From <= x && edge.To >= x);
    }
}
