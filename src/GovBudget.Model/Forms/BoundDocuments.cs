using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Several documents bound in one file (汇编、合订本: a department and its units, a county's departments, a budget and the accounts): where each
/// begins.</summary>
/// <remarks>A document is taken to begin anew where its tables do and, in the text between the last table of the one and the first of the next, what stands
/// before the first document's tables stands again: a cover, the contents, or 第一部分; else at tables that name another department, year or kind, if text stands
/// between them and the tables before. Where nothing but tables stands in the file, the tables decide. A table that is only printed twice parts
/// nothing.</remarks>
internal static class BoundDocuments
{
    private const int SameKinds = 3;
    private const int CoverLine = 40;
    private const int Sentence = 60;

    /// <summary>The documents in a reading's file; none where it holds one.</summary>
    public static IReadOnlyList<Reading> Split(Reading reading)
    {
        var starts = Starts(reading).ToList();
        if (starts.Count == 0) return [];
        var blocks = reading.Layout.Blocks;
        var parts = new List<Reading>();
        for (var i = 0; i <= starts.Count; i++)
        {
            var (from, to) = (i == 0 ? 0 : starts[i - 1], i == starts.Count ? blocks.Count : starts[i]);
            var firstPage = i == 0 ? 0 : blocks[from].Place.Page;
            var nextPage = i == starts.Count ? int.MaxValue : blocks[to].Place.Page;
            var part = DocumentReader.Read(reading.Layout with
            {
                Blocks = blocks.Skip(from).Take(to - from).ToValueList(),
                Pages = reading.Layout.Pages.Where(p => p.Number >= firstPage && p.Number < nextPage).ToValueList(),
            });
            parts.Add(part with
            {
                Diagnostics = reading.Diagnostics.Where(d => d.Place is { } p ? p.Page >= firstPage && p.Page < nextPage : i == 0).ToValueList(),
                Recognised = RecognisedIn(part, reading),
            });
        }
        return parts;
    }

    /// <summary>Whether a reading's file can be parted.</summary>
    public static bool Parts(Reading reading) => Starts(reading).Any();

    private static ValueList<RecognisedFigure> RecognisedIn(Reading part, Reading whole)
    {
        if (whole.Recognised.Count == 0) return default;
        var statements = Enumerable.Range(0, part.Document.Statements.Count).ToDictionary(s => part.Provenance.Of(s)!.Value);
        return whole.Recognised
            .Where(f => statements.ContainsKey(whole.Provenance.Of(f.Statement)!.Value))
            .Select(f => f with { Statement = statements[whole.Provenance.Of(f.Statement)!.Value] })
            .ToValueList();
    }

    // Indices of the blocks at which the second and later documents begin.
    private static IEnumerable<int> Starts(Reading reading)
    {
        var sets = Sets(reading).ToList();
        if (sets.Count < 2) yield break;
        var blocks = reading.Layout.Blocks;
        var onlyTables = !blocks.Any(IsText);
        var opening = Enumerable.Range(0, sets[0].First).Select(b => SignOf(blocks, b)).Distinct().ToList();
        for (var s = 1; s < sets.Count; s++)
        {
            var (after, before) = (sets[s - 1].Last + 1, sets[s].First);
            if (onlyTables)
            {
                yield return StartOfPage(blocks, after, before);
                continue;
            }
            var sign = Enumerable.Range(after, Math.Max(0, before - after)).Cast<int?>()
                .FirstOrDefault(b => SignOf(blocks, b!.Value) is not Sign.None and var sign && opening.Contains(sign));
            if (sign is { } at) yield return StartOfCover(blocks, after, at);
            else if (sets[s].Owner != sets[s - 1].Owner && Enumerable.Range(after, Math.Max(0, before - after)).Any(b => IsText(blocks[b])))
                yield return StartOfPage(blocks, after, before);
        }
    }

    private static bool IsText(LayoutBlock block) => block is Paragraph { Role: ParagraphRole.Body } paragraph && paragraph.Text.Length > Sentence;

    /// <summary>Tables in which no kind comes back: the blocks of the first and the last, and whose they say they are.</summary>
    private readonly record struct TableSet(int First, int Last, (string? Organisation, int? Year, bool Accounts) Owner);

    private static IEnumerable<TableSet> Sets(Reading reading)
    {
        var at = new Dictionary<Place, int>();
        for (var b = 0; b < reading.Layout.Blocks.Count; b++) if (reading.Layout.Blocks[b] is Grid grid) at.TryAdd(grid.Place, b);
        var statements = reading.Document.Statements
            .Select((s, i) => (Statement: s, s.Kind, Block: reading.Provenance.Of(i) is { } place ? BlockOf(at, reading.Layout.Blocks, place) : -1))
            .Where(s => s.Kind != StatementKind.Other && s.Block >= 0)
            .ToList();
        var begin = 0;
        while (begin < statements.Count)
        {
            var end = begin + 1;
            while (end < statements.Count && !ComesBack(statements, begin, end)) end++;
            var set = statements[begin..end];
            yield return new TableSet(set[0].Block, set[^1].Block,
                (Usual(s => s.Organisation), Usual(s => s.Year), set.Count(s => s.Statement.Title.Contains("决算", StringComparison.Ordinal)) * 2 > set.Count));
            begin = end;

            T? Usual<T>(Func<Statement, T?> of) =>
                set.Select(s => of(s.Statement))
                    .Where(v => v is not null)
                    .GroupBy(v => v)
                    .OrderByDescending(g => g.Count())
                    .Select(g => g.Key)
                    .FirstOrDefault();
        }

        static bool ComesBack(List<(Statement Statement, StatementKind Kind, int Block)> statements, int begin, int at)
        {
            var before = statements.Skip(begin).Take(at - begin).Select(s => s.Kind).ToHashSet();
            return before.Contains(statements[at].Kind) && statements.Skip(at).Select(s => s.Kind).Distinct().Count(before.Contains) >= SameKinds;
        }
    }

    // A statement's place may be that of a row within a grid.
    private static int BlockOf(Dictionary<Place, int> at, ValueList<LayoutBlock> blocks, Place place)
    {
        if (at.TryGetValue(place, out var block)) return block;
        for (var b = blocks.Count - 1; b >= 0; b--)
        {
            if (blocks[b] is Grid grid && grid.Place.Page <= place.Page && grid.Cells.Any(c => c.Place == place)) return b;
        }
        return -1;
    }

    private enum Sign
    {
        None,
        Cover,
        Contents,
        FirstPart,
    }

    private static Sign SignOf(ValueList<LayoutBlock> blocks, int at)
    {
        if (blocks[at] is not Paragraph paragraph) return Sign.None;
        if (paragraph.Role == ParagraphRole.Contents) return Sign.Contents;
        if (paragraph.Role != ParagraphRole.Body || paragraph.Text.Length > Sentence) return Sign.None;
        var text = Label.Squeeze(paragraph.Text);
        if (text is "目录" or "目次") return Sign.Contents;
        if (text.StartsWith("第一部分", StringComparison.Ordinal)) return Sign.FirstPart;
        return IsCover(blocks, at) ? Sign.Cover : Sign.None;
    }

    // The first line of a page that holds nothing but a cover, whose title may take several lines.
    private static bool IsCover(ValueList<LayoutBlock> blocks, int at)
    {
        var page = blocks[at].Place.Page;
        var from = at;
        while (from > 0 && blocks[from - 1].Place.Page == page) from--;
        var lines = blocks.Skip(from).TakeWhile(b => b.Place.Page == page).ToList();
        if (!lines.TrueForAll(IsCoverLine)) return false;
        var body = lines.OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Body).ToList();
        return ReferenceEquals(body[0], blocks[at])
            && Enumerable.Range(1, body.Count).Any(n => DocumentIdentity.IsCoverTitle(Label.Squeeze(string.Concat(body.Take(n).Select(p => p.Text)))));
    }

    private static bool IsCoverLine(LayoutBlock block) =>
        block is Picture or Paragraph { Role: not ParagraphRole.Body and not ParagraphRole.Contents }
        || (block is Paragraph paragraph && paragraph.Text.Length <= CoverLine && !paragraph.Text.AsSpan().TrimEnd().EndsWith("。", StringComparison.Ordinal));

    // Back over the lines of a cover, which stand on the page of the sign or the one before it.
    private static int StartOfCover(ValueList<LayoutBlock> blocks, int after, int sign)
    {
        var at = sign;
        while (at > after && IsCoverLine(blocks[at - 1]) && blocks[at - 1].Place.Page == blocks[sign].Place.Page) at--;
        var page = blocks[sign].Place.Page - 1;
        var cover = Enumerable.Range(after, at - after).Where(b => blocks[b].Place.Page == page).ToList();
        if (cover.Exists(b => SignOf(blocks, b) == Sign.Cover)) at = cover[0];
        // a footer of the page before is not part of the cover
        while (at < sign && blocks[at] is not Paragraph { Role: ParagraphRole.Body }) at++;
        return at;
    }

    private static int StartOfPage(ValueList<LayoutBlock> blocks, int after, int table)
    {
        var at = table;
        while (at > after && blocks[at - 1].Place.Page == blocks[table].Place.Page) at--;
        return at;
    }
}
