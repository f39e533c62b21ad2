using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Forms;

/// <summary>
/// A printed variant of an official table as a text file: lines <c>name: value</c> (cover, above, unit, below, each any number of times), the table in the
/// notation of
/// <see cref="Tables"/> after <c>table:</c>, and what has to be read from it after <c>facts:</c>, a line of the table each: <c>code | item | column=value |
/// …</c>, a unit other
/// than the table's behind the value; of a performance form <c>@ kind | subject | total</c>, its execution <c>= name | budget | executed | points | score</c>
/// and its indicators
/// <c>level/level/name | target | achieved | points | score</c>. A line of one text after <c>facts:</c> names the table; <c>? text: reason</c> is a leftover.
/// Several tables may follow one another.
/// </summary>
internal sealed record VariantFile(DocumentLayout Layout, string[] Expected)
{
    public static VariantFile Parse(IEnumerable<string> lines)
    {
        var blocks = new List<LayoutBlock>();
        var expected = new List<string>();
        var table = new List<string>();
        var part = "";
        foreach (var line in lines.Select(l => l.Trim()).Append("").Where(l => !l.StartsWith('#')))
        {
            if (part == "table" && (line.Length == 0 || !line.Contains('|', StringComparison.Ordinal)))
            {
                blocks.Add(Tables.Grid(string.Join('\n', table)));
                table.Clear();
                part = "";
            }
            if (line.Length == 0) continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line is "table:" or "facts:") part = line[..^1];
            else if (part == "table") table.Add(line);
            else if (part == "facts" && (colon < 0 || line.StartsWith("? ", StringComparison.Ordinal) || line.Contains('|', StringComparison.Ordinal)))
                expected.Add(string.Join(" | ", line.Split('|').Select(c => c.Trim())));
            else blocks.Add(new Paragraph(line[(colon + 1)..].Trim(), new Place(1)));
        }
        return new VariantFile(new DocumentLayout { Pages = [new LayoutPage(1)], Blocks = blocks.ToValueList() }, [.. expected]);
    }

    /// <summary>What is read, in the notation of the file.</summary>
    public static string[] Read(DocumentLayout layout)
    {
        var reading = DocumentReader.Read(layout);
        var result = new List<string>();
        foreach (var statement in reading.Document.Statements)
        {
            var one = reading.Document with { Statements = [statement] };
            result.Add(Fact.TableName(statement, reading.Document));
            foreach (var line in statement.AllLines)
            {
                var facts = Fact.Of(one with { Statements = [statement.WithLines([line])] }).ToList();
                if (facts.Count == 0) continue;
                result.Add(string.Join(" | ",
                    facts.Select(f => $"{f.Column}={f.Amount.Format()}{(f.Amount.Unit == statement.Unit ? "" : f.Amount.Unit.Name)}")
                        .Prepend(facts[0].Item)
                        .Prepend(facts[0].Code)));
            }
        }
        foreach (var form in reading.Document.Performance)
        {
            var self = form as SelfEvaluation;
            result.Add($"@ {form.GetType().Name} | {form.Subject} | {self?.Total?.Format()}");
            result.AddRange((self?.Execution
                ?? default).Select(e => $"{$"= {e.Name}".Trim()} | {e.Budget?.Format()} | {e.Executed?.Format()} | {e.Weight?.Format()} | {e.Score?.Format()}"));
            result.AddRange(form.Indicators.Select(i => $"{i.Path} | {i.Target?.Text} | {i.Achieved?.Text} | {i.Weight?.Format()} | {i.Score?.Format()}"));
        }
        result.AddRange(reading.Unplaced.Select(u => $"? {u.Text}: {u.Reason}"));
        return [.. result];
    }
}
